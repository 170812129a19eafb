"""The ledger as a table: a pinned head, one line an outcome, read only where it is in sight (T1)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.widgets.cells import one_line
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.ledger_columns import column_at, ledger_head
from tui_minutes.widgets.ledger_line import ledger_line
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.pager import Blocks, Held, Lines, Pager
from tui_minutes.widgets.showing import Showing
from tui_minutes.widgets.wrapping import shorten

_NOTHING = Held()
_NEVER = Showing(datetime(1970, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))


class LedgerTable(ListPane):
    """The rows of a pager, with headings where it has groups. The key of a row is the uid of its outcome.

    A click on the head posts `HeadClicked`, a click with Ctrl `MarkAsked`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "group(1)", show=False),
        Binding("left_square_bracket", "group(-1)", show=False),
    ]

    @dataclass
    class HeadClicked(Message):
        """The name of the column `key` was clicked."""

        key: str

    @dataclass
    class MarkAsked(Message):
        """The row with `key` is to be marked, or no longer."""

        key: str

    def __init__(self) -> None:
        super().__init__(id="ledger")
        self._pager: Pager = _NOTHING
        self._blocks = Blocks(_NOTHING)
        self._layout = Lines(0, ())
        self._place = 0
        self._showing = _NEVER
        self._marked: Collection[str] = ()
        self._hint = ""

    def show(self, pager: Pager, showing: Showing, hint: str = "", *, from_top: bool = False) -> None:
        """Show the rows of `pager`, else `hint`; the cursor stays on its outcome, or at its place.

        With `from_top` it goes to the first row.
        """
        self._hint, self._showing = hint, showing
        self._pager, self._blocks = pager, Blocks(pager)
        self._layout = Lines(pager.length, pager.groups)
        found = pager.place(self.cursor) if self.cursor and not from_top else None
        self._place = 0 if from_top else self._within(self._place if found is None else found)
        row = self.selected
        self.cursor = row.outcome.uid if row else None
        self._lay_out()
        self.call_after_refresh(self._keep_in_sight)

    def show_marks(self, marked: Collection[str]) -> None:
        """Show which rows are marked, by their keys."""
        self._marked = marked
        self.refresh()

    @property
    def selected(self) -> LedgerRow | None:
        """The row under the cursor."""
        return self._blocks.row(self._place)

    @property
    def keys(self) -> list[str]:
        """The key under the cursor: the others are not known before they are read."""
        return [self.cursor] if self.cursor else []

    def _within(self, place: int) -> int:
        return max(min(place, self._pager.length - 1), 0)

    def _lay_out(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._layout.count + 1)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The head on the first line, under it the headings and rows in sight."""
        width = self.scrollable_content_region.width
        if y == 0:
            return self._strip(Content.styled(ledger_head(width), "bold $faint"), width)
        line = y + self.scroll_offset.y - 1
        if line >= self._layout.count:
            hint = shorten(Content.styled(self._hint, "$faint"), width) if y == 1 else Content(" ")
            return self._strip(hint, width)
        heading = self._layout.heading(line)
        if heading is not None:
            return self._strip(_heading_line(self._pager.heading(heading.key), heading.size, width), width)
        return self._row_strip(self._layout.place(line), width)

    def _row_strip(self, place: int, width: int) -> Strip:
        row = self._blocks.row(place)
        if row is None:
            return self._strip(Content(" "), width)
        content = ledger_line(row, width, self._showing, marked=row.outcome.uid in self._marked)
        if place != self._place:
            return self._strip(content, width)
        return self._strip(Content(content.plain), width, "list-pane--cursor")

    def _strip(self, content: Content, width: int, component: str = "") -> Strip:
        style = self.get_visual_style(component) if component else self.visual_style
        return one_line(self, content, width, style)

    def watch_cursor(self, _: str | None, after: str | None) -> None:
        """Say where the cursor is; one that was set by its key alone goes to its place."""
        row = self.selected
        if after is not None and (row is None or row.outcome.uid != after):
            self._move(self._pager.place(after))
        if after is not None:
            self.post_message(self.Highlighted(self, after))

    def _move(self, place: int | None) -> None:
        """Take the cursor to a place of the list."""
        if place is None or not self._pager.length:
            return
        before, self._place = self._place, self._within(place)
        for one in (before, self._place):
            self.refresh_line(self._layout.line(one) + 1)
        self._keep_in_sight()
        row = self.selected
        self.cursor = row.outcome.uid if row else None

    def _keep_in_sight(self) -> None:
        line = self._layout.line(self._place)
        above = line - 1 if line and self._layout.heading(line - 1) else line
        top, height = self.scroll_offset.y, max(self.scrollable_content_region.height - 1, 1)
        if above < top:
            self.scroll_to(y=above, animate=False)
        elif line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False)

    def action_cursor(self, step: int) -> None:
        """Move the cursor by `step` rows."""
        self._move(self._place + step)

    def action_edge(self, index: int) -> None:
        """Move the cursor to the first (0) or the last (-1) row."""
        self._move(index % max(self._pager.length, 1))

    def action_group(self, step: int) -> None:
        """Go to where the next group begins, or the one before."""
        self._move(self._layout.next_group(self._place, step))

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor to a row, a second one chooses it; on the head it sorts by that column."""
        event.prevent_default()
        at = event.get_content_offset(self)
        if at is None:
            return
        if at.y == 0:
            self.post_message(self.HeadClicked(column_at(at.x, self.scrollable_content_region.width)))
            return
        line = at.y + self.scroll_offset.y - 1
        if line >= self._layout.count:
            return
        again = self._layout.place(line) == self._place and not self._layout.heading(line)
        self._move(self._layout.place(line))
        if self.cursor and (event.ctrl or event.meta):
            self.post_message(self.MarkAsked(self.cursor))
        elif again:
            self.action_choose()


def _heading_line(words: str, count: int, width: int) -> Content:
    tail = Content.styled(f"  {count}", "$faint")
    line = shorten(Content.styled(words, "bold $primary"), width - tail.cell_length) + tail
    rest = width - line.cell_length - 2
    return Content.assemble(line, "  ", (glyph("─") * rest, "$rule")) if rest > 0 else line
