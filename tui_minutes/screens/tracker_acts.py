"""What the keys of the tracker do with the outcome under the cursor, or with those that are marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_minutes.domain.outcomes import Act, Outcome
from tui_minutes.screens.readback_mend import ask_mending
from tui_minutes.screens.tracker_view import TrackerView
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.export import Exportable

COLUMN_ORDERS = {"text": "number", "why": "attention", "standing": "attention"}
"""By what a column is sorted that is no order of its own."""


class TrackerActs(TrackerView):
    """Each act begins with what is chosen; nothing is done to an outcome whose words are hidden."""

    @property
    def chosen(self) -> list[Outcome]:
        """The marked outcomes, else the one under the cursor."""
        if self.marks:
            return self.marks.outcomes
        row = self.uncovered(self.selected)
        return [row.outcome] if row else []

    def move(self, act: Act) -> None:
        """Ask what the move needs and make it."""
        if chosen := self.chosen:
            self.moving.move(chosen, act)

    def action_moves(self) -> None:
        """Choose among the moves that are possible."""
        if chosen := self.chosen:
            self.moving.menu(chosen)

    def action_complete(self) -> None:
        """The next step towards the end: done, answered, confirmed."""
        if chosen := self.chosen:
            self.moving.complete(chosen)

    def action_undo(self) -> None:
        """Take back the last step of the outcome under the cursor."""
        if row := self.uncovered(self.selected):
            self.moving.undo(row.outcome)

    def action_edit(self) -> None:
        """All fields in one form."""
        row = self.uncovered(self.selected)
        if row is None:
            return
        record = self.host.store.record(row.outcome.meeting_uid)
        done = lambda words: self.report(words, Report.DONE)  # noqa: E731 - one short answer
        ask_mending(self, record, row.outcome, self.host.people, done)

    def exports(self) -> Sequence[Exportable]:
        """The ledger as it is shown; what is marked."""
        from tui_minutes.screens.tracker_export import exports_of

        return exports_of(self)

    def action_history(self) -> None:
        """The outcome in full, with its whole history."""
        self.show_in_full(self.selected)

    def action_meeting(self) -> None:
        """Open the meeting it comes from."""
        if self.selected:
            self.host.open_meeting(self.selected.outcome.meeting_uid)

    def action_said(self) -> None:
        """Show the line in which it was taken down."""
        self.show_where_said(self.selected)

    def action_archive(self) -> None:
        """Look for something in all meetings."""
        self.host.open_archive()

    def toggle_mark(self) -> None:
        """Mark the row under the cursor, or no longer."""
        if row := self.uncovered(self.selected):
            self.marks.toggle(row)
            self.show_marks()

    def action_mark(self) -> None:
        """Mark the row and go on to the next."""
        self.toggle_mark()
        self.table.action_cursor(1)

    def sort_by_column(self, key: str) -> None:
        """Sort by what a column shows."""
        self.searching.sort(COLUMN_ORDERS.get(key, key))

    def action_reveal(self) -> None:
        """Show what is confidential, or hide it again; what was marked is marked no more."""
        self.unmark()
        super().action_reveal()

    def action_back(self) -> None:
        """From the line or the search to the table; there the marks go first, then the screen."""
        if not self.table.has_focus:
            self.searching.end()
        elif self.marks:
            self.unmark()
        else:
            super().action_back()
