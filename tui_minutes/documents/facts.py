"""Labels with values as a table: two a row, where they are short enough (F1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_minutes.documents.cells import cells

HALF_A_PAGE = 46
"""A value of more cells than this has a row to itself."""


def two_a_row(pairs: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The rows, of one pair or two each, in the order of `pairs`."""
    waiting: list[tuple[str, str]] = []
    for one in pairs:
        if cells(one[1]) > HALF_A_PAGE:
            if waiting:
                yield waiting
                waiting = []
            yield [one]
            continue
        waiting.append(one)
        if len(waiting) == 2:
            yield waiting
            waiting = []
    if waiting:
        yield waiting
