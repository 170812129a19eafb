"""From which instants on an outcome needs attention, by the rules it is followed up after (T1-T3, T7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tui_minutes.domain.attending import feedback_day, is_followed, lacks
from tui_minutes.domain.cadence import acknowledgement_wanted, first_update_wanted, update_wanted
from tui_minutes.domain.outcomes import Change, Outcome, Part, Status
from tui_minutes.domain.policy import Policy, Rules
from tui_minutes.domain.standing import Standing
from tui_minutes.domain.workdays import Calendar

_ONE_DAY = timedelta(days=1)


def standing(
    outcome: Outcome, asked_at: datetime | None, zone: str, policy: Policy, calendar: Calendar
) -> Standing:
    """From which instants on `outcome` needs attention, in the IANA `zone` of its meeting.

    `asked_at` is what `asked_at()` says. Nothing for what is withdrawn, converted, ended or provisional;
    what is reported done waits for somebody else to confirm it. An instant beyond the calendar's years
    never comes.
    """
    if not is_followed(outcome) or outcome.status is Status.DONE:
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
    if feedback := feedback_day(outcome):
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
