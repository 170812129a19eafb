"""The field in which a line is typed: cleaned text, undo, completion, pastes, one line an Enter."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tui_minutes.domain.regex import regex
from tui_minutes.domain.text import clean, clean_block
from tui_minutes.widgets.typing_history import Typed, TypingHistory

if TYPE_CHECKING:
    from tui_minutes.domain.capture import Completion

HELD_SECONDS = 0.6
"""Enter that comes again so soon, with nothing typed between, is the same key held down (rule 12)."""

SEEN_SECONDS, SEEN_KEYS = 0.1, 32
"""Keys that come in a flood are seen so often; Textual paints nothing before the last of them otherwise."""

_GROWS_BY = 64
_LAST_WORD = regex(r"(?:[0-9A-Za-z_']+|[^\s]?)\s*$")


class LineInput(Input):
    """One line of text. `completions` gives what Tab may put in for (text, cursor).

    `entered` is told at once of a line that Enter took out of the field: a message would come after letters
    typed since.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
    ]

    @dataclass
    class PastedLines(Message):
        """Several lines were pasted; the field is as it was."""

        block: str

    @dataclass
    class NothingToUndo(Message):
        """Ctrl+Z, or Ctrl+Y (`again`), in an empty field with no typing to take back."""

        again: bool

    def __init__(
        self,
        completions: Callable[[str, int], list[Completion]],
        entered: Callable[[str], None],
        *,
        id: str,  # noqa: A002 - as Textual calls it
    ) -> None:
        super().__init__(id=id, select_on_focus=False)
        self.cursor_blink = False
        self._max_idle = SEEN_SECONDS
        self._completions = completions
        self._entered = entered
        self._history = TypingHistory()
        self._offered: list[Typed] = []
        self._nth = 0
        self._entered_at = -HELD_SECONDS
        self._typed_since = True
        self._keys = 0

    @property
    def content_width(self) -> int:
        """The width in large steps: each new width lays out the screen, and a key must not.

        That of the hint is none of it: Enter empties the field.
        """
        steps = -(-(cell_len(self.value) + 1) // _GROWS_BY) * _GROWS_BY
        return max(steps, self.scrollable_content_region.width)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the field takes a key: the slash too, whose character Textual does not know by its name."""
        return key == "slash" or super().check_consume_key(key, character)

    def load(self, text: str, cursor: int | None = None) -> None:
        """Put `text` in place of what stands there; there is no way back to it."""
        self._history.forget()
        self._set(Typed(text, len(text) if cursor is None else cursor))

    def _set(self, typed: Typed) -> None:
        self.value = typed.text
        self.cursor_position = typed.cursor

    @property
    def _now(self) -> Typed:
        return Typed(self.value, self.cursor_position)

    def replace(self, text: str, start: int, end: int) -> None:
        """Every edit comes through here: the text is cleaned and the state before remembered."""
        before = self._now
        super().replace(clean(text), start, end)
        if self.value != before.text:
            self._typed_since = True
            self._history.remember(before, self._now)

    async def on_key(self, event: events.Key) -> None:
        """Keys of the field act here, in their order: a binding would run after letters typed since.

        A held Enter is one Enter.
        """
        self._keys += 1
        if self._keys % SEEN_KEYS == 0:
            await sleep(0)  # a queue that is never empty lets nobody else do anything
        if event.key not in ("enter", "tab"):
            self._typed_since = True
            await self._edit(event)
            return
        event.stop()
        event.prevent_default()
        if event.key == "tab":
            self._complete()
            return
        held = not self._typed_since and event.time - self._entered_at < HELD_SECONDS
        self._entered_at, self._typed_since = event.time, False
        if not held:
            await self.action_submit()

    async def _edit(self, event: events.Key) -> None:
        """Do at once what the field itself has the key for: Backspace, an arrow, Ctrl+U …"""
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()

    async def action_submit(self) -> None:
        """Hand the line over; the field is free for the next one at once."""
        raw = self.value
        self.load("")
        self._entered(raw)

    def on_paste(self, event: events.Paste) -> None:
        """One line goes in here, several are handed on."""
        event.stop()
        event.prevent_default()
        lines = [line for line in clean_block(event.text).split("\n") if line.strip()]
        if len(lines) > 1:
            self.post_message(self.PastedLines("\n".join(lines)))
        elif lines:
            self.replace(lines[0], *self.selection)

    def action_undo(self) -> None:
        """Take typing back; in an empty field with nothing typed, say so."""
        self._go(self._history.undo(self._now), again=False)

    def action_redo(self) -> None:
        """Bring typing back."""
        self._go(self._history.redo(self._now), again=True)

    def _go(self, state: Typed | None, *, again: bool) -> None:
        if state is not None:
            self._set(state)
        elif not self.value:
            self.post_message(self.NothingToUndo(again))

    def _complete(self) -> None:
        """Put in the first completion; pressed again, the next one, round to what was typed."""
        if not (self._offered and self._offered[self._nth] == self._now):
            now = self._now
            found = self._completions(now.text, now.cursor)
            self._offered = [now, *(_completed(now.text, one) for one in found)]
            self._nth = 0
        if len(self._offered) > 1:
            before = self._now
            self._nth = (self._nth + 1) % len(self._offered)
            self._set(self._offered[self._nth])
            self._history.remember(before, self._now)

    def action_delete_left_word(self) -> None:
        """Delete a word of letters, or one Chinese character: a run of them is no word."""
        if not self.selection.is_empty:
            self.delete_selection()
            return
        left = self.value[: self.cursor_position]
        found = _LAST_WORD.search(left)
        self.delete(found.start() if found else 0, self.cursor_position)


def _completed(text: str, one: Completion) -> Typed:
    return Typed(text[: one.start] + one.text + text[one.end :], one.start + len(one.text))
