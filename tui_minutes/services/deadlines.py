"""By when minutes should be out, by the rules that the store goes by (E4, F2)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain import stages
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.policy import Policy
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.store import tracked


def policy_of(meeting: Meeting) -> Policy:
    """The policy that the series of a meeting is followed up by."""
    return tracked.rules().policies(meeting.policy)


def minutes_due(meeting: Meeting) -> datetime | None:
    """By when the minutes of a meeting should be out; None before its end, and for a standup.

    The days off are asked for only where working days count: their library is slow to import.
    """
    policy, calendar = policy_of(meeting), WEEKENDS
    if policy.minutes_workdays and meeting.ended_at:
        year = meeting.ended_at.year
        calendar = tracked.rules().calendar(range(year, year + 2))
    return stages.minutes_due(meeting, policy, calendar)
