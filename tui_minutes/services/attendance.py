"""Check-in, and people who come and go while the meeting runs (C1)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.attendance import Attendance, Movement, Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.timing import not_before
from tui_minutes.i18n import speaking, tr
from tui_minutes.services import quorums
from tui_minutes.services.commanded import commanded
from tui_minutes.services.invitees import join
from tui_minutes.services.log import note_event
from tui_minutes.services.phases import unsealed
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AttendanceRow, MeetingRow, ParticipantRow


@commanded
def open_check_in(store: Store, command: Command, meeting_uid: str) -> None:
    """Begin to check people in."""
    meeting = unsealed(meeting_uid)
    if meeting.phase == Phase.PLANNED:
        meeting.phase = Phase.CHECK_IN
        meeting.save()


@commanded
def mark(
    store: Store,
    command: Command,
    participant_uid: str,
    state: Attendance,
    reason: str = "",
    at: datetime | None = None,
) -> None:
    """Set how someone attends: absent and excused with a reason, late with the instant they came."""
    person = _person(participant_uid)
    if state in (Attendance.PRESENT, Attendance.LATE):
        _arrive(command, person, state, at or command.at)
        return
    with quorums.watched(command, person.meeting):
        for move in rows.moves(person):
            move.delete_instance()
        person.state, person.reason = state, reason
        person.save()
        if state in (Attendance.ABSENT, Attendance.EXCUSED) and _runs(person.meeting):
            with speaking(person.meeting.language):
                words = tr(
                    "{name} is absent: {reason}", name=person.name, reason=reason or tr("no reason given")
                )
            note_event(command, person.meeting, words)


@commanded
def mark_all_present(store: Store, command: Command, meeting_uid: str) -> None:
    """Everyone not yet marked is present."""
    for person in rows.people(unsealed(meeting_uid)):
        if person.state == Attendance.UNMARKED:
            _arrive(command, person, Attendance.PRESENT, command.at)


@commanded
def substitute(store: Store, command: Command, participant_uid: str, name: str, department: str = "") -> None:
    """Someone stands in for a participant, who is excused; the substitute has their roles and is present."""
    absent = _person(participant_uid)
    roles = tuple(Role(role) for role in absent.roles)
    stand_in = PlanPerson(name, department or absent.department, roles=roles)
    person = join(command, absent.meeting, stand_in, substitutes=absent.name, walk_in=True)
    _arrive(command, person, Attendance.PRESENT, command.at)
    absent.state = Attendance.EXCUSED
    absent.save()


@commanded
def walk_in(
    store: Store, command: Command, meeting_uid: str, name: str, department: str = "", observer: bool = False
) -> str:
    """Someone nobody expected is here; the participant's uid."""
    return let_in(command, unsealed(meeting_uid), name, department, observer).uid


@commanded
def note_absent(store: Store, command: Command, meeting_uid: str, name: str) -> None:
    """Someone named in a line who is not here: on the list, and absent."""
    meeting = unsealed(meeting_uid)
    join(command, meeting, PlanPerson(name), state=Attendance.ABSENT)


def seat_recorder(command: Command, meeting: MeetingRow) -> None:
    """Who types is in the room, unless it was marked otherwise; within the caller's transaction."""
    for person in rows.people(meeting):
        if person.name == command.entered_by and person.state == Attendance.UNMARKED:
            _arrive(command, person, Attendance.PRESENT, command.at)


def let_in(
    command: Command, meeting: MeetingRow, name: str, department: str = "", observer: bool = False
) -> ParticipantRow:
    """A walk-in, present from now on, within the caller's transaction."""
    roles = (Role.OBSERVER,) if observer else (Role.ATTENDEE,)
    person = join(command, meeting, PlanPerson(name, department, roles=roles), walk_in=True)
    _arrive(command, person, Attendance.PRESENT, command.at)
    return person


@commanded
def come(store: Store, command: Command, participant_uid: str) -> None:
    """Someone comes in: late when the meeting runs and they were not here, back when they had left."""
    person = _person(participant_uid)
    late = _runs(person.meeting) and not rows.moves(person)
    _arrive(command, person, Attendance.LATE if late else Attendance.PRESENT, command.at)


@commanded
def leave(store: Store, command: Command, participant_uid: str) -> None:
    """Someone leaves the room. Refused("not_here") when they are not in it."""
    person = _person(participant_uid)
    moves = rows.moves(person)
    if person.state not in (Attendance.PRESENT, Attendance.LATE) or (
        moves and moves[-1].kind == Movement.LEFT
    ):
        raise Refused("not_here", name=person.name)
    with quorums.watched(command, person.meeting):
        rows.add(AttendanceRow, command, participant=person, kind=Movement.LEFT, at=_after(moves, command.at))
        with speaking(person.meeting.language):
            note_event(command, person.meeting, tr("{name} left", name=person.name))


def _person(participant_uid: str) -> ParticipantRow:
    person = rows.row(ParticipantRow, participant_uid)
    unsealed(person.meeting.uid)
    return person


def _runs(meeting: MeetingRow) -> bool:
    return meeting.phase in (Phase.IN_SESSION, Phase.READBACK)


def _after(moves: list[AttendanceRow], at: datetime) -> datetime:
    """`at`, or when they last came or went: a clock that was put back must not mix up the order."""
    return not_before(at, moves[-1].at if moves else None)


def _arrive(command: Command, person: ParticipantRow, state: Attendance, at: datetime) -> None:
    """Note that someone is here; a running meeting's log says so. Who is here stays as they are."""
    moves = rows.moves(person)
    if moves and moves[-1].kind != Movement.LEFT:
        if person.state != state:
            person.state = state
            person.save()
        return
    kind = Movement.RETURNED if moves else Movement.ARRIVED
    with quorums.watched(command, person.meeting):
        rows.add(AttendanceRow, command, participant=person, kind=kind, at=_after(moves, at))
        if kind is Movement.ARRIVED:
            person.state, person.reason = state, ""
            person.save()
        if _runs(person.meeting):
            with speaking(person.meeting.language):
                back = tr("{name} is back", name=person.name)
                arrived = tr("{name} arrived", name=person.name)
            note_event(command, person.meeting, arrived if kind is Movement.ARRIVED else back)
