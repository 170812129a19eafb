"""The Word file to begin with: an empty one, or a company's own with its text taken out (F1)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordFile
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tui_minutes.domain.refusal import Refused

_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.%s.main+xml"
_OF_THE_TEXT = ("image", "hyperlink", "chart", "header", "footer", "oleObject", "package", "comments")
"""Kinds of parts that belong to the text of a template, unless a header that stays names them."""

_BROKEN = (
    BadZipFile, zlib.error, OpcError, PythonDocxError, SyntaxError,
    OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, RuntimeError,
)  # fmt: skip
"""What the libraries say of a file that is damaged, encrypted or no Word file at all."""


def opened(template: bytes | None) -> WordFile:
    """An empty Word file, or `template` (.docx, .dotx) without its text.

    Refused("template_unreadable") when it is no Word file, or a damaged one.
    """
    if template is None:
        return docx.Document()
    try:
        file = docx.Document(BytesIO(_as_document(template)))
        _empty(file)
        _forget_parts(file)
    except _BROKEN as error:
        raise Refused("template_unreadable") from error
    return file


def _as_document(template: bytes) -> bytes:
    """A .dotx says in one place only that it is no document."""
    with ZipFile(BytesIO(template)) as packed:
        types = packed.read(_TYPES)
        if _MAIN % b"template" not in types:
            return template
        written = BytesIO()
        with ZipFile(written, "w") as unlike:
            for part in packed.infolist():
                content = packed.read(part)
                if part.filename == _TYPES:
                    content = types.replace(_MAIN % b"template", _MAIN % b"document")
                unlike.writestr(part, content)
    return written.getvalue()


def _empty(file: WordFile) -> None:
    """Take the text out; the last section stays, with the headers and footers it has from those before."""
    body = file.element.body
    *before, last = body.xpath(".//w:sectPr") or [parse_xml(f"<w:sectPr {nsdecls('w')}/>")]
    for reference in _inherited(before, last):
        last.insert(0, deepcopy(reference))
    for element in list(body):
        body.remove(element)
    body.append(last)


def _inherited(before: list[Any], last: Any) -> Iterator[Any]:  # noqa: ANN401 - an element of lxml
    """The headers and footers that `last` takes over from the sections before it, nearest first."""
    there = {_kind(one) for one in _references(last)}
    for section in reversed(before):
        for one in _references(section):
            if _kind(one) not in there:
                there.add(_kind(one))
                yield one


def _references(section: Any) -> list[Any]:  # noqa: ANN401
    found: list[Any] = section.xpath("./w:headerReference | ./w:footerReference")
    return found


def _kind(reference: Any) -> tuple[str, str]:  # noqa: ANN401
    return reference.tag, reference.get(qn("w:type"), "default")


def _forget_parts(file: WordFile) -> None:
    """What only the text of the template named (its pictures, links, comments) does not go along."""
    used = set(file.element.xpath("//@r:id"))
    for name, relation in list(file.part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        if name not in used and kind.startswith(_OF_THE_TEXT):
            del file.part.rels[name]
