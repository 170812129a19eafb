"""An existing ledger is taken over: read, planned, and then all of it stored or nothing (T11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from tui_minutes.documents import sheets
from tui_minutes.domain.command import Command
from tui_minutes.domain.importing.cells import Raw
from tui_minutes.domain.importing.columns import Head, find_head, unmapped
from tui_minutes.domain.importing.fields import Field
from tui_minutes.domain.importing.lines import read_lines
from tui_minutes.domain.importing.plan import ImportPlan, Step
from tui_minutes.domain.importing.planning import Planner
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.services.commanded import commanded
from tui_minutes.services.readings import readings
from tui_minutes.store import directory, importing
from tui_minutes.store.store import Store


def plan(
    store: Store,
    path: Path,
    by: str,
    today: date,
    *,
    sheet: str = "",
    mapped: Mapping[str, Field] | None = None,
) -> ImportPlan:
    """What the ledger in the file `path` would do; nothing is stored.

    Of a workbook the first sheet that has a head is read, or the one named `sheet`. `mapped` says what
    columns are whose names nobody knows. `by` will take it in. Refused as `sheets.read`, and
    "import_no_head" where no row names the columns, "import_no_column" for one of `mapped`.
    """
    told = mapped or {}
    rows, head = _headed(path, sheet, told)
    missing = unmapped(head, rows, told)
    if missing:
        raise Refused("import_no_column", name=clean(missing[0]))
    lines = list(read_lines(rows, head, today))
    title = tr("Taken over: {file}", file=clean(path.stem))
    with store.snapshot():
        known = importing.known(lines)
    return Planner(known, title, by, today).plan(lines, head.ignored)


def _headed(path: Path, sheet: str, told: Mapping[str, Field]) -> tuple[Sequence[Sequence[Raw]], Head]:
    for table in sheets.read(path, sheet):
        head = find_head(table.rows, told)
        if head is not None:
            return table.rows, head
    raise Refused("import_no_head", path=clean(str(path)))


def spelt(people: Sequence[tuple[str, str]]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """New people (name, department) with how they may be typed in pinyin: that is found out beforehand."""
    return tuple((name, department, readings(name)) for name, department in people)


@commanded
def carry_out(
    store: Store,
    command: Command,
    work: Sequence[Step],
    people: Sequence[tuple[str, str, tuple[str, ...]]],
    zone: str,
    language: str,
) -> None:
    """Store all that a plan's `work` does, or nothing; `people`, as `spelt`, come into the directory.

    Refused("changed_meanwhile") when an outcome has changed since the plan was made.
    """
    for name, department, typed in people:
        directory.remember(command.at, name, department, "", "", typed)
    importing.write(command, work, zone, language)
