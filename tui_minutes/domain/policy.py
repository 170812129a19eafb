"""After which rules outcomes are followed up: how often, by when, in which hours (T2-T4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import time
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Priority
from tui_minutes.domain.workdays import WEEKENDS, Calendar


class Period(StrEnum):
    """Within which an update is wanted: each week, or each month."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Policy:
    """One set of rules; the defaults are those of G1 (T3), with the day to acknowledge of G3 (T2).

    An urgent outcome wants an update `urgent_days` days after the last one, an important one each week by
    `important_weekday` (0 is Monday), a routine one each `routine`; one without a priority is treated as
    `unset`. `ack_workdays` is how many working days an owner has to acknowledge, `reminder_workdays` how
    many before the due date a reminder goes out (T4). The working day is from `opens` to `closes`, in the
    zone of the meeting. `standup_seconds` is the time each person has in a standup, 0 for no timer (T9).

    Minutes should be out `minutes_hours` after the meeting, or, where that is not 0, at the close of so many
    `minutes_workdays` after it; readers have `circulation_workdays` to ask for corrections of a draft, and
    what is approved is sent within `sending_workdays` (F2).

    Before a meeting its notice goes out `notice_workdays` ahead, its materials `materials_workdays` (B5).
    """

    name: str
    urgent_days: int = 3
    important_weekday: int = 4
    routine: Period = Period.MONTH
    unset: Priority = Priority.ROUTINE
    ack_workdays: int = 1
    reminder_workdays: int = 1
    opens: time = time(9)
    closes: time = time(18)
    standup_seconds: int = 0
    minutes_hours: int = 24
    minutes_workdays: int = 0
    circulation_workdays: int = 1
    sending_workdays: int = 1
    notice_workdays: int = 3
    materials_workdays: int = 1


MINUTES = Policy("minutes")
"""G1, the guide to minutes and tracking decisions: urgent every 3 days, important by Friday, routine by
the end of the month (T3)."""

COORDINATION = Policy("coordination", unset=Priority.IMPORTANT, minutes_workdays=2, materials_workdays=2)
"""G2, the template for coordination meetings, which gives no priorities: departments wait for one another,
so what has none is followed up each week; a reminder 1 working day before the due date (T4); the minutes
within 2 working days (F2); they read 2 working days before they meet (B5)."""

PREPARATION = Policy("preparation", routine=Period.WEEK, reminder_workdays=3, materials_workdays=3)
"""G3, the preparation checklist and follow-up tool: acknowledged within 1 working day (T2); what is being
prepared is looked at each week and asked for 3 working days ahead, as notices and materials are (B5)."""

PRESETS: Mapping[str, Policy] = {policy.name: policy for policy in (MINUTES, COORDINATION, PREPARATION)}
"""The presets that come with the program, by name."""


def preset(name: str) -> Policy:
    """The preset called `name`; for a name that there is none of, the first one."""
    return PRESETS.get(name, MINUTES)


def weekends_only(_years: Iterable[int]) -> Calendar:
    """The calendar to go by while no country's is known."""
    return WEEKENDS


@dataclass(frozen=True, slots=True)
class Rules:
    """What outcomes are judged by: `policies` gives the policy for the preset of a series ("" is the
    default), `calendar` one that covers at least the years asked for. `fingerprint` differs when an answer
    of theirs may.
    """

    policies: Callable[[str], Policy] = preset
    calendar: Callable[[Iterable[int]], Calendar] = weekends_only
    fingerprint: str = ""
