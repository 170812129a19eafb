"""The directory of people, remembered from meeting to meeting (B4)."""

from __future__ import annotations

from datetime import datetime

from peewee import fn

from tui_minutes.domain.command import new_uid
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.store import tracked
from tui_minutes.store.rows import pairs
from tui_minutes.store.tables import PersonRow


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the directory. `readings` are spellings in pinyin that find a Chinese name."""

    uid: str
    name: str
    department: str
    title: str
    email: str
    aliases: tuple[str, ...]
    readings: tuple[str, ...]


def everyone() -> list[KnownPerson]:
    """All people known, by name."""
    return [
        KnownPerson(
            row.uid, row.name, row.department, row.title, row.email, tuple(row.aliases), tuple(row.readings)
        )
        for row in PersonRow.select().order_by(PersonRow.name, PersonRow.id)
    ]


def find(name: str) -> PersonRow | None:
    """The person called exactly `name`; None when nobody, or more than one, is."""
    found = list(PersonRow.select().where(PersonRow.name == name).limit(2))
    return found[0] if len(found) == 1 else None


def unmistakable() -> dict[str, int]:
    """The keys of those whose name nobody else has, by name."""
    query = PersonRow.select(PersonRow.name, fn.MIN(PersonRow.id)).group_by(PersonRow.name)
    return dict(pairs(query.having(fn.COUNT(PersonRow.id) == 1)))


def _known(name: str, department: str) -> PersonRow | None:
    """Who is meant by a name and a department: namesakes of two departments are two people."""
    exact = PersonRow.get_or_none((PersonRow.name == name) & (PersonRow.department == department))
    if exact or not department:
        return exact or find(name)
    return PersonRow.get_or_none((PersonRow.name == name) & (PersonRow.department == ""))


def remember(
    at: datetime,
    name: str,
    department: str,
    title: str,
    email: str,
    readings: tuple[str, ...],
    before: PersonRow | None = None,
) -> PersonRow:
    """The directory's row for a person, made or brought up to date with what is newly known.

    `before` is who they were taken for: somebody whose department is corrected stays the same person.
    """
    same = before if before is not None and before.name == name else None
    row = _known(name, department) or same
    if row is None:
        return PersonRow.create(
            uid=new_uid(at),
            name=name,
            department=department,
            title=title,
            email=email,
            readings=list(readings),
        )
    news = {"department": department, "title": title, "email": email}
    for field, value in news.items():
        if value:
            setattr(row, field, value)
    spelt_anew, row.readings = row.readings != list(readings), list(readings)
    row.save()
    if spelt_anew:
        tracked.keep_of_person(row.id)
    return row
