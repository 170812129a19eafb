"""The next meeting of a series: when it is, its people, what comes along and what ends here (B8, E2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.plan import Plan, PlanCheck, PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.series import Coming, NextMeeting, When
from tui_minutes.domain.templates import filled
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import speaking
from tui_minutes.services import checklist, ending_here, next_dates, templates
from tui_minutes.services.agenda import put_on
from tui_minutes.services.carrying import Carrying
from tui_minutes.services.commanded import commanded
from tui_minutes.services.laying_aside import lay_aside
from tui_minutes.services.meetings import make
from tui_minutes.services.phases import unsealed
from tui_minutes.store import meetings, rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow


def preview(
    store: Store, meeting_uid: str, now: datetime, calendar: Calendar, start: datetime | None = None
) -> NextMeeting:
    """What `follow_up` would make of a meeting at the instant `now`; nothing is written.

    It is at the local time `start`, else when the readback or the rhythm says.
    """
    with store.snapshot():
        past = _past(meeting_uid)
        when = next_dates.when(past, now, calendar, start)
        planned = next_dates.planned_after(past)
        into = rows.row(MeetingRow, planned.uid) if planned else None
        return NextMeeting(
            past=meetings.meeting_of(past),
            when=when,
            people=len(_people(past)),
            coming=_coming(past, None, _day(when, now, past)),
            ends=ending_here.of(past),
            planned=meetings.meeting_of(into) if into else None,
        )


def waiting(store: Store, meeting_uid: str, now: datetime) -> tuple[Coming, ...]:
    """What the series has not dealt with and a planned meeting does not have on its agenda yet."""
    with store.snapshot():
        into = rows.row(MeetingRow, meeting_uid)
        if into.phase != Phase.PLANNED:
            return ()
        return _coming(into, into, _day(When(into.planned_start), now, into))


@commanded
def follow_up(
    store: Store,
    command: Command,
    meeting_uid: str,
    when: When | None = None,
    without: Collection[str] = (),
    aside: Collection[str] = (),
) -> str:
    """Plan the meeting after another one; its uid. `without` are the keys of what does not come along this
    time, `aside` of what does not come up again.

    Without `when` it is at what the readback said. Refused("not_followed") after one that was purged, or
    taken over with a ledger.
    """
    past = _past(meeting_uid)
    when = when or next_dates.as_fixed(past)
    lay_aside(command, past, aside)
    left_out = {*without, *aside}
    coming = [one for one in _coming(past, None, _day(when, command.at, past)) if one.key not in left_out]
    plan = Plan(
        title=past.title, kind=MeetingKind(past.kind), start=when.start, end=when.end, slot=when.slot,
        zone=when.zone or past.zone, place=past.next_place or past.place, level=Level(past.level),
        goal=past.next_focus if past.uid in (one.key for one in coming) else "", people=_people(past),
        agenda=tuple(one.item for one in coming), language=past.language, follows=past.uid,
    )  # fmt: skip
    return make(command, replace(plan, checks=_checks(past, plan))).uid


def _checks(past: MeetingRow, plan: Plan) -> tuple[PlanCheck, ...]:
    """The checklist of the last meeting; else that of the template of its series; without one, the usual."""
    if kept := checklist.again(past):
        return kept
    template = past.series.template if past.series_id else ""
    if not template:
        return ()
    return filled(plan, templates.of_series(template, plan.kind, plan.language)).checks


@commanded
def bring(
    store: Store,
    command: Command,
    meeting_uid: str,
    without: Collection[str] = (),
    aside: Collection[str] = (),
) -> int:
    """Put what waits in its series on the agenda of a planned meeting; how many items these are.

    Refused as `unsealed` does, and "already_running".
    """
    into = unsealed(meeting_uid)
    if into.phase != Phase.PLANNED:
        raise Refused("already_running", number=into.number)
    lay_aside(command, into, aside)
    left_out = {*without, *aside}
    coming = _coming(into, into, _day(When(into.planned_start), command.at, into))
    taken = [one for one in coming if one.key not in left_out]
    for one in taken:
        put_on(command, into, one.item)
    return len(taken)


def _past(meeting_uid: str) -> MeetingRow:
    past = rows.row(MeetingRow, meeting_uid)
    if past.phase in (Phase.PURGED, Phase.HELD):
        raise Refused("not_followed", number=past.number)
    return past


def _day(when: When, now: datetime, past: MeetingRow) -> date:
    """The day of the next meeting; today while that is open."""
    return (when.start or meetings.meeting_of(past).local(now)).date()


def _coming(past: MeetingRow, into: MeetingRow | None, day: date) -> tuple[Coming, ...]:
    with speaking(past.language):
        return Carrying(past, into, day).all()


def _people(past: MeetingRow) -> tuple[PlanPerson, ...]:
    """Who was asked last time: substitutes leave their place to the one they stood in for."""
    return tuple(
        PlanPerson(p.name, p.department, p.title, p.email, tuple(Role(role) for role in p.roles))
        for p in rows.people(past)
        if not p.substitutes
    )
