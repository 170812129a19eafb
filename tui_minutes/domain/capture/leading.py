"""What a body begins with: the owner ("Jane to order lunch", rule 6), or the status in an update."""

from __future__ import annotations

import re

from tui_minutes.domain.capture.line import Line, Span
from tui_minutes.domain.capture.markers import BARE
from tui_minutes.domain.capture.names import Named, known_name_at
from tui_minutes.domain.capture.values import status
from tui_minutes.domain.people import is_chinese
from tui_minutes.domain.regex import regex
from tui_minutes.domain.words import en

_TO = regex(r"\s*(?:,\s*)?(?:\bto\s+(?=\S)|负责\s*:?\s*)", re.IGNORECASE)
_AND = regex(r"\s*(?:,|、|和|与|及|&|\band\b)\s*", re.IGNORECASE)
_BOUNDARY = regex(r"[\s,;:.，。、(@到至]|$")
_GAP = regex(r"\s+|\s*[,:]\s*")
_WORD = regex(r"\S")
_STATUS = regex(rf"{BARE['status'].pattern}|delay", re.IGNORECASE)  # elsewhere "no delay" is text
_COLON = regex(r"\s*:\s*")
_ABOUT = regex(rf"(?:{'|'.join(en.NOT_A_TASK)})(?![A-Za-z])", re.IGNORECASE)
_NO_TASK = "的等在是不也都说要会就还和与跟"  # 李四的海报: about him, not his to do


def leading_owner(line: Line, start: int, *, alone: bool) -> Span | None:
    """The known people an action begins with; unless they are `alone` (no @owner), "to" must follow them."""
    names, end = _names(line, start)
    if not names:
        return None
    if (to := _TO.match(line.plain, end)) and to.end() > end:
        return Span("owner", start, to.end(), names)
    if not alone or not all(_is_surely_named(line, named) for named in names):
        return None
    if gap := _GAP.match(line.plain, end):
        is_task = _WORD.match(line.plain, gap.end()) and not _ABOUT.match(line.plain, gap.end())
        return Span("owner", start, gap.end(), names) if is_task else None
    full = line.context.people.is_full_name(line.text[start:end]) or len(names) > 1
    following = line.text[end : end + 1]
    if full and following and is_chinese(following) and following not in _NO_TASK:
        return Span("owner", start, end, names)
    return None


def leading_status(line: Line, start: int) -> Span | None:
    """The status with which an update begins, a word of its own: "A-058 done", 延期 原因：…."""
    found = _STATUS.match(line.plain, start)
    if not found or not _BOUNDARY.match(line.plain, found.end()):
        return None
    after = _COLON.match(line.plain, found.end())
    end = after.end() if after else found.end()
    return Span("status", start, end, status(found.group()))


def _names(line: Line, start: int) -> tuple[list[Named], int]:
    names: list[Named] = []
    end = start
    while found := known_name_at(line, start):
        if not found[0].people:
            break
        names.append(found[0])
        end = found[1]
        separator = _AND.match(line.plain, end)
        if not separator:
            break
        start = separator.end()
    return names, end


def _is_surely_named(line: Line, named: Named) -> bool:
    """Not one of several, not initials, not a name that is also a word: "will ask" is nobody's task."""
    people = line.context.people
    word = named.typed.casefold() in en.NAMES_THAT_ARE_WORDS
    by_name = len(named.typed) > 1 and not people.is_reading(named.typed)
    return len(named.people) == 1 and by_name and not word
