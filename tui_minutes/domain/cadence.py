"""When an update is wanted: urgent in days, important by Friday, routine by the month's end (T2, T3)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tui_minutes.domain.outcomes import Priority
from tui_minutes.domain.policy import Period, Policy
from tui_minutes.domain.workdays import Calendar

_ONE_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def acknowledgement_wanted(asked: datetime, policy: Policy, calendar: Calendar) -> datetime:
    """Until when an owner asked at `asked` is to acknowledge: closing time of a working day (T2).

    Asked on a day off or after closing time, they are asked on the next working day. This and the others
    take and give wall times of one zone, and raise OverflowError beyond the years a date can hold.
    """
    after_hours = asked.time() >= policy.closes
    day = calendar.workday_from(asked.date() + after_hours * _ONE_DAY)
    return datetime.combine(calendar.add_workdays(day, policy.ack_workdays)[0], policy.closes)


def first_update_wanted(
    asked: datetime, priority: Priority | None, policy: Policy, calendar: Calendar
) -> datetime:
    """Until when the first update is in time, of what nobody has touched since its owner was asked.

    By the deadline of this week or month (T3), where that comes after the day to acknowledge it.
    """
    period = _period(priority, policy)
    if period is None:
        return asked + timedelta(days=policy.urgent_days)
    acknowledged = acknowledgement_wanted(asked, policy, calendar).date()
    return _deadline(acknowledged + _ONE_DAY, period, policy, calendar)


def update_wanted(
    updated: datetime, priority: Priority | None, policy: Policy, calendar: Calendar
) -> datetime:
    """Until when the next update is in time after the one at `updated`.

    An update counts for the week or month it is made in, also after that one's deadline: the next is wanted
    by the deadline of the following one.
    """
    period = _period(priority, policy)
    if period is None:
        return updated + timedelta(days=policy.urgent_days)
    day = updated.date()
    following = _next_week(day) if period is Period.WEEK else _next_month(day)
    return _deadline(following, period, policy, calendar)


def _period(priority: Priority | None, policy: Policy) -> Period | None:
    """Within which an update is wanted; None for what is urgent, where days are counted."""
    match priority or policy.unset:
        case Priority.URGENT:
            return None
        case Priority.IMPORTANT:
            return Period.WEEK
        case Priority.ROUTINE:
            return policy.routine


def _deadline(day: date, period: Period, policy: Policy, calendar: Calendar) -> datetime:
    """The first deadline on `day` or later. A week or month without working days has none."""
    while True:
        if period is Period.WEEK:
            following, found = _next_week(day), _of_week(day, policy, calendar)
        else:
            following = _next_month(day)
            found = calendar.last_workday(day.replace(day=1), following - _ONE_DAY)
        if found and found >= day:
            return datetime.combine(found, policy.closes)
        day = following


def _of_week(day: date, policy: Policy, calendar: Calendar) -> date | None:
    """The wanted weekday of the week of `day`; if it is off, the last working day of that week."""
    sunday = _next_week(day) - _ONE_DAY
    monday = sunday - 6 * _ONE_DAY
    wanted = monday + policy.important_weekday * _ONE_DAY
    return wanted if calendar.is_workday(wanted) else calendar.last_workday(monday, sunday)


def _next_week(day: date) -> date:
    """The Monday after the week of `day`."""
    return day - timedelta(days=day.weekday()) + _WEEK


def _next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    return (day.replace(day=28) + 4 * _ONE_DAY).replace(day=1)
