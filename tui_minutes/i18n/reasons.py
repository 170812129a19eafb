"""The words for why an outcome needs attention: short for a cell, long with since when (T1-T3, T6, T7)."""

from __future__ import annotations

from datetime import timedelta

from tui_minutes.domain.attending import Need, Reason
from tui_minutes.i18n import dates
from tui_minutes.i18n.gaps import gap_text
from tui_minutes.i18n.language import current_language
from tui_minutes.i18n.translation import mark, ntr, tr, tr_late

_MISSING = {
    ("no_owner",): mark("no owner"),
    ("no_due",): mark("no date"),
    ("no_owner", "no_due"): mark("no owner, date"),
}


def reason_short(reason: Reason) -> str:
    """The reason in at most 16 cells (up to 99 days): `late by 3 days`, `逾期 3 天`."""
    match reason.need:
        case Need.LATE:
            return ntr("late by {n} day", "late by {n} days", reason.days)
        case Need.DUE_TODAY:
            return tr("due today")
        case Need.UNCLEAR:
            return tr("owner asks back")
        case Need.UNACKNOWLEDGED:
            return tr("unacknowledged")
        case Need.FEEDBACK:
            return tr("feedback due")
        case Need.STALE:
            return ntr("silent {n} day", "silent {n} days", reason.days)
        case Need.LACKING:
            return tr_late(_MISSING[reason.lacks])
        case Need.WAITING:
            return tr("to be confirmed")
        case Need.DUE_THIS_WEEK:
            return tr("due {day}", day=_since(reason))


def reason_since(reason: Reason) -> str:
    """The reason in short, with the day in the fewest cells: `unacknowledged since 11-18`."""
    short = reason_short(reason)
    if reason.need in (Need.DUE_TODAY, Need.DUE_THIS_WEEK) or reason.since is None:
        return short
    return tr("{reason} since {day}", reason=short, day=_since(reason, "%m-%d"))


def reason_text(reason: Reason) -> str:
    """The reason in full, with since when: `late by 3 days, since 11-18 Wed`."""
    day = _since(reason)
    match reason.need:
        case Need.LATE:
            return ntr("late by {n} day, since {day}", "late by {n} days, since {day}", reason.days, day=day)
        case Need.UNCLEAR:
            return tr("not clear to the owner since {day}", day=day)
        case Need.UNACKNOWLEDGED:
            return tr("not acknowledged, asked {day}", day=day)
        case Need.FEEDBACK:
            return tr("feedback was promised for {day}", day=day)
        case Need.STALE:
            return ntr(
                "no update for {n} day, since {day}",
                "no update for {n} days, since {day}",
                reason.days,
                day=day,
            )
        case Need.LACKING:
            missing = ("、" if current_language() == "zh" else ", ").join(map(gap_text, reason.lacks))
            return tr("{missing}, since {day}", missing=missing, day=day)
        case Need.WAITING:
            return tr("reported done {day}, to be confirmed", day=day)
    return reason_short(reason)


def _since(reason: Reason, within_a_year: str = "") -> str:
    """The day it began, with its year where that is not this one; "" where it is not known."""
    if reason.since is None:
        return ""
    today = reason.since + timedelta(days=reason.days)
    if within_a_year and reason.since.year == today.year:
        return reason.since.strftime(within_a_year)
    return dates.day_near(reason.since, today)
