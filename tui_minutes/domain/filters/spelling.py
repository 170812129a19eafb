"""A filter written as text again: for saved views, and for the form that writes the search line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.filters.terms import Op, Problem, Term, Trouble
from tui_minutes.domain.filters.wanted import Filter
from tui_minutes.domain.filters.words import KEYS, VALUES, Key, written

_ANY_DAY = date(2000, 1, 1)
"""Words are read alike on every day."""


def spell(wanted: Filter, language: str = "en") -> str:
    """The text that means `wanted`, with the words of `language` ("en" or "zh").

    What was typed as a day relative to today stays as it was typed: a saved view means the same tomorrow.
    """
    return " ".join(_parts(wanted, language))


def _parts(wanted: Filter, language: str) -> Iterator[str]:
    for word in wanted.words:
        yield _word(word, wanted.problems)
    for word in wanted.without:
        yield _word(word, wanted.problems, "-")
    for term in wanted.terms:
        yield term_text(term, language)
    yield from (one.typed for one in wanted.problems if one.trouble is not Trouble.UNKNOWN_KEY)


def term_text(term: Term, language: str = "en") -> str:
    """One term as it is typed."""
    sign = "-" if term.negated else ""
    if term.key is Key.LABEL and len(term.values) == 1 and _is_read_as(f"#{term.values[0]}", term.values[0]):
        return f"{sign}#{term.values[0]}"
    op = "：" if language == "zh" and term.op is Op.IS else term.op
    values = ",".join(_value(term.key, value, language) for value in term.values)
    return f"{sign}{written(KEYS[term.key], language)}{op}{values}"


def _is_read_as(text: str, label: str) -> bool:
    return parse_filter(text, _ANY_DAY).terms == (Term(Key.LABEL, (label,)),)


def _value(key: Key, value: str, language: str) -> str:
    spelt = VALUES.get(key, {}).get(value)
    return quoted(written(spelt, language) if spelt else value)


def quoted(value: str) -> str:
    """`value` so that it is read as one, in quotes unless it is made of letters, digits and the like."""
    plain = value.replace('"', "")
    return plain if all(char.isalnum() or char in "-.·/" for char in plain) else f'"{plain}"'


def _word(word: str, problems: tuple[Problem, ...], sign: str = "") -> str:
    """A word as it is typed: in quotes where it would be read as something else without them."""
    if Problem(Trouble.UNKNOWN_KEY, word) in problems:
        return f"{sign}{word}"
    bare = parse_filter(f"{sign}{word}", _ANY_DAY)
    same = bare == (Filter(without=(word,)) if sign else Filter(words=(word,)))
    return f"{sign}{word}" if same else f'{sign}"{word}"'
