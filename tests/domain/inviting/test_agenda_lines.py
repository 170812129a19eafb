"""Agenda lines as people write them: number, time, minutes, who leads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.agenda import LONGEST_ITEM
from tui_minutes.domain.inviting.agenda_lines import agenda_line, with_lengths

INVITED = ("李四", "王敏", "周岚", "Ann Lee", "Bob Ray")

LINES = [
    ("1. 议题 (15分钟) 李四", "议题", 15, "李四"),
    ("- Budget – 20 min – Ann", "Budget", 20, "Ann Lee"),
    ("一、预算审议（20分钟，王敏）", "预算审议", 20, "王敏"),
    ("10:00-10:20 展位选择 李四", "展位选择", 20, "李四"),
    ("14:00 – 14:15: Opening", "Opening", 15, ""),
    ("下午2:00-2:30 排期", "排期", 30, ""),
    ("11:30-1:00 pm Lunch talk", "Lunch talk", 90, ""),
    ("① 物料清单 半小时", "物料清单", 30, ""),
    ("议题一：新品发布日期（30min）汇报人：周岚", "新品发布日期", 30, "周岚"),
    ("- Hiring plan (Bob, 10m)", "Hiring plan", 10, "Bob Ray"),
    ("- Hiring plan [10'] Bob & Ann", "Hiring plan", 10, "Bob Ray, Ann Lee"),
    ("3. 预算，排期（李四）", "预算，排期", 0, "李四"),
    ("4. 预算 李四 15分钟", "预算", 15, "李四"),
    ("9. 排期/李四/10分钟", "排期", 10, "李四"),
    ("5. 展位选择20分钟", "展位选择", 20, ""),
    ("6. Roadmap 2027 (Ann Lee) 1.5 h", "Roadmap 2027", 90, "Ann Lee"),
    ("7. 发布会 市场部李四", "发布会", 0, "李四"),
    ("8. Price by Zoe Park", "Price", 0, "Zoe Park"),
    ("10. 李四：预算 10 分钟", "预算", 10, "李四"),
    ("14. Demo — 10 minutes — Zoe Park", "Demo", 10, "Zoe Park"),
    ("16. [20 min] Pricing", "Pricing", 20, ""),
    ("(二) 值班安排", "值班安排", 0, ""),
]

NO_LENGTH = [
    ("1、客户投诉3小时内响应机制", "客户投诉3小时内响应机制"),
    ("2. Raise $5m for the fund", "Raise $5m for the fund"),
    ("3. 5G 方案", "5G 方案"),
    ("4. Q4 review - next steps", "Q4 review - next steps"),
    ("5. 预算（方案）", "预算（方案）"),
    ("3天计划", "3天计划"),
]


@pytest.mark.parametrize(("line", "title", "minutes", "who"), LINES, ids=[one[0] for one in LINES])
def test_a_line_says_what_how_long_and_who(line: str, title: str, minutes: int, who: str) -> None:
    found = agenda_line(line, INVITED)
    assert found is not None
    assert (found.item.title, found.item.minutes, found.item.facilitator) == (title, minutes, who)


@pytest.mark.parametrize(("line", "title"), NO_LENGTH, ids=[one[0] for one in NO_LENGTH])
def test_what_only_looks_like_minutes_or_a_name_stays_in_the_title(line: str, title: str) -> None:
    found = agenda_line(line, INVITED)
    assert found is not None
    assert (found.item.title, found.item.minutes, found.item.facilitator) == (title, 0, "")


def test_an_item_that_says_only_when_it_begins_lasts_until_the_next() -> None:
    lines = [agenda_line(line, ()) for line in ("10:00 Opening", "10:10 Numbers", "10:40-11:00 Wrap-up")]
    assert [item.minutes for item in with_lengths([one for one in lines if one])] == [10, 30, 20]


@given(st.text(max_size=60))
def test_any_line_is_read_and_nothing_of_it_is_made_up(line: str) -> None:
    found = agenda_line(line, INVITED)
    if found is not None:
        assert found.item.title
        assert 0 <= found.item.minutes <= LONGEST_ITEM
