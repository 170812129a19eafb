"""When an update is wanted again: urgent in days, important by Friday, routine by the month's end (T3)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tui_minutes.domain.outcomes import Priority
from tui_minutes.domain.policy import Period, Policy
from tui_minutes.domain.workdays import Calendar

_ONE_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def update_wanted(
    updated: datetime, priority: Priority | None, policy: Policy, calendar: Calendar
) -> datetime:
    """Until when the next update is in time after the one at `updated`; both are wall times in one zone.

    An update counts for the week or month it is made in, also after that one's deadline: wanted by the
    deadline of the next. Raises OverflowError beyond the years a date can hold.
    """
    match priority or policy.unset:
        case Priority.URGENT:
            return updated + timedelta(days=policy.urgent_days)
        case Priority.IMPORTANT:
            period = Period.WEEK
        case Priority.ROUTINE:
            period = policy.routine
    day = updated.date()
    if period is Period.WEEK:
        deadline = _in_next_week(day, policy.important_weekday, calendar)
    else:
        deadline = _in_next_month(day, calendar)
    return datetime.combine(deadline, policy.closes)


def _in_next_week(day: date, weekday: int, calendar: Calendar) -> date:
    """The wanted `weekday` of the week after that of `day`; if it is off, the last working day of that week.

    A week without working days is passed over.
    """
    monday = day - timedelta(days=day.weekday())
    while True:
        monday += _WEEK
        wanted = monday + weekday * _ONE_DAY
        if calendar.is_workday(wanted):
            return wanted
        if last := calendar.last_workday(monday, monday + 6 * _ONE_DAY):
            return last


def _in_next_month(day: date, calendar: Calendar) -> date:
    """The last working day of the month after that of `day`; a month without any is passed over."""
    first = _next_month(day)
    while True:
        after = _next_month(first)
        if last := calendar.last_workday(first, after - _ONE_DAY):
            return last
        first = after


def _next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    return (day.replace(day=28) + 4 * _ONE_DAY).replace(day=1)
