"""``tui-minutes import``: an existing ledger is taken over, after a look at what that would do (T11)."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

from tui_minutes import settings as config
from tui_minutes.commands.asking import agreed
from tui_minutes.commands.printing import print_table
from tui_minutes.commands.reading import now, print_json
from tui_minutes.documents.import_data import plan_object
from tui_minutes.domain.command import Command
from tui_minutes.domain.importing.fields import Field
from tui_minutes.domain.importing.plan import ImportPlan, Step, Treatment
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language, tr
from tui_minutes.i18n.importing import about, counts_text, step_parts, step_text, treatment_text
from tui_minutes.private import private_folder
from tui_minutes.services import importing
from tui_minutes.services.policies import rules
from tui_minutes.services.zones import machine_zone
from tui_minutes.store.blaming import blaming
from tui_minutes.store.store import Store

BUSY_MS = 10_000
"""So long it waits for another program's write."""


def run(args: Namespace) -> int:
    """Show what the file would do; with ``--yes``, or when asked and told so, do all of it.

    1 when a row is wrong (nothing is stored then), or when nobody said yes.
    """
    mapped = _mapping(args.map or [])
    if args.db == config.own_database():  # the first thing somebody does may be to take a ledger over
        private_folder(args.db.parent)
    zone = machine_zone()
    with closing(Store.open(args.db, busy_ms=BUSY_MS)) as store, blaming(store):
        store.attend(rules(args.settings, args.country))
        today = now().astimezone(ZoneInfo(zone)).date()
        plan = importing.plan(store, Path(args.file), args.entered_by, today, sheet=args.sheet, mapped=mapped)
        if not args.json:
            _print(plan, reveal=args.reveal)
        stored = _may(args, plan)
        if stored:
            people = importing.spelt(plan.people)
            command = Command.new(now(), args.entered_by, args.entered_by)
            importing.carry_out(store, command, plan.work, people, zone, current_language())
    if args.json:
        print_json(plan_object(plan, stored=stored, reveal=args.reveal))
    else:
        _say(plan, stored=stored)
    return 0 if stored or not (plan.work or plan.wrong) else 1


def _may(args: Namespace, plan: ImportPlan) -> bool:
    """Whether it is to be stored: nothing is wrong, something is to do, and somebody said so."""
    if plan.wrong or not plan.work:
        return False
    return bool(args.yes) or (not args.json and agreed(tr("Take it over? [y/N] ")))


def _mapping(given: list[str]) -> dict[str, Field]:
    """Columns as told on the command line; Refused("usage_map") for what is no field."""
    found = {}
    for one in given:
        name, _, field = clean(one).rpartition("=")
        if not name or field not in list(Field):
            raise Refused("usage_map", typed=clean(one), known=", ".join(Field))
        found[name.strip()] = Field(field)
    return found


def _print(plan: ImportPlan, *, reveal: bool) -> None:
    """The rows that do something or are wrong; what stays as it is is only counted."""
    shown = [step for step in plan.steps if step.treatment is not Treatment.UNCHANGED]
    if shown:
        columns = (tr("Row"), "", tr("Number"), tr("Content"), tr("What it does"))
        print_table(columns, [_cells(step, reveal=reveal) for step in shown])
        print()
    print(counts_text(plan))
    for line in about(plan):
        print(clean(line))


def _cells(step: Step, *, reveal: bool) -> tuple[str, ...]:
    words = "; ".join(step_parts(step, reveal=reveal))
    text = step_text(step, reveal=reveal)
    return str(step.row), treatment_text(step.treatment), step.number, text, words


def _say(plan: ImportPlan, *, stored: bool) -> None:
    if stored:
        print(tr("Taken over: {counts}", counts=counts_text(plan)))
    elif plan.wrong:
        print(tr("Nothing was stored: mend the rows that are wrong, and take it over again."))
    elif plan.work:
        print(tr("Nothing was stored; --yes takes it over."))
    else:
        print(tr("There is nothing to take over: all of it is here as it is there."))
