"""Who heads a department, the first tracker of its outcomes: as somebody has said, else by titles (T1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tui_minutes.domain.words import en, zh


class Titled(Protocol):
    """Somebody with a department and a title, as the directory knows them."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def department(self) -> str:
        """The department, "" when it is not known."""

    @property
    def title(self) -> str:
        """The title, "" when it is not known."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The departments that somebody has said they head, whatever their own department and title are."""


def heads(people: Iterable[Titled]) -> dict[str, tuple[str, ...]]:
    """The names of those who head each department: who is said to, else all who have the highest such title.

    A department where nobody was named and nobody has such a title is not in it.
    """
    everybody = tuple(people)
    said = {department: (person.name,) for person in everybody for department in person.heads}
    return _by_titles(everybody) | said


def _by_titles(people: Iterable[Titled]) -> dict[str, tuple[str, ...]]:
    ranked: dict[str, list[tuple[int, str]]] = {}
    for person in people:
        rank = _rank(person.title)
        if rank is not None and person.department:
            ranked.setdefault(person.department, []).append((rank, person.name))
    return {
        department: tuple(name for rank, name in found if rank == min(found)[0])
        for department, found in ranked.items()
    }


def headed_by(name: str, people: Iterable[Titled]) -> tuple[str, ...]:
    """The departments that the person called `name` heads."""
    return tuple(department for department, names in heads(people).items() if name in names)


def _rank(title: str) -> int | None:
    """The place of a head's title among those of heads, the highest is 0; None for any other title."""
    chinese = next((nth for nth, word in enumerate(zh.HEADS) if title.endswith(word)), None)
    if chinese is not None:
        return None if title.endswith(zh.NOT_HEADS) or "副" in title else chinese
    spoken = title.casefold().replace("-", " ").split()
    if not en.NOT_HEADS.isdisjoint(spoken):
        return None
    return next((nth for nth, word in enumerate(en.HEADS) if word in spoken), None)
