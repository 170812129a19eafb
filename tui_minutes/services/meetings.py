"""Making a meeting, from a plan or at once; its basics; calling it off (B1, B2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui_minutes.domain.attendance import Attendance, Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import Plan, PlanCheck, PlanPerson
from tui_minutes.domain.quorum import read_rule
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import current_language
from tui_minutes.services import policies
from tui_minutes.services.agenda import put_on
from tui_minutes.services.commanded import commanded
from tui_minutes.services.invitees import join
from tui_minutes.services.phases import unsealed
from tui_minutes.services.withdrawal import withdraw_outcome
from tui_minutes.services.zones import machine_zone
from tui_minutes.store import numbers, rows, tracked
from tui_minutes.store.store import Store
from tui_minutes.store.tables import ChecklistRow, MeetingRow, OccurrenceRow, OutcomeRow, SeriesRow

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
    _keep_preparation(command, meeting, plan)
    return meeting


def _keep_preparation(command: Command, meeting: MeetingRow, plan: Plan) -> None:
    """Its place in the rhythm of its series, and its checklist where the plan brings one."""
    if plan.slot:
        rows.add(OccurrenceRow, command, meeting=meeting, slot=plan.slot)
    keep_checks(command, meeting, plan.checks)


def keep_checks(command: Command, meeting: MeetingRow, checks: Iterable[PlanCheck]) -> None:
    """The checklist of a meeting that has none yet, within the caller's transaction (B5)."""
    for position, one in enumerate(checks, 1):
        rows.add(
            ChecklistRow, command, meeting=meeting, position=position, check=one.check, text=one.text,
            who=one.who, ahead=one.ahead, due=one.due,
        )  # fmt: skip


def _series(command: Command, plan: Plan, follows: MeetingRow | None) -> SeriesRow:
    """The series of the meeting it follows; else one of its own, which later ones may join."""
    if follows is not None and follows.series_id:
        earlier: SeriesRow = follows.series
        return earlier
    rule = read_rule(plan.quorum)
    return rows.add(
        SeriesRow, command, title=plan.title, template=plan.template, policy=plan.policy, quorum=rule
    )


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


@commanded
def cancel(store: Store, command: Command, meeting_uid: str) -> None:
    """Call a meeting off before it begins; it stays on record, what was noted for it is withdrawn."""
    call_off(command, unsealed(meeting_uid))


def call_off(command: Command, meeting: MeetingRow) -> None:
    """`cancel` within the caller's transaction. Refused("already_running")."""
    if meeting.phase not in (Phase.PLANNED, Phase.CHECK_IN):
        raise Refused("already_running", number=meeting.number)
    for outcome in rows.live_outcomes(meeting):
        withdraw_outcome(command, outcome)
    meeting.phase = Phase.CANCELLED
    meeting.save()
