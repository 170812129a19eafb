"""The filter of the ledger: its language, its meaning, what Tab completes in it (T1)."""

from tui_minutes.domain.filters.completion import Vocabulary, complete_filter
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.filters.spelling import quoted, spell, term_text
from tui_minutes.domain.filters.terms import Op, Problem, Term, Trouble
from tui_minutes.domain.filters.wanted import Filter
from tui_minutes.domain.filters.words import DAYS, ME, NONE, Key, State

__all__ = [
    "DAYS",
    "ME",
    "NONE",
    "Filter",
    "Key",
    "Op",
    "Problem",
    "State",
    "Term",
    "Trouble",
    "Vocabulary",
    "complete_filter",
    "parse_filter",
    "quoted",
    "spell",
    "term_text",
]
