"""A document as a Word file, on pages of our own or in the form of a company (F1, F4)."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document as WordFile

from tui_minutes.documents.word_body import Body
from tui_minutes.documents.word_pages import lay_out, text_width
from tui_minutes.documents.word_styles import settle
from tui_minutes.documents.word_template import opened
from tui_minutes.domain.document import Document
from tui_minutes.domain.text import clean
from tui_minutes.i18n import speaking


def render(document: Document, template: bytes | None = None) -> bytes:
    """The document as a .docx.

    `template` is a company's own Word file (.docx or .dotx): its styles, page, header, footer and logo stay,
    its text goes. Refused("template_unreadable") when it is none.
    """
    with speaking(document.language):
        file = opened(template)
        styles = settle(file, document.language, own=template is None)
        lay_out(file, document, styles, own=template is None)
        body = Body(styles, text_width(file), document.language)
        for nth, element in enumerate(body.elements(document)):
            file.element.body.insert(nth, element)
        _describe(file, document)
        written = BytesIO()
        file.save(written)
    return written.getvalue()


def _describe(file: WordFile, document: Document) -> None:
    """What file managers show: the title; no name of whoever made the template."""
    about = file.core_properties
    about.title = clean(document.title)[:255]
    about.subject = clean(document.reference)[:255]
    about.language = "zh-CN" if document.language == "zh" else "en-US"
    about.author = about.last_modified_by = about.comments = about.keywords = ""
