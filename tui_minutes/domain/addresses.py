"""E-mail addresses, as people type them (B4, F3)."""

from __future__ import annotations

from tui_minutes.domain.regex import regex

_ADDRESS = regex(r"""[^@\s<>,;:"()\[\]\\]+@[^@\s<>,;:"()\[\]\\]+""")


def is_address(text: str) -> bool:
    """Whether mail could go to `text`: one `name@host` in ASCII, without anything a header would act on."""
    return text.isascii() and _ADDRESS.fullmatch(text) is not None
