"""The filter language: a text read as a filter, and a filter written as text.

`owner:李四 is:late,stale due<周五 -kind:decision #label "two words" 预算`: a space means and, a comma or,
a leading `-` not. Keys and values of both languages are always understood, full-width marks are the same as
plain ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, tzinfo

from tui_minutes.domain.filters.terms import Op, Problem, Term, Trouble
from tui_minutes.domain.filters.values import NAMED, ValueReader
from tui_minutes.domain.filters.wanted import Filter
from tui_minutes.domain.filters.words import DAYS, Key, key_of
from tui_minutes.domain.people import People
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.text import clean
from tui_minutes.domain.workdays import WEEKENDS, Calendar

NOBODY = People()

MOST = 200
"""So many terms and words are read, of at most `LONGEST` characters: no database takes any number."""
LONGEST = 4_000

_QUOTES = str.maketrans(dict.fromkeys("“”„「」『』", '"'))
_OPS = {"=": Op.IS, "≤": Op.UP_TO, "=<": Op.UP_TO, "≥": Op.FROM, "=>": Op.FROM} | {str(op): op for op in Op}
_KEYED = regex(r'(-?)([^\s:<>=≤≥"#,;、-][^\s:<>=≤≥"#,;、]*):?(<=|>=|=<|=>|[<>≤≥]|(?<=:)|=)')
_LABEL = regex(r'(-?)#([^\s"#,;|、]+)')
_WORD = regex(r'(-(?=[^\s\d"-]|"))?(?:"([^"]*)"?|([^\s"]+))')
_ITEM = regex(r'"([^"]*)"?|([^\s,;、|"]+)')
_ITEMS = regex(r'"([^"]*)"?|([^\s,;、|"]+(?:\s+[^\s,;、|"]+){0,7})')  # within 3 working days..in 2 weeks
_OF_WORDS = (*DAYS, *NAMED)
_GAP = regex(r"\s*")
_BETWEEN_PIECES = frozenset(",;、")
_BETWEEN_VALUES = frozenset(",、|")

Piece = tuple[Term | Problem | str, bool]
"""What a stretch of text is, and whether a word is negated."""


def parse_filter(
    text: str,
    today: date,
    calendar: Calendar = WEEKENDS,
    *,
    zone: tzinfo = UTC,
    me: str = "",
    people: People = NOBODY,
) -> Filter:
    """What `text` asks for; never an exception, whatever it holds.

    Days count from `today`, those of instants are days in `zone`. `me` is who types; `people` are those
    whom a name, pinyin or initials may mean: of several candidates all are wanted.
    """
    pieces = list(_Reader(clean(text), ValueReader(today, calendar, me, people)).pieces())
    odd = {one for one, _ in pieces if isinstance(one, Problem)}
    words = [(one, negated) for one, negated in pieces if isinstance(one, str)]
    return Filter(
        terms=tuple(one for one, _ in pieces if isinstance(one, Term)),
        words=tuple(word for word, negated in words if not negated),
        problems=tuple(sorted(odd)),
        without=tuple(word for word, negated in words if negated),
        zone=zone,
    )


class _Reader:
    """Goes through a text from left to right; structure is looked for in its shape."""

    def __init__(self, text: str, values: ValueReader) -> None:
        self._text, self._beyond = text[:LONGEST], text[LONGEST:]
        self._plain = shape(self._text).translate(_QUOTES)
        self._values = values

    def pieces(self) -> Iterator[Piece]:
        """All that the text is made of, in order; what is too much comes last, whole."""
        at = read = 0
        while at < len(self._plain) and read < MOST:
            if self._plain[at].isspace() or self._plain[at] in _BETWEEN_PIECES:
                at += 1
                continue
            found, at = self._piece(at)
            read += 1
            yield from found
        if rest := (self._text[at:] + self._beyond).strip():
            yield Problem(Trouble.TOO_MUCH, rest), False

    def _piece(self, at: int) -> tuple[list[Piece], int]:
        """What begins at `at`, and where it ends."""
        if label := _LABEL.match(self._plain, at):
            return [(Term(Key.LABEL, (self._cut(label, 2),), bool(label[1])), False)], label.end()
        keyed = _KEYED.match(self._plain, at)
        if keyed and (key := key_of(keyed[2])):
            return self._term(keyed, key)
        return self._word(at, bool(keyed and self._is_key_like(keyed)))

    def _is_key_like(self, keyed: re.Match[str]) -> bool:
        """Whether somebody may have meant a key: not so in 10:30 and http://…"""
        follows = self._plain[keyed.end() : keyed.end() + 1]
        return keyed[3] == "" and keyed[2].isalpha() and bool(follows.strip(' /"'))

    def _word(self, at: int, key_like: bool) -> tuple[list[Piece], int]:
        match = _WORD.match(self._plain, at)
        if match is None:  # never: what is no space is a quote or the beginning of a word
            return [], at + 1
        word = self._cut(match, 2 if match[2] is not None else 3)
        found: list[Piece] = [(word, bool(match[1]))] if word else []
        if key_like:
            found.append((Problem(Trouble.UNKNOWN_KEY, word), False))
        return found, match.end()

    def _term(self, keyed: re.Match[str], key: Key) -> tuple[list[Piece], int]:
        """A term from its key to the end of its values, which may begin behind a space."""
        start = self._after_gap(keyed.end())
        apart = start > keyed.end() and (self._plain[start : start + 1] == "#" or self._is_keyed(start))
        values, end = ([], start) if apart else self._list(start, key)
        if not values:
            return [(self._problem(Trouble.NO_VALUE, keyed.start(), keyed.end()), False)], keyed.end()
        op = _OPS.get(keyed[3], Op.IS)
        term = self._values.term(key, values, op, negated=bool(keyed[1]))
        return [(term or self._problem(Trouble.UNKNOWN_VALUE, keyed.start(), end), False)], end

    def _list(self, at: int, key: Key) -> tuple[list[str], int]:
        """Values with commas between them from `at` on, and where they end."""
        values: list[str] = []
        while item := (_ITEMS if key in _OF_WORDS else _ITEM).match(self._plain, at):
            if values and item[1] is None and self._is_keyed(at):  # 负责人：李四，状态：逾期
                break
            value, at = self._item(item, key)
            values += [value] if value else []
            if self._plain[at : at + 1] not in _BETWEEN_VALUES:
                break
            at += 1
        return values, at

    def _item(self, item: re.Match[str], key: Key) -> tuple[str, int]:
        """One value and where it ends: without quotes as many words as make one date or one name."""
        if item[1] is not None or key not in _OF_WORDS:
            return self._cut(item, 1 if item[1] is not None else 2), item.end()
        for word in reversed(list(re.finditer(r"\S+", item[2]))):
            end = item.start() + word.end()
            value = self._text[item.start() : end]
            if word.start() == 0 or self._values.is_one(key, value):
                break
        return value, end

    def _is_keyed(self, at: int) -> bool:
        keyed = _KEYED.match(self._plain, at)
        return bool(keyed and key_of(keyed[2]))

    def _after_gap(self, at: int) -> int:
        gap = _GAP.match(self._plain, at)
        return gap.end() if gap else at

    def _cut(self, match: re.Match[str], group: int) -> str:
        return self._text[slice(*match.span(group))].strip()

    def _problem(self, trouble: Trouble, start: int, end: int) -> Problem:
        """What stands there, with a quote closed that is still open."""
        unclosed = self._plain.count('"', start, end) % 2
        return Problem(trouble, self._text[start:end].strip() + '"' * unclosed)
