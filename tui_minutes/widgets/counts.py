"""The figures on top of the ledger, each with its word; a click shows what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui_minutes.domain.filters import State
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.tracking import LedgerCounts
from tui_minutes.i18n import tr

_GAP = 2


class Figure(NamedTuple):
    """A number with its word and colour; `state` is what the filter calls it."""

    n: int
    word: str
    style: str
    state: State | Status


def figures(counts: LedgerCounts) -> tuple[Figure, ...]:
    """The figures, the most telling first: those that do not fit give way from the end."""
    return (
        Figure(counts.late, tr("overdue"), "bold $error", State.LATE),
        Figure(counts.due_this_week, tr("due this week"), "bold $warning", State.WEEK),
        Figure(counts.unacknowledged, tr("unacknowledged"), "bold $error", State.UNACKNOWLEDGED),
        Figure(counts.stale, tr("stale"), "bold $warning", State.STALE),
        Figure(counts.done, tr("to confirm"), "bold $accent", State.WAITING),
        Figure(counts.in_progress, tr("in progress"), "bold", Status.IN_PROGRESS),
        Figure(counts.closed, tr("closed"), "bold $success", Status.CLOSED),
    )


class CountsBar(Widget):
    """One line of figures. A click on one posts `Chosen`."""

    @dataclass
    class Chosen(Message):
        """What is in this `state` is to be shown."""

        state: State | Status

    _counts = LedgerCounts()

    def show(self, counts: LedgerCounts) -> None:
        """Show `counts`."""
        if counts != self._counts:
            self._counts = counts
            self.refresh()

    def render(self) -> Content:
        """The figures that fit."""
        return Content(" " * _GAP).join([look for _, look in self._fitting()])

    def _fitting(self) -> Iterator[tuple[Figure, Content]]:
        room = self.content_size.width
        for one in figures(self._counts):
            look = Content.assemble((str(one.n), one.style if one.n else "$faint"), f" {one.word}")
            if look.cell_length > room:
                return
            yield one, look
            room -= look.cell_length + _GAP

    def on_click(self, event: events.Click) -> None:
        """Show what the figure at the pointer counts."""
        at = event.get_content_offset(self)
        x = at.x if at else -1
        for one, look in self._fitting():
            if 0 <= x < look.cell_length:
                self.post_message(self.Chosen(one.state))
            x -= look.cell_length + _GAP
