"""vCard files of any address book, as what they say of people: versions 2.1, 3.0 and 4.0 (RFC 6350).

Read line by line: one that nobody understands, a picture cut short or a charset nobody knows, spoils no card.
(The library for it, vobject 0.9.9, gives up the whole file for either of the last two.)
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Sequence

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.people_import import Column
from tui_minutes.domain.regex import regex

_ENCODINGS = ("utf-8-sig", "gb18030")
_FOLDED = regex(r"\r?\n[ \t]")
_LINE = regex(r'(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)')
_CHARSET = regex(r"charset=\"?([\w-]+)", re.IGNORECASE)
_QUOTED_PRINTABLE = regex(r"quoted-printable|encoding=q\b", re.IGNORECASE)
_SPLIT = {";": regex(r"(?<!\\);"), ",": regex(r"(?<!\\),")}
_ESCAPED = regex(r"\\(.)")

_WANTED = {
    "FN": Column.NAME,
    "TITLE": Column.TITLE,
    "EMAIL": Column.EMAIL,
    "NICKNAME": Column.ALIASES,
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a card: what it is, its parameters, its value with encodings undone and escapes in it."""

    name: str
    parameters: str
    value: str


def is_vcard(content: bytes) -> bool:
    """Whether the bytes of a file are vCards."""
    return content.lstrip(b"\xef\xbb\xbf\r\n\t ")[:11].upper() == b"BEGIN:VCARD"


def read_vcards(content: bytes) -> list[dict[Column, str]]:
    """What each card says, in the order of the file; a card without a name says nothing of it."""
    return [_card(lines) for lines in _cards(content)]


def _cards(content: bytes) -> Iterator[list[_Line]]:
    lines: list[_Line] = []
    for line in _lines(content):
        mark = (line.name, line.value.strip().upper())
        if mark == ("BEGIN", "VCARD"):
            lines = []
        elif mark == ("END", "VCARD"):
            yield lines
            lines = []
        else:
            lines.append(line)


def _lines(content: bytes) -> Iterator[_Line]:
    text = _FOLDED.sub("", _decoded(content))
    physical = iter(text.splitlines())
    for one in physical:
        found = _LINE.fullmatch(one.rstrip())
        if found is None:
            continue
        name, parameters, value = found[1].upper(), found[2], found[3]
        if _QUOTED_PRINTABLE.search(parameters):
            while value.endswith("="):
                value = value[:-1] + next(physical, "").lstrip()
            value = _unquoted(value, parameters)
        yield _Line(name, parameters, value)


def _decoded(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _unquoted(value: str, parameters: str) -> str:
    """A quoted-printable value in the charset it names; UTF-8 where none is named, or nobody knows it."""
    charset = _CHARSET.search(parameters)
    raw = quopri.decodestring(value.encode())
    try:
        return raw.decode(charset[1] if charset else "utf-8", "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


def _card(lines: Sequence[_Line]) -> dict[Column, str]:
    said: dict[Column, str] = {}
    for line in sorted(lines, key=lambda line: "PREF" not in line.parameters.upper()):
        if column := _WANTED.get(line.name):
            said.setdefault(
                column, ", ".join(_parts(line.value, ",")) if column is Column.ALIASES else _text(line.value)
            )
        elif line.name == "ORG":
            said.setdefault(Column.DEPARTMENT, next(reversed(_parts(line.value, ";")[1:]), ""))
        elif line.name == "N":
            family, given = [*_parts(line.value, ";"), "", ""][:2]
            said |= {Column.FAMILY: family, Column.GIVEN: given}
    return said


def _parts(value: str, between: str) -> list[str]:
    return [_text(part) for part in _SPLIT[between].split(value)]


def _text(value: str) -> str:
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value).strip()
