"""What meetings remind whom of: minutes to approve and to send, preparations (B3, B5, F2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.duties import Duties
from tui_minutes.domain.meeting import Meeting, Phase, highest
from tui_minutes.domain.preparation import materials_due
from tui_minutes.domain.recipients import Surroundings
from tui_minutes.domain.remind_outcomes import is_near
from tui_minutes.domain.reminders import Concern, Matter, Reminder, Why
from tui_minutes.domain.stages import minutes_due, sending_due


def of_meeting(duties: Duties, now: datetime, around: Surroundings) -> Iterator[Reminder]:
    """Whom a meeting reminds of what at the instant `now`."""
    meeting = duties.meeting
    today = meeting.local(now).date()
    match meeting.phase:
        case Phase.SIGNED if due := minutes_due(meeting, around.policy, around.calendar):
            names = around.first(Role.CHAIR, Role.CONVENER, Role.RECORDER)
            yield from _told(
                names, _of_minutes(meeting, Why.APPROVE, meeting.local(due).date(), today, around)
            )
        case Phase.APPROVED if duties.approved_at:
            sending = sending_due(meeting, duties.approved_at, around.policy, around.calendar)
            due_day = meeting.local(sending).date()
            if duties.wants_sending(due_day, today):
                names = around.first(Role.RECORDER, Role.CHAIR, Role.CONVENER)
                yield from _told(names, _of_minutes(meeting, Why.SEND, due_day, today, around))
        case Phase.PLANNED:
            yield from _preparations(duties, now, today, around)


def _preparations(duties: Duties, now: datetime, today: date, around: Surroundings) -> Iterator[Reminder]:
    """What agenda items ask to be prepared, from the reminder for its day until the meeting begins (B3)."""
    meeting, start = duties.meeting, duties.meeting.scheduled_start
    if start is None or start <= now:
        return
    due = materials_due(meeting.local(start).date(), around.calendar)
    if due > today and not is_near(due, today, around):
        return
    for item in duties.agenda:
        if item.prepare:
            names = (item.facilitator,) if item.facilitator else around.first(Role.CONVENER, Role.CHAIR)
            matter = Matter(
                why=Why.PREPARE,
                subject=item.uid,
                number=meeting.number,
                text=item.prepare,
                about=meeting.title,
                level=highest(meeting.level, item.level or meeting.level),
                meeting_number=meeting.number,
                day=due,
                days=(today - due).days,
                due=due,
                owners=names,
                tell=around.first(Role.RECORDER),
            )
            yield from _told(names, matter)


def _of_minutes(meeting: Meeting, why: Why, due: date, today: date, around: Surroundings) -> Matter:
    return Matter(
        why=why,
        subject=meeting.uid,
        number=meeting.number,
        text=meeting.title,
        level=meeting.level,
        meeting_number=meeting.number,
        day=due,
        days=(today - due).days,
        due=due,
        tell=around.first(Role.RECORDER),
    )


def _told(names: tuple[str, ...], matter: Matter) -> Iterator[Reminder]:
    return (Reminder(name, Concern.ASKED, matter) for name in names)
