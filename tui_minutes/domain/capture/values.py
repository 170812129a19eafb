"""The value behind a marker: whether it parses, what it says and where it ends (rule 1)."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_minutes.domain.capture.line import Line
from tui_minutes.domain.capture.markers import (
    BARE,
    DECISION_NUMBER,
    PRIORITIES,
    QUALITIES,
    RESULTS,
    STATUSES,
)
from tui_minutes.domain.capture.names import Cut, known_name_at, names_at
from tui_minutes.domain.deadlines import date_at
from tui_minutes.domain.people import ends_word, is_chinese
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.regex import regex
from tui_minutes.domain.words import en

Value = tuple[object, int]
"""What a field says, and where it ends."""

_CHARGED = regex(r"\s*(?:共同|牵头|主要|具体|全权)?负责")
_CLOSED = regex(r"\s*\)\s*(?:审核|审阅|知悉)?")
_UNIT = "|".join(en.UNITS)
_AMOUNT = regex(
    r"[-+±~≈<>≤≥]{0,2}\s?[¥￥$€£]?\d(?:[^\s,;()。、；]|(?<=\d),(?=\d{3}))*?(?=\s|,(?!\d{3})|[;()。、；]|$|[<《][-—]|←|(?:数据)?来源:)"
    rf"(?:\s(?:{_UNIT}|[万亿千百元人个家次单件份台天小时]+)(?![A-Za-z\u4e00-\u9fff]))?",
    re.IGNORECASE,
)
_RESULT = regex("|".join(sorted(RESULTS, key=len, reverse=True)), re.IGNORECASE)
_VOTES = regex(
    r"(\d{1,4}):(\d{1,4}):(\d{1,4})(?![\d:])"
    r"|赞成\s*(\d{1,4})\s*[票人]?[,、;\s]*反对\s*(\d{1,4})\s*[票人]?(?:[,、;\s]*弃权\s*(\d{1,4})\s*[票人]?)?"
)
_CLOCK = regex(r"\d{1,2}:\d\d:\d\d(?!\d)")
_PARENT = regex(rf"{DECISION_NUMBER}|\d{{1,6}}(?![\w-])", re.IGNORECASE)
_QUALITY = regex("|".join(sorted(QUALITIES, key=len, reverse=True)), re.IGNORECASE)
_REPLACED = regex(r"\s*(?:所?取代|代替|替代)")
_FIELD_FOLLOWS = regex(
    r"\s*(?:$|[,;)。@]|->|\+\+|(?:cc|p[123]|by|due)\b|for\s+(?:D-)?\d|截止)", re.IGNORECASE
)


def value_at(line: Line, marker: re.Match[str], role: str, cut: Cut) -> Value | None:
    """The value of the field `role` behind its marker; None when the marker is only text."""
    return _READERS[role](line, marker, cut)


def bare_value(line: Line, role: str, start: int, end: int) -> object | None:
    """What text[start:end] says as the field `role` without a marker; None when it says nothing."""
    if role == "due":
        found = date_at(line.plain, start, line.today)
        return found.deadline if found and found.end == end and found.bare else None
    word = line.plain[start:end]
    if role not in BARE or not BARE[role].fullmatch(word):
        return None
    if role == "priority":
        return priority(word)
    if role == "quality":
        return QUALITIES[word.lower()]
    if role == "status":
        return status(word)
    if role == "voted":
        return None if _CLOCK.match(word) else Votes(*map(int, word.split(":")))
    return decision_number(word.split()[-1]) if role == "parent" else True


def decision_number(typed: str) -> str:
    """The number of a decision as the ledger spells it: `31` is `D-031`."""
    return f"D-{int(typed):03d}" if typed.isdecimal() else typed.upper()


def status(word: str) -> str:
    """The status that a word for one stands for."""
    return STATUSES.get(word.lower(), "in_progress")


def priority(word: str) -> str:
    """The code of a priority: p1, urgent and 紧急 are one."""
    return PRIORITIES.get(word[-1]) or PRIORITIES.get(word[0]) or word.lower()


def _doubtful(_line: Line, marker: re.Match[str], _cut: Cut) -> Value | None:
    return True, marker.end()


def _names(line: Line, marker: re.Match[str], cut: Cut) -> Value | None:
    if marker[0] != "由":
        return names_at(line, marker.end(), cut)
    found = names_at(line, marker.end(), lambda _start, end: end)
    if not found:
        return None
    charged = _CHARGED.match(line.plain, found[1])
    if charged and all(named.known or named.department for named in found[0]):
        return found[0], charged.end()
    return None


def _copied(line: Line, marker: re.Match[str], cut: Cut) -> Value | None:
    """Whom to copy; without colon or brackets only who is known, or what fields follow."""
    start = marker.end()
    in_brackets = line.plain[start : start + 1] == "("
    found = names_at(line, start + in_brackets, cut)
    if not found:
        return None
    names, end = found
    if in_brackets:
        closed = _CLOSED.match(line.plain, end)
        return (names, closed.end()) if closed else None
    sure = ":" in marker[0] or known_name_at(line, start) or _FIELD_FOLLOWS.match(line.plain, end)
    return (names, end) if sure else None


def _due(line: Line, marker: re.Match[str], _cut: Cut) -> Value | None:
    found = date_at(line.plain, marker.end(), line.today)
    if not found:
        return None
    number = line.plain[found.start : found.end]
    # "raise it by 3.5 points" names no day
    if "." in number and found.form == "numeric" and marker[0].strip().lower() == "by":
        return (found.deadline, found.end) if _FIELD_FOLLOWS.match(line.plain, found.end) else None
    return found.deadline, found.end


def _next(line: Line, marker: re.Match[str], _cut: Cut) -> Value | None:
    whole = date_at(line.plain, marker.start(), line.today)  # "next fri" is a day of next week
    found = whole or date_at(line.plain, marker.end(), line.today)
    return (found.deadline, found.end) if found else None


def _matching(pattern: re.Pattern[str], said: Callable[[str], object]) -> Callable[..., Value | None]:
    def read(line: Line, marker: re.Match[str], _cut: Cut) -> Value | None:
        match = pattern.match(line.plain, marker.end())
        if not match or not ends_word(line.plain, match.end()):
            return None
        return said(line.text[match.start() : match.end()].strip()), match.end()

    return read


def _result(line: Line, marker: re.Match[str], _cut: Cut) -> Value | None:
    match = _RESULT.match(line.plain, marker.end())
    if not match or not ends_word(line.plain, match.end()):
        return None
    after = line.plain[match.end() : match.end() + 2]
    if is_chinese(match[0][-1]) and after and is_chinese(after[0]) and after not in ("赞成", "提出"):
        return None  # 通过率
    return RESULTS[match[0].lower()], match.end()


def _superseding(line: Line, marker: re.Match[str], _cut: Cut) -> Value | None:
    """The number of the later decision; in Chinese the verb behind it makes it sure."""
    match = _PARENT.match(line.plain, marker.end())
    if not match:
        return None
    if not is_chinese(marker[0][0]):
        return decision_number(match[0]), match.end()
    verb = _REPLACED.match(line.plain, match.end())
    return (decision_number(match[0]), verb.end()) if verb else None


def _votes(line: Line, marker: re.Match[str], _cut: Cut) -> Value | None:
    match = _VOTES.match(line.plain, marker.end())
    if not match or _CLOCK.match(line.plain, marker.end()):
        return None
    for_, against, abstain = match.groups("0")[:3] if match[1] else match.groups("0")[3:]
    return Votes(int(for_), int(against), int(abstain)), match.end()


_READERS: dict[str, Callable[[Line, re.Match[str], Cut], Value | None]] = {
    "doubtful": _doubtful,
    "proposer": _names,
    "owner": _names,
    "due": _due,
    "cc": _copied,
    "parent": _matching(_PARENT, decision_number),
    "value": _matching(_AMOUNT, str),
    "result": _result,
    "votes": _votes,
    "voted": _votes,
    "decided_by": _names,
    "quality": _matching(_QUALITY, lambda word: QUALITIES[str(word).lower()]),
    "superseded_by": _superseding,
    "next": _next,
}
