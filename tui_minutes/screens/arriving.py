"""What comes in from files is shown before any of it is stored: what the screens for it share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.reading_aside import read_aside
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState

if TYPE_CHECKING:
    from tui_minutes.domain.meeting import Level
    from tui_minutes.screens.export import Exportable


class ArrivingScreen(BaseScreen):
    """A list of what comes in, read when the screen appears and after each change."""

    def body(self) -> Iterable[Widget]:
        """The list."""
        yield ListPane(id="rows")

    def on_mount(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    @property
    def rows(self) -> ListPane:
        """The list."""
        return self.query_one("#rows", ListPane)

    @abstractmethod
    def title_text(self) -> str:
        """What comes in from where."""

    def bar(self, now: datetime) -> BarState:
        """What comes in, and the time."""
        local = now.astimezone(self.host.zone)
        return BarState(self.title_text(), clock=f"{dates.day_long(local)} {dates.clock(local)}")

    def exports(self) -> Sequence[Exportable]:
        """What comes in, as it is shown."""
        from tui_minutes.screens.list_export import of_lists

        return of_lists(self.host, self.title_text(), "arriving", [self.rows], self.levels())

    def levels(self) -> Iterable[Level]:
        """The levels of what comes in."""
        return ()

    def action_read_again(self) -> None:
        """Read it again, once it was mended."""
        self.redraw()


class Planned(Protocol):
    """What the rows of a file would do."""

    @property
    def work(self) -> Sequence[object]:
        """The rows that do something."""

    @property
    def wrong(self) -> Sequence[object]:
        """The rows that stand in the way: with them nothing is stored."""


P = TypeVar("P", bound=Planned)


class PlannedScreen(ArrivingScreen, Generic[P]):
    """What each row of a file would do; all that do something are stored, or none."""

    plan: P | None = None
    everything = False
    """Whether rows that do nothing are shown, too."""

    @abstractmethod
    def read_plan(self) -> P:
        """What the file would do to the store as it is now, read beside what goes on; or Refused."""

    @abstractmethod
    def nothing_text(self) -> str:
        """What stands in place of the rows of a file that cannot be read."""

    @abstractmethod
    def rows_of(self, plan: P) -> list[Row]:
        """What is said of it in all, then its rows."""

    @abstractmethod
    def about(self, plan: P) -> list[str]:
        """What is said of it in all."""

    @abstractmethod
    def store_all(self, plan: P) -> None:
        """Store all that does something."""

    def redraw(self) -> None:
        """Read what comes in and show what it would do."""
        self.plan = None
        self.rows.show_rows([faint(tr("Reading …"))])
        read_aside(self, self._read, self._show, always=True)

    def _read(self) -> P | Refused:
        try:
            return self.read_plan()
        except Refused as refused:
            return refused

    def _show(self, found: P | Refused) -> None:
        if isinstance(found, Refused):
            self.rows.show_rows([faint(self.nothing_text())])
            self.report(refusal_text(found), Report.REFUSED)
            return
        self.plan = found
        self.rows.show_rows(self.rows_of(found))
        if found.wrong:
            self._say_wrong(Report.WARNING)

    def _say_wrong(self, tone: Report) -> None:
        self.report(tr("Mend the rows that are wrong in the file, then r reads it again"), tone)

    def action_every_row(self) -> None:
        """Show the rows that do nothing, too, or not."""
        self.everything = not self.everything
        if self.plan:
            self.rows.show_rows(self.rows_of(self.plan))

    def action_take_over(self) -> None:
        """Store all of it, once that is confirmed."""
        plan = self.plan
        if plan is None or not plan.work:
            self.report(tr("There is nothing to take over"), Report.WARNING)
        elif plan.wrong:
            self._say_wrong(Report.REFUSED)
        else:
            self.app.push_screen(
                Confirm(tr("Take it over?"), self.about(plan), yes=tr("take it over")),
                lambda yes: self.store_all(plan) if yes else None,
            )

    def leave_with(self, counts: str) -> None:
        """It is stored: go back, and say there what it was."""
        self.action_back()
        self.host.notify(tr("Taken over: {counts}", counts=counts))


def faint(text: str) -> Row:
    """A row that nobody chooses."""
    return Row((Content.styled(text, "$faint"),))
