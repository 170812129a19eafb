"""What was found in all meetings, as rows: meetings, outcomes, lines, each under its heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from textual.content import Content

from tui_minutes.domain.archive import Findings, FoundLine
from tui_minutes.domain.meeting import Meeting, is_hidden
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.home_meetings import when
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.kinds import LOOKS
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import with_department
from tui_minutes.widgets.showing import Showing
from tui_minutes.widgets.wrapping import fit

_NUMBER = 13
"""Cells before what was found: the number of a meeting, an outcome or a line."""


def target_of(key: str) -> tuple[str, str, str]:
    """What a row stands for, "meeting", "outcome" or "line", the uid of its meeting, and its own."""
    what, _, rest = key.partition(" ")
    meeting_uid, _, uid = rest.partition(" ")
    return what, meeting_uid, uid


def found_rows(found: Findings, showing: Showing) -> list[Row]:
    """All of it, the newest first under each heading; what is confidential is covered unless revealed."""
    groups: tuple[tuple[str, str, Iterable[Row]], ...] = (
        (tr("Meetings"), "meetings", (_meeting(one, showing) for one in found.meetings)),
        (tr("Decisions, actions, questions"), "outcomes", (_outcome(one, showing) for one in found.outcomes)),
        (tr("Lines"), "lines", (_line(one) for one in found.lines)),
    )
    rows: list[Row] = []
    for title, name, group in groups:
        own = list(group)
        if own:
            rows += [Row((Content(),))] if rows else []
            rows += [Row((Content.styled(title, "bold $primary"),)), *own]
        if name in found.more:
            rows.append(Row((Content.styled(tr("There are more: say more words"), "$faint"),)))
    return rows


def _meeting(one: Meeting, showing: Showing) -> Row:
    hidden = is_hidden(one.level) and not showing.revealed
    title = tr("({level})", level=label(one.level)) if hidden else one.title
    words = Content.styled(title, "italic $faint" if hidden else "bold")
    about = _about(when(one, showing.today), label(one.phase))
    return Row(((words, about),), f"meeting {one.uid}", Content.styled(fit(one.number, _NUMBER), "$accent"))


def _outcome(row: LedgerRow, showing: Showing) -> Row:
    one, hidden = row.outcome, showing.hides(row)
    words = tr("({level})", level=label(row.level)) if hidden else one.text
    about = _about(*_told(row, hidden=hidden))
    look = LOOKS[one.kind]
    head = Content.styled(fit(f"{glyph(look.shape)} {one.number}", _NUMBER), f"bold {look.style}")
    return Row((Content(words), about), f"outcome {one.meeting_uid} {one.uid}", head)


def _told(row: LedgerRow, *, hidden: bool) -> Iterator[str]:
    one = row.outcome
    yield with_department(one)
    yield dates.day_short(one.due) if one.due else ""
    yield label(one.status)
    yield row.meeting_number if hidden else f"{row.meeting_number} {row.meeting_title}"


def _line(one: FoundLine) -> Row:
    at = one.at.astimezone(ZoneInfo(one.zone))
    said = Content.styled(f"{one.speaker}  ", "bold $said") if one.speaker else Content()
    about = _about(
        f"{one.meeting_number} {one.meeting_title}", f"{dates.day_long(at.date())} {dates.clock(at)}"
    )
    head = Content.styled(fit(f"#{one.seq}", _NUMBER), "$faint")
    return Row((said + one.text, about), f"line {one.meeting_uid} {one.uid}", head)


def _about(*parts: str) -> Content:
    return Content.styled(f" {glyph('·')} ".join(part for part in parts if part), "$faint")
