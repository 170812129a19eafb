"""The directory of people: who is in it, what is known of them; renaming, merging, telling apart again (B4).

Whatever somebody is called later, minutes keep the names of their day, and what is sealed holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tui_minutes.domain.addresses import is_address
from tui_minutes.domain.command import Command
from tui_minutes.domain.directory import Details
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.services.commanded import commanded
from tui_minutes.services.readings import readings
from tui_minutes.store import called, people_listing, rows, tracked
from tui_minutes.store.directory import TOLD, everyone, namesakes
from tui_minutes.store.store import Store
from tui_minutes.store.tables import HeadRow, MeetingRow, OutcomePersonRow, ParticipantRow, PersonRow


@commanded
def add(store: Store, command: Command, details: Details) -> str:
    """Put somebody into the directory; the person's uid.

    Raises Refused with no_name, address_wrong, or person_known for one of that name and department.
    """
    return enter(command, cleaned(details)).uid


def enter(command: Command, details: Details) -> PersonRow:
    """A new person, within the caller's transaction; refused as `add`."""
    _check(details)
    row = rows.add(PersonRow, command, **_columns(details), readings=list(readings(details.name)))
    if details.heads:
        _let_head(command, row, details.heads)
    if any(other.merged_into_id for other in namesakes(row.name)):
        tracked.keep_of_person(row.id, names=[row.name])
    return row


@commanded
def change(store: Store, command: Command, person_uid: str, details: Details) -> None:
    """Say something else of somebody; who gets another name goes on as the same person.

    The name before becomes an alias, and meetings that are only planned have the new one. Refused as `add`,
    and not_found.
    """
    correct(command, rows.row(PersonRow, person_uid), cleaned(details))


def correct(command: Command, row: PersonRow, details: Details) -> None:
    """Change a person within the caller's transaction; refused as `add`."""
    _check(details, row)
    before, told = row.name, _told_by_others(row)
    if before != details.name:
        details = _with_aliases(details, before)
        _leave_name(command, row)
    for name, value in _columns(details).items():
        if value != told.get(name):
            setattr(row, name, value)
    row.readings = list(readings(row.name))
    row.save()
    _let_head(command, row, details.heads)
    _make_known(row)


@commanded
def remove(store: Store, command: Command, person_uid: str) -> None:
    """Take somebody out of the directory; Refused("person_in_use") who has a part in a meeting or an outcome.

    So is who others were merged into. Refused("not_found") when there is nobody.
    """
    row = rows.row(PersonRow, person_uid)
    merged = PersonRow.select().where(PersonRow.merged_into == row).exists()
    if merged or any(people_listing.references([row.id])):
        raise Refused("person_in_use", name=row.name)
    HeadRow.delete().where(HeadRow.person == row).execute()
    row.delete_instance()


@commanded
def merge(store: Store, command: Command, person_uid: str, into_uid: str) -> None:
    """Two people turn out to be one: from now on who stays answers for all that either of them had.

    The other's name and aliases become aliases; what was not known of who stays the other tells. Raises
    Refused with merge_same or not_found.
    """
    gone, stays = rows.row(PersonRow, person_uid), rows.row(PersonRow, into_uid)
    if stays.id in called.merged_among([gone.id])[0] or gone.merged_into_id or stays.merged_into_id:
        raise Refused("merge_same", name=gone.name)
    gone.merged_into = stays
    gone.save()
    stays.aliases = _others(stays.name, [*stays.aliases, gone.name, *gone.aliases])
    stays.save()
    _make_known(stays)


@commanded
def split(store: Store, command: Command, person_uid: str) -> None:
    """Take back a merger: who was merged is somebody else again, with what was on record of them before.

    Raises Refused with not_merged or not_found.
    """
    row = rows.row(PersonRow, person_uid)
    if row.merged_into_id is None:
        raise Refused("not_merged", name=row.name)
    stayed = row.merged_into
    theirs = {row.name, *row.aliases}
    stayed.aliases = [name for name in stayed.aliases if name not in theirs]
    stayed.save()
    row.merged_into = None
    row.save()
    _make_known(row)
    _make_known(called.stayed([stayed.id])[stayed.id])


def cleaned(details: Details) -> Details:
    """As it is kept: without what a terminal would act on, without blanks around."""
    aliases = (clean(name).strip() for name in details.aliases)
    heads = (clean(name).strip() for name in details.heads)
    texts: dict[str, Any] = {
        name: clean(getattr(details, name)).strip() for name in ("name", "department", "title", "email")
    }
    return replace(details, **texts, aliases=tuple(filter(None, aliases)), heads=tuple(filter(None, heads)))


def _columns(details: Details) -> dict[str, object]:
    return {
        "name": details.name,
        "department": details.department,
        "title": details.title,
        "email": details.email,
        "aliases": _others(details.name, details.aliases),
        "clearance": details.clearance or "",
    }


def _others(name: str, aliases: Iterable[str]) -> list[str]:
    return [alias for alias in dict.fromkeys(aliases) if alias != name]


def _with_aliases(details: Details, *names: str) -> Details:
    return replace(details, aliases=(*details.aliases, *names))


def _check(details: Details, own: PersonRow | None = None) -> None:
    if not details.name:
        raise Refused("no_name")
    if details.email and not is_address(details.email):
        raise Refused("address_wrong", email=details.email)
    others = [one for one in namesakes(details.name) if one.merged_into_id is None]
    if any(one.department == details.department and (own is None or one.id != own.id) for one in others):
        raise Refused("person_known", name=details.name)


def _leave_name(command: Command, row: PersonRow) -> None:
    """Outcomes that have nothing but the name that somebody leaves go on meaning them, as its only bearer."""
    one = OutcomePersonRow
    bare = one.select().where(one.person.is_null() & (one.name == row.name)).exists()
    if bare and len(namesakes(row.name)) == 1:
        rows.add(PersonRow, command, name=row.name, readings=row.readings, merged_into=row)


def _told_by_others(row: PersonRow) -> dict[str, object]:
    """What only those tell of somebody who were merged into them: it stays theirs, and goes with them."""
    if not PersonRow.select().where(PersonRow.merged_into == row).exists():
        return {}
    known = next((one for one in everyone() if one.uid == row.uid), None)
    shown = {name: getattr(known, name) or "" for name in TOLD}
    return {name: value for name, value in shown.items() if value and not getattr(row, name)}


def _let_head(command: Command, row: PersonRow, departments: Iterable[str]) -> None:
    """Let somebody head these departments and no others; of each there is one head."""
    wanted = list(dict.fromkeys(departments))
    own = sorted(called.merged_among([row.id])[0])
    HeadRow.delete().where(HeadRow.person.in_(own) & HeadRow.department.not_in(wanted)).execute()
    there = {one.department: one for one in HeadRow.select().where(HeadRow.department.in_(wanted))}
    for department in wanted:
        if department not in there:
            rows.add(HeadRow, command, department=department, person=row)
        elif there[department].person_id not in own:
            there[department].person = row
            there[department].save()


def _make_known(row: PersonRow) -> None:
    """Who somebody is now reaches the ledger, and the meetings that have not begun."""
    keys, names = called.merged_among([row.id])
    planned = MeetingRow.select(MeetingRow.id).where(MeetingRow.phase == Phase.PLANNED)
    theirs = ParticipantRow.person.in_(sorted(keys)) & ParticipantRow.meeting.in_(planned)
    asked = list(ParticipantRow.select().where(theirs).order_by(ParticipantRow.position, ParticipantRow.id))
    there = {one.meeting_id for one in asked if one.name == row.name}
    for one in asked:
        if one.meeting_id not in there:
            one.name = row.name
            one.save()
            there.add(one.meeting_id)
    tracked.keep_of_person(*keys, names=sorted({row.name, *names}))
