"""The list of meetings as Home draws it: in progress, planned, past; one line each, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import partial

from textual.content import Content

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import RUNNING, Meeting, Phase, by_stage, is_hidden
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.fluid_row import FluidRow
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.wrapping import fit

_MARKS = {
    Phase.PLANNED: ("·", "$said"),
    Phase.CHECK_IN: ("▸", "bold $accent"),
    Phase.IN_SESSION: ("▸", "bold $accent"),
    Phase.READBACK: ("▸", "bold $accent"),
    Phase.SIGNED: ("✓", "$warning"),
    Phase.APPROVED: ("✓", "$success"),
    Phase.CANCELLED: ("∅", "$faint"),
    Phase.HELD: ("✓", "$success"),
    Phase.PURGED: ("∅", "$faint"),
}
_NUMBER, _WHEN, _PHASE = 11, 16, 10
_OPEN = {True: 15, False: 8}
"""Cells for what is open: late and not late where it is wide, else the one that matters."""

PAST = 200
"""So many past meetings are listed at most; a search goes through all."""

_WIDE = 80
_LEAST_TITLE = 12


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list is drawn from.

    `tables` is what is on the table, `left` how many outcomes a meeting left open and how many of these are
    late; by the uid of the meeting.
    """

    meetings: Sequence[Meeting]
    tables: Mapping[str, str]
    today: date
    revealed: bool
    left: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def hides(self, meeting: Meeting) -> bool:
        """Whether only number and date of `meeting` are shown."""
        return is_hidden(meeting.level) and not self.revealed


def meeting_rows(listing: Listing) -> list[Row]:
    """The rows in three groups: in progress, planned (the next first), past (the latest first)."""
    names = tr("In progress"), tr("Coming up"), tr("Past")
    rows: list[Row] = []
    for name, group in zip(names, by_stage(listing.meetings), strict=True):
        if group:
            rows += [Row((Content(),))] if rows else []
            rows.append(Row((Content.styled(name, "bold $primary"),)))
            rows += [_fluid(listing, one) for one in group[:PAST]]
        if len(group) >= PAST:
            rows.append(Row((Content.styled(tr("Older ones are found by searching: /"), "$faint"),)))
    return rows


def _fluid(listing: Listing, meeting: Meeting) -> Row:
    height = 2 if _on_the_table(listing, meeting) else 1
    return FluidRow(key=meeting.uid, draw=partial(_row, listing, meeting), tall=lambda _: height)


def _row(listing: Listing, meeting: Meeting, width: int) -> Row:
    shape, style = _MARKS[meeting.phase]
    head = Content.styled(f"{glyph(shape)} ", style)
    wide = width >= _WIDE
    title = max(width - 2 - _NUMBER - _WHEN - _PHASE - _OPEN[wide] - 4, _LEAST_TITLE)
    counts = list(_counts(listing, meeting))
    columns = [
        Content.styled(fit(meeting.number, _NUMBER), "bold" if meeting.phase in RUNNING else ""),
        _title(listing, meeting, title),
        Content.styled(
            fit(when(meeting, listing.today), _WHEN), "" if meeting.phase is Phase.PLANNED else "$faint"
        ),
        Content.styled(fit(label(meeting.phase), _PHASE), style),
        Content("  ").join(counts if wide else counts[:1]),
    ]
    lines = [Content(" ").join(columns)]
    if table := _on_the_table(listing, meeting):
        lines.append(Content(" " * (_NUMBER + 1)) + Content.styled(table, "$faint"))
    return Row(tuple(lines), head=head, wraps=False)


def _on_the_table(listing: Listing, meeting: Meeting) -> str:
    return "" if listing.hides(meeting) else listing.tables.get(meeting.uid, "")


def _title(listing: Listing, meeting: Meeting, width: int) -> Content:
    level = label(meeting.level)
    if listing.hides(meeting):
        return Content.styled(fit(tr("({level})", level=level), width), "italic $faint")
    is_void = meeting.phase in (Phase.CANCELLED, Phase.PURGED)
    bold = "bold" if meeting.phase in RUNNING else "$faint" if is_void else ""
    if not is_hidden(meeting.level):
        return Content.styled(fit(meeting.title, width), bold)
    tag = Content.styled(level, "$warning")
    return Content.styled(fit(meeting.title, width - tag.cell_length - 1), bold) + " " + tag


def _counts(listing: Listing, meeting: Meeting) -> Iterator[Content]:
    still, late = listing.left.get(meeting.uid, (0, 0))
    if late:
        yield Content.styled(ntr("{n} late", "{n} late", late), "$error")
    if still > late:
        yield Content(ntr("{n} open", "{n} open", still - late))


def when(meeting: Meeting, today: date) -> str:
    """When it began or should begin, in its own zone: `today 14:00`, `11-27 Fri 14:00`."""
    begin = meeting.local(meeting.started_at) if meeting.started_at else meeting.planned_start
    if begin is None:
        return glyph("–")
    day = begin.date()
    if abs((day - today).days) <= 1:
        return f"{dates.relative_day(day, today)} {dates.clock(begin)}"
    if day.year != today.year:
        return dates.day_long(day)
    return f"{dates.day_short(day)} {dates.clock(begin)}"
