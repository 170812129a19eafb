"""What outcomes remind whom of: what is late or due, waits for a word, or lacks something (T2-T4, T6, T7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_minutes.domain import recipients
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.attending import Need, lacks, needs
from tui_minutes.domain.outcomes import Priority, Status
from tui_minutes.domain.recipients import Surroundings
from tui_minutes.domain.reminders import Concern, Matter, Reminder, Why
from tui_minutes.domain.tracking import LedgerRow

_WHYS = {
    Need.LATE: Why.LATE,
    Need.DUE_TODAY: Why.DUE_TODAY,
    Need.UNCLEAR: Why.UNCLEAR,
    Need.UNACKNOWLEDGED: Why.UNACKNOWLEDGED,
    Need.FEEDBACK: Why.FEEDBACK,
    Need.STALE: Why.STALE,
    Need.LACKING: Why.LACKING,
    Need.WAITING: Why.WAITING,
}
"""What a reminder says of what needs attention; for a date to come there is the reminder before it."""


def of_outcome(row: LedgerRow, now: datetime, around: Surroundings) -> Iterator[Reminder]:
    """Whom `row` reminds of what at the instant `now`; each person once for each reason."""
    today = now.astimezone(ZoneInfo(row.zone)).date()
    for why, day in (*_needed(row, now), *_near(row, today, around)):
        matter = _matter(row, why, day, today, around)
        told = {
            Concern.ASKED: recipients.asked(row.outcome, why, around),
            Concern.HEAD: recipients.heads(row.outcome, why, around),
            Concern.COPIED: recipients.copied(row.outcome, why, around),
        }
        reached: set[str] = set()
        for concern, names in told.items():
            yield from (Reminder(name, concern, matter) for name in names if name not in reached)
            reached.update(names)


def is_near(day: date, today: date, around: Surroundings) -> bool:
    """Whether the time of the reminder for `day` has come, and `day` itself has not (T4)."""
    return today < day and around.calendar.add_workdays(day, -around.policy.reminder_workdays)[0] <= today


def _needed(row: LedgerRow, now: datetime) -> Iterator[tuple[Why, date | None]]:
    for reason in needs(row, now):
        if reason.need in _WHYS:
            yield _WHYS[reason.need], reason.since


def _near(row: LedgerRow, today: date, around: Surroundings) -> Iterator[tuple[Why, date]]:
    """The due date, or the promised feedback, that comes next (T4, T7)."""
    one = row.outcome
    if not (one.is_live and one.is_open) or one.provisional or one.status is Status.DONE:
        return
    for why, day in ((Why.DUE_SOON, one.due), (Why.FEEDBACK, one.next_feedback)):
        if day and (is_near(day, today, around) or (why is Why.FEEDBACK and day == today)):
            yield why, day


def _matter(row: LedgerRow, why: Why, day: date | None, today: date, around: Surroundings) -> Matter:
    one = row.outcome
    return Matter(
        why=why,
        subject=one.uid,
        number=one.number,
        text=one.text,
        level=row.level,
        meeting_number=row.meeting_number,
        day=day,
        days=(today - day).days if day else 0,
        due=one.due,
        owners=one.owners,
        department=one.department,
        urgent=one.priority is Priority.URGENT,
        lacks=lacks(one) if why is Why.LACKING else (),
        question=one.unclear if why is Why.UNCLEAR else "",
        tell=around.first(Role.RECORDER),
    )
