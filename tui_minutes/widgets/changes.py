"""One step of an outcome's history in words: who, from what to what, why (T8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from textual.content import Content

from tui_minutes.domain.outcomes import Act, Change, Hearing, Part, Priority, Quality, Status
from tui_minutes.i18n import dates, mark, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined

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


def change_rows(history: Sequence[Change], zone: ZoneInfo) -> Iterator[Row]:
    """The steps of a history, oldest first, each with the local time beside it; those taken back say so."""
    undone = {change.undoes: change for change in history if change.undoes}
    by_uid = {change.uid: change for change in history}
    for change in history:
        at = change.at.astimezone(zone)
        lines = list(change_lines(change))
        if change.undoes in by_uid:
            lines.append(
                Content.styled(tr("taken back: {what}", what=_deed(by_uid[change.undoes])), "$faint")
            )
        if change.uid in undone:
            lines = [Content.styled(line.plain, "$faint") for line in lines]
            lines.append(Content.styled(tr("(taken back)"), "$faint"))
        yield Row(tuple(lines), None, Content.styled(f"{at:%m-%d} {dates.clock(at)}  ", "$faint"))


def change_lines(change: Change) -> Iterator[Content]:
    """Who did what, then one line for each field that changed, then why."""
    who = change.by if change.by == change.entered_by else tr(
        "{by} (entered by {typist})", by=change.by, typist=change.entered_by
    )  # fmt: skip
    yield Content.assemble((who, "$said"), f"  {_deed(change)}")
    if not _is_first(change):
        yield from _fields(change)
    for name, words in ((tr("Cause"), change.cause), (tr("Remedy"), change.remedy), ("", change.note)):
        if words:
            yield Content.assemble((f"{name} " if name else "", "$faint"), words)


def _is_first(change: Change) -> bool:
    return change.changes.get("text", ("",))[0] is None


def _deed(change: Change) -> str:
    """What the step was as a whole, where one word says it."""
    if _is_first(change):
        return tr("captured")
    if change.changes.get("withdrawn", (None, None))[1] is True:
        return tr("withdrawn")
    if change.changes.get("withdrawn", (None, None))[0] is True:
        return tr("brought back")
    if change.changes.get("provisional", (None, None))[1] is False:
        return tr("sealed by the room")
    return "" if change.act is Act.EDIT and change.note else label(change.act)


def _fields(change: Change) -> Iterator[Content]:
    for name, (before, after) in change.changes.items():
        if name == "people":
            yield _step(tr("People"), _people(before), _people(after))
        elif name in FIELDS and not (name == "original_due" and before is None):
            yield _step(tr_late(FIELDS[name]), _said(name, before), _said(name, after))


def _step(name: str, before: str, after: str) -> Content:
    """From what to what; where nothing was before, what there is now."""
    arrow = f" {glyph('→')} " if before else ""
    return Content.assemble((f"{name} ", "$faint"), before, (arrow, "$faint"), after or glyph("–"))


def _said(name: str, value: object) -> str:
    if value is None or value == "":
        return ""
    if name in _CODES:
        return label(_CODES[name](str(value)))
    if name in _DAYS:
        return dates.day_short(date.fromisoformat(str(value)))
    return str(value)


def _people(spelt: object) -> str:
    """Owners first; the others with their part."""
    if not isinstance(spelt, list):
        return ""
    owning = (Part.RESPONSIBLE, Part.HELPER)
    names = [name if part in owning else f"{label(Part(part))} {name}" for part, name, _ in spelt]
    return joined(names)
