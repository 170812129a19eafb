"""What needs attention today, over all meetings: the first thing Home shows (E3, F2, T1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.readback import unsigned
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.tracking import LedgerRow


class Concern(StrEnum):
    """Why something is on the list, in the order of urgency."""

    LATE = "late"
    MINUTES_LATE = "minutes_late"
    STARTS_TODAY = "starts_today"
    DUE_TODAY = "due_today"
    MINUTES_DUE = "minutes_due"
    UNSIGNED = "unsigned"
    DUE_THIS_WEEK = "due_this_week"


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing to look at: an outcome (`row`) or a `meeting`.

    `away` is how long until its time, negative when that is past; `names` are those who have not signed.
    """

    concern: Concern
    row: LedgerRow | None = None
    meeting: Meeting | None = None
    away: timedelta = timedelta(0)
    names: tuple[str, ...] = ()


def attention(
    rows: Iterable[LedgerRow],
    planned: Iterable[Meeting],
    signed: Iterable[MeetingRecord],
    now: datetime,
    today: date,
) -> list[Attention]:
    """All there is to look at on the day `today` at the instant `now`, most urgent first.

    `planned` are the meetings to come, `signed` the records of those that wait for the chair's approval.
    """
    found = [one for row in rows if (one := _of_outcome(row, today))]
    found += [one for meeting in planned if (one := _of_planned(meeting, now, today))]
    for record in signed:
        found += _of_signed(record, now)
    urgency = list(Concern)
    return sorted(found, key=lambda one: (urgency.index(one.concern), one.away))


def _of_outcome(row: LedgerRow, today: date) -> Attention | None:
    """Late, due today, or due by the Sunday of this week; provisional ones are still being made."""
    one = row.outcome
    if not (one.is_live and one.is_open) or one.due is None or one.status is Status.DONE or one.provisional:
        return None
    away = one.due - today
    if away.days > 6 - today.weekday():
        return None
    concern = Concern.LATE if away.days < 0 else Concern.DUE_THIS_WEEK if away.days else Concern.DUE_TODAY
    return Attention(concern, row=row, away=away)


def _of_planned(meeting: Meeting, now: datetime, today: date) -> Attention | None:
    start = meeting.scheduled_start
    if meeting.phase is not Phase.PLANNED or start is None or meeting.planned_start is None:
        return None
    if meeting.planned_start.date() != today:
        return None
    return Attention(Concern.STARTS_TODAY, meeting=meeting, away=start - now)


def _of_signed(record: MeetingRecord, now: datetime) -> list[Attention]:
    """The minutes that are to go out within 24 hours, and who has not signed them."""
    meeting, due = record.meeting, record.meeting.minutes_due()
    found = []
    if due is not None:
        concern = Concern.MINUTES_LATE if now > due else Concern.MINUTES_DUE
        found.append(Attention(concern, meeting=meeting, away=due - now))
    names = tuple(person.name for person in unsigned(record))
    if names:
        found.append(Attention(Concern.UNSIGNED, meeting=meeting, names=names))
    return found
