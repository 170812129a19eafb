"""People that come in: what their rows would do to the directory, before any of it is stored (B4)."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui_minutes.domain.people_import import Arrival, PeoplePlan, Step
from tui_minutes.domain.text import clean
from tui_minutes.i18n import mark, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.people_import import counts_text, ignored_text, left_out_text, step_text
from tui_minutes.screens.arriving import PlannedScreen, faint
from tui_minutes.services import people_import
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import Row

_MARKS = {
    Arrival.NEW: ("+", "bold $success"),
    Arrival.CHANGED: ("≠", "bold $accent"),
    Arrival.SAME: ("=", "$faint"),
    Arrival.DOUBTFUL: ("?", "bold $warning"),
    Arrival.WRONG: ("✗", "bold $error"),
}
_ORDER = (Arrival.WRONG, Arrival.DOUBTFUL, Arrival.NEW, Arrival.CHANGED, Arrival.SAME)


class DirectoryImportScreen(PlannedScreen[PeoplePlan]):
    """What is wrong first, then who is doubtful, new, changed; `x` shows those who stay as they are, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("directory_import.take_over", "ctrl+s f2", mark("Take it over")),
        bind("directory_import.namesakes", "n f4", mark("Who is doubtful is new")),
        bind("directory_import.every_row", "x", mark("Also what stays as it is")),
        bind("directory_import.read_again", "r f5", mark("Read again")),
    ]

    _namesakes = False

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = Path(path) if path else None

    def title_text(self) -> str:
        """Where they come from."""
        where = clean(self._path.name) if self._path else tr("the meetings so far")
        return tr("People from {where}", where=where)

    def read_plan(self) -> PeoplePlan:
        """What they would do to the directory."""
        store = self.host.store
        path = self._path
        found = people_import.plan_file(store, path) if path else people_import.plan_meetings(store)
        return found.with_namesakes() if self._namesakes else found

    def nothing_text(self) -> str:
        """Nobody comes in."""
        return tr("Nobody can be brought in from this file")

    def rows_of(self, plan: PeoplePlan) -> list[Row]:
        """How many come in how, then the rows."""
        shown = [step for step in plan.steps if self.everything or step.arrival is not Arrival.SAME]
        shown.sort(key=lambda step: _ORDER.index(step.arrival))
        rows = [Row((Content.styled(line, "bold"),)) for line in self.about(plan)]
        rows += [Row((Content(),)), *map(_row, shown)]
        if not shown:
            rows.append(faint(tr("Nobody is new and nothing has changed.")))
        return rows

    def about(self, plan: PeoplePlan) -> list[str]:
        """How many come in how, who and what stays out."""
        return [clean(line) for line in (counts_text(plan), left_out_text(plan), ignored_text(plan)) if line]

    def action_namesakes(self) -> None:
        """Whoever is doubtful is somebody new, or stays out again."""
        self._namesakes = not self._namesakes
        self.redraw()

    def store_all(self, plan: PeoplePlan) -> None:
        """Store all that does something."""
        counts = counts_text(PeoplePlan(plan.work))
        self.carry_out(
            lambda store, command: people_import.carry_out(store, command, plan.work),
            lambda _: self.leave_with(counts),
        )


def _row(step: Step) -> Row:
    shape, style = _MARKS[step.arrival]
    head = Content.styled(f"{glyph(shape)} {step.row:>4} ", style)
    words = Content.styled(step.details.name, "bold") + Content.styled(f"  {label(step.arrival)}", "$faint")
    tone = "$error" if step.arrival is Arrival.WRONG else "$faint"
    said = step_text(step)
    return Row((words, *((Content.styled(said, tone),) if said else ())), head=head, key=str(step.row))
