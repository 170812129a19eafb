"""A template and a meeting: what is empty is filled from it, and a new one is made from what it has (B1)."""

from __future__ import annotations

from dataclasses import replace

from tui_minutes.domain import templates as domain
from tui_minutes.domain.checklist import Kept
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.plan import Plan, PlanCheck, PlanItem, PlanPerson
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.template_making import Taken, template_of
from tui_minutes.domain.templates import Template
from tui_minutes.services import agenda, meetings, policies, templates
from tui_minutes.services.commanded import commanded
from tui_minutes.services.invitees import join
from tui_minutes.services.phases import unsealed
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import ChecklistRow, MeetingRow


def preview(store: Store, meeting_uid: str, name: str, before: str = "") -> tuple[Plan, Plan]:
    """A meeting as it is planned, and as it would be with the template `name`; Refused as `templates.named`.

    What it has just as the template `before` brought it counts as empty.
    """
    with store.snapshot():
        record = store.record(meeting_uid)
        now, kept = _planned(store, record), store.preparing(record).kept
    wanted = templates.named(name, now.language)
    earlier = templates.named(before, now.language) if before else None
    then = domain.filled(now, wanted, earlier)
    return now, replace(then, checks=now.checks) if _is_begun(kept) else then


@commanded
def fill(store: Store, command: Command, meeting_uid: str, name: str, before: str = "") -> None:
    """Fill what a planned meeting leaves empty from the template `name`, as `preview` shows it.

    Refused: "already_running" once it is not planned any more, or as `templates.named`.
    """
    meeting = unsealed(meeting_uid)
    if meeting.phase != Phase.PLANNED:
        raise Refused("already_running", number=meeting.number)
    now, then = preview(store, meeting_uid, name, before)
    meeting.kind, meeting.place, meeting.level = then.kind, then.place, then.level
    meeting.expected, meeting.planned_end = list(then.expected), then.end
    meeting.version += 1
    meeting.save()
    _ask(command, meeting, now, then)
    _set_agenda(command, meeting, now, then)
    if then.checks != now.checks:
        ChecklistRow.delete().where(ChecklistRow.meeting == meeting).execute()
        meetings.keep_checks(command, meeting, then.checks)
    _set_series(meeting, then)


def _ask(command: Command, meeting: MeetingRow, now: Plan, then: Plan) -> None:
    there = {person.name for person in now.people}
    for person in then.people:
        if person.name not in there:
            join(command, meeting, person)


def _set_agenda(command: Command, meeting: MeetingRow, now: Plan, then: Plan) -> None:
    stays = len(now.agenda) if then.agenda[: len(now.agenda)] == now.agenda else 0
    for item in rows.agenda(meeting)[stays:]:
        agenda.take_off(item)
    for planned in then.agenda[stays:]:
        agenda.put_on(command, meeting, planned)


def _set_series(meeting: MeetingRow, then: Plan) -> None:
    """What holds for all meetings of its series."""
    series = meeting.series
    policies.take(series, then.policy)
    series.template, series.quorum = then.template, then.quorum
    series.save()


def made_from(store: Store, meeting_uid: str, name: str, taken: Taken) -> tuple[Template, int]:
    """The template `name` that a meeting makes, and how many of its texts were left out."""
    with store.snapshot():
        record = store.record(meeting_uid)
        plan = _planned(store, record)
        known = {*taken.known, *(one.name for one in store.people()), *(one.name for one in record.people)}
    base = templates.of_meeting(store, record.meeting)
    return template_of(plan, base, replace(taken, known=known), name)


def _planned(store: Store, record: MeetingRecord) -> Plan:
    """A meeting as a plan: what it has of all that a template can bring."""
    meeting: Meeting = record.meeting
    return Plan(
        title=meeting.title,
        kind=meeting.kind,
        start=meeting.planned_start,
        end=meeting.planned_end,
        zone=meeting.zone,
        place=meeting.place,
        level=meeting.level,
        goal=meeting.goal,
        expected=meeting.expected,
        people=tuple(
            PlanPerson(one.name, one.department, one.title, one.email, one.roles) for one in record.people
        ),
        agenda=_items(store, record),
        language=meeting.language,
        policy=meeting.policy,
        quorum=record.quorum,
        checks=tuple(_check(one) for one in store.preparing(record).kept),
    )


def _items(store: Store, record: MeetingRecord) -> tuple[PlanItem, ...]:
    worded = store.proposals(record.meeting.uid)
    return tuple(
        PlanItem(
            one.title, one.minutes, one.facilitator, one.prepare, one.origin, one.carried_from, one.level,
            proposals=tuple((each.kind, each.text) for each in worded if each.item_uid == one.uid),
        )
        for one in record.agenda
    )  # fmt: skip


def _check(kept: Kept) -> PlanCheck:
    return PlanCheck(kept.check or "", kept.text, kept.who, kept.ahead, kept.due)


def _is_begun(kept: tuple[Kept, ...]) -> bool:
    """Whether somebody has worked on a checklist: then it stays."""
    return any(one.done_at or one.note for one in kept)
