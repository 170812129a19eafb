"""Words for the other end of a room: Chinese ones stand apart where they fit, all of them stand whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_minutes.widgets.large import MOST_LINES, widely


@pytest.mark.parametrize(
    ("text", "width", "stands"),
    [
        ("展位选择", 40, "展 位 选 择"),
        ("Steps of the release", 40, "Steps of the release"),
        ("发布v2.0版本", 40, "发 布 v2.0 版 本"),
        ("第二批下周一放量到三成", 20, "第 二 批 下 周 一 放\n量 到 三 成"),
        ("很长的标题" * 9, 20, "很长的标题" * 9),
        ("", 40, ""),
    ],
)
def test_how_a_heading_stands(text: str, width: int, stands: str) -> None:
    assert widely(text, width) == stands


@given(st.text("展位选择abc ，。2", max_size=40), st.integers(2, 60))
def test_no_character_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    stands = widely(text, width)
    assert stands.replace(" ", "").replace("\n", "") == text.replace(" ", "")
    if stands != text:
        lines = stands.split("\n")
        assert len(lines) <= MOST_LINES
        assert all(cell_len(line) <= width for line in lines)
