"""The status line: what has just happened, or why not. Textual's toasts spoil Chinese text under them."""

from __future__ import annotations

from enum import StrEnum

from textual.content import Content
from textual.widget import Widget

from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.wrapping import shorten


class Report(StrEnum):
    """How a report is meant."""

    DONE = "done"
    NOTE = "note"
    WARNING = "warning"
    REFUSED = "refused"


_LOOKS = {
    Report.DONE: ("✓", "$success"),
    Report.NOTE: ("·", "$faint"),
    Report.WARNING: ("!", "$warning"),
    Report.REFUSED: ("✗", "bold $error"),
}


class StatusLine(Widget):
    """One line above the footer. It stays until something else is said."""

    text = ""
    tone = Report.NOTE

    def say(self, text: str, tone: Report = Report.NOTE) -> None:
        """Show `text`, literally; "" clears the line."""
        if (text, tone) != (self.text, self.tone):
            self.text, self.tone = text, tone
            self.refresh()

    def render(self) -> Content:
        """The mark and the words, shortened to the width."""
        if not self.text:
            return Content()
        shape, style = _LOOKS[self.tone]
        line = Content.assemble((f"{glyph(shape)} ", style), (self.text, style if shape in "!✗" else ""))
        return shorten(line, self.content_size.width)
