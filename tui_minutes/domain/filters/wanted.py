"""A filter: what is wanted of the ledger, and whether a row is that."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from tui_minutes.domain.filters.matching import holds, plain_case
from tui_minutes.domain.filters.terms import Problem, Term
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.tracking import LedgerRow, searchable


@dataclass(frozen=True, slots=True)
class Filter:
    """All `terms` hold, all `words` are found, none of those `without` is; nothing asked is everything.

    Days of instants (created, updated) are those of `zone`.
    """

    terms: tuple[Term, ...] = ()
    words: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    without: tuple[str, ...] = ()
    zone: tzinfo = field(default=UTC, compare=False)

    def __bool__(self) -> bool:
        """Whether anything is asked at all."""
        return bool(self.terms or self.words or self.without)

    def accepts(self, row: LedgerRow, now: datetime, *, revealed: bool = True) -> bool:
        """Whether `row` is wanted at the instant `now`.

        Unless `revealed`, a row whose words are covered is found by its number only, not by its words (B7).
        """
        hidden = not revealed and is_hidden(row.level)
        text = plain_case(row.outcome.number) if hidden else searchable(row)
        return (
            all(holds(term, row, now, self.zone, hidden=hidden) for term in self.terms)
            and all(word.casefold() in text for word in self.words)
            and not any(word.casefold() in text for word in self.without)
        )
