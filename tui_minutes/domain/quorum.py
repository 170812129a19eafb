"""How many of those with a vote must be in the room: the rule of a series, read and judged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tui_minutes.domain.attendance import Movement, Participant
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.voting import total

NONE = ""
MAJORITY = "1/2"
TWO_THIRDS = "2/3"
USUAL = (NONE, MAJORITY, TWO_THIRDS)
"""The rules that are offered; besides them any other part (at least so much of all) or number of people."""

_PART = regex(r"(\d{1,2})/(\d{1,2})")
_NUMBER = regex(r"(?:at least |至少)?([1-9]\d{0,2}) ?(?:people|人)?")
_WORDS = {
    **dict.fromkeys(("", "none", "no", "0", "无", "不设"), NONE),
    **dict.fromkeys(("half", "majority", "more than half", "半数", "过半", "过半数", "半数以上"), MAJORITY),
    **dict.fromkeys(("two thirds", "two-thirds", "三分之二", "三分之二以上"), TWO_THIRDS),
}


@dataclass(frozen=True, slots=True)
class Presence:
    """Those with a vote: how many are `here`, of how many `seats`, and how many are `needed` (0: no rule)."""

    here: int
    seats: int
    needed: int

    @property
    def is_reached(self) -> bool:
        """Whether there are enough; without a rule there always are."""
        return self.here >= self.needed


def read_rule(typed: str) -> str:
    """The code of a rule as people write it: "" for none, "1/2" for more than half, "2/3" for at least two
    thirds, "5" for at least five. Refused("no_quorum_rule") when it says none of that.
    """
    text = shape(typed).strip().casefold()
    if text in _WORDS:
        return _WORDS[text]
    part = _PART.fullmatch(text)
    if part and 0 < int(part[1]) <= int(part[2]):
        return f"{int(part[1])}/{int(part[2])}"
    number = _NUMBER.fullmatch(text)
    if number is None:
        raise Refused("no_quorum_rule", text=typed)
    return number[1]


def needed(rule: str, seats: int) -> int:
    """How many of so many `seats` the rule asks for: more than half, at least another part, or a number."""
    part = _PART.fullmatch(rule)
    if rule == MAJORITY:
        return seats // 2 + 1
    if part:
        return -(-seats * int(part[1]) // int(part[2]))
    return int(rule or 0)


def seats(people: Iterable[Participant]) -> list[list[Participant]]:
    """Those who have a vote, seat by seat: who stands in for somebody shares the seat of that person.

    Observers have none. Who was let in to take part sits like those invited.
    """
    everyone = list(people)
    named = {person.name: person for person in everyone}
    found: dict[str, list[Participant]] = {}
    for person in everyone:
        if not person.is_observer:
            found.setdefault(_seat(person, named), []).append(person)
    return list(found.values())


def _seat(person: Participant, named: dict[str, Participant]) -> str:
    """Whose seat somebody has: their own, or that of the person they stand in for in the end."""
    passed = {person.name}
    while person.substitutes in named and person.substitutes not in passed:
        person = named[person.substitutes]
        passed.add(person.name)
    return person.name


def voting(people: Iterable[Participant], at: datetime | None = None) -> tuple[Participant, ...]:
    """Those in the room who have a vote, one a seat: now, or at an instant."""
    there = ([one for one in seat if _was_here(one, at)] for seat in seats(people))
    return tuple(present[0] for present in there if present)


def members(people: Iterable[Participant]) -> set[str]:
    """The names of all who have a vote or stand in for somebody, in the room or not."""
    return {person.name for seat in seats(people) for person in seat}


def taken_up(people: Iterable[Participant], count: Votes, recused: Iterable[str]) -> int:
    """How many of those in the room a vote by count needs: who is recused may have left it."""
    here = {person.name for person in voting(people)}
    return total(count) + sum(name in here for name in recused)


def _was_here(person: Participant, at: datetime | None) -> bool:
    if at is None or not person.events:
        return person.here
    moves = [event.kind for event in person.events if event.at <= at]
    return person.came and bool(moves) and moves[-1] is not Movement.LEFT


def presence(rule: str, people: Iterable[Participant], at: datetime | None = None) -> Presence:
    """Who with a vote is in the room, now or at an instant, beside what `rule` asks for."""
    everyone = tuple(people)
    all_seats = len(seats(everyone))
    return Presence(len(voting(everyone, at)), all_seats, needed(rule, all_seats))


@dataclass(frozen=True, slots=True)
class Moment:
    """Who with a vote was in the room at an instant."""

    at: datetime
    there: Presence


def course(
    rule: str, people: Iterable[Participant], start: datetime, end: datetime | None
) -> tuple[Moment, ...]:
    """How it stood at the `start` of a meeting, then each moment at which it was lost or reached again."""
    everyone = tuple(people)
    moves = {event.at for person in everyone for event in person.events}
    found = [Moment(start, presence(rule, everyone, start))]
    for at in sorted(moves):
        if at > start and (end is None or at <= end):
            there = presence(rule, everyone, at)
            if there.is_reached != found[-1].there.is_reached:
                found.append(Moment(at, there))
    return tuple(found)
