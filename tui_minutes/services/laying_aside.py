"""What no later meeting takes up any more: an item, a focus, or what the series always had (B8)."""

from __future__ import annotations

from collections.abc import Iterable

from tui_minutes.domain.command import Command
from tui_minutes.store import rows, series
from tui_minutes.store.tables import AgendaRow, LaidAsideRow, MeetingRow, RecurringRow, SourceRow


def lay_aside(command: Command, meeting: MeetingRow, keys: Iterable[str]) -> None:
    """Lay aside what `keys` name of what comes along in the series of `meeting`.

    An item that the series always has ends with it. What has been laid aside already stays so.
    """
    for key in keys:
        if item := rows.find(AgendaRow, key):
            _keep(command, item=item)
        elif focus := rows.find(MeetingRow, key):
            _keep(command, focus_of=focus)
            _lay_aside_items(command, meeting, SourceRow.focus_of == focus)
        elif recurring := rows.find(RecurringRow, key):
            recurring.ended = True
            recurring.save()
            _lay_aside_items(command, meeting, SourceRow.recurring == recurring)


def _lay_aside_items(command: Command, meeting: MeetingRow, source: object) -> None:
    """Those that were made for it and did not come up."""
    theirs = {row.item_id for row in SourceRow.select().where(source)}
    for item in series.items(series.members(meeting)):
        if item.id in theirs:
            _keep(command, item=item)


def _keep(command: Command, **what: object) -> None:
    if LaidAsideRow.get_or_none(**what) is None:
        rows.add(LaidAsideRow, command, **what, at=command.at, by=command.by, entered_by=command.entered_by)
