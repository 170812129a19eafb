"""The fields of a line: with a marker wherever they stand, without one in the run at the end (rules 1, 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from tui_minutes.domain.capture.line import Line, Span
from tui_minutes.domain.capture.markers import OPEN, REPEATED, marker_pattern
from tui_minutes.domain.capture.names import Cut
from tui_minutes.domain.capture.values import bare_value, value_at
from tui_minutes.domain.deadlines import Found, dates_before
from tui_minutes.domain.regex import regex

_SEPARATORS = " ,;，；、。."
_WORD_START = regex(r"(?:(?<=[\s,;、。)])|^)(?=\S)")
_LONGEST_BARE = 30  # characters: in 10 working days
_SHRINKING = ("deliverable", "resources")  # a bare field may follow these: -> poster fri
_QUOTES = (('"', '"'), ("“", "”"), ("「", "」"), ("『", "』"))
_AT_OR_IN = ("于", "在")


def scan(line: Line, start: int, roles: tuple[str, ...], bare: tuple[str, ...]) -> list[Span]:
    """The fields in line from `start` on, in their order; `bare` are the fields that need no marker."""
    spans = _trim(line, _marked(line, start, roles))
    return _with_bare(line, start, spans, bare)


def _marked(line: Line, start: int, roles: tuple[str, ...]) -> list[Span]:
    scanner = _Scanner(line, roles)
    spans: list[Span] = []
    position = start
    while span := scanner.next(position, len(line.plain), scanner.cut):
        if span.role not in REPEATED:
            scanner.taken.add(span.role)
        spans.append(span)
        position = span.value_start if span.open else span.end
    return spans


class _Scanner:
    """Goes from field to field; a field that may stand once only is text the second time."""

    def __init__(self, line: Line, roles: tuple[str, ...]) -> None:
        self.line = line
        self.pattern = marker_pattern(roles)
        limits = dates_before(line.plain, line.today) if "due" in roles else ()
        self.before = [found for found in limits if not _is_quoted(line.plain, found.start)]
        self.taken: set[str] = set()

    def next(self, start: int, end: int, cut: Cut) -> Span | None:
        """The first field that begins between start and end; `cut` ends the unknown names in it."""
        limit = self._next_limit(start, end)
        for marker in self._markers(start, limit.start + 1 if limit else end):
            role = str(marker.lastgroup)
            if role in self.taken or _is_quoted(self.line.plain, marker.start()):
                continue
            if role in OPEN:
                return Span(role, marker.start(), len(self.line.plain), open=True, value_start=marker.end())
            if found := value_at(self.line, marker, role, cut):
                return Span(role, marker.start(), found[1], found[0])
        if not limit:
            return None
        led = self.line.plain[limit.start - 1 : limit.start] in _AT_OR_IN and limit.start > start
        return Span("due", limit.start - led, limit.end, limit.deadline)

    def cut(self, start: int, end: int) -> int:
        """Where an unknown name has to end at the latest: where a field begins, however that one goes on."""
        span = self.next(start, end, lambda _start, end: end)
        return min(span.start, end) if span else end

    def _next_limit(self, start: int, end: int) -> Found | None:
        if "due" in self.taken:
            return None
        return next((found for found in self.before if start <= found.start < end), None)

    def _markers(self, start: int, end: int) -> Iterator[re.Match[str]]:
        while (marker := self.pattern.search(self.line.plain, start)) and marker.start() < end:
            yield marker
            start = marker.start() + 1


def _is_quoted(plain: str, place: int) -> bool:
    """Whether `place` is between quotation marks: what is quoted is no field."""
    for opens, closes in _QUOTES:
        before, after = plain[:place], plain[place:]
        depth = before.count(opens) % 2 if opens == closes else before.count(opens) - before.count(closes)
        if depth > 0 and closes in after:
            return True
    return False


def _trim(line: Line, spans: list[Span]) -> list[Span]:
    """End each open field where the next begins or its bracket closes; one that says nothing is no field."""
    ended: list[Span] = []
    for span, after in zip_longest(spans, spans[1:]):
        if not span.open:
            ended.append(span)
            continue
        end = min(_closing(line.plain, span), after.start if after else len(line.plain))
        if value := line.text[span.value_start : end].strip(_SEPARATORS):
            ended.append(replace(span, end=end, value=value))
    return ended


def _closing(plain: str, span: Span) -> int:
    """Where the bracket closes that was open when the field began."""
    depth = 0
    for place in range(span.value_start, len(plain)):
        depth += (plain[place] == "(") - (plain[place] == ")")
        if depth < 0:
            return place
    return len(plain)


def _with_bare(line: Line, start: int, spans: list[Span], roles: tuple[str, ...]) -> list[Span]:
    """Go back from the end, field by field, and take what is one without a marker."""
    taken = {span.role for span in spans}
    done: list[Span] = []
    end = len(line.plain)
    while (end := _before_separators(line.plain, start, end)) > start:
        last = spans[-1] if spans and spans[-1].end >= end else None
        floor = _floor(spans, last, start)
        if floor is not None and (found := _bare_ending(line, floor, end, roles, taken)):
            taken.add(found.role)
            done.append(found)
            if last:
                value = line.text[last.value_start : found.start].strip(_SEPARATORS)
                spans[-1] = replace(last, end=found.start, value=value)
            end = found.start
        elif last:
            done.append(spans.pop())
            end = last.start
        else:
            break
    return sorted([*spans, *done], key=lambda span: span.start)


def _floor(spans: list[Span], last: Span | None, start: int) -> int | None:
    """From where a field without a marker may begin; None after a field that ends by itself."""
    if last is None:
        return spans[-1].end if spans else start
    return last.value_start + 1 if last.role in _SHRINKING else None


def _before_separators(plain: str, start: int, end: int) -> int:
    while end > start and plain[end - 1] in _SEPARATORS:
        end -= 1
    return end


def _bare_ending(line: Line, floor: int, end: int, roles: tuple[str, ...], taken: set[str]) -> Span | None:
    """The longest field without a marker that ends at `end` and begins as a word of its own."""
    places = {floor} if line.plain[floor : floor + 1].strip() else set()
    places |= {
        word.start() for word in _WORD_START.finditer(line.plain, max(floor, end - _LONGEST_BARE), end)
    }
    for place in sorted(places):
        for role in roles:
            if role not in taken and (value := bare_value(line, role, place, end)) is not None:
                return Span(role, place, end, value)
    return None
