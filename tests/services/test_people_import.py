"""People come in from files and from the meetings so far: planned first, then all or nothing (B4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.meeting import Played, played
from tests.support import HOSTILE
from tui_minutes.domain.directory import Details
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.people_import import Arrival, PeoplePlan
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import directory, people_import

FILE = """姓名,部门,职务,邮箱,别名,保密等级,部门负责人
韩磊,市场部,主管,han@example.com,老韩,秘密,是
李四,技术部,工程师,li@example.com,,,
周岚,财务部,,,,,
"""


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        yield one.plan().begin()


def plan(play: Played, folder: Path, text: str = FILE) -> PeoplePlan:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return people_import.plan_file(play.store, path)


def take(play: Played, wanted: PeoplePlan) -> int:
    return people_import.carry_out(play.store, play.command(), wanted.work)


def arrivals(found: PeoplePlan) -> list[tuple[str, Arrival]]:
    return [(step.details.name, step.arrival) for step in found.steps]


def details(play: Played, name: str) -> list[Details]:
    return [one.details for one in play.store.listed_people() if one.details.name == name]


def test_a_plan_tells_who_is_new_who_changes_and_who_may_be_somebody_else(
    meeting: Played, tmp_path: Path
) -> None:
    found = plan(meeting, tmp_path)
    assert arrivals(found) == [("韩磊", Arrival.CHANGED), ("李四", Arrival.NEW), ("周岚", Arrival.DOUBTFUL)]
    assert found.steps[2].namesakes == ("行政部",)
    assert details(meeting, "李四") == []


def test_all_of_it_is_stored_and_the_same_file_once_more_changes_nothing(
    meeting: Played, tmp_path: Path
) -> None:
    assert take(meeting, plan(meeting, tmp_path)) == 2
    assert details(meeting, "韩磊") == [
        Details("韩磊", "市场部", "主管", "han@example.com", ("老韩",), Level.CONFIDENTIAL, ("市场部",))
    ]
    assert details(meeting, "李四") == [Details("李四", "技术部", "工程师", "li@example.com")]
    again = plan(meeting, tmp_path)
    assert arrivals(again) == [("韩磊", Arrival.SAME), ("李四", Arrival.SAME), ("周岚", Arrival.DOUBTFUL)]
    assert again.work == ()


def test_namesakes_are_new_people_once_somebody_says_so(meeting: Played, tmp_path: Path) -> None:
    twice = FILE + "周岚,财务部,会计,,,,\n"
    assert take(meeting, plan(meeting, tmp_path, twice).with_namesakes()) == 3
    assert [one.department for one in details(meeting, "周岚")] == ["行政部", "财务部"]
    assert plan(meeting, tmp_path).with_namesakes().work == ()


def test_nothing_known_is_forgotten(meeting: Played, tmp_path: Path) -> None:
    take(meeting, plan(meeting, tmp_path))
    take(meeting, plan(meeting, tmp_path, "姓名,部门,职务,保密等级\n韩磊,,总监,\n"))
    assert details(meeting, "韩磊")[0].title == "总监"
    assert details(meeting, "韩磊")[0].clearance is Level.CONFIDENTIAL


def test_a_row_knows_what_the_rows_before_it_said(meeting: Played, tmp_path: Path) -> None:
    text = "姓名,部门,邮箱,职务\n李四,技术部,li@x.cn,\n李四,,li@x.cn,经理\n李四,,li@x.cn,经理\n"
    found = plan(meeting, tmp_path, text)
    assert [arrival for _, arrival in arrivals(found)] == [Arrival.NEW, Arrival.CHANGED, Arrival.SAME]
    take(meeting, found)
    assert details(meeting, "李四") == [Details("李四", "技术部", "经理", "li@x.cn")]


@pytest.mark.parametrize(
    ("row", "trouble"),
    [(",技术部,,", "no_name"), ("李四,,li at x,", "address_wrong"), ("李四,,,不知道", "level_unknown")],
)
def test_a_row_that_is_wrong_says_why(meeting: Played, tmp_path: Path, row: str, trouble: str) -> None:
    found = plan(meeting, tmp_path, f"姓名,部门,邮箱,保密等级\n{row}\n")
    assert [(step.row, step.arrival, step.trouble) for step in found.steps] == [(2, Arrival.WRONG, trouble)]
    assert found.work == ()


def test_all_or_nothing_when_somebody_changed_meanwhile(meeting: Played, tmp_path: Path) -> None:
    found = plan(meeting, tmp_path)
    (uid,) = (one.uid for one in meeting.store.listed_people() if one.details.name == "韩磊")
    directory.change(meeting.store, meeting.command(), uid, replace(details(meeting, "韩磊")[0], title="x"))
    reordered = replace(found, steps=(found.steps[1], found.steps[0]))
    with pytest.raises(Refused, match="changed_meanwhile"):
        take(meeting, reordered)
    assert details(meeting, "李四") == []


def test_whoever_was_typed_in_a_meeting_comes_in_but_no_department(meeting: Played) -> None:
    meeting.say("- 印海报 @高飞 12-05")
    meeting.say("- 搬桌子 @市场部 12-05")
    meeting.say("- 付定金 @韩磊 12-04")
    found = people_import.plan_meetings(meeting.store)
    assert arrivals(found) == [("高飞", Arrival.NEW)]
    take(meeting, found)
    assert people_import.plan_meetings(meeting.store).steps == ()
    assert [one.open for one in meeting.store.listed_people() if one.details.name == "高飞"] == [1]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_comes_in_as_it_may_be_shown(meeting: Played, tmp_path: Path, name: str) -> None:
    text = f'name,department,title,clearance\n"{name}x",,"{name}",\n'
    take(meeting, plan(meeting, tmp_path, text))
    assert details(meeting, directory.cleaned(Details(f"{name}x")).name)
    assert plan(meeting, tmp_path, text).work == ()
