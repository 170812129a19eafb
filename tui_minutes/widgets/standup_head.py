"""The head of a round: who is on, who has been and who is to come, how much there is, the time left (T9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from tui_minutes.domain.agenda import AgendaItem, Tone
from tui_minutes.i18n import tr
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.timers import TONES, gauge, timer
from tui_minutes.widgets.wrapping import shorten

_GAUGE = 12
_ROUND = "round"


@dataclass(frozen=True, slots=True)
class HeadState:
    """What the head shows. `left` is None without a timer, negative when over; `each` the time each has."""

    name: str = ""
    note: str = ""
    counts: str = ""
    left: timedelta | None = None
    each: timedelta = timedelta(0)
    tone: Tone = Tone.CALM
    rounds: tuple[AgendaItem, ...] = ()
    names: tuple[str, ...] = ()
    at: int = -1


class StandupHead(Widget):
    """The name large, the time at its right; under it the counts, then everybody in order.

    A click on a name posts `Chosen`.
    """

    @dataclass
    class Chosen(Message):
        """The round with `uid` was clicked."""

        uid: str

    state = HeadState()

    def show(self, state: HeadState) -> None:
        """Show `state`; draws only when it differs."""
        if state != self.state:
            self.state = state
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to whom was clicked."""
        uid = event.style.meta.get(_ROUND)
        if uid:
            self.post_message(self.Chosen(uid))

    def render(self) -> Content:
        """Three lines, each as wide as the terminal."""
        width, state = self.content_size.width, self.state
        time = _time(state)
        name = Content.assemble((f" {state.name} ", "bold $on-accent on $accent"), f"  {state.note}")
        name = shorten(name, max(width - time.cell_length - 2, 1))
        first = name + " " * max(width - name.cell_length - time.cell_length, 0) + time
        lines = [first, shorten(Content(state.counts), width), _strip(state, width)]
        return Content("\n").join(lines)


def _time(state: HeadState) -> Content:
    """How much is left, in words and as a bar; nothing without a timer."""
    if state.left is None:
        return Content()
    style = TONES[state.tone]
    match state.tone:
        case Tone.RED:
            words = tr("over by {time}", time=timer(-state.left))
        case Tone.AMBER:
            words = tr("{time} left, time to sum up", time=timer(state.left))
        case Tone.CALM:
            words = tr("{time} left", time=timer(state.left))
    used = 1 - state.left / state.each if state.each else 1.0
    return gauge(used, _GAUGE, style) + "  " + Content.styled(words, f"bold {style}")


def _strip(state: HeadState, width: int) -> Content:
    """Everybody in order: who has been, who is on, who is to come; as many around the one on as fit."""
    pieces = [_piece(state, nth) for nth in range(len(state.rounds))]
    if not pieces:
        return Content()
    first, last = _window([piece.cell_length for piece in pieces], max(state.at, 0), width)
    parts = pieces[first:last]
    if first:
        parts.insert(0, Content.styled("…", "$faint"))
    if last < len(pieces):
        parts.append(Content.styled(f"… +{len(pieces) - last}", "$faint"))
    return shorten(Content("  ").join(parts), width)


def _piece(state: HeadState, nth: int) -> Content:
    item = state.rounds[nth]
    if nth == state.at:
        shape, style = "▸", "bold $accent"
    elif item.was_opened:
        shape, style = "✓", "$success"
    else:
        shape, style = "·", "$said"
    piece = Content.styled(f"{glyph(shape)} {state.names[nth]}", style)
    return piece.stylize(Style.from_meta({_ROUND: item.uid}))


def _window(widths: Sequence[int], at: int, room: int) -> tuple[int, int]:
    """The stretch of pieces around `at` that fits into `room`, growing to both sides."""
    first, last, used = at, at + 1, widths[at] + 10
    grown = True
    while grown:
        grown = False
        if last < len(widths) and used + widths[last] + 2 <= room:
            used, last, grown = used + widths[last] + 2, last + 1, True
        if first > 0 and used + widths[first - 1] + 2 <= room:
            used, first, grown = used + widths[first - 1] + 2, first - 1, True
    return first, last
