"""The words for how a series is followed up: a preset by its name, its rules in a line or in full (T2-T4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from tui_minutes.domain.outcomes import Priority
from tui_minutes.domain.policy import Period, Policy
from tui_minutes.domain.policy_table import Policies
from tui_minutes.i18n import dates
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import mark, ntr, tr, tr_late

_PRESETS: Mapping[str, str] = {
    "minutes": mark("minutes"),
    "coordination": mark("coordination"),
    "preparation": mark("preparation"),
}
_A_MONDAY = date(2026, 11, 16)


def preset_text(name: str, policies: Policies) -> str:
    """The preset `name` in words; "" is the default, one of the config file keeps its own name."""
    if not name:
        return tr("default: {preset}", preset=preset_text(policies.default, policies))
    if name not in policies.by_name:
        return tr("{preset}, not configured here", preset=name)
    return tr_late(_PRESETS[name]) if name in _PRESETS else name


def policy_short(policy: Policy) -> str:
    """How often what is urgent, important or without priority is looked at, in some forty cells."""
    return tr(
        "urgent {days} d, important {weekday}, else {rest}",
        days=policy.urgent_days,
        weekday=_weekday(policy),
        rest=_rest(policy),
    )


def policy_text(policy: Policy) -> list[str]:
    """The rules in full, a sentence each."""
    days = ntr("each day", "every {n} days", policy.urgent_days)
    week, month = tr("each week by {weekday}", weekday=_weekday(policy)), tr("by the end of each month")
    routine = week if policy.routine is Period.WEEK else month
    said = [tr("urgent {days}, important {week}, routine {routine}", days=days, week=week, routine=routine)]
    if policy.unset is not Priority.ROUTINE:
        said.append(tr("what has no priority is taken as {priority}", priority=label(policy.unset)))
    acknowledged, reminded = policy.ack_workdays, policy.reminder_workdays
    said.append(
        ntr("acknowledged within {n} working day", "acknowledged within {n} working days", acknowledged)
    )
    said.append(
        ntr("reminded {n} working day before the date", "reminded {n} working days before the date", reminded)
    )
    return [*said, minutes_text(policy), _sending_text(policy)]


def minutes_text(policy: Policy) -> str:
    """By when the minutes should be out, counted from the end of the meeting (E4, F2)."""
    if days := policy.minutes_workdays:
        return ntr(
            "The minutes go out within {n} working day", "The minutes go out within {n} working days", days
        )
    hours = policy.minutes_hours
    return ntr("The minutes go out within {n} hour", "The minutes go out within {n} hours", hours)


def _sending_text(policy: Policy) -> str:
    days = policy.sending_workdays
    return ntr("sent within {n} working day of approval", "sent within {n} working days of approval", days)


def _weekday(policy: Policy) -> str:
    return dates.weekday(_A_MONDAY + timedelta(days=policy.important_weekday))


def _rest(policy: Policy) -> str:
    """By when what has no priority is looked at."""
    if policy.unset is Priority.URGENT:
        return tr("{days} d", days=policy.urgent_days)
    weekly = policy.unset is Priority.IMPORTANT or policy.routine is Period.WEEK
    return _weekday(policy) if weekly else tr("month")
