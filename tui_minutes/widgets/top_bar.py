"""The top bar: which meeting, where it stands, what time it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, mark, ntr, tr_late
from tui_minutes.widgets.cells import one_line, redraw_line
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.timers import timer
from tui_minutes.widgets.wrapping import shorten

_STAGES = (mark("Prepare"), mark("Check-in"), mark("Meeting"), mark("Readback"), mark("Signed"))
_AT = {
    Phase.PLANNED: 0,
    Phase.CHECK_IN: 1,
    Phase.IN_SESSION: 2,
    Phase.READBACK: 3,
    Phase.SIGNED: 4,
    Phase.APPROVED: 4,
}
_TITLE = 12
"""So many cells of the title are worth more than the whole trail of stages."""


@dataclass(frozen=True, slots=True)
class BarState:
    """What the bar shows. `spent` and `planned` are the meeting's time; `note` stands behind the title."""

    title: str
    number: str = ""
    note: str = ""
    phase: Phase | None = None
    clock: str = ""
    spent: timedelta | None = None
    planned: timedelta | None = None
    paused: bool = False

    @property
    def about(self) -> tuple[object, ...]:
        """All but the times."""
        return self.title, self.number, self.note, self.phase


def meeting_bar(record: MeetingRecord, now: datetime) -> BarState:
    """The bar of a meeting at the instant `now`: its stage, its local time, how much of its time is used."""
    meeting = record.meeting
    minutes = meeting.planned_minutes + meeting.extended
    return BarState(
        title=meeting.title,
        number=meeting.number,
        phase=meeting.phase,
        clock=dates.clock(meeting.local(now)),
        spent=record.elapsed(now) if meeting.started_at else None,
        planned=timedelta(minutes=minutes) if meeting.planned_minutes else None,
        paused=record.paused,
    )


class TopBar(Widget):
    """One line, shortened from the middle when the terminal is narrow. Seconds change only its right end."""

    state = BarState("")
    unsaved = 0
    _times = Content()
    _before: Strip | None = None

    def show(self, state: BarState, unsaved: int = 0) -> None:
        """Show `state`, and how much is not saved yet; only what is not the same is drawn."""
        if (state, unsaved) == (self.state, self.unsaved):
            return
        old, self._times = self._times, _times(state)
        only_times = (state.about, unsaved) == (self.state.about, self.unsaved)
        self.state, self.unsaved = state, unsaved
        if only_times and old.cell_length == self._times.cell_length:
            redraw_line(self, 0, old, self._times, x=self.content_size.width - old.cell_length)
        else:
            self._before = None
            self.refresh()

    def notify_style_update(self) -> None:
        """Draw everything again after a change of theme."""
        super().notify_style_update()
        self._before = None

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is but one
        """The line, as wide as the terminal."""
        width = self.content_size.width
        room = max(width - self._times.cell_length, 0)
        if self._before is None or self._before.cell_length != room:
            self._before = one_line(self, self._before_times(room), room, self.visual_style)
        times = one_line(self, self._times, width - room, self.visual_style)
        return Strip.join([self._before, times])

    def _before_times(self, room: int) -> Content:
        """The meeting, the stages, what is not saved; two cells are left before the times."""
        left = _name(self.state)
        unsaved = _unsaved(self.unsaved)
        taken = 2 + (unsaved.cell_length + 2 if unsaved else 0)
        trail = self._trail(room - taken - min(left.cell_length, _TITLE + len(self.state.number)) - 2)
        right = Content("").join(part + "  " for part in (trail, unsaved) if part)
        left = shorten(left, room - right.cell_length - 1)
        return left + " " * max(room - left.cell_length - right.cell_length, 0) + right

    def _trail(self, room: int) -> Content:
        """The stages with the current one marked, as many as `room` cells hold."""
        if self.state.phase not in _AT:
            return Content()
        at = _AT[self.state.phase]
        words = [tr_late(stage) for stage in _STAGES]
        here = Content.styled(f" {words[at]} ", "bold $on-accent on $accent")
        dash = Content.styled(f" {glyph('–')} ", "$faint")
        whole = dash.join(
            here if nth == at else Content.styled(word, "$foreground" if nth < at else "$faint")
            for nth, word in enumerate(words)
        )
        short = here + Content.styled(f" {at + 1}/{len(words)}", "$faint")
        return next((trail for trail in (whole, short, here) if trail.cell_length <= room), here)


def _name(state: BarState) -> Content:
    parts = [Content.styled(state.number, "bold")] if state.number else []
    parts.append(Content.styled(state.title, "" if state.number else "bold"))
    if state.note:
        parts.append(Content.styled(state.note, "$accent"))
    return Content("  ").join(parts)


def _unsaved(count: int) -> Content:
    words = ntr("! {n} not saved", "! {n} not saved", count)
    return Content.styled(words, "bold $warning") if count else Content()


def _times(state: BarState) -> Content:
    """The clock, and the meeting's time: red once it is over, amber in a break."""
    parts = [Content(state.clock)] if state.clock else []
    if state.spent is not None:
        over = state.planned is not None and state.spent > state.planned
        tone = "bold $error" if over else "bold $warning" if state.paused else "bold"
        spent = Content.styled(timer(state.spent), tone)
        parts.append(spent + Content.styled(f"/{timer(state.planned)}", "$faint") if state.planned else spent)
    return Content("  ").join(parts)
