"""Text made safe at every way in: what a terminal or a document would act on goes, what people read stays."""

from __future__ import annotations

from tui_minutes.domain.regex import regex

_ESCAPES = regex(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"  # OSC: clipboard
    r"|\x1b[ -/]*[0-Z\\^-~]"  # two-character escapes
)
_BREAKS = regex(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = regex(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f]"  # C0 and C1
    r"|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # turns the direction of writing
    r"|[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"  # not seen
    r"|[\ud800-\udfff\ufffe\uffff]"  # no characters at all: no file can hold them
)
HARMFUL = regex(_HIDDEN.pattern + r"|[\u2028\u2029]")
"""What `clean` takes out of a text, character by character; plain line breaks are not harmful."""


def clean(text: str) -> str:
    """`text` as one line, without control, escape, bidirectional and hidden characters."""
    return _HIDDEN.sub("", _BREAKS.sub(" ", _ESCAPES.sub("", text)).replace("\t", " "))


def clean_block(text: str) -> str:
    """As `clean`, for text of several lines: every kind of line break becomes a newline."""
    return "\n".join(clean(line) for line in _BREAKS.split(_ESCAPES.sub("", text)))
