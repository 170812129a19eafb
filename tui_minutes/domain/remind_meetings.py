"""What meetings remind whom of: minutes to approve and to send, what is to be ready (B5, F2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.checklist import Preparation, Preparing, checklist
from tui_minutes.domain.duties import Duties
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.recipients import OF_THE_MEETING, Surroundings
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


def of_preparing(preparing: Preparing, now: datetime, around: Surroundings) -> Iterator[Reminder]:
    """Whom a meeting to come reminds of what is not ready, from the reminder for its day on (B5)."""
    meeting = preparing.meeting
    today = meeting.local(now).date()
    for one in checklist(preparing, around.policy, around.calendar):
        if not one.is_done and one.due and (one.due <= today or is_near(one.due, today, around)):
            names = (one.who,) if one.who else around.first(*OF_THE_MEETING)
            yield from _told(names, _to_be_ready(meeting, one, one.due, today, names, around))


def _to_be_ready(
    meeting: Meeting, one: Preparation, due: date, today: date, names: tuple[str, ...], around: Surroundings
) -> Matter:
    usual = one.key == one.kept.check
    return Matter(
        why=Why.PREPARE,
        subject=f"{meeting.uid} {one.key}" if usual else one.key,
        number=meeting.number,
        text=one.kept.text,
        check=one.kept.check,
        about=meeting.title,
        level=one.level,
        meeting_number=meeting.number,
        day=due,
        days=(today - due).days,
        due=due,
        owners=names,
        tell=around.first(Role.RECORDER),
    )


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
