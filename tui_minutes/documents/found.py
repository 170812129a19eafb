"""What was found in all meetings, as a document: on paper and on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from tui_minutes.documents.phrases import listed, moment
from tui_minutes.domain.archive import Findings, FoundLine
from tui_minutes.domain.concealment import conceal_meeting, conceal_row
from tui_minutes.domain.document import Document, Grid, Line, Lines, Section
from tui_minutes.domain.meeting import Level, Meeting, highest, is_hidden
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import current_language, tr
from tui_minutes.i18n.dates import clock, day_long
from tui_minutes.i18n.labels import label


def found_document(found: Findings, asked: str, *, reveal: bool) -> Document:
    """What was found for `asked`; what is confidential is covered unless `reveal` (B7)."""
    levels = [one.level for one in found.meetings] + [row.level for row in found.outcomes]
    levels += [one.level for one in found.lines]
    seen = (one for one in levels if reveal or not is_hidden(one))
    sections = tuple(_sections(found, reveal=reveal))
    return Document(
        tr("Found: {words}", words=asked),
        label(highest(Level.INTERNAL, *seen)),
        current_language(),
        sections,
    )


def as_seen(found: Findings, *, reveal: bool) -> Findings:
    """The same with what is confidential covered, unless `reveal`; lines of that kind are not found."""
    if reveal:
        return found
    return replace(
        found,
        meetings=tuple(map(conceal_meeting, found.meetings)),
        outcomes=tuple(map(conceal_row, found.outcomes)),
    )


def _sections(found: Findings, *, reveal: bool) -> Iterator[Section]:
    shown = as_seen(found, reveal=reveal)
    if not shown.total:
        yield Section(tr("Archive"), (Lines((Line(tr("Nothing is like that.")),)),))
    columns: tuple[str, ...]
    if shown.meetings:
        columns = (tr("Number"), tr("Meeting"), tr("Time"), tr("State"))
        grid = Grid(columns, tuple(map(_meeting, shown.meetings)), (12, 48, 26, 14))
        yield Section(_headed(tr("Meetings"), shown, "meetings"), (grid,))
    if shown.outcomes:
        columns = (tr("Number"), tr("What"), tr("Responsible"), tr("Status"), tr("Meeting"))
        grid = Grid(columns, tuple(map(_outcome, shown.outcomes)), (9, 47, 16, 14, 14))
        yield Section(_headed(tr("Decisions, actions, questions"), shown, "outcomes"), (grid,))
    if shown.lines:
        columns = (tr("Meeting"), tr("No."), tr("Said at"), tr("Said by"), tr("What was said"))
        grid = Grid(columns, tuple(map(_line, shown.lines)), (13, 6, 22, 12, 47))
        yield Section(_headed(tr("Lines"), shown, "lines"), (grid,))


def _headed(title: str, found: Findings, name: str) -> str:
    return tr("{title} (the newest; there are more)", title=title) if name in found.more else title


def _meeting(one: Meeting) -> tuple[str, ...]:
    return one.number, one.title, moment(one, one.started_at or one.scheduled_start), label(one.phase)


def _outcome(row: LedgerRow) -> tuple[str, ...]:
    one = row.outcome
    return one.number, one.text, listed(one.owners), label(one.status), row.meeting_number


def _line(one: FoundLine) -> tuple[str, ...]:
    at = one.at.astimezone(ZoneInfo(one.zone))
    return one.meeting_number, f"#{one.seq}", f"{day_long(at.date())} {clock(at)}", one.speaker, one.text
