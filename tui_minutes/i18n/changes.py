"""One step of an outcome's history in words: what was done, from what to what, why (T8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tui_minutes.domain.outcomes import Act, Change, Hearing, Part, Priority, Quality, Status
from tui_minutes.i18n.dates import day_short
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import mark, tr, tr_late

FIELDS = {
    "text": mark("Text"),
    "department": mark("Department"),
    "due": mark("Due date"),
    "original_due": mark("First date"),
    "deliverable": mark("Deliverable"),
    "resources": mark("Resources"),
    "priority": mark("Priority"),
    "status": mark("Status"),
    "next_feedback": mark("Next feedback"),
    "done_on": mark("Done on"),
    "result": mark("What came of it"),
    "leftover": mark("What is left over"),
    "quality": mark("Quality"),
    "unclear": mark("What is not clear"),
    "answer": mark("Answer"),
    "remark": mark("Remark"),
    "parent": mark("Under"),
    "becomes": mark("Has become"),
    "superseded_by": mark("Replaced by"),
    "hearing": mark("Readback"),
}
"""The fields that history tells of, by column; others are told by what goes with them."""

_CODES = {"status": Status, "priority": Priority, "hearing": Hearing, "quality": Quality}
_DAYS = ("due", "original_due", "next_feedback", "done_on")


class Step(NamedTuple):
    """A field that changed: its name, what stood there ("" for nothing), what stands there now."""

    name: str
    before: str
    after: str


def who(change: Change) -> str:
    """Who did it, and who typed it where that is somebody else."""
    if change.by == change.entered_by:
        return change.by
    return tr("{by} (entered by {typist})", by=change.by, typist=change.entered_by)


def deed(change: Change) -> str:
    """What the step was as a whole, where one word says it."""
    if _is_first(change):
        return label(change.act) if change.act is Act.IMPORT else tr("captured")
    if change.changes.get("withdrawn", (None, None))[1] is True:
        return tr("withdrawn")
    if change.changes.get("withdrawn", (None, None))[0] is True:
        return tr("brought back")
    if change.changes.get("provisional", (None, None))[1] is False:
        return tr("sealed by the room")
    return "" if change.act is Act.EDIT and change.note else label(change.act)


def steps(change: Change) -> Iterator[Step]:
    """What changed, field by field; of the first step nothing, since all of it is new."""
    if _is_first(change):
        return
    for name, (before, after) in change.changes.items():
        if name == "people":
            yield Step(tr("People"), _people(before), _people(after))
        elif name in FIELDS and not (name == "original_due" and before is None):
            yield Step(tr_late(FIELDS[name]), _said(name, before), _said(name, after))


def why(change: Change) -> Iterator[tuple[str, str]]:
    """Cause, remedy and note with their names (a note has none), as far as they were given."""
    given = ((tr("Cause"), change.cause), (tr("Remedy"), change.remedy), ("", change.note))
    return ((name, words) for name, words in given if words)


def _is_first(change: Change) -> bool:
    return change.changes.get("text", ("",))[0] is None


def _said(name: str, value: object) -> str:
    if value is None or value == "":
        return ""
    if name in _CODES:
        return label(_CODES[name](str(value)))
    if name in _DAYS:
        return day_short(date.fromisoformat(str(value)))
    return str(value)


def _people(spelt: object) -> str:
    """Owners first; the others with their part."""
    if not isinstance(spelt, list):
        return ""
    owning = (Part.RESPONSIBLE, Part.HELPER)
    names = [name if part in owning else f"{label(Part(part))} {name}" for part, name, _ in spelt]
    return tr(", ").join(names)
