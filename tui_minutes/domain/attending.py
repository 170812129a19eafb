"""Which outcomes need attention, why and since when (T1-T3, T6, T7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Status
from tui_minutes.domain.tracking import LedgerRow

_ONE_DAY = timedelta(days=1)
_Found = Iterator[tuple["Need", date | datetime | None]]


class Need(StrEnum):
    """What an outcome needs attention for, in the order of attention."""

    LATE = "late"
    DUE_TODAY = "due_today"
    UNCLEAR = "unclear"
    UNACKNOWLEDGED = "unacknowledged"
    FEEDBACK = "feedback"
    STALE = "stale"
    LACKING = "lacking"
    WAITING = "waiting"
    DUE_THIS_WEEK = "due_this_week"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an outcome needs attention. `days` have gone by from `since` to today, negative when still to come.

    `since` is a day in the meeting's zone: the due day or that of the promised feedback, the day it was
    reported done, that of being asked (unacknowledged, unclear), of the last update (stale), of being made
    (lacking). `lacks` says what is missing, in the codes of `readback.Gap`.
    """

    need: Need
    since: date | None
    days: int = 0
    lacks: tuple[str, ...] = ()


def needs(row: LedgerRow, now: datetime) -> tuple[Reason, ...]:
    """All reasons why `row` needs attention at the instant `now`, the most urgent first."""
    one, place = row.outcome, ZoneInfo(row.zone)
    if not is_followed(one):
        return ()
    today = now.astimezone(place).date()
    if one.status is Status.DONE:
        found: _Found = iter([(Need.WAITING, one.done_on or one.updated_at)])
    else:
        found = _needs(row, now, today)
    since = {need: _day_of(at, place) for need, at in found}
    return tuple(
        Reason(
            need,
            since[need],
            (today - (since[need] or today)).days,
            lacks(one) if need is Need.LACKING else (),
        )
        for need in Need
        if need in since
    )


def _needs(row: LedgerRow, now: datetime, today: date) -> _Found:
    one, when = row.outcome, row.standing
    if when.late_on and when.late_on <= now:
        yield Need.LATE, one.due
    elif one.due == today:
        yield Need.DUE_TODAY, one.due
    elif one.due and today < one.due <= today + (6 - today.weekday()) * _ONE_DAY:
        yield Need.DUE_THIS_WEEK, one.due
    if one.unclear:
        yield Need.UNCLEAR, when.asked_at
    if when.ack_due_on and when.ack_due_on <= now:
        yield Need.UNACKNOWLEDGED, when.asked_at
    if when.stale_on and when.stale_on <= now:
        feedback = feedback_day(one)
        yield (Need.FEEDBACK, feedback) if feedback else (Need.STALE, one.updated_at)
    if when.lacking:
        yield Need.LACKING, one.created_at


def lacks(outcome: Outcome) -> tuple[str, ...]:
    """What of owner and date is missing: "no_owner", "no_due" (D5, D6).

    A decision that names neither is carried out by its actions, or needs none; a question is dated by its
    next feedback, too.
    """
    dated = bool(outcome.due or outcome.due_next_meeting or feedback_day(outcome))
    if outcome.kind is OutcomeKind.DECISION and (outcome.no_action or not (outcome.owners or dated)):
        return ()
    missing = {"no_owner": not outcome.owners, "no_due": not dated}
    return tuple(code for code, is_missing in missing.items() if is_missing)


def is_followed(outcome: Outcome) -> bool:
    """Whether it is in the ledger to be carried out: agreed by the room, and not ended."""
    return outcome.is_live and outcome.is_open and not outcome.provisional


def feedback_day(outcome: Outcome) -> date | None:
    """The day on which a question promised its next feedback (D6, T7)."""
    return outcome.next_feedback if outcome.kind is OutcomeKind.QUESTION else None


def _day_of(at: date | datetime | None, place: ZoneInfo) -> date | None:
    """The day that an instant is in the zone; a day stays itself."""
    return at.astimezone(place).date() if isinstance(at, datetime) else at
