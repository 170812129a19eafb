"""A ledger that comes in: what its rows would do, before any of it is stored (T11)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui_minutes.domain.importing.plan import ImportPlan, Step, Treatment
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language, mark, tr
from tui_minutes.i18n.importing import about, counts_text, step_parts, step_text, treatment_text
from tui_minutes.screens.arriving import PlannedScreen, faint
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.services import importing
from tui_minutes.settings import typed_path
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import Row

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


class ImportingScreen(PlannedScreen[ImportPlan]):
    """The rows that are wrong, then those that do something; `x` shows those that stay as they are, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("importing.take_over", "ctrl+s f2", mark("Take it over")),
        bind("importing.every_row", "x", mark("Also what stays as it is")),
        bind("importing.read_again", "r f5", mark("Read the file again")),
        bind("importing.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = Path(path)

    def title_text(self) -> str:
        """The file."""
        return tr("Import: {file}", file=clean(self._path.name))

    def read_plan(self) -> ImportPlan:
        """What the file would do to the ledger."""
        host = self.host
        today = host.now().astimezone(host.zone).date()
        return importing.plan(host.store, self._path, host.entered_by, today)

    def nothing_text(self) -> str:
        """Nothing comes in."""
        return tr("Nothing can be taken over from this file")

    def rows_of(self, plan: ImportPlan) -> list[Row]:
        """How many rows do what, what else is to be known, then the rows."""
        counts, *more = self.about(plan)
        rows = [Row((Content.styled(counts, "bold"),)), *(Row((Content(line),)) for line in more)]
        rows.append(Row((Content(),)))
        shown = self._shown(plan)
        rows += [_row(step, reveal=self.host.revealed) for step in shown]
        if not shown:
            rows.append(faint(tr("There is nothing to take over: all of it is here as it is there.")))
        return rows

    def about(self, plan: ImportPlan) -> list[str]:
        """How many rows do what, and what else is to be known."""
        return [counts_text(plan), *map(clean, about(plan))]

    def _shown(self, plan: ImportPlan) -> list[Step]:
        """The rows that do something, what is wrong first; those that do nothing when they are asked for."""
        shown = [one for one in plan.steps if self.everything or one.treatment is not Treatment.UNCHANGED]
        return sorted(shown, key=lambda step: step.treatment is not Treatment.WRONG)

    def exports(self) -> Sequence[Exportable]:
        """What the ledger would do, as it is shown."""
        from tui_minutes.screens.importing_export import plan_of

        return [plan_of(self.host, self._path, self.plan, self._shown(self.plan))] if self.plan else ()

    def store_all(self, plan: ImportPlan) -> None:
        """Store all that does something, and who is new with it."""
        people, zone, language = importing.spelt(plan.people), str(self.host.zone), current_language()
        self.carry_out(
            lambda store, command: importing.carry_out(store, command, plan.work, people, zone, language),
            lambda _: self.leave_with(counts_text(plan)),
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
