"""A ledger that comes in: what its rows would do, before any of it is stored (T11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.importing.plan import ImportPlan, Step, Treatment
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language, dates, mark, tr
from tui_minutes.i18n.importing import about, counts_text, step_parts, step_text, treatment_text
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.reading_aside import read_aside
from tui_minutes.services import importing
from tui_minutes.settings import typed_path
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState

if TYPE_CHECKING:
    from tui_minutes.screens.export import Exportable

_MARKS = {
    Treatment.NEW: ("+", "bold $success"),
    Treatment.CHANGED: ("≠", "bold $accent"),
    Treatment.UNCHANGED: ("=", "$faint"),
    Treatment.WRONG: ("✗", "bold $error"),
}
"""What becomes of a row, by its shape as by its colour."""


def ask_file(screen: BaseScreen) -> None:
    """Ask which file, then show what it would do."""

    def answered(values: Values | None) -> None:
        if values is not None:
            screen.host.open_import(str(typed_path(values["path"])))

    fields = [Field("path", tr("Path"), hint=tr("a ledger in Excel (.xlsx) or CSV"), required=True)]
    screen.app.push_screen(Ask(tr("Import a ledger"), fields), answered)


class ImportingScreen(BaseScreen):
    """The rows that are wrong, then those that do something; `x` shows those that stay as they are, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("importing.take_over", "ctrl+s f2", mark("Take it over")),
        bind("importing.every_row", "x", mark("Also what stays as it is")),
        bind("importing.read_again", "r f5", mark("Read the file again")),
        bind("importing.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    plan: ImportPlan | None = None
    _everything = False

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = Path(path)

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
        """The file and the time."""
        local = now.astimezone(self.host.zone)
        title = tr("Import: {file}", file=clean(self._path.name))
        return BarState(title, clock=f"{dates.day_long(local)} {dates.clock(local)}")

    def redraw(self) -> None:
        """Read the file and show what it would do to the store as it is now."""
        self.plan = None
        self.rows.show_rows([_faint(tr("Reading …"))])
        read_aside(self, self._read, self._show, always=True)

    def _read(self) -> ImportPlan | Refused:
        host = self.host
        today = host.now().astimezone(host.zone).date()
        try:
            return importing.plan(host.store, self._path, host.entered_by, today)
        except Refused as refused:
            return refused

    def _show(self, found: ImportPlan | Refused) -> None:
        if isinstance(found, Refused):
            self.rows.show_rows([_faint(tr("Nothing can be taken over from this file"))])
            self.report(refusal_text(found), Report.REFUSED)
            return
        self.plan = found
        self._show_rows()
        if found.wrong:
            self.report(tr("Mend the rows that are wrong in the file, then r reads it again"), Report.WARNING)

    def _show_rows(self) -> None:
        if self.plan is None:
            return
        rows = [Row((Content.styled(counts_text(self.plan), "bold"),))]
        rows += [Row((Content(clean(line)),)) for line in about(self.plan)]
        rows.append(Row((Content(),)))
        shown = self._shown(self.plan)
        rows += [_row(step, reveal=self.host.revealed) for step in shown]
        if not shown:
            rows.append(_faint(tr("There is nothing to take over: all of it is here as it is there.")))
        self.rows.show_rows(rows)

    def _shown(self, plan: ImportPlan) -> list[Step]:
        """The rows that do something, what is wrong first; those that do nothing when they are asked for."""
        shown = [one for one in plan.steps if self._everything or one.treatment is not Treatment.UNCHANGED]
        return sorted(shown, key=lambda step: step.treatment is not Treatment.WRONG)

    def exports(self) -> Sequence[Exportable]:
        """What the ledger would do, as it is shown."""
        from tui_minutes.screens.importing_export import plan_of

        return [plan_of(self.host, self._path, self.plan, self._shown(self.plan))] if self.plan else ()

    def action_every_row(self) -> None:
        """Show the rows that do nothing, too, or not."""
        self._everything = not self._everything
        self._show_rows()

    def action_read_again(self) -> None:
        """Read the file again, once it was mended."""
        self.redraw()

    def action_take_over(self) -> None:
        """Store all of it, once that is confirmed."""
        plan = self.plan
        if plan is None or not plan.work:
            self.report(tr("There is nothing to take over"), Report.WARNING)
        elif plan.wrong:
            self.report(tr("Mend the rows that are wrong in the file, then r reads it again"), Report.REFUSED)
        else:
            lines = [counts_text(plan), *map(clean, about(plan))]
            self.app.push_screen(
                Confirm(tr("Take it over?"), lines, yes=tr("take it over")),
                lambda yes: self._store(plan) if yes else None,
            )

    def _store(self, plan: ImportPlan) -> None:
        host = self.host
        people, zone, language = importing.spelt(plan.people), str(host.zone), current_language()

        def done(_: None) -> None:
            self.action_back()
            host.notify(tr("Taken over: {counts}", counts=counts_text(plan)))

        self.carry_out(
            lambda store, command: importing.carry_out(store, command, plan.work, people, zone, language),
            done,
        )


def _row(step: Step, *, reveal: bool) -> Row:
    """What becomes of a row, its number and words, and under them what it does or what is wrong with it."""
    shape, style = _MARKS[step.treatment]
    head = Content.styled(f"{glyph(shape)} {step.row:>4} ", style)
    number = Content.styled(f"{step.number}  " if step.number else "", "bold")
    words = number + Content(step_text(step, reveal=reveal))
    said = [
        Content(f"{treatment_text(step.treatment)}  ") + Content("; ".join(step_parts(step, reveal=reveal)))
    ]
    tone = "$error" if step.treatment is Treatment.WRONG else "$faint"
    return Row((words, *(one.stylize(tone) for one in said)), head=head, key=str(step.row))


def _faint(text: str) -> Row:
    return Row((Content.styled(text, "$faint"),))
