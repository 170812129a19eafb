"""A filter in words: what it is taken for, and what of it is not understood."""

from __future__ import annotations

from collections.abc import Iterable

from tui_minutes.domain.filters import DAYS, NONE, Filter, Key, Op, Problem, Term, Trouble
from tui_minutes.domain.filters.periods import Span
from tui_minutes.domain.filters.words import KEYS, VALUES, written
from tui_minutes.i18n.dates import day_long
from tui_minutes.i18n.language import current_language
from tui_minutes.i18n.translation import mark, tr, tr_late

_SPEAK_FOR_THEMSELVES = (Key.STATE, Key.KIND)
_COMPARED = {
    Op.BEFORE: mark("{field} before {day}"),
    Op.UP_TO: mark("{field} by {day}"),
    Op.AFTER: mark("{field} after {day}"),
    Op.FROM: mark("{field} from {day}"),
}


def filter_words(wanted: Filter) -> tuple[str, ...]:
    """What `wanted` asks for, each thing in words; nothing for everything."""
    return (
        *(tr("“{word}”", word=word) for word in wanted.words),
        *(_not(tr("“{word}”", word=word)) for word in wanted.without),
        *map(term_words, wanted.terms),
    )


def term_words(term: Term) -> str:
    """One term in words: `owner 李四`, `late or stale`, `due before 2026-11-27 Fri`, `not decision`."""
    said = _days(term) if term.key in DAYS else _values(term)
    return _not(said) if term.negated else said


def problem_text(problem: Problem) -> str:
    """What is not understood, and what becomes of it."""
    match problem.trouble:
        case Trouble.NO_VALUE:
            return tr("{typed} is not complete yet", typed=problem.typed)
        case Trouble.UNKNOWN_KEY:
            return tr("“{typed}” is searched as words", typed=problem.typed)
        case Trouble.TOO_MUCH:
            return tr("Too much for one filter from here on: {typed}", typed=problem.typed)
    return tr("{typed} is not understood", typed=problem.typed)


def key_word(key: Key) -> str:
    """The key in the spoken language."""
    return written(KEYS[key], current_language())


def value_word(key: Key, value: str) -> str:
    """A value in the spoken language; as typed where the language has no word for it."""
    spelt = VALUES.get(key, {}).get(value)
    return written(spelt, current_language()) if spelt else value


def _values(term: Term) -> str:
    special = [value_word(term.key, value) for value in term.values if value == NONE]
    own = list(term.names) or [value_word(term.key, value) for value in term.values if value != NONE]
    said = _either([*own, *special])
    if term.key is Key.LABEL:
        return f"#{said}"
    return said if term.key in _SPEAK_FOR_THEMSELVES else f"{key_word(term.key)} {said}"


def _days(term: Term) -> str:
    field = key_word(term.key)
    if term.op is not Op.IS:
        after = term.op in (Op.UP_TO, Op.AFTER)
        days = [span[after] or span[not after] for span in term.spans]
        return tr_late(_COMPARED[term.op], field=field, day=_either(day_long(day) for day in days if day))
    spans = [_span(span) for span in term.spans]
    nothing = [value_word(term.key, NONE)] if NONE in term.values else []
    return f"{field} {_either([*spans, *nothing])}"


def _span(span: Span) -> str:
    first, last = span
    if first == last:
        return day_long(first) if first else ""
    return f"{first or ''} – {last or ''}".strip()


def _not(said: str) -> str:
    return tr("not {what}", what=said)


def _either(words: Iterable[str]) -> str:
    return tr(" or ").join(words)
