"""The words for why a meeting needs attention (E3, F2)."""

from __future__ import annotations

from datetime import timedelta

from tui_minutes.domain.attention import Concern, OfMeeting
from tui_minutes.i18n import dates
from tui_minutes.i18n.translation import ntr, tr


def concern_text(one: OfMeeting) -> str:
    """The concern, with how long there is, since when, or whom it is about."""
    match one.concern:
        case Concern.MINUTES_LATE:
            return tr("minutes to be approved, late by {time}", time=_length(-one.away))
        case Concern.MINUTES_DUE:
            return tr("minutes to be approved within {time}", time=_length(one.away))
        case Concern.SENDING_LATE:
            return tr("minutes to be sent, late by {time}", time=_length(-one.away))
        case Concern.SENDING_DUE:
            return tr("minutes to be sent within {time}", time=_length(one.away))
        case Concern.UNSIGNED:
            return tr("not signed: {names}", names=tr(", ").join(one.names))
        case Concern.UNPREPARED | Concern.TO_PREPARE:
            return _to_prepare(one)
        case Concern.STARTS_TODAY:
            return _begins(one)


def _to_prepare(one: OfMeeting) -> str:
    """How much should be ready, and who sees to it."""
    late, today = one.late, one.today
    said = ntr("{n} preparation late", "{n} preparations late", late) if late else ""
    if late and today:
        said = tr("{late}, {n} due today", late=said, n=today)
    elif today:
        said = ntr("{n} preparation due today", "{n} preparations due today", today)
    return tr("{name}: {value}", name=said, value=tr(", ").join(one.names)) if one.names else said


def _begins(one: OfMeeting) -> str:
    start = one.meeting.planned_start
    clock = dates.clock(start) if start else ""
    if one.away < timedelta(0):
        return tr("should have begun at {clock}", clock=clock)
    return tr("begins at {clock}", clock=clock)


def _length(away: timedelta) -> str:
    """A length of time in its largest unit."""
    if away >= timedelta(days=2):
        return ntr("{n} day", "{n} days", away.days)
    if away >= timedelta(hours=1):
        return ntr("{n} hour", "{n} hours", away // timedelta(hours=1))
    return dates.minutes_text(away // timedelta(minutes=1))
