"""What stands on every page of a document: its level, its number, which page of how many (F3)."""

from __future__ import annotations

from tui_minutes.documents.phrases import pair
from tui_minutes.domain.document import Document
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr


def level_line(document: Document) -> str:
    """`Confidentiality: internal`."""
    return clean(pair(tr("Confidentiality"), document.level))


def number_line(document: Document) -> str:
    """`Number: M-2026-012`, nothing for a document without one."""
    return clean(pair(tr("Number"), document.reference))


def page_words() -> tuple[str, str, str]:
    """The words before the number of a page, between it and the number of pages, and after that."""
    before, between, after = tr("Page {page} of {pages}", page="\0", pages="\0").split("\0")
    return before, between, after
