"""A list at whose end rows are added: those that stand are not gone through, nor is the screen laid out."""

from __future__ import annotations

from collections.abc import Sequence

from textual.cache import LRUCache
from textual.geometry import Size
from textual.strip import Strip

from tui_minutes.widgets.broken_rows import BrokenRow
from tui_minutes.widgets.list_pane import ListPane, Row

_STRIPS = 256
"""So many lines are kept as they were drawn: more than stand in sight."""


class GrowingList(ListPane):
    """A list that keeps its end in sight until the cursor is taken up."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(_STRIPS)

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows` below the others."""
        self._rows += tuple(rows)
        if not self._broken_for:
            return
        before = len(self._lines)
        for row in rows:
            self._broken[id(row)] = BrokenRow(row, self._broken_for)
            self._lines += self._broken[id(row)].lines
        self._grow()
        for y in range(before, len(self._lines)):
            self.refresh_line(y)

    def render_line(self, y: int) -> Strip:
        """The strip for the line `y` of the visible part; a line that only moves up is not made again."""
        at = y + self.scroll_offset.y
        line = self._lines[at] if at < len(self._lines) else None
        chosen = line is not None and line.key is not None and line.key == self.cursor
        about = (line, self._broken_for, chosen, self.has_focus)
        strip = self._strips.get(about)
        if strip is None:
            strip = self._strips[about] = super().render_line(y)
        return strip

    def notify_style_update(self) -> None:
        """After a change of theme all lines look otherwise."""
        self._strips.clear()
        super().notify_style_update()

    def _grow(self) -> None:
        """Take the new height; Textual would lay out the screen, which it changes only by a scrollbar."""
        self.set_reactive(ListPane.virtual_size, Size(self._broken_for, len(self._lines)))
        self._scroll_update(self.virtual_size)
        if self.cursor is None:
            self.scroll_end(animate=False, immediate=True)
