"""People that come in from a file: what each row says of whom, before anything is stored (B4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from tui_minutes.domain.addresses import is_address
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.directory import Details, Listed, names_in
from tui_minutes.domain.importing.words import LEVELS, meant
from tui_minutes.domain.people import is_chinese
from tui_minutes.domain.text import clean

_YES = ("是", "y", "yes", "true", "1", "x", "✓", "√")


class Column(StrEnum):
    """What a file may say of somebody."""

    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    DEPARTMENT = "department"
    TITLE = "title"
    EMAIL = "email"
    ALIASES = "aliases"
    CLEARANCE = "clearance"
    HEADS = "heads"


Card = Mapping[Column, str]
"""What one row, or one card of an address book, says of somebody."""


class Arrival(StrEnum):
    """What becomes of a row. Of one that is doubtful there is a namesake: nobody but a person can tell."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Step:
    """What a row does: somebody new with `details`, or the one with `uid` who has them from then on.

    `trouble` is a code for what is wrong with the row; `namesakes` are the departments of those whom a
    doubtful one may be.
    """

    row: int
    arrival: Arrival
    details: Details
    uid: str = ""
    before: Details | None = None
    trouble: str = ""
    namesakes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What later rows of the same file know somebody new by: there is no uid yet."""
        return f"row {self.row}"


@dataclass(frozen=True, slots=True)
class PeoplePlan:
    """All rows with what each would do; `ignored` are the names of columns that nobody knows."""

    steps: tuple[Step, ...]
    ignored: tuple[str, ...] = ()

    def count(self, arrival: Arrival) -> int:
        """How many rows come in that way."""
        return Counter(step.arrival for step in self.steps)[arrival]

    @property
    def work(self) -> tuple[Step, ...]:
        """The rows that do something."""
        return tuple(one for one in self.steps if one.arrival in (Arrival.NEW, Arrival.CHANGED))

    @property
    def wrong(self) -> tuple[Step, ...]:
        """The rows that stand in the way."""
        return tuple(one for one in self.steps if one.arrival is Arrival.WRONG)

    def with_namesakes(self) -> PeoplePlan:
        """The plan in which whoever is doubtful is somebody new, once for each name and department."""
        seen: set[tuple[str, str]] = set()
        steps = []
        for one in self.steps:
            who = (one.details.name, one.details.department)
            if one.arrival is Arrival.DOUBTFUL:
                steps.append(replace(one, arrival=Arrival.SAME if who in seen else Arrival.NEW))
                seen.add(who)
            else:
                steps.append(one)
        return replace(self, steps=tuple(steps))


def plan(cards: Iterable[tuple[int, Card]], people: Sequence[Listed]) -> tuple[Step, ...]:
    """What each of the numbered `cards` would do to the directory of `people`, one after the other."""
    return tuple(_Planner(people).steps(cards))


class _Planner:
    """Finds whom a card means by address, name and department; later rows know what earlier ones said."""

    def __init__(self, people: Sequence[Listed]) -> None:
        self._named: dict[str, list[str]] = {}
        self._mail: dict[str, list[str]] = {}
        self._details: dict[str, Details] = {}
        for one in people:
            self._know(one.uid, one.details)

    def _know(self, uid: str, details: Details) -> None:
        self._details[uid] = details
        for name in (details.name, *details.aliases):
            _add(self._named, name, uid)
        if details.email:
            _add(self._mail, details.email.casefold(), uid)

    def steps(self, cards: Iterable[tuple[int, Card]]) -> Iterator[Step]:
        for row, card in cards:
            details, trouble = _read(card)
            if trouble:
                yield Step(row, Arrival.WRONG, details, trouble=trouble)
                continue
            uid, namesakes = self._who(details)
            if uid:
                before = self._details[uid]
                after = _told(before, details)
                arrival = Arrival.SAME if after == before else Arrival.CHANGED
                yield Step(row, arrival, after, uid, before)
                self._know(uid, after)
            else:
                arrival = Arrival.DOUBTFUL if namesakes else Arrival.NEW
                step = Step(row, arrival, details, namesakes=namesakes)
                yield step
                if arrival is Arrival.NEW:
                    self._know(step.key, details)

    def _who(self, one: Details) -> tuple[str, tuple[str, ...]]:
        """The uid of the one who is meant, "" for nobody known; else the departments of who might be."""
        named = self._named.get(one.name, [])
        mail = self._mail.get(one.email.casefold(), []) if one.email else []
        by_mail = [uid for uid in mail if uid in named]
        exact = [uid for uid in named if self._details[uid].department == one.department]
        vague = [uid for uid in named if not (one.department and self._details[uid].department)]
        for sure in (by_mail, exact, vague if len(named) == 1 else []):
            if len(sure) == 1:
                return sure[0], ()
        might = dict.fromkeys((*named, *mail))
        return "", tuple(_place(self._details[uid]) for uid in might)


def _add(index: dict[str, list[str]], key: str, uid: str) -> None:
    if uid not in index.setdefault(key, []):
        index[key].append(uid)


def _place(details: Details) -> str:
    return details.department or details.email or details.name


def _told(before: Details, news: Details) -> Details:
    """What is known of somebody, once `news` has said what it says; nothing known is forgotten."""
    return replace(
        before,
        department=news.department or before.department,
        title=news.title or before.title,
        email=news.email or before.email,
        aliases=tuple(
            name for name in dict.fromkeys((*before.aliases, *news.aliases, news.name)) if name != before.name
        ),
        clearance=news.clearance or before.clearance,
        heads=tuple(dict.fromkeys((*before.heads, *news.heads))),
    )


def _read(card: Card) -> tuple[Details, str]:
    """What a card says, and the code of what is wrong with it, "" for nothing."""
    said = {column: clean(card.get(column, "")).strip() for column in Column}
    level = meant(said[Column.CLEARANCE], LEVELS)
    name = said[Column.NAME] or _joined(said[Column.FAMILY], said[Column.GIVEN])
    heads = names_in(said[Column.HEADS])
    if said[Column.HEADS].casefold() in _YES:
        heads = (said[Column.DEPARTMENT],) if said[Column.DEPARTMENT] else ()
    details = Details(
        name, said[Column.DEPARTMENT], said[Column.TITLE], said[Column.EMAIL],
        tuple(alias for alias in names_in(said[Column.ALIASES]) if alias != name), level, heads,
    )  # fmt: skip
    if not name:
        return details, "no_name"
    if details.email and not is_address(details.email):
        return details, "address_wrong"
    return details, "level_unknown" if said[Column.CLEARANCE] and level is None else ""


def _joined(family: str, given: str) -> str:
    """Surname and given name as they are written: the surname first, and no space, where they are Chinese."""
    if all(map(is_chinese, family + given)):
        return family + given
    return f"{given} {family}".strip()
