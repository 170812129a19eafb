"""Due dates as people type them (rule 7)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.dateforms import Today
from tui_minutes.domain.deadlines import Deadline, dates_before, deadline
from tui_minutes.domain.shape import shape
from tui_minutes.domain.workdays import WEEKENDS, Calendar

WEDNESDAY = date(2026, 11, 18)


def day(text: str, today: date = WEDNESDAY) -> str | None:
    found = deadline(text, today)
    return found.day.isoformat() if found and found.day else None


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("2026-12-01", "2026-12-01"),
        ("2026/12/1", "2026-12-01"),
        ("2026年12月1日", "2026-12-01"),
        ("12/1", "2026-12-01"),
        ("12-1", "2026-12-01"),
        ("12.1", "2026-12-01"),
        ("12月1日", "2026-12-01"),
        ("１２月１日", "2026-12-01"),
        ("2月3日", "2027-02-03"),
        ("11-10", "2026-11-10"),
        ("Dec 1", "2026-12-01"),
        ("1st december 2027", "2027-12-01"),
        ("1号", "2026-12-01"),
        ("20号", "2026-11-20"),
        ("18号", "2026-12-18"),
        ("31号", "2026-12-31"),
        ("today", "2026-11-18"),
        ("今天", "2026-11-18"),
        ("tomorrow", "2026-11-19"),
        ("明天", "2026-11-19"),
        ("后天", "2026-11-20"),
        ("大后天", "2026-11-21"),
        ("+3d", "2026-11-21"),
        ("+2w", "2026-12-02"),
        ("in 3 days", "2026-11-21"),
        ("3天内", "2026-11-21"),
        ("3天后", "2026-11-21"),
        ("三天内", "2026-11-21"),
        ("两周内", "2026-12-02"),
        ("fri", "2026-11-20"),
        ("Friday", "2026-11-20"),
        ("周五", "2026-11-20"),
        ("星期五", "2026-11-20"),
        ("礼拜天", "2026-11-22"),
        ("周三", "2026-11-25"),
        ("this mon", "2026-11-16"),
        ("本周五", "2026-11-20"),
        ("next fri", "2026-11-27"),
        ("下周五", "2026-11-27"),
        ("下下周一", "2026-11-30"),
        ("3 working days", "2026-11-23"),
        ("in 3 working days", "2026-11-23"),
        ("3个工作日内", "2026-11-23"),
        ("十二个工作日", "2026-12-04"),
        ("eow", "2026-11-20"),
        ("周末前", "2026-11-20"),
        ("eom", "2026-11-30"),
        ("月底", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("季末", "2026-12-31"),
        ("年底前", "2026-12-31"),
        ("end of month", "2026-11-30"),
        ("13/45", None),
        ("2-30", None),
        ("0天", None),
        ("5%", None),
        ("12.1.3", None),
        ("3天前", None),
        ("money", None),
        ("monday morning", None),
        ("", None),
    ],
)
def test_a_date_means_a_day(typed: str, means: str | None) -> None:
    assert day(typed) == means


def test_on_a_friday_friday_is_in_a_week() -> None:
    friday = date(2026, 11, 20)
    assert day("周五", friday) == "2026-11-27"
    assert day("本周五", friday) == "2026-11-20"


@pytest.mark.parametrize(
    ("today", "typed", "means"),
    [
        (date(2026, 12, 30), "1/5", "2027-01-05"),
        (date(2027, 1, 5), "12/30", "2026-12-30"),
        (date(2026, 3, 1), "2/29", "2028-02-29"),
        (date(2026, 12, 15), "下月底", "2027-01-31"),
        (date(2026, 1, 31), "31号", "2026-03-31"),
        (date(9999, 12, 31), "tomorrow", None),
        (date(1, 1, 1), "this mon", "0001-01-01"),
    ],
)
def test_turns_of_the_year_and_short_months(today: date, typed: str, means: str | None) -> None:
    assert day(typed, today) == means


def test_the_next_meeting_is_kept_as_such() -> None:
    assert deadline("next meeting", WEDNESDAY) == Deadline(None, kind="next_meeting")
    fixed = date(2026, 12, 4)
    assert deadline("下次会议", WEDNESDAY, next_meeting=fixed) == Deadline(fixed, kind="next_meeting")


def test_working_days_skip_days_off_and_count_make_up_days() -> None:
    days = Calendar("CN", frozenset({date(2026, 11, 19)}), frozenset({date(2026, 11, 21)}), 2026)
    assert deadline("2个工作日", WEDNESDAY, days) == Deadline(date(2026, 11, 21))
    assert deadline("40个工作日", WEDNESDAY, days) == Deadline(date(2027, 1, 13), provisional=True)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("请于8月15日前完成，三天内交", ["8月15日前", "三天内"]),
        ("下周五之前交", ["下周五之前"]),
        ("1号以前", ["1号以前"]),
        ("2个工作日内回复", ["2个工作日内"]),
        ("周五前端评审", []),
        ("每周五前提交", []),
        ("上周五前的版本", []),
        ("3天前看过", []),
        ("3天内部培训", []),
        ("去年底前", []),
        ("目前进展", []),
    ],
)
def test_only_a_limit_marks_a_date_in_a_text(text: str, limits: list[str]) -> None:
    found = dates_before(shape(text), Today(WEDNESDAY, WEEKENDS))
    assert [text[one.start : one.end] for one in found] == limits


@given(
    st.text(alphabet="0123456789年月日号/-. 周星期五下本天内前后工作today next fri+dw", max_size=20),
    st.dates(),
)
def test_any_text_and_any_day_are_safe(text: str, today: date) -> None:
    deadline(text, today)
    list(dates_before(text, Today(today, WEEKENDS)))
