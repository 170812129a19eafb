"""What Tab puts into the search line: keys, words of the language, names by pinyin too, numbers, labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, tzinfo

from tui_minutes.domain.capture import Completion
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.filters.language import NOBODY, parse_filter
from tui_minutes.domain.filters.spelling import quoted
from tui_minutes.domain.filters.wanted import Filter
from tui_minutes.domain.filters.words import (
    DAYS,
    KEYS,
    VALUES,
    Key,
    Spelt,
    all_words,
    folded,
    key_of,
    written,
)
from tui_minutes.domain.people import People
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.workdays import WEEKENDS, Calendar

PERIODS: tuple[Spelt, ...] = (
    (("today",), ("今天",)),
    (("this week",), ("本周",)),
    (("next week",), ("下周",)),
    (("this month",), ("本月",)),
    (("last month",), ("上月",)),
    (("yesterday",), ("昨天",)),
)
"""The days that are offered; all that rule 7 knows can be typed."""

_COLONS = {"en": ":", "zh": "："}
_QUOTES = str.maketrans(dict.fromkeys("“”„「」『』", '"'))
_VALUE = regex(
    r"""(?:^|[\s,;、])-?(?P<key>[^\s:<>=≤≥"#,;、-]+)(?::?[<>=≤≥]{1,2}|:)\s*"""
    r"""(?:(?:[^\s",、|]|"[^"]*")*[,、|])?(?P<value>"[^"]*|[^\s",、|]*)$"""
)
_LABEL = regex(r"(?:^|\s)-?#(?P<value>\S*)$")
_WORD = regex(r'(?:^|[\s,;、])-?(?P<value>[^\s:<>=≤≥"#,;、-]+)$')


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What reading and completing a filter may know: the day, who types, whom and what the ledger names.

    `meetings` are numbers with titles, newest first; `labels` are without their `#`.
    """

    today: date
    calendar: Calendar = WEEKENDS
    zone: tzinfo = UTC
    me: str = ""
    people: People = NOBODY
    meetings: tuple[tuple[str, str], ...] = ()
    labels: tuple[str, ...] = ()

    def read(self, text: str) -> Filter:
        """What `text` asks for."""
        return parse_filter(text, self.today, self.calendar, zone=self.zone, me=self.me, people=self.people)


def complete_filter(text: str, cursor: int, vocabulary: Vocabulary) -> list[Completion]:
    """What the word before `cursor` may become, likeliest first."""
    before = shape(text[:cursor]).translate(_QUOTES)
    if (value := _VALUE.search(before)) and (key := key_of(value["key"])):
        language = "en" if value["key"].isascii() else "zh"
        typed = value["value"].lstrip('"')
        return _offer(value, [quoted(one) for one in _values(key, typed, language, vocabulary)])
    if label := _LABEL.search(before):
        return _offer(label, _beginning(vocabulary.labels, label["value"]))
    word = _WORD.search(before)
    return _offer(word, _terms(word["value"], vocabulary)) if word else []


def _values(key: Key, typed: str, language: str, vocabulary: Vocabulary) -> Iterator[str]:
    match key:
        case Key.OWNER | Key.CC:
            yield from vocabulary.people.beginning_with(typed)
        case Key.DEPARTMENT:
            yield from _beginning(vocabulary.people.departments, typed)
        case Key.MEETING:
            known = vocabulary.meetings
            yield from (number for number, title in known if folded(typed) in folded(f"{number} {title}"))
        case Key.LABEL:
            yield from _beginning(vocabulary.labels, typed)
    periods = PERIODS if key in DAYS else ()
    yield from _spelt([*periods, *VALUES.get(key, {}).values()], typed, language)


def _terms(typed: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Keys, then what a word alone may be meant for: somebody, a state, a kind, a label."""
    language = "en" if typed.isascii() else "zh"
    yield from (f"{word}{_COLONS[language]}" for word in _spelt(KEYS.values(), typed, language))
    for name in vocabulary.people.beginning_with(typed):
        key = Key.DEPARTMENT if name in vocabulary.people.departments else Key.OWNER
        yield _term(key, name, language)
    for key in (Key.STATE, Key.KIND, Key.PRIORITY):
        for value in _spelt(VALUES[key].values(), typed, language):
            yield _term(key, value, language)
    yield from (f"#{label}" for label in _beginning(vocabulary.labels, typed))


def _term(key: Key, value: str, language: str) -> str:
    return f"{written(KEYS[key], language)}{_COLONS[language]}{quoted(value)}"


def _spelt(spelt: Iterable[Spelt], typed: str, language: str) -> list[str]:
    """The words of `language` of which one, in whatever language, begins with what is typed."""
    known = folded(typed)
    found = []
    for both in spelt:
        of_language = both[language == "zh"]
        begun = [word for word in of_language if folded(word).startswith(known)]
        others = [word for word in all_words(both) if folded(word).startswith(known)]
        if others:
            found.append((begun or of_language)[0])
    return found


def _beginning(words: Iterable[str], typed: str) -> list[str]:
    return [word for word in words if folded(word).startswith(folded(typed))]


def _offer(found: re.Match[str], words: Iterable[str]) -> list[Completion]:
    start, end = found.span("value")
    typed = found["value"]
    return [Completion(start, end, word) for word in dict.fromkeys(words) if word != typed]
