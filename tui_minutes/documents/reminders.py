"""Reminders as people read them, in a mail or an instant message: one plain text a person (T4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby

from tui_minutes.documents.phrases import aside, listed, pair
from tui_minutes.domain.reminders import Concern, Letter, Matter, Reminder, Why
from tui_minutes.domain.text import clean
from tui_minutes.i18n import mark, ntr, tr, tr_late
from tui_minutes.i18n.checklist import check_text
from tui_minutes.i18n.dates import day_long
from tui_minutes.i18n.gaps import gap_text

HEADS: Mapping[Why, str] = {
    Why.LATE: mark("Past due"),
    Why.DUE_TODAY: mark("Due today"),
    Why.DUE_SOON: mark("Due soon"),
    Why.UNCLEAR: mark("Not clear to the owner"),
    Why.UNACKNOWLEDGED: mark("Not acknowledged"),
    Why.FEEDBACK: mark("Feedback is due"),
    Why.STALE: mark("No update in time"),
    Why.LACKING: mark("Owner or date missing"),
    Why.WAITING: mark("Done, to be confirmed"),
    Why.APPROVE: mark("Minutes to approve"),
    Why.SEND: mark("Minutes to send"),
    Why.PREPARE: mark("To be prepared"),
}
"""What stands over the reminders of one reason."""

_ASKS: Mapping[Why, str] = {
    Why.LATE: mark("Please report it done, or give the cause, a remedy and a new date."),
    Why.DUE_TODAY: mark("Please report it when it is done; if it will be late, say so now."),
    Why.DUE_SOON: mark("Please report it when it is done; if it will be late, say so now."),
    Why.UNCLEAR: mark("Please make it clear to the owner."),
    Why.UNACKNOWLEDGED: mark("Please say that it is understood, or what is not clear."),
    Why.FEEDBACK: mark("Please tell what was found out, or when it will be."),
    Why.STALE: mark("Please say how far it is."),
    Why.LACKING: mark("Please name who does it and by when."),
    Why.WAITING: mark("Please confirm that it is done, or send it back."),
    Why.APPROVE: mark("Please review and approve them."),
    Why.SEND: mark("Please send them to everyone on the list."),
    Why.PREPARE: mark("Please have it ready by then."),
}

_CONCERNS: Mapping[Concern, str] = {
    Concern.HEAD: mark("your department"),
    Concern.COPIED: mark("for your information"),
}


def title(letter: Letter, day: date) -> str:
    """The subject of a mail: how many reminders, for which day."""
    return ntr("{n} reminder, {day}", "{n} reminders, {day}", len(letter.reminders), day=day_long(day))


def text(letter: Letter, day: date) -> str:
    """The whole letter, grouped by reason, with what is asked and whom to answer; ends without a newline."""
    opening = tr("{name}, please look at this ({day}):", name=clean(letter.recipient), day=day_long(day))
    groups = groupby(letter.reminders, key=lambda one: (one.concern, one.matter.why))
    parts = [_section(*group, list(reminders)) for group, reminders in groups]
    return "\n\n".join([opening, *parts, *_closing(letter)])


def _section(concern: Concern, why: Why, reminders: list[Reminder]) -> str:
    head = tr_late(HEADS[why])
    if concern is not Concern.ASKED:
        head = aside(head, tr_late(_CONCERNS[concern]))
    lines = [tr("[{head}]", head=head), *(_line(one) for one in reminders)]
    if concern is Concern.ASKED:
        lines.append(tr_late(_ASKS[why]))
    return "\n".join(lines)


def _line(one: Reminder) -> str:
    """`- A-057 poster: Jane; due 2026-11-25 Wed; 3 days late (M-2026-012)`."""
    matter = one.matter
    also = tr("also: {reasons}", reasons=listed(tr_late(HEADS[why]).lower() for why in matter.also))
    owners = "" if one.recipient in matter.owners else listed(matter.owners)
    said = _strung(owners, _detail(matter), also if matter.also else "")
    named = f"{matter.number} {check_text(matter.check, matter.text)}"
    of_meeting = "" if matter.meeting_number == matter.number else matter.meeting_number
    return clean(f"- {aside(pair(named, said) if said else named, of_meeting)}")


def _detail(matter: Matter) -> str:
    """What is to be known beside the reason that stands over it."""
    day = day_long(matter.day) if matter.day else ""
    match matter.why:
        case Why.UNCLEAR:
            return tr("asked on {day}: “{question}”", day=day, question=matter.question)
        case Why.UNACKNOWLEDGED:
            due = tr("due {day}", day=day_long(matter.due)) if matter.due else ""
            return _strung(due, tr("asked on {day}", day=day))
        case Why.FEEDBACK:
            return _strung(tr("promised for {day}", day=day), _late(matter))
        case Why.STALE:
            return tr("last update {day}", day=day)
        case Why.LACKING:
            return listed(map(gap_text, matter.lacks))
        case Why.WAITING:
            return tr("reported done on {day}", day=day)
        case Why.PREPARE:
            return _strung(tr("for {meeting}", meeting=matter.about), tr("due {day}", day=day), _late(matter))
    return _strung(tr("due {day}", day=day), _late(matter))


def _strung(*said: str) -> str:
    """What is to be said of one matter, one thing after the other."""
    return tr("; ").join(filter(None, said))


def _late(matter: Matter) -> str:
    return ntr("{n} day late", "{n} days late", matter.days) if matter.days > 0 else ""


def _closing(letter: Letter) -> list[str]:
    """Whom to answer: the recorders of the meetings it comes from."""
    asked = (one.matter for one in letter.reminders if one.concern is Concern.ASKED)
    names = dict.fromkeys(name for matter in asked for name in matter.tell if name != letter.recipient)
    if not names:
        return []
    return [clean(tr("Please answer {names}, with the number.", names=listed(names)))]
