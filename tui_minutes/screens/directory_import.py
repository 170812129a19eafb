"""People that come in: what their rows would do to the directory, before any of it is stored (B4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.people_import import Arrival, PeoplePlan, Step
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import dates, mark, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.i18n.people_import import counts_text, ignored_text, left_out_text, step_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.reading_aside import read_aside
from tui_minutes.services import people_import
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState

_MARKS = {
    Arrival.NEW: ("+", "bold $success"),
    Arrival.CHANGED: ("≠", "bold $accent"),
    Arrival.SAME: ("=", "$faint"),
    Arrival.DOUBTFUL: ("?", "bold $warning"),
    Arrival.WRONG: ("✗", "bold $error"),
}
_ORDER = (Arrival.WRONG, Arrival.DOUBTFUL, Arrival.NEW, Arrival.CHANGED, Arrival.SAME)


class DirectoryImportScreen(BaseScreen):
    """What is wrong first, then who is doubtful, new, changed; `x` shows those who stay as they are, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("directory_import.take_over", "ctrl+s f2", mark("Take it over")),
        bind("directory_import.namesakes", "n f4", mark("Who is doubtful is new")),
        bind("directory_import.every_row", "x", mark("Also what stays as it is")),
        bind("directory_import.read_again", "r f5", mark("Read again")),
    ]

    plan: PeoplePlan | None = None
    _everything = False
    _namesakes = False

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = Path(path) if path else None

    def body(self) -> Iterable[Widget]:
        """The rows."""
        yield ListPane(id="rows")

    def on_mount(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    @property
    def rows(self) -> ListPane:
        """The list of rows."""
        return self.query_one("#rows", ListPane)

    def bar(self, now: datetime) -> BarState:
        """Where they come from, and the time."""
        local = now.astimezone(self.host.zone)
        where = clean(self._path.name) if self._path else tr("the meetings so far")
        title = tr("People from {where}", where=where)
        return BarState(title, clock=f"{dates.day_long(local)} {dates.clock(local)}")

    def redraw(self) -> None:
        """Read what comes in and show what it would do to the directory as it is now."""
        self.plan = None
        self.rows.show_rows([_faint(tr("Reading …"))])
        read_aside(self, self._read, self._show, always=True)

    def _read(self) -> PeoplePlan | Refused:
        store = self.host.store
        try:
            if self._path:
                return people_import.plan_file(store, self._path)
            return people_import.plan_meetings(store)
        except Refused as refused:
            return refused

    def _show(self, found: PeoplePlan | Refused) -> None:
        if isinstance(found, Refused):
            self.rows.show_rows([_faint(tr("Nobody can be brought in from this file"))])
            self.report(refusal_text(found), Report.REFUSED)
            return
        self.plan = found.with_namesakes() if self._namesakes else found
        self._show_rows(self.plan)
        if self.plan.count(Arrival.WRONG):
            self._say_wrong()

    def _show_rows(self, plan: PeoplePlan) -> None:
        shown = [step for step in plan.steps if self._everything or step.arrival is not Arrival.SAME]
        shown.sort(key=lambda step: _ORDER.index(step.arrival))
        rows = [Row((Content.styled(line, "bold"),)) for line in _about(plan)]
        rows += [Row((Content(),)), *map(_row, shown)]
        if not shown:
            rows.append(_faint(tr("Nobody is new and nothing has changed.")))
        self.rows.show_rows(rows)

    def _say_wrong(self) -> None:
        self.report(tr("Mend the rows that are wrong in the file, then r reads it again"), Report.WARNING)

    def action_namesakes(self) -> None:
        """Whoever is doubtful is somebody new, or stays out again."""
        self._namesakes = not self._namesakes
        self.redraw()

    def action_every_row(self) -> None:
        """Show those who stay as they are, too, or not."""
        self._everything = not self._everything
        if self.plan:
            self._show_rows(self.plan)

    def action_read_again(self) -> None:
        """Read it again, once it was mended."""
        self.redraw()

    def action_take_over(self) -> None:
        """Store all of it, once that is confirmed."""
        plan = self.plan
        if plan is None or not plan.work:
            self.report(tr("There is nothing to take over"), Report.WARNING)
        elif plan.count(Arrival.WRONG):
            self._say_wrong()
        else:
            self.app.push_screen(
                Confirm(tr("Take it over?"), _about(plan), yes=tr("take it over")),
                lambda yes: self._store(plan) if yes else None,
            )

    def _store(self, plan: PeoplePlan) -> None:
        def done(_: int) -> None:
            self.action_back()
            self.host.notify(tr("Taken over: {counts}", counts=counts_text(PeoplePlan(plan.work))))

        self.carry_out(lambda store, command: people_import.carry_out(store, command, plan.work), done)


def _about(plan: PeoplePlan) -> list[str]:
    return [clean(line) for line in (counts_text(plan), left_out_text(plan), ignored_text(plan)) if line]


def _row(step: Step) -> Row:
    shape, style = _MARKS[step.arrival]
    head = Content.styled(f"{glyph(shape)} {step.row:>4} ", style)
    words = Content.styled(step.details.name, "bold") + Content.styled(f"  {label(step.arrival)}", "$faint")
    tone = "$error" if step.arrival is Arrival.WRONG else "$faint"
    said = step_text(step)
    return Row((words, *((Content.styled(said, tone),) if said else ())), head=head, key=str(step.row))


def _faint(text: str) -> Row:
    return Row((Content.styled(text, "$faint"),))
