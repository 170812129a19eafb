"""Which outcomes need attention, why and since when (T1-T3, T6, T7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from tui_minutes.domain.cadence import acknowledgement_wanted, first_update_wanted, update_wanted
from tui_minutes.domain.outcomes import Change, Outcome, OutcomeKind, Part, Status
from tui_minutes.domain.policy import Policy, Rules
from tui_minutes.domain.standing import Standing
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.workdays import Calendar

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


def standing(
    outcome: Outcome, asked_at: datetime | None, zone: str, policy: Policy, calendar: Calendar
) -> Standing:
    """From which instants on `outcome` needs attention, in the IANA `zone` of its meeting.

    `asked_at` is what `asked_at()` says. Nothing for what is withdrawn, converted, ended or provisional;
    what is reported done waits for somebody else to confirm it. An instant beyond the calendar's years
    never comes.
    """
    if not _is_followed(outcome) or outcome.status is Status.DONE:
        return Standing()
    place = ZoneInfo(zone)
    return Standing(
        late_on=_day_end(outcome.due, place),
        stale_on=_stale_on(outcome, asked_at, place, policy, calendar),
        ack_due_on=_ack_due_on(outcome, asked_at, place, policy, calendar),
        asked_at=asked_at,
        lacking=bool(lacks(outcome)),
    )


def standing_by(
    rules: Rules, preset: str, outcome: Outcome, asked_at: datetime | None, zone: str
) -> Standing:
    """`standing` after `rules`; `preset` is that of the outcome's series, "" for the default."""
    instants = [at for at in (outcome.created_at, outcome.updated_at, asked_at) if at]
    years = range(min(instants).year - 1, max(instants).year + 2) if instants else range(0)
    return standing(outcome, asked_at, zone, rules.policies(preset), rules.calendar(years))


def asked_at(changes: Sequence[Change]) -> datetime | None:
    """When somebody was last asked: the owner to acknowledge it, or the convener to make it clear (T2).

    `changes` is its history, oldest first. The owner is asked when it is sealed, handed over or put back
    to unconfirmed, and once more when it has been explained.
    """
    return next((one.at for one in reversed(changes) if _asks(one)), changes[0].at if changes else None)


def needs(row: LedgerRow, now: datetime) -> tuple[Reason, ...]:
    """All reasons why `row` needs attention at the instant `now`, the most urgent first."""
    one, place = row.outcome, ZoneInfo(row.zone)
    if not _is_followed(one):
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
        feedback = _feedback(one)
        yield (Need.FEEDBACK, feedback) if feedback else (Need.STALE, one.updated_at)
    if when.lacking:
        yield Need.LACKING, one.created_at


def lacks(outcome: Outcome) -> tuple[str, ...]:
    """What of owner and date is missing: "no_owner", "no_due" (D5, D6).

    A decision that names neither is carried out by its actions, or needs none; a question is dated by its
    next feedback, too.
    """
    dated = bool(outcome.due or outcome.due_next_meeting or _feedback(outcome))
    if outcome.kind is OutcomeKind.DECISION and (outcome.no_action or not (outcome.owners or dated)):
        return ()
    missing = {"no_owner": not outcome.owners, "no_due": not dated}
    return tuple(code for code, is_missing in missing.items() if is_missing)


def _is_followed(outcome: Outcome) -> bool:
    """Whether it is in the ledger to be carried out: agreed by the room, and not ended."""
    return outcome.is_live and outcome.is_open and not outcome.provisional


def _feedback(outcome: Outcome) -> date | None:
    """The day on which a question promised its next feedback (D6, T7)."""
    return outcome.next_feedback if outcome.kind is OutcomeKind.QUESTION else None


def _day_end(day: date | None, place: ZoneInfo) -> datetime | None:
    """The instant at which `day` has ended in the zone, whatever its clocks do at midnight."""
    if day is None:
        return None
    try:
        return datetime.combine(day + _ONE_DAY, time(), place).astimezone(UTC)
    except OverflowError:
        return None


def _stale_on(
    outcome: Outcome, asked: datetime | None, place: ZoneInfo, policy: Policy, calendar: Calendar
) -> datetime | None:
    """The end of the day of promised feedback; without one, what the cadence says (T3)."""
    if feedback := _feedback(outcome):
        return _day_end(feedback, place)
    updated = outcome.updated_at
    if updated is None:
        return None
    untouched = asked is not None and updated <= asked
    wanted = first_update_wanted if untouched else update_wanted
    try:
        return _instant(wanted(_wall(updated, place), outcome.priority, policy, calendar), place)
    except OverflowError:
        return None


def _ack_due_on(
    outcome: Outcome, asked: datetime | None, place: ZoneInfo, policy: Policy, calendar: Calendar
) -> datetime | None:
    """Until when the owner is to have acknowledged it (T2).

    While the owner waits for an answer of the convener, nothing is asked of the owner.
    """
    if outcome.status is not Status.UNCONFIRMED or outcome.unclear or not outcome.owners or asked is None:
        return None
    try:
        return _instant(acknowledgement_wanted(_wall(asked, place), policy, calendar), place)
    except OverflowError:
        return None


def _wall(at: datetime, place: ZoneInfo) -> datetime:
    return at.astimezone(place).replace(tzinfo=None, fold=0)


def _instant(wall: datetime, place: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=place).astimezone(UTC)


def _asks(change: Change) -> bool:
    """Whether this step asks somebody anew."""
    fields = change.changes
    sealed = fields.get("provisional", (None, None))[1] is False
    put_back = fields.get("status", (None, None))[1] == Status.UNCONFIRMED
    return sealed or put_back or "unclear" in fields or _owner_changed(change)


def _owner_changed(change: Change) -> bool:
    before, after = change.changes.get("people", ((), ()))
    return _responsible(before) != _responsible(after)


def _responsible(people: object) -> list[str]:
    """The names of the responsible ones, from people as history tells them: part, name, department."""
    listed = people if isinstance(people, list | tuple) else ()
    return [name for part, name, *_ in listed if part == Part.RESPONSIBLE]


def _day_of(at: date | datetime | None, place: ZoneInfo) -> date | None:
    """The day that an instant is in the zone; a day stays itself."""
    return at.astimezone(place).date() if isinstance(at, datetime) else at
