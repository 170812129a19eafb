"""What a round of a standup is about, drawn for a room: in sections, with what happened and why (T9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from tui_minutes.domain.attending import Need
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.standup import Matter, Section
from tui_minutes.i18n import dates, mark, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_text
from tui_minutes.i18n.standups import news_parts
from tui_minutes.widgets.fluid_row import FluidRow
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.ledger_line import STATUS_STYLES
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.reasons import REASON_LOOKS
from tui_minutes.widgets.showing import Showing
from tui_minutes.widgets.wrapping import fit, shorten

_HEADS = {
    Section.NEEDING: mark("Needs attention"),
    Section.REST: mark("The rest"),
    Section.HELPING: mark("Helps with"),
}
_SAY_THE_DAY = (Need.LATE, Need.DUE_THIS_WEEK)
"""Reasons in whose words the due date stands."""

_NUMBER = 8


class StandupList(ListPane):
    """Rows by the uid of their outcome; the cursor stays on its outcome while it changes."""

    _matters: tuple[Matter, ...] = ()

    def show(
        self, matters: Sequence[Matter], said: Sequence[Entry], showing: Showing, since: str, person: str
    ) -> None:
        """Show the matters of a round, and what else was `said` in it.

        `since` are the words for what has changed and since when. Whose an outcome is stands there where that
        is not the `person` shown.
        """
        place = self.keys.index(self.cursor) if self.cursor in self.keys else 0
        self._matters = tuple(matters)
        rows = list(_rows(self._matters, showing, since, person))
        keys = [row.key for row in rows if row.key]
        if self.cursor not in keys and keys:
            self.cursor = keys[min(place, len(keys) - 1)]
        rows = rows or [Row((Content.styled(tr("Nothing is open here."), "$faint"),))]
        self.show_rows([*rows, *_notes(said)])

    @property
    def selected(self) -> Matter | None:
        """What is under the cursor."""
        return next((one for one in self._matters if one.row.outcome.uid == self.cursor), None)


def _rows(matters: Sequence[Matter], showing: Showing, since: str, person: str) -> Iterator[Row]:
    before: Section | None = None
    for one in matters:
        if one.section is not before:
            if before is not None:
                yield Row((Content(),))
            words = since if one.section is Section.CHANGED else tr_late(_HEADS[one.section])
            many = sum(other.section is one.section for other in matters)
            yield Row((Content.assemble((words, "bold $primary"), (f"  {many}", "$faint")),))
            before = one.section
        yield FluidRow(key=one.row.outcome.uid, draw=partial(_row, one, showing, person))


def _notes(said: Sequence[Entry]) -> Iterator[Row]:
    """The lines that are about no outcome."""
    if said:
        yield Row((Content(),))
        yield Row((Content.styled(tr("Notes"), "bold $primary"),))
    for entry in said:
        speaker = Content.styled(f"{entry.speaker}  ", "$said") if entry.speaker else Content()
        yield Row((speaker + entry.text,), head=Content.styled(f"{glyph('·')} ", "$faint"))


def _row(one: Matter, showing: Showing, person: str, width: int) -> Row:
    outcome = one.row.outcome
    shape, style = REASON_LOOKS[one.reasons[0].need] if one.reasons else ("·", "$faint")
    head = Content.assemble((f"{glyph(shape)} ", f"bold {style}"), (fit(outcome.number, _NUMBER), "bold"))
    words, look = _words(one, showing)
    fields = list(_fields(one, person))
    quiet = one.section in (Section.REST, Section.HELPING) and not one.reasons
    if quiet:  # on one line, where it fits
        room = width - head.cell_length - sum(field.cell_length + 2 for field in fields)
        line = shorten(Content.styled(words, look), max(room, 8))
        gap = " " * max(room - line.cell_length, 0)
        first = Content("  ").join([line + gap, *fields])
        body: tuple[Content | tuple[Content, ...], ...] = (shorten(first, width - head.cell_length),)
    else:
        body = (Content.styled(words, look), tuple(fields))
    return Row((*body, *_told(one, showing)), head=head)


def _words(one: Matter, showing: Showing) -> tuple[str, str]:
    if showing.hides(one.row):
        return tr("({level})", level=label(one.row.level)), "italic $faint"
    return one.row.outcome.text, "$faint" if not one.row.outcome.is_open else "bold" if one.reasons else ""


def _fields(one: Matter, person: str) -> Iterator[Content]:
    """Due date and status; whose it is, where it is somebody else's; why it needs attention."""
    outcome = one.row.outcome
    said = any(reason.need in _SAY_THE_DAY for reason in one.reasons)
    if (when := _when(outcome)) and not said:
        yield Content(when)
    yield Content.styled(label(outcome.status), STATUS_STYLES[outcome.status])
    if outcome.owners and outcome.owners[0] != person:
        yield Content.styled(tr("of {name}", name=outcome.owners[0]), "$faint")
    for reason in one.reasons:
        yield Content.styled(reason_text(reason), REASON_LOOKS[reason.need][1])


def _when(outcome: Outcome) -> str:
    """The day it is due, or an answer is expected."""
    if outcome.due:
        return dates.day_short(outcome.due)
    if outcome.due_next_meeting:
        return tr("next meeting")
    return tr("{day} feedback", day=f"{outcome.next_feedback:%m-%d}") if outcome.next_feedback else ""


def _told(one: Matter, showing: Showing) -> Iterator[Content]:
    """What happened since the last standup, and in this one."""
    if is_hidden(one.row.level) and not showing.revealed:
        return
    arrow = glyph("→")
    dot = f" {glyph('·')} "
    if one.since:
        yield Content.styled(dot.join(news_parts(one.since, arrow)), "$said")
    if one.now:
        parts = dot.join(news_parts(one.now, arrow))
        yield Content.assemble((f"{glyph('✓')} {tr('now:')} ", "bold $success"), (parts, "$success"))
