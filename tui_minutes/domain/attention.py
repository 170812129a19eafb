"""What needs attention today, over all meetings: the first thing Home shows (E3, F2, T1-T3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tui_minutes.domain.attending import Need, Reason, needs
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.duties import Duties
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.policy import Policy, preset
from tui_minutes.domain.readback import unsigned
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.stages import minutes_due, sending_due
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.workdays import WEEKENDS, Calendar

if TYPE_CHECKING:  # a start without a meeting to come needs none
    from tui_minutes.domain.checklist import Preparing


class Concern(StrEnum):
    """Why a meeting is on the list."""

    STARTS_TODAY = "starts_today"
    MINUTES_LATE = "minutes_late"
    MINUTES_DUE = "minutes_due"
    UNSIGNED = "unsigned"
    SENDING_LATE = "sending_late"
    SENDING_DUE = "sending_due"
    UNPREPARED = "unprepared"
    TO_PREPARE = "to_prepare"


URGENCY: tuple[Concern | Need, ...] = (
    Concern.STARTS_TODAY,
    Concern.MINUTES_LATE,
    Concern.SENDING_LATE,
    Concern.UNPREPARED,
    Need.LATE,
    Need.DUE_TODAY,
    Concern.MINUTES_DUE,
    Concern.SENDING_DUE,
    Concern.TO_PREPARE,
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

    `away` is how long until its time, negative when that is past; `names` are those who have not signed, whom
    the minutes have not reached, or who see to what should be ready: so much is `late`, so much due `today`.
    """

    meeting: Meeting
    concern: Concern
    away: timedelta = timedelta(0)
    names: tuple[str, ...] = ()
    late: int = 0
    today: int = 0


Attention = OfOutcome | OfMeeting


@dataclass(frozen=True, slots=True)
class Around:
    """The day `today` where somebody looks, and what deadlines are counted by."""

    today: date
    policies: Callable[[str], Policy] = preset
    calendar: Calendar = WEEKENDS


@dataclass(frozen=True, slots=True)
class Needy:
    """What needs attention: `theirs`, whose first tracker a head of `departments` is (T1), then the `others`.

    There is `more` than these.
    """

    theirs: Sequence[Attention]
    departments: tuple[str, ...]
    others: Sequence[Attention]
    more: bool = False


def attention(
    rows: Iterable[LedgerRow],
    planned: Iterable[Meeting],
    signed: Iterable[MeetingRecord],
    approved: Iterable[Duties],
    now: datetime,
    around: Around,
    preparing: Iterable[Preparing] = (),
) -> list[Attention]:
    """All there is to look at at the instant `now`, most urgent first.

    `rows` come in the order of attention, and stay in it; `planned` are the meetings to come, `signed` the
    records of those that wait for the chair's approval, `approved` those whose minutes may have to be sent,
    `preparing` those with something to be ready.
    """
    meetings = [one for meeting in planned if (one := _of_planned(meeting, now, around.today))]
    for record in signed:
        meetings += _of_signed(record, now, around)
    meetings += [one for duties in approved if (one := _of_approved(duties, now, around))]
    meetings += [one for coming in preparing if (one := _of_preparing(coming, now, around))]
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


def _of_signed(record: MeetingRecord, now: datetime, around: Around) -> list[OfMeeting]:
    """The minutes that are to be approved in time, and who has not signed them."""
    meeting = record.meeting
    due = minutes_due(meeting, around.policies(meeting.policy), around.calendar)
    found = []
    if due is not None:
        concern = Concern.MINUTES_LATE if now > due else Concern.MINUTES_DUE
        found.append(OfMeeting(meeting, concern, due - now))
    names = tuple(person.name for person in unsigned(record))
    if names:
        found.append(OfMeeting(meeting, Concern.UNSIGNED, names=names))
    return found


def _of_preparing(preparing: Preparing, now: datetime, around: Around) -> OfMeeting | None:
    """What is late, or to be ready today, before a meeting to come (B5)."""
    from tui_minutes.domain.checklist import checklist  # only where there is a meeting to come

    meeting, start = preparing.meeting, preparing.meeting.scheduled_start
    today = meeting.local(now).date()
    found = checklist(preparing, around.policies(meeting.policy), around.calendar)
    late = [one for one in found if one.is_late(today)]
    due = [one for one in found if not one.is_done and one.due == today]
    if start is None or not (late or due):
        return None
    concern = Concern.UNPREPARED if late else Concern.TO_PREPARE
    names = tuple(dict.fromkeys(one.who for one in (*late, *due) if one.who))
    return OfMeeting(meeting, concern, start - now, names, len(late), len(due))


def _of_approved(duties: Duties, now: datetime, around: Around) -> OfMeeting | None:
    """The minutes that are to be sent in time."""
    meeting = duties.meeting
    if duties.approved_at is None:
        return None
    due = sending_due(meeting, duties.approved_at, around.policies(meeting.policy), around.calendar)
    if not duties.wants_sending(meeting.local(due).date(), meeting.local(now).date()):
        return None
    concern = Concern.SENDING_LATE if now > due else Concern.SENDING_DUE
    return OfMeeting(meeting, concern, due - now, duties.unsent or ())
