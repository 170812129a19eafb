"""What a row of a table changes of an outcome that is there: the cells that were edited, no other (T11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.importing.fields import Field
from tui_minutes.domain.importing.lines import Line, Trouble, Wrong
from tui_minutes.domain.outcomes import ENDED, Outcome, OutcomeKind, OutcomePerson, Part, Status
from tui_minutes.domain.text import clean

COLUMNS: Mapping[Field, str] = {
    Field.TEXT: "text",
    Field.DEPARTMENT: "department",
    Field.DUE: "due",
    Field.DONE_ON: "done_on",
    Field.STATUS: "status",
    Field.REMARK: "remark",
    Field.PRIORITY: "priority",
    Field.DELIVERABLE: "deliverable",
    Field.RESOURCES: "resources",
    Field.RESULT: "result",
}
"""The columns that change an outcome, and what they are called there."""

FINISHED = (Status.DONE, Status.CLOSED)


@dataclass(frozen=True, slots=True)
class Edits:
    """The fields that a row changes, all people when these change, and what is wrong with that."""

    fields: Mapping[str, Any]
    people: tuple[OutcomePerson, ...] | None
    troubles: tuple[Trouble, ...]


def edits(
    line: Line, now: Outcome, was: Outcome, people: Mapping[str, tuple[str, str]], *, ours: bool
) -> Edits:
    """What `line` changes of an outcome as it is `now`, which the file was made of when it `was` so.

    In a table that is not `ours` an empty cell says nothing. `people` are those of the directory.
    """
    fields: dict[str, Any] = {}
    troubles: list[Trouble] = []
    for field, name in COLUMNS.items():
        if not _edited(line, field, getattr(was, name), was, ours=ours):
            continue
        wanted = line.values[field]
        if wanted == getattr(now, name) and not (field is Field.DUE and now.due_next_meeting):
            continue
        if getattr(now, name) != getattr(was, name):
            troubles.append(Trouble(Wrong.MEANWHILE, field, line.cells.get(field, ""), _text(now, name)))
        fields[name] = wanted
    if _people_edited(line, was, ours=ours) and not _same_people(line, now):
        if now.owners != was.owners:
            said = line.cells.get(Field.OWNERS, "")
            troubles.append(Trouble(Wrong.MEANWHILE, Field.OWNERS, said, ", ".join(now.owners)))
        wanted_people = with_owners(line, now, people)
        if "department" not in fields and not line.has(Field.DEPARTMENT):
            fields["department"] = next((one.department for one in wanted_people), "")
    else:
        wanted_people = None
    return Edits(fields, wanted_people, tuple(troubles))


def _edited(line: Line, field: Field, before: object, was: Outcome, *, ours: bool) -> bool:
    """Whether a cell says something else than what was written into it."""
    if not line.has(field):
        return False
    wanted, cell = line.values[field], line.cells.get(field, "")
    if wanted in (None, "") and (not ours or field is Field.STATUS):
        return False
    if field is Field.DUE and line.next_meeting:
        return not was.due_next_meeting
    if field is Field.DUE and was.due_next_meeting:
        return True
    return wanted != before and cell != _words(before)


def _words(value: object) -> str:
    """A text as a cell has it."""
    return clean(value).strip() if isinstance(value, str) else "\0"


def _people_edited(line: Line, was: Outcome, *, ours: bool) -> bool:
    if not line.has(Field.OWNERS) or not (line.owners or ours):
        return False
    return not _same_people(line, was)


def _same_people(line: Line, one: Outcome) -> bool:
    """Whether the names are those who answer for it and help, however they are spread over the columns."""
    named = tuple(dict.fromkeys(name for name, _ in (*line.owners, *line.helpers)))
    responsible, helpers = one.names(Part.RESPONSIBLE), one.names(Part.HELPER)
    spelt = {clean(glue.join(names)).strip() for names in (responsible, one.owners) for glue in (", ", "、")}
    alike = line.cells.get(Field.OWNERS, "") in spelt
    if not line.has(Field.HELPERS):
        return named in (one.owners, responsible) or alike
    helping = {clean(glue.join(helpers)).strip() for glue in (", ", "、")}
    return named == one.owners or (alike and line.cells.get(Field.HELPERS, "") in helping)


def with_owners(
    line: Line, now: Outcome | None, people: Mapping[str, tuple[str, str]]
) -> tuple[OutcomePerson, ...]:
    """All who have a part in an outcome when its owners are those of `line`; the others stay as they are."""
    own = line.words(Field.DEPARTMENT)
    found = [
        replace(one, department=one.department or own)
        for one in _named(line.owners[:1], Part.RESPONSIBLE, people)
    ]
    owner = {one.name for one in found}
    helping = [one for one in (*line.owners[1:], *line.helpers) if one[0] not in owner]
    found += _named(dict(helping).items(), Part.HELPER, people)
    if now is not None:
        kept = [one for one in now.people if one.part not in (Part.RESPONSIBLE, Part.HELPER)]
        if not helping and not line.has(Field.HELPERS):
            kept = [one for one in now.people if one.part is not Part.RESPONSIBLE]
        found += kept
    return tuple(found)


def _named(
    names: Iterable[tuple[str, str]], part: Part, people: Mapping[str, tuple[str, str]]
) -> Iterator[OutcomePerson]:
    for name, department in names:
        uid, known = people.get(name, (None, ""))
        yield OutcomePerson(part, name, department or known, uid)


def followed(fields: dict[str, Any], line: Line, now: Outcome, by: str, today: date) -> list[Trouble]:
    """Add to `fields` what follows from them, as with every change of an outcome; what is wrong with them.

    A date that is set for the first time stays on record; what is finished has a day, what is open again has
    none (T6); whoever owns it does not close it.
    """
    if "due" in fields:
        fields["due_next_meeting"] = line.next_meeting
        if fields["due"] and now.original_due is None:
            fields["original_due"] = fields["due"]
    status = fields.get("status", now.status)
    troubles = list(_against(status, fields, line))
    if "status" not in fields:
        return troubles
    cell = line.cells.get(Field.STATUS, "")
    if status in FINISHED:
        fields["done_on"] = line.day(Field.DONE_ON) or now.done_on or today
    elif status not in ENDED:
        fields["done_on"] = None
    if now.status in ENDED and status not in ENDED:
        fields |= {"quality": None, "superseded_by": None}
    if status is not Status.UNCONFIRMED:
        fields["unclear"] = ""
    if status is Status.CLOSED and by in now.owners:
        troubles.append(Trouble(Wrong.OWNER_CLOSES, Field.STATUS, cell, by))
    if status is Status.SUPERSEDED:
        troubles.append(Trouble(Wrong.BY_WHICH, Field.STATUS, cell))
    return troubles


def _against(status: Status, fields: Mapping[str, Any], line: Line) -> Iterator[Trouble]:
    """What is still to be done has no day on which it was done."""
    if fields.get("done_on") and status not in (*FINISHED, *ENDED):
        yield Trouble(Wrong.DONE_BUT_OPEN, Field.DONE_ON, line.cells.get(Field.DONE_ON, ""))


def of_kind(fields: Mapping[str, Any], kind: OutcomeKind) -> list[Trouble]:
    """What an outcome of that kind cannot have: only actions deliver (D5)."""
    if fields.get("deliverable") and kind is not OutcomeKind.ACTION:
        return [Trouble(Wrong.NOT_OF_KIND, Field.DELIVERABLE, str(fields["deliverable"]))]
    return []


def _text(one: Outcome, name: str) -> str:
    value = getattr(one, name)
    return "" if value is None else str(value)
