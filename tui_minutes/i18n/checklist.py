"""A preparation checklist in words: what is to be ready, by when, how far it is (B5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_minutes.domain.checklist import Check, Kept, Preparation
from tui_minutes.domain.meeting import Meeting
from tui_minutes.i18n import dates
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import ntr, tr


def what_text(one: Preparation) -> str:
    """What is to be ready; what the agenda asks for with its item, the room with the place."""
    words = check_text(one.kept.check, one.kept.text)
    if one.about and one.kept.check is Check.ROOM:
        return tr("{name}: {value}", name=words, value=one.about)
    return tr("{text} ({remark})", text=words, remark=one.about) if one.about else words


def check_text(check: Check | None, text: str) -> str:
    """A usual one by its name, with `text` where it has one; of others what they say."""
    if check is None or check is Check.PREPARE:
        return text
    return tr("{name}: {value}", name=label(check), value=text) if text else label(check)


def when_text(one: Preparation, today: date) -> str:
    """`done`, `done by itself`, `2 days late`, `due today`, `by 11-24 Tue`; "" without a date."""
    if one.kept.done_at:
        return tr("done")
    if one.by_itself:
        return tr("done by itself")
    if one.due is None:
        return ""
    if one.is_late(today):
        return ntr("{n} day late", "{n} days late", (today - one.due).days)
    return tr("due today") if one.due == today else tr("by {day}", day=dates.day_near(one.due, today))


def ticked_text(kept: Kept, meeting: Meeting) -> str:
    """Who ticked it off, and when; "" while nobody has."""
    if kept.done_at is None:
        return ""
    day = dates.day_short(meeting.local(kept.done_at))
    return tr("{text} ({remark})", text=day, remark=kept.done_by) if kept.done_by else day


def sum_text(preparations: Iterable[Preparation], today: date) -> str:
    """`3 of 9 done, 1 late`; that nothing is to be ready."""
    found = list(preparations)
    if not found:
        return label(Check.NOTHING)
    done, late = sum(one.is_done for one in found), sum(one.is_late(today) for one in found)
    said = tr("{done} of {all} done", done=done, all=len(found))
    return tr("{said}, {late} late", said=said, late=late) if late else said


def ahead_text(days: int) -> str:
    """How long before the meeting: `the same day`, `3 working days ahead`."""
    return ntr("{n} working day ahead", "{n} working days ahead", days) if days else tr("on the day itself")
