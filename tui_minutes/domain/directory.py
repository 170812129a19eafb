"""The directory of people: what is known of somebody, and how much they have to do (B4, F3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape

_BETWEEN = regex(r"\s*[,，、;；|\n]\s*")


@dataclass(frozen=True, slots=True)
class Details:
    """What the directory says of somebody.

    `clearance` is the highest level they may see, None where nobody has said; `heads` are the departments
    that they are said to head.
    """

    name: str
    department: str = ""
    title: str = ""
    email: str = ""
    aliases: tuple[str, ...] = ()
    clearance: Level | None = None
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody as the directory lists them: in how many meetings, with how many open outcomes of their own.

    `merged` are those who turned out to be the same person: uid and name.
    """

    uid: str
    details: Details
    readings: tuple[str, ...] = ()
    meetings: int = 0
    open: int = 0
    merged: tuple[tuple[str, str], ...] = ()


class Cleared(Protocol):
    """Somebody whose clearance may be known."""

    @property
    def clearance(self) -> Level | None:
        """The highest level they may see, None where nobody has said."""


def may_see(one: Cleared, level: Level) -> bool | None:
    """Whether somebody may see what is of `level`; None where nobody has said what they may see (F3)."""
    if one.clearance is None:
        return None
    return list(Level).index(level) <= list(Level).index(one.clearance)


def names_in(typed: str) -> tuple[str, ...]:
    """The names in a list of them as people type it, each once."""
    return tuple(dict.fromkeys(name for name in _BETWEEN.split(typed.strip()) if name))


class Finder:
    """People made ready to be found while one types."""

    def __init__(self, people: Iterable[Listed]) -> None:
        self._people = [(one, _spelt(one)) for one in people]

    def found(self, typed: str) -> list[Listed]:
        """Those in whom each word of `typed` stands: name, department, title, address, alias, pinyin.

        Who is called so comes first.
        """
        wanted = _plain(typed)
        if not wanted:
            return [one for one, _ in self._people]
        there = [(one, forms) for one, forms in self._people if all(word in forms for word in wanted.split())]
        return [one for one, forms in sorted(there, key=lambda two: f"\n{wanted}\n" not in two[1])]


def _spelt(one: Listed) -> str:
    """All that somebody is found by, each in a line of its own."""
    known = one.details
    names = (known.name, *known.aliases, *one.readings)
    return _plain("\n".join(("", *names, known.department, known.title, known.email, *known.heads, "")))


def _plain(text: str) -> str:
    return shape(text).casefold().strip(" ")
