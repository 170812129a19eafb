"""The agenda at the left: what is on the table, how much of its time is used, and the motions (D1, D2)."""

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
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
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
    """Posts `ItemChosen` when an item is clicked or entered."""

    @dataclass
    class ItemChosen(Message):
        """The agenda item with `uid` was chosen."""

        uid: str

    _shown: tuple[MeetingRecord, datetime] | None = None

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

    def show(self, record: MeetingRecord, now: datetime) -> None:
        """Show the agenda of `record` with its times at the instant `now`."""
        self._shown = record, now
        width = max(self.size.width, 20)
        gap = self.size.height > 3 * len(record.agenda) + len(record.motions)
        rows: list[Row] = []
        for item in record.agenda:
            seconds = int(item.spent(now).total_seconds())
            rows.append(self._kept.row(item.uid, (item, seconds, width), partial(_row, item, now, width)))
            if gap:
                rows.append(_GAP)
        rows += [self._kept.row(one.uid, (one,), partial(_motion, one)) for one in record.motions]
        self.show_rows(rows)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Say which item was chosen, in terms of the agenda."""
        event.stop()
        self.post_message(self.ItemChosen(event.key))


def _row(item: AgendaItem, now: datetime, width: int) -> Row:
    shape, mark_style, title_style = _MARKS[item.state]
    head = Content.assemble((f"{glyph(shape)} ", mark_style), (f"{item.position} ", title_style))
    lines = [Content.styled(item.title, title_style), _time(item, now, width - head.cell_length)]
    if item.state in (ItemState.DEFERRED, ItemState.OFFLINE):
        lines[1] = Content.styled(label(item.state), "$faint")
    if item.state is ItemState.OPEN and item.facilitator:
        lines.append(Content.styled(tr("led by {name}", name=item.facilitator), "$faint"))
    return Row(tuple(line for line in lines if line), item.uid, head)


def _time(item: AgendaItem, now: datetime, room: int) -> Content:
    """How much of its time is used: a gauge and the figures; only figures for an item without a limit."""
    spent, allotted = item.spent(now), item.allotted
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
