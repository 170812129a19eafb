"""What a ledger would do that comes in, as a file: to be mended beside the spreadsheet (T11)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tui_minutes.domain.document import Document, Grid, Line, Lines, Section
from tui_minutes.domain.importing.plan import ImportPlan, Step
from tui_minutes.domain.meeting import Level, highest, is_hidden
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language, tr
from tui_minutes.i18n.importing import about, counts_text, step_parts, step_text, treatment_text
from tui_minutes.i18n.labels import label
from tui_minutes.screens.export import Exportable
from tui_minutes.screens.exports import of_document
from tui_minutes.screens.host import Host


def plan_of(host: Host, path: Path, plan: ImportPlan, shown: Sequence[Step]) -> Exportable:
    """The `plan` for the ledger at `path` with the rows that are `shown`."""
    title = tr("Import: {file}", file=clean(path.name))
    return of_document(
        host, title, f"import-{path.stem}", partial(_document, title, plan, shown, host.revealed)
    )


def _document(title: str, plan: ImportPlan, shown: Sequence[Step], reveal: bool) -> Document:
    told = (step.level for step in shown if reveal or not is_hidden(step.level))
    summary = Lines(tuple(Line(clean(line)) for line in (counts_text(plan), *about(plan))))
    columns = (tr("Row"), tr("Number"), tr("What"), tr("What becomes of it"))
    rows = tuple(_row(step, reveal=reveal) for step in shown)
    grid = Grid(columns, rows, (8, 14, 44, 34))
    sections = Section(tr("Summary"), (summary,)), Section(tr("Rows"), (grid,))
    return Document(title, label(highest(Level.INTERNAL, *told)), current_language(), sections)


def _row(step: Step, *, reveal: bool) -> tuple[str, ...]:
    said = [treatment_text(step.treatment), *step_parts(step, reveal=reveal)]
    return str(step.row), step.number, step_text(step, reveal=reveal), "; ".join(said)
