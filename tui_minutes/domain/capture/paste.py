"""Many lines at once (rule 10)."""

from __future__ import annotations

from dataclasses import replace

from tui_minutes.domain.capture.context import Context
from tui_minutes.domain.capture.parser import parse, parse_as
from tui_minutes.domain.reading import Kind, Reading
from tui_minutes.domain.regex import regex
from tui_minutes.domain.text import clean_block

_BULLET = regex(r"\s*[-*•·－＊](?![-*\d])\s*(?=\S)")


def parse_paste(block: str, context: Context, *, bullets_are_actions: bool = False) -> list[Reading]:
    """What each line of a pasted `block` is taken for; blank lines are left out.

    What stands behind a bullet is a note, or an action if so asked, unless it says by itself what it is.
    """
    bullet_kind = Kind.ACTION if bullets_are_actions else Kind.NOTE
    lines = (line for line in clean_block(block).split("\n") if line.strip())
    return [_read(line, context, bullet_kind) for line in lines]


def _read(line: str, context: Context, bullet_kind: Kind) -> Reading:
    bullet = _BULLET.match(line)
    if not bullet:
        return parse(line, context)
    reading = parse(line[bullet.end() :], context)
    if reading.kind is Kind.NOTE:
        reading = parse_as(line[bullet.end() :], bullet_kind, context)
    return replace(reading, raw=line)
