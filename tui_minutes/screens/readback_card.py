"""The outcome that is being read, large and clear, with what is missing beside it (E1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual import events
from textual.content import Content

from tui_minutes.domain.capture import Caution
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Part
from tui_minutes.domain.readback import gaps_of, vote_gaps
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.voting import Choice
from tui_minutes.i18n import dates, mark, tr, tr_late
from tui_minutes.i18n.gaps import gap_text
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.voting import count_text
from tui_minutes.widgets.cautions import caution_text
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.kinds import kind_mark
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import joined, with_department
from tui_minutes.widgets.wrapping import fit

_WIDEST = 76
"""Wider lines are hard to read from the back of a room."""

_HOW = {
    "no_owner": mark("press e, or type @name"),
    "no_due": mark("press e, or type “by fri”"),
    "no_deliverable": mark("press e, or type “-> what”"),
    "no_decider": mark("press e"),
    "no_action": mark("type “- task @name by fri”, or “no action”"),
}
"""How to mend a gap, said where the value is missing."""


@dataclass(frozen=True, slots=True)
class ReadOut:
    """What the card shows: one outcome of a meeting, and what to look at in it."""

    record: MeetingRecord
    outcome: Outcome
    cautions: tuple[Caution, ...]


class OutcomeCard(ListPane, can_focus=False):
    """One outcome in the middle of the pane, or words when there is none."""

    _rows_wanted: tuple[Row, ...] = ()

    def show(self, read: ReadOut) -> None:
        """Show an outcome."""
        self._place(tuple(_card(read)))

    def show_nothing(self, *, only_gaps: bool) -> None:
        """Say that there is no outcome (with a gap), and what can be done all the same."""
        texts = [
            tr("Nothing was decided, assigned or left open."),
            tr("Type “+ decision” or “- task @name by fri” to add one, or sign (s) and end the meeting."),
        ]
        if only_gaps:
            texts = [
                tr("Nothing left has gaps."),
                tr("A: the room agrees to the rest.  t: go on with all of them."),
            ]
        self._place(tuple(Row((Content(text), Content())) for text in texts))

    def on_resize(self, event: events.Resize) -> None:
        """Place it anew for the new size."""
        super().on_resize(event)
        self._place(self._rows_wanted)

    def read_on(self) -> None:
        """Scroll a page further; from the end, to the top."""
        if self.scroll_offset.y >= self.max_scroll_y:
            self.scroll_home(animate=False)
        else:
            self.scroll_page_down(animate=False)

    def _place(self, rows: tuple[Row, ...]) -> None:
        """A little above the middle, the lines no longer than can be read at a glance."""
        self._rows_wanted = rows
        region = self.scrollable_content_region
        margin = Content(" " * max((region.width - _WIDEST) // 2, 0))
        placed = [replace(row, head=margin + row.head) for row in rows]
        high = sum(len(row.lines(region.width)) for row in placed)
        above = Row((Content(),) * max((region.height - high) // 3, 0))
        self.show_rows([above, *placed] if above.body else placed)
        self.scroll_home(animate=False)


def _card(read: ReadOut) -> Iterator[Row]:
    record, outcome = read.record, read.outcome
    blank = Content()
    yield Row((_title(record, outcome), blank, blank), wraps=False)
    yield Row((Content.styled(outcome.text, "bold"), blank, blank))
    fields = list(_fields(record, outcome))
    width = max((Content(name).cell_length for name, _ in fields), default=0) + 3
    for name, value in fields:
        yield Row((value,), head=Content.styled(fit(name, width), "$faint"))
    yield Row((blank,))
    yield from _objections(record, outcome)
    for words in _attention(read):
        yield Row((Content.styled(words, "$warning"),), head=Content.styled("! ", "bold $warning"))


def _title(record: MeetingRecord, outcome: Outcome) -> Content:
    parts = [kind_mark(outcome.kind, outcome.number)]
    parent, item = record.parent(outcome), record.item(outcome.item_uid)
    if parent:
        parts.append(
            Content.styled(tr("from {number} {text}", number=parent.number, text=parent.text), "$faint")
        )
    elif item:
        parts.append(Content.styled(item.title, "$faint"))
    if outcome.priority:
        parts.append(Content.styled(label(outcome.priority), "$warning"))
    if is_hidden(outcome.level):
        parts.append(Content.styled(label(outcome.level), "bold $error"))
    return Content.styled(f" {glyph('·')} ", "$faint").join(parts)


def _fields(record: MeetingRecord, outcome: Outcome) -> Iterator[tuple[str, Content]]:
    """Name and value of each field; a missing one is red and says how to mend it."""
    lacking = gaps_of(record, outcome)
    for name, value, gap in field_values(record, outcome):
        if value:
            yield name, Content.styled(value, "bold" if gap else "")
        elif gap in lacking:
            missing = Content.styled(tr("missing"), "bold $error")
            yield name, missing + Content.styled(f"   {tr_late(_HOW[gap])}", "$faint")


def field_values(record: MeetingRecord, outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """The fields in reading order: name, value, and the gap that an empty one is ("" for none)."""
    if outcome.kind is OutcomeKind.DECISION:
        yield tr("Decided by"), joined(outcome.names(Part.DECIDER)), "no_decider"
        yield tr("Carried out by"), _carried_out(record, outcome), "no_action"
        yield from _voted(record, outcome)
    owner_gap = "" if outcome.kind is OutcomeKind.DECISION else "no_owner"
    due_gap = "no_due" if outcome.kind is OutcomeKind.ACTION else ""
    yield tr("Owner"), with_department(outcome), owner_gap
    yield tr("Due"), _due(outcome), due_gap
    if outcome.kind is OutcomeKind.ACTION:
        yield tr("Deliverable"), outcome.deliverable, "no_deliverable"
    yield tr("Resources"), outcome.resources, ""
    yield tr("Next feedback"), dates.day_long(outcome.next_feedback) if outcome.next_feedback else "", ""
    yield tr("Copied to"), joined(outcome.names(Part.COPIED)), ""
    yield tr("Remark"), outcome.remark, ""


def _carried_out(record: MeetingRecord, outcome: Outcome) -> str:
    numbers = joined(child.number for child in record.children(outcome))
    return numbers or (tr("needs no action") if outcome.no_action else "")


def _voted(record: MeetingRecord, outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """What the vote came to, then who voted how, where that is known."""
    vote = record.vote_on(outcome)
    if vote is None:
        return
    result = tr("{result} {count}", result=label(vote.majority), count=count_text(vote.count))
    yield tr("Vote"), result, ""
    for choice in Choice:
        yield f"  {label(choice)}", joined(vote.names(choice)), ""


def _due(outcome: Outcome) -> str:
    if outcome.due is None:
        return tr("next meeting") if outcome.due_next_meeting else ""
    day = dates.day_long(outcome.due)
    return f"{day} {glyph('·')} {tr('next meeting')}" if outcome.due_next_meeting else day


def _objections(record: MeetingRecord, outcome: Outcome) -> Iterator[Row]:
    found = [one for one in record.objections if one.outcome_uid == outcome.uid]
    for objection in found:
        said = tr("{name}: {words}", name=objection.name, words=objection.text)
        if objection.settled:
            ended = (
                tr("settled: {words}", words=objection.settlement) if objection.settlement else tr("settled")
            )
            body = Content(said) + Content.styled(f"  {glyph('✓')} {ended}", "$success")
            yield Row((body,), head=Content.styled(f"{glyph('≠')} ", "$faint"))
        else:
            body = Content(said) + Content.styled(f"  {tr('on record; x settles it')}", "$faint")
            yield Row((body,), head=Content.styled(f"{glyph('≠')} ", "bold $warning"))
    if found:
        yield Row((Content(),))


def _attention(read: ReadOut) -> Iterator[str]:
    """In words, what is missing, vague or in doubt."""
    voted = vote_gaps(read.record, read.outcome)
    lacking = [code for code in gaps_of(read.record, read.outcome) if code not in voted]
    if lacking:
        named = joined(gap_text(code) for code in lacking)
        yield tr("{gaps}: mend it here, or the minutes will name it", gaps=named)
    if voted:
        named = joined(gap_text(code) for code in voted)
        yield tr("{gaps}: v votes anew, or the minutes will name it", gaps=named)
    if read.outcome.doubtful:
        yield tr("marked as doubtful: to be cleared up before the minutes are approved")
    yield from (caution_text(caution) for caution in read.cautions)
