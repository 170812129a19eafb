"""A filter: what is wanted of the ledger, and whether a row is that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import UTC, datetime, tzinfo

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.filters.matching import holds
from tui_minutes.domain.filters.terms import Problem, Term
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.searching import finds, spelt, tokens
from tui_minutes.domain.tracking import LedgerRow


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
        text = spelt([row.outcome.number] if hidden else _heard(row))
        return (
            all(holds(term, row, now, self.zone, hidden=hidden) for term in self.terms)
            and all(finds(word, text) for word in self.words)
            and not any(finds(word, text) for word in self.without if tokens(word))
        )


def _heard(row: LedgerRow) -> Iterator[str]:
    """All that a search looks through, as far as the row holds it: its history may not have been read."""
    one = row.outcome
    yield from (one.number, one.text, one.deliverable, one.resources, one.remark, one.result, one.answer)
    yield from (one.leftover, one.unclear, one.department, row.meeting_number, row.meeting_title)
    yield row.agenda_item
    yield from (person.name for person in one.people)
    for change in row.history:
        yield from (change.note, change.cause, change.remedy)
