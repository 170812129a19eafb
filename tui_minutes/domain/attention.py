"""What needs attention today, over all meetings: the first thing Home shows (E3, F2, T1-T3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from tui_minutes.domain.attending import Need, Reason, needs
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.readback import unsigned
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.tracking import LedgerRow


class Concern(StrEnum):
    """Why a meeting is on the list."""

    STARTS_TODAY = "starts_today"
    MINUTES_LATE = "minutes_late"
    MINUTES_DUE = "minutes_due"
    UNSIGNED = "unsigned"


URGENCY: tuple[Concern | Need, ...] = (
    Concern.STARTS_TODAY,
    Concern.MINUTES_LATE,
    Need.LATE,
    Need.DUE_TODAY,
    Concern.MINUTES_DUE,
    Concern.UNSIGNED,
    *list(Need)[2:],
)
"""Meetings and outcomes in one order: what is a matter of hours, then what is late, then the rest."""


@dataclass(frozen=True, slots=True)
class OfOutcome:
    """An outcome and all reasons why it needs attention, the most urgent first."""

    row: LedgerRow
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """A meeting and why it needs attention.

    `away` is how long until its time, negative when that is past; `names` are those who have not signed.
    """

    meeting: Meeting
    concern: Concern
    away: timedelta = timedelta(0)
    names: tuple[str, ...] = ()


Attention = OfOutcome | OfMeeting


def attention(
    rows: Iterable[LedgerRow],
    planned: Iterable[Meeting],
    signed: Iterable[MeetingRecord],
    now: datetime,
    today: date,
) -> list[Attention]:
    """All there is to look at on the day `today` at the instant `now`, most urgent first.

    `rows` come in the order of attention, and stay in it; `planned` are the meetings to come, `signed` the
    records of those that wait for the chair's approval.
    """
    meetings = [one for meeting in planned if (one := _of_planned(meeting, now, today))]
    for record in signed:
        meetings += _of_signed(record, now)
    meetings.sort(key=lambda one: one.away)
    return sorted([*meetings, *of_outcomes(rows, now)], key=_rank)


def of_outcomes(rows: Iterable[LedgerRow], now: datetime) -> list[OfOutcome]:
    """Those of `rows` that need attention, in the same order."""
    return [OfOutcome(row, reasons) for row in rows if (reasons := needs(row, now))]


def _rank(one: Attention) -> int:
    return URGENCY.index(one.concern if isinstance(one, OfMeeting) else one.reasons[0].need)


def _of_planned(meeting: Meeting, now: datetime, today: date) -> OfMeeting | None:
    start = meeting.scheduled_start
    if meeting.phase is not Phase.PLANNED or start is None or meeting.planned_start is None:
        return None
    if meeting.planned_start.date() != today:
        return None
    return OfMeeting(meeting, Concern.STARTS_TODAY, start - now)


def _of_signed(record: MeetingRecord, now: datetime) -> list[OfMeeting]:
    """The minutes that are to go out within 24 hours, and who has not signed them."""
    meeting, due = record.meeting, record.meeting.minutes_due()
    found = []
    if due is not None:
        concern = Concern.MINUTES_LATE if now > due else Concern.MINUTES_DUE
        found.append(OfMeeting(meeting, concern, due - now))
    names = tuple(person.name for person in unsigned(record))
    if names:
        found.append(OfMeeting(meeting, Concern.UNSIGNED, names=names))
    return found
