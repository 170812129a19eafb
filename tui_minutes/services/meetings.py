"""Preparing a meeting: basics, people, agenda; and one that starts now without a plan (B1-B4)."""

from __future__ import annotations

from typing import Any

from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.attendance import Attendance, Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import RUNNING, SEALED, Phase
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import current_language
from tui_minutes.services import policies
from tui_minutes.services.commanded import commanded
from tui_minutes.services.readings import readings
from tui_minutes.services.withdrawal import withdraw_outcome
from tui_minutes.services.zones import machine_zone
from tui_minutes.store import directory, numbers, outcomes, rows, tracked
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AgendaRow, MeetingRow, OutcomeRow, ParticipantRow, SeriesRow

BASICS = (
    "title", "kind", "goal", "expected", "place", "planned_start", "planned_end", "level", "language", "zone"
)  # fmt: skip


@commanded
def create(store: Store, command: Command, plan: Plan) -> str:
    """Make a planned meeting; its uid. Refused("no_title") without a title."""
    return make(command, plan).uid


def make(command: Command, plan: Plan) -> MeetingRow:
    """The rows of a planned meeting, within the caller's transaction."""
    if not plan.title.strip():
        raise Refused("no_title")
    year = (plan.start or command.at).year
    follows = rows.row(MeetingRow, plan.follows) if plan.follows else None
    meeting = rows.add(
        MeetingRow, command, number=numbers.meeting_number(year), title=plan.title, kind=plan.kind,
        phase=Phase.PLANNED, goal=plan.goal, expected=list(plan.expected), place=plan.place,
        zone=plan.zone or machine_zone(), planned_start=plan.start, planned_end=plan.end, level=plan.level,
        language=plan.language or current_language(), follows=follows, recorder=command.entered_by,
        series=_series(command, plan, follows),
    )  # fmt: skip
    for person in plan.people:
        join(command, meeting, person)
    for item in plan.agenda:
        put_on(command, meeting, item)
    return meeting


def _series(command: Command, plan: Plan, follows: MeetingRow | None) -> SeriesRow:
    """The series of the meeting it follows; else one of its own, which later ones may join."""
    if follows is not None and follows.series_id:
        earlier: SeriesRow = follows.series
        return earlier
    return rows.add(SeriesRow, command, title=plan.title)


@commanded
def start_now(store: Store, command: Command, title: str, zone: str, language: str) -> str:
    """A meeting that runs at once, without plan or people; who types (if known) records and is present."""
    meeting = make(command, Plan(title=title, zone=zone, language=language))
    if command.entered_by:
        recorder = PlanPerson(command.entered_by, roles=(Role.RECORDER, Role.ATTENDEE))
        join(command, meeting, recorder, state=Attendance.PRESENT)
    meeting.phase, meeting.started_at = Phase.IN_SESSION, command.at
    meeting.save()
    return meeting.uid


@commanded
def update(store: Store, command: Command, /, meeting_uid: str, **fields: Any) -> None:  # noqa: ANN401
    """Change the basics of a meeting that is not sealed; `fields` are named as in `BASICS`.

    `policy` is the preset of rules for its whole series.
    """
    meeting = unsealed(meeting_uid)
    if not str(fields.get("title", meeting.title)).strip():
        raise Refused("no_title")
    for name in BASICS:
        if name in fields:
            value = fields[name]
            setattr(meeting, name, list(value) if name == "expected" else value)
    start, end = meeting.planned_start, meeting.planned_end
    if start and end and end <= start:
        raise Refused("end_before_start")
    if "policy" in fields and meeting.series_id:
        policies.take(meeting.series, str(fields["policy"]))
    meeting.version += 1
    meeting.save()
    tracked.keep_where(OutcomeRow.meeting == meeting)


def unsealed(meeting_uid: str) -> MeetingRow:
    """The row of a meeting that may still be changed; Refused: sealed, over (a standup), cancelled."""
    meeting = rows.row(MeetingRow, meeting_uid)
    if meeting.phase == Phase.HELD:
        raise Refused("over", number=meeting.number)
    if meeting.phase in SEALED:
        raise Refused("sealed", number=meeting.number)
    if meeting.phase == Phase.CANCELLED:
        raise Refused("cancelled", number=meeting.number)
    return meeting


def join(command: Command, meeting: MeetingRow, person: PlanPerson, **more: Any) -> ParticipantRow:  # noqa: ANN401
    """A new participant, remembered in the directory. Refused("already_there") for the same person twice."""
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
    row.person = directory.remember(
        command.at,
        person.name,
        person.department,
        person.title,
        person.email,
        readings(person.name),
        row.person,
    )
    row.name, row.department, row.title, row.email = (
        person.name,
        person.department,
        person.title,
        person.email,
    )
    row.roles = [role.value for role in person.roles or (Role.ATTENDEE,)]
    row.save()


@commanded
def remove_person(store: Store, command: Command, participant_uid: str) -> None:
    """Take someone off the list; once the meeting runs, they are marked absent instead."""
    row = rows.row(ParticipantRow, participant_uid)
    if unsealed(row.meeting.uid).phase not in (Phase.PLANNED, Phase.CHECK_IN) or rows.moves(row):
        raise Refused("person_was_there", name=row.name)
    row.delete_instance()


def put_on(command: Command, meeting: MeetingRow, item: PlanItem) -> AgendaRow:
    """A new agenda item at the end. Refused("no_title") without a title."""
    if not item.title.strip():
        raise Refused("no_title")
    carried = rows.row(AgendaRow, item.carried_from) if item.carried_from else None
    return rows.add(
        AgendaRow, command, meeting=meeting, title=item.title,
        position=rows.next_position(AgendaRow, meeting), minutes=max(item.minutes, 0),
        facilitator=item.facilitator, prepare=item.prepare, origin=item.origin,
        level=item.level, carried_from=carried,
    )  # fmt: skip


@commanded
def add_item(store: Store, command: Command, meeting_uid: str, item: PlanItem) -> str:
    """Put an item at the end of the agenda; its uid."""
    return put_on(command, unsealed(meeting_uid), item).uid


@commanded
def edit_item(store: Store, command: Command, item_uid: str, item: PlanItem) -> None:
    """Change the title, minutes, facilitator, preparation or level of an item."""
    row = rows.row(AgendaRow, item_uid)
    unsealed(row.meeting.uid)
    if not item.title.strip():
        raise Refused("no_title")
    row.title, row.minutes, row.facilitator = item.title, max(item.minutes, 0), item.facilitator
    row.prepare, row.level = item.prepare, item.level
    row.save()
    tracked.keep_where(OutcomeRow.item == row)


@commanded
def remove_item(store: Store, command: Command, item_uid: str) -> None:
    """Take an item off the agenda; one that was opened, or carried over, is put off instead."""
    row = rows.row(AgendaRow, item_uid)
    unsealed(row.meeting.uid)
    if row.state != ItemState.PENDING or row.meeting.phase in RUNNING[1:]:
        raise Refused("item_was_opened", title=row.title)
    if row.carried_from_id:
        raise Refused("item_is_carried", title=row.title)
    row.delete_instance()


@commanded
def move_item(store: Store, command: Command, item_uid: str, step: int) -> None:
    """Move an item up (-1) or down (+1); at the edge nothing happens."""
    row = rows.row(AgendaRow, item_uid)
    _swap(rows.agenda(unsealed(row.meeting.uid)), item_uid, step)


@commanded
def move_person(store: Store, command: Command, participant_uid: str, step: int) -> None:
    """Move a person up (-1) or down (+1) in the list; at the edge nothing happens."""
    row = rows.row(ParticipantRow, participant_uid)
    _swap(rows.people(unsealed(row.meeting.uid)), participant_uid, step)


def _swap(ordered: list[Any], uid: str, step: int) -> None:
    place = next(index for index, one in enumerate(ordered) if one.uid == uid)
    other = place + step
    if 0 <= other < len(ordered):
        ordered[place], ordered[other] = ordered[other], ordered[place]
    for position, one in enumerate(ordered, start=1):
        one.position = position
        one.save()


@commanded
def cancel(store: Store, command: Command, meeting_uid: str) -> None:
    """Call a meeting off before it begins; it stays on record, what was noted for it is withdrawn."""
    meeting = unsealed(meeting_uid)
    if meeting.phase not in (Phase.PLANNED, Phase.CHECK_IN):
        raise Refused("already_running", number=meeting.number)
    for outcome in rows.live_outcomes(meeting):
        withdraw_outcome(command, outcome)
    meeting.phase = Phase.CANCELLED
    meeting.save()
