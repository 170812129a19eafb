"""The people of a meeting and how they are named in a line (rule 4 of the capture line)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be named. `readings` are the pinyin forms of the name; `present` is None when not known."""

    name: str
    department: str = ""
    title: str = ""
    aliases: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    present: bool | None = None
    uid: str = ""


class People:
    """The people of a meeting, indexed once by every form in which a line may name them."""

    def __init__(self, people: Iterable[Person] = (), departments: Iterable[str] = ()) -> None:
        self.all = tuple(people)
        own = (person.department for person in self.all)
        self.departments = tuple(dict.fromkeys(name for name in (*own, *departments) if name))

    def find(self, text: str) -> list[Person]:
        """Those whom `text` may name, all of them when it fits several; none when it fits nobody."""
        return [person for person in self.all if person.name == text]
