"""By when things should be ready, and minutes out, by the rules that the store goes by (B5, E4, F2)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain import stages
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.policy import Policy
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.store import tracked


def policy_of(meeting: Meeting) -> Policy:
    """The policy that the series of a meeting is followed up by."""
    return tracked.rules().policies(meeting.policy)


def days_before(meeting: Meeting) -> Calendar:
    """The working days that what is to be ready before a meeting is counted in."""
    year = meeting.planned_start.year if meeting.planned_start else None
    return tracked.rules().calendar(range(year - 1, year + 1)) if year else WEEKENDS


def minutes_due(meeting: Meeting) -> datetime | None:
    """By when the minutes of a meeting should be out; None before its end, and for a standup.

    The days off are asked for only where working days count: their library is slow to import.
    """
    policy, calendar = policy_of(meeting), WEEKENDS
    if policy.minutes_workdays and meeting.ended_at:
        year = meeting.ended_at.year
        calendar = tracked.rules().calendar(range(year, year + 2))
    return stages.minutes_due(meeting, policy, calendar)
