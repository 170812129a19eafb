"""What stands below an item in a plan in Markdown: what to prepare, and what is worded ahead (B3, B8)."""

from __future__ import annotations

import re

from tui_minutes.domain.inviting.heads import Head, headed
from tui_minutes.domain.shape import shape

_WORDED = re.compile(r"(?:\s+[-*+]\s)?\s*(?P<word>[^:]+?)\s*:\s*(?P<text>\S.*)")
_KEYS = {
    **dict.fromkeys(("decision", "proposed", "proposed decision", "拟决议", "决议草案"), "decisions"),
    **dict.fromkeys(("talk", "talked over", "会前沟通"), "talks"),
}


def detail(line: str) -> tuple[str, str] | None:
    """The key of an item in TOML and what `line` says of it; None for a line that is about something else.

    ("   拟决议：选用 A12" → decisions, 选用 A12; "准备：排产表" → prepare, 排产表)
    """
    found = headed(line)
    if found and found[0] is Head.PREPARE:
        return "prepare", found[1]
    worded = _WORDED.fullmatch(shape(line))
    key = worded and _KEYS.get(worded["word"].casefold())
    return (key, line[worded.start("text") :].strip()) if worded and key else None
