"""Wording that is flagged, and wording that is not (B2, B3, D4, D7)."""

from __future__ import annotations

import pytest

from tui_minutes.domain.wording import colloquial, concrete, vague, vague_goal


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("原则上同意，尽快落实", ("原则上", "尽快")),
        ("请相关部门研究一下", ("相关部门", "研究一下")),
        ("We should try  to finish ASAP", ("We should", "try  to", "ASAP")),
        ("finish as soon as possible", ("as soon as possible",)),
        ("all things considered", ()),
        ("周五前由李四完成", ()),
    ],
)
def test_vague_words_are_named_as_typed(text: str, words: tuple[str, ...]) -> None:
    assert vague(text) == words


def test_talk_is_no_wording_for_minutes() -> None:
    assert colloquial("我觉得可以，I think so too") == ("我觉得", "I think")
    assert colloquial("Ithink") == ()


@pytest.mark.parametrize(
    ("goal", "is_vague"),
    [
        ("讨论工作进展", True),
        ("沟通一下近期工作。", True),
        ("汇报各部门情况", True),
        ("Discuss progress", True),
        ("review the project status.", True),
        ("确定 Q3 推广功能的优先级", False),
        ("讨论并确定预算口径", False),
        ("Decide which of two vendors gets the contract", False),
        ("Review progress and fix the launch date", False),
    ],
)
def test_a_goal_says_what_shall_come_out(goal: str, is_vague: bool) -> None:
    assert bool(vague_goal(goal)) is is_vague


@pytest.mark.parametrize(
    ("title", "says_enough"),
    [
        ("新功能推广优先级", True),
        ("Budget 2027", True),
        ("其他事项", False),
        ("讨论", False),
        ("AOB", False),
        ("Any other business", False),
        ("汇报工作情况", False),
        ("  ", False),
    ],
)
def test_an_agenda_item_is_concrete(title: str, says_enough: bool) -> None:
    assert concrete(title) is says_enough
