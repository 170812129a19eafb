"""A list on the line API: rows of literal text, a cursor, and only what changed is drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_minutes.widgets.broken_rows import BrokenRow, Line
from tui_minutes.widgets.cells import one_line, redraw_line
from tui_minutes.widgets.wrapping import shorten, wrap, wrap_fields

_NOTHING = Content()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `head` stands before the first line of `body`, the further lines hang under it.

    A part of `body` that is a tuple holds fields, side by side and never broken where they can go on whole.
    `key` is what a choice of the row says; a row without one is no stop for the cursor.
    """

    body: tuple[Content | tuple[Content, ...], ...]
    key: str | None = None
    head: Content = _NOTHING
    wraps: bool = True

    def height(self, width: int) -> int | None:  # noqa: ARG002 - other rows need it
        """How many lines `lines` gives, where that is known without drawing them."""
        return None

    def lines(self, width: int) -> list[Content]:
        """The row in lines of at most `width` cells."""
        hang = self.head.cell_length
        broken: list[Content] = []
        for part in self.body:
            if isinstance(part, tuple):
                broken += wrap_fields(part, width - hang)
            else:
                broken += wrap(part, width - hang) if self.wraps else [shorten(part, width - hang)]
        margin = Content(" " * hang)
        return [(margin if nth else self.head) + line for nth, line in enumerate(broken)]


def as_row(line: str | Content | Row) -> Row:
    """A line of text as a row of its own."""
    if isinstance(line, Row):
        return line
    return Row((Content(line) if isinstance(line, str) else line,))


class ListPane(ScrollView, can_focus=True):
    """Rows to read and to choose from. Posts `Highlighted` when the cursor moves and `Chosen` on Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor(-1)", show=False),
        Binding("down,j", "cursor(1)", show=False),
        Binding("home,g", "edge(0)", show=False),
        Binding("end,G", "edge(-1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list-pane--cursor"}

    cursor: reactive[str | None] = reactive(None)

    @dataclass
    class Highlighted(Message):
        """The cursor stands on the row with `key` now."""

        pane: ListPane
        key: str

        @property
        def control(self) -> ListPane:
            """The pane, for handlers that name it."""
            return self.pane

    @dataclass
    class Chosen(Message):
        """The row with `key` was chosen."""

        pane: ListPane
        key: str

        @property
        def control(self) -> ListPane:
            """The pane, for handlers that name it."""
            return self.pane

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = ()
        self._lines: list[Line] = []
        self._broken: dict[int, BrokenRow] = {}
        self._broken_for = 0
        self._follows = False

    def show_rows(self, rows: Sequence[Row], *, follow: bool = False) -> None:
        """Show `rows` in place of those before; the cursor keeps its key. `follow` keeps the end in sight."""
        self._rows = tuple(rows)
        self._follows = follow
        keys = self.keys
        if self.cursor not in keys:
            self.cursor = None if follow or not keys else keys[0]
        self._lay_out()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that it shows."""
        return self._rows

    @property
    def keys(self) -> list[str]:
        """The keys of the rows the cursor stops at, from the top."""
        return [row.key for row in self._rows if row.key is not None]

    def _lay_out(self) -> None:
        """Break the rows into lines for the width there is; draw again the lines that differ."""
        before = self._lines
        if not self._break():
            return
        self.virtual_size = Size(self._broken_for, len(self._lines))
        if len(before) != len(self._lines):
            self.refresh()
        else:
            self._draw_what_differs(before)
        if self._follows and self.cursor is None:
            self.call_after_refresh(self.scroll_end, animate=False)

    def _draw_what_differs(self, before: Sequence[Line]) -> None:
        top = self.scroll_offset.y
        for y in range(top, min(top + self.scrollable_content_region.height, len(before))):
            if self._lines[y] is not before[y]:
                redraw_line(self, y - top, before[y].content, self._lines[y].content)

    def _break(self) -> bool:
        """Break those rows into lines that did not stand here as wide; False while there is no room."""
        width = self.scrollable_content_region.width
        before = self._broken if width == self._broken_for else {}
        self._broken_for = width
        if width:
            self._broken = {id(row): before.get(id(row)) or BrokenRow(row, width) for row in self._rows}
            self._lines = [line for row in self._rows for line in self._broken[id(row)].lines]
        return bool(width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The lines that the rows take: Textual asks before it tells how wide the pane is."""
        if width == self._broken_for:
            return len(self._lines)
        return sum(len(BrokenRow(row, width).lines) for row in self._rows)

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew when the width has changed."""
        if event.size.width:
            self._lay_out()
            self.call_after_refresh(self._keep_in_sight)

    def watch_show_vertical_scrollbar(self) -> None:
        """Break the lines anew when the scrollbar comes or goes: it takes from their width."""
        self.call_after_refresh(self._lay_out_anew)

    def _lay_out_anew(self) -> None:
        self._lines = []
        self._lay_out()

    def notify_style_update(self) -> None:
        """Draw everything again after a change of theme."""
        super().notify_style_update()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The visible part; the first frame comes before the Resize that tells how wide it is."""
        if not self._broken_for:
            self._break()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The strip for the line `y` of the visible part."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[at]
        content, style = line.content, self.visual_style
        if self.cursor is not None and line.key == self.cursor:
            style = self.get_visual_style("list-pane--cursor")
            if self.has_focus:  # the colours of the text are made for the other background
                content = Content(content.plain)
        return one_line(self, content or Content(" "), width, style)

    def watch_cursor(self, before: str | None, after: str | None) -> None:
        """Draw the two rows again, keep the new one in sight and say so."""
        for y, line in enumerate(self._lines):
            if line.key in (before, after):
                self.refresh_line(y)
        self._keep_in_sight()
        if after is not None:
            self.post_message(self.Highlighted(self, after))

    def _keep_in_sight(self) -> None:
        at = [y for y, line in enumerate(self._lines) if line.key == self.cursor]
        if self.cursor is None or not at:
            return
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if at[0] < top:
            self.scroll_to(y=at[0], animate=False)
        elif at[-1] >= top + height:
            self.scroll_to(y=min(at[0], at[-1] - height + 1), animate=False)

    def action_cursor(self, step: int) -> None:
        """Move the cursor by `step` rows, from nowhere in at the near end; a bare text is scrolled."""
        keys = self.keys
        if not keys:
            self.scroll_relative(y=step, animate=False)
        elif self.cursor is None:
            self.cursor = keys[0] if step > 0 else keys[-1]
        else:
            self.cursor = keys[min(max(keys.index(self.cursor) + step, 0), len(keys) - 1)]

    def action_page(self, step: int) -> None:
        """Move the cursor by a screenful."""
        self.action_cursor(step * max(self.size.height - 1, 1))

    def action_edge(self, index: int) -> None:
        """Move the cursor to the first (0) or the last (-1) row; a bare text is scrolled there."""
        if keys := self.keys:
            self.cursor = keys[index]
        else:
            self.scroll_to(y=index % max(self.virtual_size.height, 1), animate=False)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor to a row; a click on that row chooses it."""
        at = event.get_content_offset(self)
        y = at.y + self.scroll_offset.y if at else -1
        if not 0 <= y < len(self._lines):
            return
        key = self._lines[y].key
        if key is None:
            return
        if key == self.cursor or event.chain > 1:
            self.cursor = key
            self.action_choose()
        self.cursor = key
