"""Pieces of text that several widgets write alike: names in a row, a department, a field."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from tui_minutes.domain.outcomes import Outcome
from tui_minutes.i18n import current_language, dates, tr
from tui_minutes.widgets.glyphs import glyph


def joined(names: Iterable[str]) -> str:
    """Names in a row, with the comma of the language."""
    return ("、" if current_language() == "zh" else ", ").join(names)


def with_brackets(name: str, department: str) -> str:
    """`Li Si (Marketing)`, `李四（市场部）`; the bare name without a department, or of one."""
    if not department or department == name:
        return name
    return tr("{name} ({department})", name=name, department=department)


def with_department(outcome: Outcome) -> str:
    """The owners of `outcome`, the responsible one with the department."""
    if not outcome.owners:
        return ""
    first, *others = outcome.owners
    return joined([with_brackets(first, outcome.department), *others])


def stands(outcome: Outcome) -> str:
    """How an outcome stands, in one line: what, who, by when."""
    due = (
        dates.day_short(outcome.due)
        if outcome.due
        else tr("next meeting")
        if outcome.due_next_meeting
        else ""
    )
    return f" {glyph('·')} ".join(part for part in (outcome.text, joined(outcome.owners), due) if part)


def field(name: str, value: str, style: str = "") -> Content:
    """A field with its name, the name faint, the value in `style`."""
    return Content.assemble((f"{name} ", "$faint"), (value, style))
