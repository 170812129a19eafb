"""``tui-minutes people``: the directory listed, brought in from files; two merged, told apart again (B4)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from tui_minutes import settings as config
from tui_minutes.commands.asking import agreed
from tui_minutes.commands.printing import print_table
from tui_minutes.commands.reading import now, opened, print_json
from tui_minutes.domain.command import Command
from tui_minutes.domain.directory import Finder, Listed
from tui_minutes.domain.people_import import Arrival, PeoplePlan
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.people_import import counts_text, ignored_text, left_out_text, step_text
from tui_minutes.private import private_folder
from tui_minutes.services import directory, people_import
from tui_minutes.store.blaming import blaming
from tui_minutes.store.store import Store

BUSY_MS = 10_000
"""So long it waits for another program's write."""


def run(args: Namespace) -> int:
    """List the people, or do what is asked; 1 when nothing was stored of what was to be."""
    names = [clean(name) for name in args.names]
    match args.what:
        case "import" if len(args.names) == (0 if args.from_meetings else 1):
            return _import(args)
        case "merge" if len(names) == 2:
            return _written(args, lambda store, command: _merge(store, command, *names))
        case "split" if len(names) == 1:
            return _written(args, lambda store, command: _split(store, command, names[0]))
        case "import" | "merge" | "split":
            raise Refused("usage_people")
    return _list(args, " ".join(names if args.what == "list" else (clean(args.what), *names)))


def _list(args: Namespace, words: str) -> int:
    with opened(args) as store:
        people = Finder(store.listed_people()).found(words)
    if args.json:
        print_json([_object(one) for one in people])
        return 0
    columns = tr("Name"), tr("Department"), tr("Title"), tr("E-mail"), tr("Also called"), tr("Heads")
    print_table(
        (*columns, tr("May see up to"), tr("Meetings"), tr("Open outcomes")), [_cells(one) for one in people]
    )
    return 0


def _cells(one: Listed) -> tuple[str, ...]:
    known, between = one.details, tr(", ")
    level = label(known.clearance) if known.clearance else ""
    return (
        known.name, known.department, known.title, known.email, between.join(known.aliases),
        between.join(known.heads), level, str(one.meetings), str(one.open),
    )  # fmt: skip


def _object(one: Listed) -> dict[str, Any]:
    known = one.details
    return {
        "uid": one.uid,
        "name": known.name,
        "department": known.department,
        "title": known.title,
        "email": known.email,
        "aliases": list(known.aliases),
        "heads": list(known.heads),
        "clearance": known.clearance,
        "meetings": one.meetings,
        "open": one.open,
        "merged": [{"uid": uid, "name": name} for uid, name in one.merged],
    }


def _written(args: Namespace, work: Callable[[Store, Command], str]) -> int:
    """Do it in the store that is there, and say what was done."""
    with closing(Store.open(args.db, create=False, busy_ms=BUSY_MS)) as store, blaming(store):
        print(work(store, Command.new(now(), args.entered_by, args.entered_by)))
    return 0


def _merge(store: Store, command: Command, name: str, into: str) -> str:
    gone, stays = _one(store, name), _one(store, into)
    directory.merge(store, command, gone.uid, stays.uid)
    return tr("{other} is {name} from now on", other=gone.details.name, name=stays.details.name)


def _split(store: Store, command: Command, name: str) -> str:
    merged = {uid: called for one in store.listed_people() for uid, called in one.merged}
    uids = [uid for uid, called in merged.items() if name in (uid, called)]
    if not uids:
        raise Refused("not_merged", name=name)
    if len(uids) > 1:
        raise Refused("person_unclear", name=name, known=", ".join(uids))
    directory.split(store, command, uids[0])
    return tr("{name} is a person of their own again", name=merged[uids[0]])


def _one(store: Store, name: str) -> Listed:
    """Whom a name means: `name`, `name/department`, or a uid; Refused with not_found or person_unclear."""
    called, _, department = name.partition("/")
    there = store.listed_people()
    alike = [one for one in there if name == one.uid or called in (one.details.name, *one.details.aliases)]
    meant = [one for one in alike if not department or one.details.department == department]
    if not meant:
        raise Refused("not_found", number=name)
    if len(meant) > 1:
        known = ", ".join(f"{one.details.name}/{one.details.department}" for one in meant)
        raise Refused("person_unclear", name=name, known=known)
    return meant[0]


def _import(args: Namespace) -> int:
    """Show what the file would do; with ``--yes``, or when asked and told so, do all of it."""
    if args.db == config.own_database():  # the first thing somebody does may be to bring the team in
        private_folder(args.db.parent)
    with closing(Store.open(args.db, busy_ms=BUSY_MS)) as store, blaming(store):
        plan = _plan(args, store)
        if not args.json:
            _print(plan)
        stored = _may(args, plan)
        if stored:
            command = Command.new(now(), args.entered_by, args.entered_by)
            people_import.carry_out(store, command, plan.work)
    if args.json:
        print_json(_plan_object(plan, stored=stored))
    elif stored:
        print(tr("Taken over: {counts}", counts=counts_text(PeoplePlan(plan.work))))
    else:
        print(_why_not(plan))
    return 0 if stored or not (plan.work or plan.wrong) else 1


def _plan(args: Namespace, store: Store) -> PeoplePlan:
    plan = people_import.plan_meetings(store) if args.from_meetings else _from_file(store, args.names[0])
    return plan.with_namesakes() if args.namesakes_are_new else plan


def _from_file(store: Store, path: str) -> PeoplePlan:
    return people_import.plan_file(store, Path(path))


def _may(args: Namespace, plan: PeoplePlan) -> bool:
    """Whether it is to be stored: nothing is wrong, something is to do, and somebody said so."""
    if plan.wrong or not plan.work:
        return False
    return bool(args.yes) or (not args.json and agreed(tr("Take it over? [y/N] ")))


def _print(plan: PeoplePlan) -> None:
    """The rows that do something, are doubtful or wrong; what stays as it is is only counted."""
    shown = [step for step in plan.steps if step.arrival is not Arrival.SAME]
    if shown:
        columns = tr("Row"), "", tr("Name"), tr("What it does")
        print_table(columns, [(str(s.row), label(s.arrival), s.details.name, step_text(s)) for s in shown])
        print()
    for line in (counts_text(plan), left_out_text(plan), ignored_text(plan)):
        if line:
            print(clean(line))


def _why_not(plan: PeoplePlan) -> str:
    if plan.wrong:
        return tr("Nothing was stored: mend the rows that are wrong, and take it over again.")
    if plan.work:
        return tr("Nothing was stored; --yes takes it over.")
    return tr("Nobody is new and nothing has changed.")


def _plan_object(plan: PeoplePlan, *, stored: bool) -> dict[str, Any]:
    rows = [
        {"row": step.row, "arrival": step.arrival, "name": step.details.name, "trouble": step.trouble or None,
         "namesakes": list(step.namesakes)}
        for step in plan.steps
    ]  # fmt: skip
    return {"stored": stored, "rows": rows, "ignored": list(plan.ignored)}
