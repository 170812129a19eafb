"""Somebody was quicker: what they did, before anything of it is overwritten (T8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from textual.content import Content

from tui_minutes.domain.outcomes import Change
from tui_minutes.i18n import tr
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.widgets.changes import change_rows
from tui_minutes.widgets.list_pane import Row


class Clash(Confirm):
    """Gives True to go on with what was typed, None to drop it.

    `since` are the steps taken after the versions that were seen, by the number of the outcome.
    """

    def __init__(self, since: Mapping[str, Sequence[Change]], zone: ZoneInfo) -> None:
        lines: list[str | Content | Row] = []
        for number, changes in since.items():
            said = tr("Meanwhile {number} was changed:", number=number)
            lines += [Content.styled(said, "$warning"), *change_rows(changes, zone), Content()]
        super().__init__(
            tr("Somebody was quicker"),
            [*lines, tr("Nothing of yours is saved yet, and nothing of theirs is lost.")],
            yes=tr("go on with what I typed"),
        )
