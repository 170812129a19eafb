"""Who is to be reminded of what: reminders of a day, gathered in one letter a person (T2-T4, T7, B5, F2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from tui_minutes.domain.checklist import Check
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.domain.outcomes import sort_number


class Why(StrEnum):
    """What a reminder is about, in the order of a letter."""

    LATE = "late"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    UNCLEAR = "unclear"
    UNACKNOWLEDGED = "unacknowledged"
    FEEDBACK = "feedback"
    STALE = "stale"
    LACKING = "lacking"
    WAITING = "waiting"
    APPROVE = "approve"
    SEND = "send"
    PREPARE = "prepare"


class Concern(StrEnum):
    """Why it is told to somebody: something is asked of them, they head the department, they are copied."""

    ASKED = "asked"
    HEAD = "head"
    COPIED = "copied"


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that wants a reminder.

    `subject` is the uid of an outcome, a meeting or an agenda item, or what a checklist has it by, `number`
    that of the outcome or meeting.
    `day` is the day it hangs on: the due date, that of the promised feedback, or since when it is so; it is
    `days` calendar days ago, negative when still to come. `lacks` are the codes of what is missing,
    `question` is what its owner asked back, `about` the meeting to prepare for, with `check` where that is
    one of the usual things, `also` are further reasons of the same outcome, `tell` whom to answer (the
    recorders of its meeting).
    """

    why: Why
    subject: str
    number: str
    text: str
    level: Level
    meeting_number: str
    day: date | None = None
    days: int = 0
    due: date | None = None
    owners: tuple[str, ...] = ()
    department: str = ""
    urgent: bool = False
    lacks: tuple[str, ...] = ()
    question: str = ""
    about: str = ""
    check: Check | None = None
    also: tuple[Why, ...] = ()
    tell: tuple[str, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether it is told by number, owner and date only (B7)."""
        return is_hidden(self.level)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One matter told to one person."""

    recipient: str
    concern: Concern
    matter: Matter

    @property
    def is_urgent(self) -> bool:
        """Whether it is worth an instant message: urgent, and something is asked of this very person."""
        return self.matter.urgent and self.concern is Concern.ASKED


@dataclass(frozen=True, slots=True)
class Letter:
    """All that one person is reminded of on a day: what is asked of them first, then by reason and day."""

    recipient: str
    reminders: tuple[Reminder, ...]


def letters(reminders: Iterable[Reminder]) -> list[Letter]:
    """One letter a person, by name; an outcome stands in it once, with all its reasons."""
    found: defaultdict[str, dict[str, Reminder]] = defaultdict(dict)
    for one in sorted(reminders, key=_place):
        mine = found[one.recipient]
        first = mine.get(one.matter.subject)
        mine[one.matter.subject] = _joined(first, one) if first else one
    return [Letter(name, tuple(found[name].values())) for name in sorted(found)]


def conceal_letter(letter: Letter) -> Letter:
    """The letter with what is confidential in it by number, owner and date only (B7)."""
    return replace(
        letter,
        reminders=tuple(
            replace(one, matter=_concealed(one.matter)) if one.matter.hidden else one
            for one in letter.reminders
        ),
    )


def _concealed(matter: Matter) -> Matter:
    question, about = (VEIL if words else "" for words in (matter.question, matter.about))
    return replace(matter, text=VEIL, question=question, about=about, check=None)


def _joined(first: Reminder, other: Reminder) -> Reminder:
    """The first reason of an outcome for somebody, the other one beside it."""
    if other.concern is not first.concern or other.matter.why is first.matter.why:
        return first
    return replace(first, matter=replace(first.matter, also=(*first.matter.also, other.matter.why)))


_CONCERNS, _WHYS = list(Concern), list(Why)


def _place(one: Reminder) -> tuple[object, ...]:
    matter = one.matter
    return (
        _CONCERNS.index(one.concern),
        _WHYS.index(matter.why),
        matter.day or date.max,
        sort_number(matter.number),
    )
