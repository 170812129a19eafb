"""The search line of the ledger: a filter is typed here, and what it is taken for stands under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui_minutes.domain.capture import Completion
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.filters.completion import Vocabulary, complete_filter
from tui_minutes.i18n import tr
from tui_minutes.i18n.filters import filter_words, problem_text
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.line_input import LineInput
from tui_minutes.widgets.wrapping import shorten


class FilterField(LineInput):
    """A line that stays when Enter is pressed: a filter goes on until it is changed."""

    async def action_submit(self) -> None:
        """Go to what was found."""
        self._entered(self.value)


class FilterReading(Widget):
    """What the filter is taken for, in words, and what of it is not understood."""

    _filter = Filter()

    def show(self, wanted: Filter) -> None:
        """Say `wanted` in words."""
        if wanted != self._filter:
            self._filter = wanted
            self.refresh()

    def render(self) -> Content:
        """What is not understood stands first: it must not be cut off."""
        dot = Content.styled(f" {glyph('·')} ", "$faint")
        odd = [Content.styled(f"! {problem_text(one)}", "$warning") for one in self._filter.problems]
        words = [Content(words) for words in filter_words(self._filter)]
        return shorten(dot.join([*odd, *words]), self.content_size.width)


class FilterInput(Vertical):
    """The field with Tab completion, and the live line. `vocabulary` is asked again at every key."""

    @dataclass
    class Changed(Message):
        """The `filter` is another one now."""

        filter: Filter

    @dataclass
    class Submitted(Message):
        """Enter: on to what was found."""

        filter: Filter

    def __init__(self, vocabulary: Callable[[], Vocabulary], *, hint: str = "") -> None:
        super().__init__(id="search")
        self._vocabulary, self._hint = vocabulary, hint
        self._field = FilterField(self._complete, self._enter, id="search-input")

    def compose(self) -> ComposeResult:
        """The field, and under it what it is taken for."""
        yield self._field
        yield FilterReading()

    def on_mount(self) -> None:
        """Say what can be typed."""
        self._field.placeholder = self._hint or tr("owner:… is:late due<fri #label words · Tab completes")

    @property
    def text(self) -> str:
        """What is typed, as typed."""
        return self._field.value

    @property
    def filter(self) -> Filter:
        """What is typed, as it is understood now: days go by the day it is."""
        return self._vocabulary().read(self.text)

    @property
    def is_typing(self) -> bool:
        """Whether keys go to the field from now on."""
        return self.screen.focused is self._field

    def load(self, text: str) -> None:
        """Put `text` into the field: a saved view, or what a form has made."""
        self._field.load(text)

    def focus_field(self) -> None:
        """Type here from now on."""
        self._field.focus()

    def take(self, typed: str) -> None:
        """Go on typing here: a character that is no shortcut of the list."""
        self._field.focus()
        self._field.insert_text_at_cursor(typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read it anew and tell the screen."""
        event.stop()
        wanted = self.filter
        self.query_one(FilterReading).show(wanted)
        self.post_message(self.Changed(wanted))

    def on_line_input_pasted_lines(self, event: LineInput.PastedLines) -> None:
        """Lines that are pasted become one."""
        event.stop()
        self._field.insert_text_at_cursor(event.block.replace("\n", " "))

    def _complete(self, text: str, cursor: int) -> list[Completion]:
        return complete_filter(text, cursor, self._vocabulary())

    def _enter(self, _: str) -> None:
        self.post_message(self.Submitted(self.filter))
