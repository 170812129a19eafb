"""The ledger as a table: a pinned head, one line an outcome, drawn only where it is in sight (T1)."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual

from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.widgets.ledger_line import Showing, ledger_head, ledger_line
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.wrapping import shorten


class LedgerTable(ListPane):
    """Rows by the uid of their outcome. A click on the head posts `SortAsked`."""

    class SortAsked(Message):
        """The head was clicked: sort otherwise."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(id="ledger")
        self._ledger: tuple[LedgerRow, ...] = ()
        self._places: dict[str, int] = {}
        self._showing = showing
        self._hint = ""

    def show(self, rows: Sequence[LedgerRow], showing: Showing, hint: str = "") -> None:
        """Show `rows`, `hint` when there are none; the cursor stays on its outcome, or at its place."""
        self._hint = hint
        place = self._places.get(self.cursor or "", 0)
        self._ledger, self._showing = tuple(rows), showing
        self._places = {row.outcome.uid: nth for nth, row in enumerate(self._ledger)}
        if self.cursor not in self._places:
            self.cursor = self.keys[min(place, len(self._ledger) - 1)] if self._ledger else None
        self._lay_out()

    @property
    def keys(self) -> list[str]:
        """The uids of the rows, from the top."""
        return list(self._places)

    @property
    def selected(self) -> LedgerRow | None:
        """The row under the cursor."""
        place = self._places.get(self.cursor or "")
        return None if place is None else self._ledger[place]

    def _lay_out(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._ledger) + 1)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The head on the first line, under it the rows in sight."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y - 1
        style = self.visual_style
        if y == 0:
            content = Content.styled(ledger_head(width), "bold $faint")
        elif place < len(self._ledger):
            row = self._ledger[place]
            content = ledger_line(row, width, self._showing)
            if row.outcome.uid == self.cursor:
                style = self.get_visual_style("list-pane--cursor")
                content = Content(content.plain)
        elif y == 1:
            content = shorten(Content.styled(self._hint, "$faint"), width)
        else:
            return Strip.blank(width, self.rich_style)
        strips = Visual.to_strips(self, content, width, 1, style, pad=True)
        return strips[0].adjust_cell_length(width, style.rich_style)

    def watch_cursor(self, before: str | None, after: str | None) -> None:
        """Draw the two rows again, keep the new one in sight and say so."""
        for uid in (before, after):
            if uid in self._places:
                self.refresh_line(self._places[uid] + 1)
        self._keep_in_sight()
        if after is not None:
            self.post_message(self.Highlighted(self, after))

    def _keep_in_sight(self) -> None:
        place = self._places.get(self.cursor or "")
        if place is None:
            return
        top, height = self.scroll_offset.y, max(self.scrollable_content_region.height - 1, 1)
        if place < top:
            self.scroll_to(y=place, animate=False)
        elif place >= top + height:
            self.scroll_to(y=place - height + 1, animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor to a row, a second one chooses it; on the head it sorts otherwise."""
        event.prevent_default()
        at = event.get_content_offset(self)
        if at is None:
            return
        place = at.y + self.scroll_offset.y - 1
        if at.y == 0:
            self.post_message(self.SortAsked())
        elif place < len(self._ledger):
            uid = self._ledger[place].outcome.uid
            again = uid == self.cursor
            self.cursor = uid
            if again:
                self.action_choose()
