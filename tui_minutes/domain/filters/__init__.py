"""The filter of the ledger: what it is made of (T1).

Its language is read by `filters.language`, written by `filters.spelling`, completed by `filters.completion`:
these know dates and names, which a start of the program does not need.
"""

from tui_minutes.domain.filters.terms import Op, Problem, Term, Trouble
from tui_minutes.domain.filters.wanted import Filter
from tui_minutes.domain.filters.words import DAYS, ME, NONE, Key, State

__all__ = ["DAYS", "ME", "NONE", "Filter", "Key", "Op", "Problem", "State", "Term", "Trouble"]
