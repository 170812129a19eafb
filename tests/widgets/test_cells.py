"""How little of a line is drawn again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from tui_minutes.widgets.cells import differing

TIMES = st.text("0123456789:/ 会·“é⚠️", max_size=12)


@pytest.mark.parametrize(
    ("before", "after", "cells"),
    [
        ("6:07/60:00", "6:08/60:00", (3, 4)),
        ("展位 · 3:50 left", "展位 · 3:49 left", (9, 11)),
        ("9:59", "10:00", (0, 5)),
        ("1:00", "1:00", (0, 0)),
        ("“新”展位 · 3:50", "“新”展位 · 3:49", (0, 15)),
        ("会 ab", "abcd ", (0, 5)),
    ],
    ids=["a figure", "behind wide characters", "longer", "the same", "a wide quote?", "as long, not as wide"],
)
def test_only_what_differs(before: str, after: str, cells: tuple[int, int]) -> None:
    assert differing(Content(before), Content(after)) == cells


def test_another_colour_is_another_line() -> None:
    calm, late = Content("0:30"), Content.styled("0:29", "bold")
    assert differing(calm, late) == (0, 4)
    assert differing(Content("0:29"), late) == (0, 4)


@given(TIMES, TIMES)
def test_what_is_left_as_it_was_is_the_same(before: str, after: str) -> None:
    start, end = differing(Content(before), Content(after))
    if (start, end) != (0, max(cell_len(before), cell_len(after))):
        assert cell_len(before) == cell_len(after)
        for cell, (old, new) in enumerate(zip(_cells(before), _cells(after), strict=True)):
            assert old == new or start <= cell < end


def _cells(text: str) -> list[str]:
    """The character in each cell, with what stands before it where it has no cell of its own."""
    cells: list[str] = []
    for character in text:
        width = cell_len(character)
        cells += [character] * width
        if not width and cells:
            cells[-1] += character
    return cells
