"""What a plan makes one pause at: vague goals, crowded agendas, minutes that do not fit (B2, B3)."""

from __future__ import annotations

import pytest

from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.preparation import agenda_cautions, cautions, goal_cautions


def codes(found: tuple[object, ...]) -> list[str]:
    return [caution.code for caution in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize("goal", ["讨论工作进展", "discuss progress"])
def test_a_vague_goal_is_flagged_with_its_words(goal: str) -> None:
    [caution] = goal_cautions(goal)
    assert caution.code == "vague_goal"
    assert all(word in goal for word in caution.words)


@pytest.mark.parametrize("goal", ["确定 Q3 推广功能的优先级", "Choose the supplier for the second batch"])
def test_a_concrete_goal_is_not(goal: str) -> None:
    assert goal_cautions(goal) == ()


def test_no_goal_is_said_so() -> None:
    assert codes(goal_cautions("  ")) == ["no_goal"]


def test_five_items_are_fine_and_six_are_many() -> None:
    items = [PlanItem(f"第 {n} 批供应商报价评审") for n in range(6)]
    assert agenda_cautions(items[:5], 0) == ()
    [caution] = agenda_cautions(items, 0)
    assert (caution.code, caution.words) == ("too_many_items", ("6",))


def test_minutes_must_fit_and_may_fill_the_time() -> None:
    items = [PlanItem("新功能推广优先级", 40), PlanItem("渠道预算分配方案", 20)]
    assert agenda_cautions(items, 60) == ()
    [caution] = agenda_cautions(items, 59)
    assert (caution.code, caution.words) == ("does_not_fit", ("60", "59"))


def test_an_item_that_names_nothing_is_flagged_by_its_title() -> None:
    [caution] = agenda_cautions([PlanItem("其他")], 0)
    assert (caution.code, caution.words) == ("vague_item", ("其他",))


def test_the_goal_is_spoken_of_first() -> None:
    assert codes(cautions("", [PlanItem("新功能推广优先级", 40)], 30)) == ["no_goal", "does_not_fit"]
