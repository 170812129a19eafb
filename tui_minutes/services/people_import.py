"""People come into the directory from files and from the meetings so far at once (B4)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui_minutes.documents import people_files
from tui_minutes.domain.command import Command
from tui_minutes.domain.people_import import Arrival, Column, PeoplePlan, Step, plan
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import commanded
from tui_minutes.services.directory import correct, enter
from tui_minutes.store import people_listing, rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import PersonRow


def plan_file(store: Store, path: Path) -> PeoplePlan:
    """What the people in a file (CSV, Excel, vCard) would do; refused as `people_files.read`."""
    cards, ignored = people_files.read(path)
    return PeoplePlan(plan(cards, store.listed_people()), ignored)


def plan_meetings(store: Store) -> PeoplePlan:
    """Those who have a part in outcomes, as they were typed, and whom the directory does not know."""
    with store.snapshot():
        named = people_listing.strangers()
    cards = [
        (nth, {Column.NAME: name, Column.DEPARTMENT: department})
        for nth, (name, department) in enumerate(named, 1)
    ]
    return PeoplePlan(plan(cards, store.listed_people()))


@commanded
def carry_out(store: Store, command: Command, work: Sequence[Step]) -> int:
    """Store all that a plan's `work` does, or nothing; how many rows that were.

    Refused("changed_meanwhile") when somebody has changed since the plan was made; else as `directory.add`.
    """
    there = {one.uid: one.details for one in people_listing.listed()}
    made: dict[str, PersonRow] = {}
    for step in work:
        if step.arrival is Arrival.NEW:
            made[step.key] = enter(command, step.details)
            continue
        new = made.get(step.uid)
        if new is None and there.get(step.uid) != step.before:
            raise Refused("changed_meanwhile", number=step.details.name)
        correct(command, new or rows.row(PersonRow, step.uid), step.details)
        there[step.uid] = step.details
    return len(work)
