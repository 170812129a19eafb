"""Bars and columns: every line as wide as it should be, every share seen, in either alphabet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.widgets.charts import Bar, Part, bar, bars, columns
from tui_minutes.widgets.glyphs import use_plain_glyphs

counts = st.lists(st.integers(0, 40), min_size=1, max_size=4)
FILLS = "█▒░·"


@pytest.fixture
def _plain() -> Iterator[None]:
    use_plain_glyphs(True)
    yield
    use_plain_glyphs(False)


def parts(ns: list[int]) -> tuple[Part, ...]:
    return tuple(Part(n, fill, "$success") for n, fill in zip(ns, FILLS, strict=False))


@given(counts, st.integers(4, 60))
def test_a_bar_is_filled_and_no_share_is_lost(ns: list[int], room: int) -> None:
    drawn = bar(parts(ns), room if any(ns) else 0, room).plain
    assert len(drawn) == room
    for n, fill in zip(ns, FILLS, strict=False):
        assert (fill in drawn) == (n > 0)


@given(
    st.lists(st.tuples(st.sampled_from(["市场部", "Design", "非常长的一个部门名称啊"]), counts), min_size=1)
)
def test_bars_stand_under_one_another(rows: list[tuple[str, list[int]]]) -> None:
    drawn = bars([Bar(label, parts(ns), "1 of 2") for label, ns in rows], 60)
    assert len({line.cell_length for line in drawn}) == 1
    assert drawn[0].cell_length <= 60
    assert all(line.plain.endswith("  1 of 2") for line in drawn)


def test_longer_bars_are_for_more() -> None:
    short, long = bars([Bar("a", parts([2]), ""), Bar("b", parts([20]), "")], 60)
    assert 0 < short.plain.count("█") * 8 <= long.plain.count("█")


def test_columns_are_as_high_as_their_value() -> None:
    lines = [line.plain for line in columns([100, 50, 1, None], 100, 4, 5, "$success")]
    assert lines == [
        "███                 ",
        "███                 ",
        "███  ███            ",
        "███  ███  ▁▁▁       ",
    ]


@pytest.mark.usefixtures("_plain")
def test_without_block_characters_the_shares_differ_still() -> None:
    assert bar(parts([2, 2, 2, 2]), 8, 8).plain == "##==::--"
    assert all(line.plain.isascii() for line in columns([100, 30, 60], 100, 3, 4, "$success"))
