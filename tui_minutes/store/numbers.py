"""Numbers for people: M-2026-012, D-031, A-057, Q-012. Given out once, in the writing transaction."""

from __future__ import annotations

from tui_minutes.domain.outcomes import LETTERS, OutcomeKind
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.tables import Counter

_COUNT = Prepared(
    Counter,
    lambda name, first, more: Counter.insert(name=name, value=first).on_conflict(
        conflict_target=[Counter.name], update={Counter.value: Counter.value + more}
    ),
)


def _next(name: str, count: int = 1) -> int:
    """The last of the next `count` numbers."""
    _COUNT.stored(name, count, count)
    return int(_LAST.value(name))


_LAST = Prepared(Counter, lambda name: Counter.select(Counter.value).where(Counter.name == name))


def meeting_number(year: int) -> str:
    """The next meeting number of `year`."""
    return f"M-{year}-{_next(f'M-{year}'):03d}"


def outcome_number(kind: OutcomeKind) -> str:
    """The next number of a kind of outcome, one row of numbers for the whole ledger."""
    letter = LETTERS[kind]
    return f"{letter}-{_next(letter):03d}"


def outcome_numbers(kind: OutcomeKind, count: int) -> list[str]:
    """The next `count` numbers of a kind of outcome."""
    last = _next(LETTERS[kind], count) if count else 0
    return [f"{LETTERS[kind]}-{number:03d}" for number in range(last - count + 1, last + 1)]
