"""What lists show, as a document: row by row, covered as it is on the screen (F4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from tui_minutes.domain.document import Document, Line, Lines, Section
from tui_minutes.domain.meeting import Level, highest, is_hidden
from tui_minutes.i18n import current_language
from tui_minutes.i18n.labels import label
from tui_minutes.screens.export import Exportable
from tui_minutes.screens.exports import of_document
from tui_minutes.screens.host import Host
from tui_minutes.screens.prepare_panes import ADD
from tui_minutes.widgets.list_pane import ListPane, Row


def of_lists(
    host: Host, title: str, stem: str, panes: Iterable[ListPane], levels: Iterable[Level] = ()
) -> list[Exportable]:
    """A document called `title` with a section for each list; `levels` are those of what stands in them."""
    seen = (level for level in levels if host.revealed or not is_hidden(level))
    sections = tuple(
        Section(pane.border_title or title, (Lines(tuple(_lines(pane.rows))),)) for pane in panes
    )
    made = Document(title, label(highest(Level.INTERNAL, *seen)), current_language(), sections)
    return [of_document(host, title, stem, lambda: made)]


def _lines(rows: Iterable[Row]) -> Iterator[Line]:
    for row in rows:
        said = [words for part in row.body if (words := _plain(part))]
        if said and row.key != ADD:
            yield Line(said[0], row.head.plain.strip(), tuple(said[1:]))


def _plain(part: Content | tuple[Content, ...]) -> str:
    fields = part if isinstance(part, tuple) else (part,)
    return "  ".join(words for field in fields if (words := field.plain.strip()))
