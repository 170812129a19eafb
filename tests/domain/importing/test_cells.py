"""What stands in a cell: days in the forms people write, and those nobody can be sure of."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tui_minutes.domain.importing.cells import Ambiguous, Raw, as_day, as_text, is_lost, is_nothing

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 11, 5), datetime(2026, 11, 5, 17, 30), 46331, 46331.0, "46331", "2026-11-05", "2026/11/5",
        "2026.11.5", "20261105", 20261105, "2026年11月5日", "2026 年 11 月 5 日", "11月5日", "11月5号",
        "2026-11-05 周四", "2026年11月5日（星期四）", "2026-11-05 00:00:00", "5 Nov 2026",
        "5th November 2026", "Nov 5, 2026", "November 5", "5 Nov 2026 Thu", "２０２６／１１／５",
    ],
)  # fmt: skip
def test_a_day_is_read_in_the_forms_people_write(cell: Raw) -> None:
    assert as_day(cell, TODAY) == date(2026, 11, 5)


@pytest.mark.parametrize("cell", ["11/5", "5/11/2026", "11-5", "3.4"])
def test_a_day_that_not_everybody_reads_alike_is_said_to_be_so(cell: str) -> None:
    with pytest.raises(Ambiguous):
        as_day(cell, TODAY)


def test_a_day_that_can_only_be_one_is_no_riddle() -> None:
    assert as_day("13/11/2026", TODAY) == date(2026, 11, 13)
    assert as_day("11/13/2026", TODAY) == date(2026, 11, 13)
    assert as_day("5/5/2026", TODAY) == date(2026, 5, 5)


def is_day(cell: Raw) -> bool:
    """Whether a cell can be read as a day."""
    try:
        return as_day(cell, TODAY) is not None
    except ValueError:
        return False


@pytest.mark.parametrize(
    "cell", ["尽快", "下周五", "2026年11月", "2026-13-01", "2026-02-30", "asap", "0205-01-01", 7]
)
def test_what_is_no_day_is_refused(cell: Raw) -> None:
    assert not is_day(cell)


@pytest.mark.parametrize("cell", [None, "", "  ", "/", "—", "无", "待定", "TBD", "N/A"])
def test_what_people_write_for_nothing_is_nothing(cell: Raw) -> None:
    assert is_nothing(as_text(cell))
    assert as_day(cell, TODAY) is None


def test_without_a_year_the_nearest_is_meant() -> None:
    assert as_day("1月3日", TODAY) == date(2027, 1, 3)
    assert as_day("12月30日", date(2027, 1, 10)) == date(2026, 12, 30)


def test_words_are_clean_and_on_one_line() -> None:
    assert as_text("一\n二\x1b[31m\u202e") == "一 二"
    assert as_text(12.0) == "12"


def test_words_that_are_covered_or_cut_are_known_to_be() -> None:
    assert is_lost("•••")
    assert is_lost("长" * 32_766 + "…")
    assert not is_lost("还有…")
