"""The Word file whose looks documents take: a company's own header, logo and styles (F4)."""

from __future__ import annotations

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.settings import typed_path


def read_style(named: str) -> bytes | None:
    """What is in the file that is `named`, None for no name; Refused("template_missing") if unreadable."""
    if not named:
        return None
    try:
        return typed_path(named).read_bytes()
    except OSError as error:
        raise Refused("template_missing", path=clean(named)) from error
