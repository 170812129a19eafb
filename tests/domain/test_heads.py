"""Who heads a department: the first tracker of what it has to do (T1)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tui_minutes.domain.heads import headed_by, heads


@dataclass(frozen=True)
class Person:
    """Somebody of the directory, as far as heads of departments go."""

    name: str
    department: str = ""
    title: str = ""
    heads: tuple[str, ...] = ()


@pytest.mark.parametrize(
    "title",
    [
        "经理",
        "市场部经理",
        "主管",
        "总监",
        "部门负责人",
        "主任",
        "Head",
        "Head of Sales",
        "Team Lead",
        "Manager",
    ],
)
def test_who_has_the_title_of_a_head_heads_the_department(title: str) -> None:
    people = [Person("李四", "市场部", title), Person("郑凯", "市场部", "专员"), Person("周敏", "市场部")]
    assert heads(people) == {"市场部": ("李四",)}


@pytest.mark.parametrize(
    "title",
    ["副经理", "副总监", "项目经理", "产品经理", "经理助理", "主任医师", "专员", "", "Product Manager",
     "Deputy Head", "Editor", "Managerial accountant"],
)  # fmt: skip
def test_deputies_and_managers_of_a_project_head_nothing(title: str) -> None:
    assert heads([Person("李四", "市场部", title)]) == {}


def test_the_highest_title_counts_and_two_of_the_same_share_it() -> None:
    people = [
        Person("赵六", "研发部", "主管"),
        Person("陈立", "研发部", "总监"),
        Person("Ann", "Support", "Team Lead"),
        Person("Ben", "Support", "Lead"),
        Person("孙悦", "", "总经理"),
    ]
    assert heads(people) == {"研发部": ("陈立",), "Support": ("Ann", "Ben")}


def test_the_departments_that_somebody_heads() -> None:
    people = [
        Person("李四", "市场部", "经理"),
        Person("李四", "行政部", "负责人"),
        Person("王敏", "市场部", "专员"),
    ]
    assert headed_by("李四", people) == ("市场部", "行政部")
    assert headed_by("王敏", people) == ()


def test_who_is_said_to_head_a_department_does_whatever_the_titles_are() -> None:
    people = [
        Person("李四", "市场部", "经理"),
        Person("郑凯", "市场部", "专员", heads=("市场部",)),
        Person("周敏", "财务部", "经理", heads=("采购部",)),
    ]
    assert heads(people) == {"市场部": ("郑凯",), "财务部": ("周敏",), "采购部": ("周敏",)}
    assert headed_by("周敏", people) == ("财务部", "采购部")
    assert headed_by("李四", people) == ()
