"""Who is asked to a meeting, and what the directory learns of them (B4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import commanded
from tui_minutes.services.ordering import swap
from tui_minutes.services.phases import unsealed
from tui_minutes.services.readings import readings
from tui_minutes.store import directory, outcomes, rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow, ParticipantRow


def join(command: Command, meeting: MeetingRow, person: PlanPerson, **more: Any) -> ParticipantRow:  # noqa: ANN401
    """A new participant, remembered in the directory. Refused("already_there") for the same person twice.

    Who is known by another name by now, or has it as an alias, comes under their own.
    """
    meant = directory.known(person.name, person.department)
    person = replace(person, name=meant.name) if meant else person
    _may_be_called(person, rows.people(meeting))
    known = directory.remember(
        command.at, person.name, person.department, person.title, person.email, readings(person.name)
    )
    outcomes.link(meeting, known)
    return rows.add(
        ParticipantRow, command, meeting=meeting, person=known, name=person.name,
        department=person.department or known.department, title=person.title or known.title,
        email=person.email or known.email, roles=[role.value for role in person.roles or (Role.ATTENDEE,)],
        position=rows.next_position(ParticipantRow, meeting), **more,
    )  # fmt: skip


def _may_be_called(person: PlanPerson, others: list[ParticipantRow]) -> None:
    """Refuse an empty name, and one of `others` once more: only a department tells two of one name apart."""
    if not person.name.strip():
        raise Refused("no_name")
    namesakes = [other.department for other in others if other.name == person.name]
    if namesakes and (not person.department or person.department in namesakes):
        raise Refused("already_there", name=person.name)


@commanded
def add_person(store: Store, command: Command, meeting_uid: str, person: PlanPerson) -> str:
    """Ask one more person to come; the participant's uid."""
    return join(command, unsealed(meeting_uid), person).uid


@commanded
def edit_person(store: Store, command: Command, participant_uid: str, person: PlanPerson) -> None:
    """Change how a participant stands in this meeting, and what the directory knows of them."""
    row = rows.row(ParticipantRow, participant_uid)
    meeting = unsealed(row.meeting.uid)
    _may_be_called(person, [other for other in rows.people(meeting) if other.uid != row.uid])
    known = directory.remember(
        command.at,
        person.name,
        person.department,
        person.title,
        person.email,
        readings(person.name),
        row.person,
    )
    outcomes.link(meeting, known)
    row.person, row.name, row.department = known, person.name, person.department
    row.title, row.email = person.title, person.email
    row.roles = [role.value for role in person.roles or (Role.ATTENDEE,)]
    row.save()


@commanded
def remove_person(store: Store, command: Command, participant_uid: str) -> None:
    """Take someone off the list; once the meeting runs, they are marked absent instead."""
    row = rows.row(ParticipantRow, participant_uid)
    if unsealed(row.meeting.uid).phase not in (Phase.PLANNED, Phase.CHECK_IN) or rows.moves(row):
        raise Refused("person_was_there", name=row.name)
    row.delete_instance()


@commanded
def move_person(store: Store, command: Command, participant_uid: str, step: int) -> None:
    """Move a person up (-1) or down (+1) in the list; at the edge nothing happens."""
    row = rows.row(ParticipantRow, participant_uid)
    swap(rows.people(unsealed(row.meeting.uid)), participant_uid, step)
