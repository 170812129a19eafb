"""The directory of people, remembered from meeting to meeting (B4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from peewee import fn

from tui_minutes.domain.command import new_uid
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level
from tui_minutes.store import called, tracked
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.rows import as_element, pairs
from tui_minutes.store.tables import HeadRow, PersonRow

TOLD = ("department", "title", "email", "clearance")
"""What is known of somebody beside names."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the directory. `readings` are spellings in pinyin that find a Chinese name.

    `clearance` is the highest level they may see, None where nobody has said; `heads` are the departments
    that they were said to head.
    """

    uid: str
    name: str
    department: str
    title: str
    email: str
    aliases: tuple[str, ...]
    readings: tuple[str, ...]
    clearance: Level | None = None
    heads: tuple[str, ...] = ()


def everyone() -> list[KnownPerson]:
    """All people known, by name. Who was merged into another is that one, and tells what it does not."""
    rows = list(PersonRow.select().order_by(PersonRow.name, PersonRow.id))
    merged = [row.id for row in rows if row.merged_into_id]
    today = {row.id: row for row in rows} | (called.stayed(merged) if merged else {})
    told: dict[int, list[PersonRow]] = {}
    for row in sorted(rows, key=lambda row: row.merged_into_id is not None):
        told.setdefault(today[row.id].id, []).append(row)
    heads: dict[int, list[str]] = {}
    by_name = HeadRow.select(HeadRow.person, HeadRow.department).order_by(HeadRow.department)
    for key, department in pairs(by_name):
        heads.setdefault(today[key].id, []).append(department)
    return [
        _known(row, told[row.id], tuple(heads.get(row.id, ()))) for row in rows if row.merged_into_id is None
    ]


def _known(row: PersonRow, told: Sequence[PersonRow], heads: tuple[str, ...]) -> KnownPerson:
    """Somebody with what all rows that mean them tell, the own one first."""
    department, title, email, clearance = (
        next((value for one in told if (value := getattr(one, name))), "") for name in TOLD
    )
    return KnownPerson(
        row.uid, row.name, department, title, email, tuple(row.aliases), tuple(row.readings),
        Level(clearance) if clearance else None, heads,
    )  # fmt: skip


def _of_today() -> Any:
    return PersonRow.select().where(PersonRow.merged_into.is_null())


def namesakes(name: str) -> list[PersonRow]:
    """All who are, or once were, called exactly `name`."""
    return _NAMED.rows(name)


_NAMED = Prepared(PersonRow, lambda name: PersonRow.select().where(PersonRow.name == name))


def find(name: str) -> PersonRow | None:
    """The one person called `name`, who once was, or who has it as an alias; None for nobody, or several."""
    rows = namesakes(name)
    there = [row for row in rows if row.merged_into_id is None]
    if not rows:
        there = list(_of_today().where(fn.INSTR(PersonRow.aliases, as_element(name)) > 0).limit(2))
    elif not there:
        ends = called.stayed(row.id for row in rows)
        there = list({row.id: row for row in ends.values() if row.merged_into_id is None}.values())
    return there[0] if len(there) == 1 else None


def unmistakable() -> dict[str, int]:
    """The keys of those whom a name, or a name that they once had, can only mean, by that name."""
    keys: dict[str, set[int]] = {}
    for name, key in pairs(_of_today().select(PersonRow.name, PersonRow.id)):
        keys.setdefault(name, set()).add(key)
    gone = PersonRow.select(PersonRow.name, PersonRow.id).where(PersonRow.merged_into.is_null(False))
    former = [(name, key) for name, key in pairs(gone) if name not in keys]
    today = called.stayed(key for _, key in former)
    for name, key in former:
        keys.setdefault(name, set()).add(today[key].id)
    return {name: next(iter(found)) for name, found in keys.items() if len(found) == 1}


def known(name: str, department: str) -> PersonRow | None:
    """Who is meant by a name and a department: namesakes of two departments are two people."""
    for part in dict.fromkeys((department, "")) if department else ("",):
        here = (PersonRow.name == name) & (PersonRow.department == part)
        for row in PersonRow.select().where(here).order_by(PersonRow.merged_into.is_null().desc()).limit(1):
            return called.stayed([row.id])[row.id]
    found = find(name)
    return found if found and department in ("", found.department) else None


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
    row = known(name, department) or same
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
    spelt_anew = row.name == name and row.readings != list(readings)
    if spelt_anew:
        row.readings = list(readings)
    row.save()
    if spelt_anew:
        tracked.keep_of_person(row.id)
    return row
