"""The text of a calendar file, mended where producers break the format: bytes in, content lines out (B8)."""

from __future__ import annotations

import quopri
import re

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import tr

_FOLDED = re.compile(rb"\r?\n[ \t]")
_BROKEN = re.compile(r"\r?\n(?![A-Z][A-Z0-9-]*[;:])")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2}){2,}|=0D=0A|=\r?\n")


def content_lines(data: bytes, file: str) -> str:
    """`data` as text whose every line is one property.

    Lines are unfolded before they are decoded, for a fold may cut a character; a line that begins with no
    name of a property goes on with the one before. Refused("invitation_wrong") for what is no calendar.
    """
    text = _BROKEN.sub(r"\\n", _decoded(_FOLDED.sub(b"", data)).strip())
    if not text.upper().startswith("BEGIN:VCALENDAR"):
        right = tr("it does not begin with BEGIN:VCALENDAR, as calendar files do")
        raise wrong(file, tr("the file"), right)
    begun, ended = (len(re.findall(rf"(?im)^{word}:", text)) for word in ("BEGIN", "END"))
    if begun != ended:
        raise wrong(file, tr("the file"), tr("it is cut off: not every part that begins in it ends"))
    return text


def wrong(file: str, where: str, what: str) -> Refused:
    """The refusal of a file: where in it, and what is wrong there."""
    return Refused("invitation_wrong", file=file, where=where, wrong=what)


def unquoted(text: str) -> str:
    """`text` without what an earlier step left quoted for mail (=E4=BD=A0, =0D=0A)."""
    if not _QUOTED.search(text):
        return text
    try:
        return quopri.decodestring(text.encode("ascii")).decode()
    except (UnicodeEncodeError, UnicodeDecodeError):  # it only looked so
        return text


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")
