"""A paste of many lines: what each will be, confirmed once, all or none (rule 10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.capture import Context, Kind, Reading, parse_paste
from tui_minutes.i18n import ntr, tr
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.reading import cautions_content, reading_content


class Paste(Dialog[Sequence[Reading]]):
    """Gives the readings of all lines of `block` after Enter, None after Escape.

    `knows` says whether there is an outcome of a number: an update of any other is a note.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", show=False, priority=True),
        Binding("b", "bullets", show=False),
    ]

    def __init__(self, block: str, context: Context, knows: Callable[[str], bool]) -> None:
        super().__init__(tr("Pasted lines"), tr("Enter save all · b bullets are actions · Esc none"))
        self.add_class("-paste")
        self._block = block
        self._line_context = context
        self._knows = knows
        self._bullets_are_actions = False

    def inside(self) -> Iterable[Widget]:
        """The list."""
        yield ListPane(id="pasted")

    def on_mount(self) -> None:
        """Show what the lines are."""
        self._show()
        self.query_one(ListPane).focus()

    @property
    def _readings(self) -> list[Reading]:
        """What each line will be."""
        readings = parse_paste(self._block, self._line_context, bullets_are_actions=self._bullets_are_actions)
        return [one if self._may_be(one) else _as_note(one) for one in readings]

    def _may_be(self, reading: Reading) -> bool:
        """A command in a paste is a note: nothing is carried out unseen."""
        if reading.kind is Kind.UPDATE:
            return reading.number is not None and self._knows(reading.number)
        return reading.kind is not Kind.COMMAND

    def _show(self) -> None:
        readings = self._readings
        self.query_one(ListPane).show_rows([_row(nth, one) for nth, one in enumerate(readings, start=1)])
        words = ntr("{n} line", "{n} lines", len(readings))
        if self._bullets_are_actions:
            words += tr(" · bullets are actions")
        self.query_one(".dialog").border_title = Content(f"{tr('Pasted lines')} · {words}")

    def action_bullets(self) -> None:
        """Bullets are actions, or notes again."""
        self._bullets_are_actions = not self._bullets_are_actions
        self._show()

    def action_save(self) -> None:
        """All of them."""
        self.dismiss(self._readings)


def _as_note(reading: Reading) -> Reading:
    return replace(reading, kind=Kind.NOTE, text=reading.raw.strip(), command=None, args="")


def _row(nth: int, reading: Reading) -> Row:
    cautions = cautions_content(reading, short=True)
    body = (reading_content(reading, with_text=True), cautions)
    return Row(tuple(part for part in body if part), str(nth), Content.styled(f"{nth:>3}  ", "$faint"))
