"""Plain text: columns stand under one another, Chinese or not, and no line is wider than a mail shows."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.documents.filled import filled, hostile
from tui_minutes.documents.cells import cells, padded, side_by_side, wrapped
from tui_minutes.documents.text import WIDTH, render
from tui_minutes.domain.document import Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.text import clean


def text_of(*blocks: Facts | Grid | Lines) -> list[str]:
    written = render(Document("Minutes", "internal", "en", (Section("Part", blocks),)))
    return written.split("Part\n----\n\n")[1].rstrip("\n").split("\n")


def test_columns_stand_under_one_another() -> None:
    grid = Grid(("No.", "Name", "Empty", "Task"), (("1", "韩磊", "", "布展"), ("2", "Nora Quinn", "", "x")))
    assert text_of(grid) == [
        "No.  Name        Task",
        "---  ----------  ----",
        "1    韩磊        布展",
        "2    Nora Quinn  x",
    ]


def test_a_wide_cell_is_broken_within_its_column() -> None:
    head, rule, *rows = text_of(Grid(("Number", "Task"), (("A-001", "word " * 30),)))
    assert (head, rule) == ("Number  Task", f"{'-' * 6}  {'-' * 70}")
    assert [row[:8] for row in rows] == ["A-001   ", *[" " * 8] * (len(rows) - 1)]


def test_a_table_that_is_too_wide_to_read_stands_row_by_row() -> None:
    columns = tuple(f"Column {n} with a name" for n in range(6))
    assert text_of(Grid(columns, (("A-001", "task", "韩磊", "", "x", "y"),))) == [
        "- A-001  task",
        "    Column 2 with a name: 韩磊",
        "    Column 4 with a name: x",
        "    Column 5 with a name: y",
    ]


def test_lines_have_their_lead_and_details_and_say_when_they_ask_for_attention() -> None:
    lines = Lines((Line("按期", "周敏", ("a", "b")), Line("unclear", flagged=True)), "Points")
    assert text_of(lines) == ["Points", "- 周敏: 按期", "    a    b", "! unclear"]


def test_facts_have_their_values_in_a_column() -> None:
    assert text_of(Facts((("编号", "M-1"), ("Place", "here")))) == ["编号   M-1", "Place  here"]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(hostile)
def test_no_line_is_too_wide_and_no_character_is_lost(text: str) -> None:
    written = render(filled(text))
    assert all(cells(line) <= WIDTH for line in written.split("\n"))
    assert clean(text)[0] in written


@given(hostile)
def test_wrapping_loses_nothing_but_spaces(text: str) -> None:
    said = clean(text)
    for width in (2, 7, 78):
        lines = wrapped(said, width)
        assert "".join(lines).replace(" ", "") == said.replace(" ", "")
        assert all(cells(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("韩磊", 4), ("e\u0301", 1), ("ａ", 2), ("\u200d", 0)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width
    assert cells(padded(text, 6)) == 6


def test_no_line_begins_with_a_chinese_full_stop() -> None:
    assert wrapped("一二三。四", 6) == ["一二", "三。四"]


def test_short_texts_stand_side_by_side() -> None:
    assert side_by_side(["aa", "bb", "cccc"], 8) == ["aa    bb", "cccc"]
