"""The agenda at the left: what is on the table, the time of each item, what was proposed (D1, D2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from tui_minutes.domain.agenda import AgendaItem, ItemState, Tone
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.proposals import Proposal, became, decisions
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.timetable import Slot, timetable
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.origins import origin_text
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.kept_rows import KeptRows
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.timers import TONES, gauge, timer

_MARKS = {
    ItemState.PENDING: (" ", "", ""),
    ItemState.OPEN: ("▸", "bold $accent", "bold $accent"),
    ItemState.DONE: ("✓", "$success", ""),
    ItemState.DEFERRED: ("→", "$warning", "$faint"),
    ItemState.OFFLINE: ("∅", "$faint", "$faint"),
}
_WIDEST_GAUGE = 22
_GAP = Row((Content(),))


class AgendaPane(ListPane):
    """Posts `ItemChosen` or `ProposalChosen` when one is clicked or entered."""

    @dataclass
    class ItemChosen(Message):
        """The agenda item with `uid` was chosen."""

        uid: str

    @dataclass
    class ProposalChosen(Message):
        """The decision with `uid`, worded ahead for the item on the table, was chosen."""

        uid: str

    _shown: tuple[MeetingRecord, datetime, tuple[Proposal, ...]] | None = None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._kept = KeptRows()

    def on_mount(self) -> None:
        """Say once what it is: a title that is set draws the whole pane, and the clock ticks every second."""
        self.border_title = Content(tr("Agenda"))

    def on_resize(self, event: events.Resize) -> None:
        """Draw the gauges as wide as the pane is now, with gaps where it is high enough."""
        if self._shown and event.size:
            self.show(*self._shown)

    def show(self, record: MeetingRecord, now: datetime, proposals: tuple[Proposal, ...] = ()) -> None:
        """Show the agenda of `record` with its times at the instant `now`, and what was proposed for it."""
        self._shown = record, now, proposals
        width = max(self.size.width, 20)
        current = record.current_item
        proposed = decisions(proposals, current.uid) if current else []
        gap = self.size.height > 3 * len(record.agenda) + len(record.motions) + len(proposed)
        slots = timetable(record, now)
        rows: list[Row] = []
        for item in record.agenda:
            seconds, when = int(item.spent(now).total_seconds()), _when(record, item, slots[item.uid])
            about = (item, seconds, width, when)
            rows.append(self._kept.row(item.uid, about, partial(_row, item, now, width, when)))
            if item is current:
                rows += [self._proposed(record, one, nth) for nth, one in enumerate(proposed, start=1)]
            if gap:
                rows.append(_GAP)
        rows += [self._kept.row(one.uid, (one,), partial(_motion, one)) for one in record.motions]
        self.show_rows(rows)

    def _proposed(self, record: MeetingRecord, one: Proposal, nth: int) -> Row:
        outcome = became(record, one)
        number = outcome.number if outcome else ""
        return self._kept.row(one.uid, (one, number, nth), partial(_proposal, one, number, nth))

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Say what was chosen, in terms of the agenda."""
        event.stop()
        proposals = self._shown[2] if self._shown else ()
        is_proposal = event.key in {one.uid for one in proposals}
        self.post_message(self.ProposalChosen(event.key) if is_proposal else self.ItemChosen(event.key))


def _when(record: MeetingRecord, item: AgendaItem, slot: Slot) -> str:
    """When an item comes, or until when the one on the table may last; nothing for those that are over."""
    if item.state is ItemState.PENDING:
        return dates.from_to(*slot.local(record.meeting))
    if item.state is ItemState.OPEN and slot.end:
        return tr("until {clock}", clock=dates.clock(record.meeting.local(slot.end)))
    return ""


def _row(item: AgendaItem, now: datetime, width: int, when: str) -> Row:
    shape, mark_style, title_style = _MARKS[item.state]
    head = Content.assemble((f"{glyph(shape)} ", mark_style), (f"{item.position} ", title_style))
    lines = [Content.styled(item.title, title_style), _time(item, now, width - head.cell_length, when)]
    if item.state in (ItemState.DEFERRED, ItemState.OFFLINE):
        lines[1] = Content.styled(label(item.state), "$faint")
    if item.state is ItemState.OPEN:
        more = [when, *([tr("led by {name}", name=item.facilitator)] if item.facilitator else [])]
        more += [origin_text(item.origin)]
        lines.append(Content.styled(f" {glyph('·')} ".join(part for part in more if part), "$faint"))
    return Row(tuple(line for line in lines if line), item.uid, head)


def _proposal(one: Proposal, number: str, nth: int) -> Row:
    """What was worded ahead: its number for `/take`, or the one that it has become."""
    if number:
        return Row(
            (Content.styled(number, "$faint"),), one.uid, Content.styled(f"    {glyph('✓')} ", "$success")
        )
    return Row((Content.styled(one.text, "$said"),), one.uid, Content.styled(f"    {nth} ", "$said"))


def _time(item: AgendaItem, now: datetime, room: int, when: str) -> Content:
    """How much of its time is used: a gauge and the figures; when it comes for one that is still to come."""
    spent, allotted = item.spent(now), item.allotted
    if not item.was_opened and when:
        length = dates.minutes_text(int(allotted / timedelta(minutes=1))) if allotted else ""
        return Content.styled(f"{when}  {length}".rstrip(), "$faint")
    if not allotted:
        return Content.styled(timer(spent), "$faint") if item.was_opened else Content()
    minutes = int(allotted / timedelta(minutes=1))
    style = _tone(item, now)
    figures = f"{timer(spent)}/{minutes}" if item.was_opened else f"{minutes}"
    if item.state is ItemState.OPEN and item.left(now) < timedelta(0):
        figures += " " + tr("+{over} over", over=timer(-item.left(now)))
    gauge_width = min(room - cell_len(figures) - 1, _WIDEST_GAUGE)
    shown = Content.styled(figures, style if item.state is ItemState.OPEN else "$faint")
    if gauge_width < 4:
        return shown
    return gauge(spent / allotted, gauge_width, style) + " " + shown


def _tone(item: AgendaItem, now: datetime) -> str:
    """The colour of its time; what was done within its time is settled."""
    tone = item.tone(now)
    if item.state is ItemState.DONE and tone is Tone.AMBER:
        tone = Tone.CALM
    return TONES[tone] if item.was_opened else "$faint"


def _motion(motion: Entry) -> Row:
    head = Content.styled("+ ", "$figure")
    parts = [Content.assemble((tr("motion"), "$figure"), " ", motion.text)]
    parts += [Content.styled(motion.proposer, "$faint")] if motion.proposer else []
    parts += [Content.styled(label(motion.result), "$faint")] if motion.result else []
    return Row((tuple(parts),), head=head)
