"""The directory on the screen: by keys, from Home and Prepare, in both languages (B4)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.hands import Hands
from tests.meeting import Played, played
from tests.support import HOSTILE, Clock, run_app, type_in
from tui_minutes.domain.directory import Details
from tui_minutes.domain.meeting import Level
from tui_minutes.services import directory


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        yield one.plan()


def known(play: Played) -> dict[str, Details]:
    return {one.details.name: one.details for one in play.store.listed_people()}


@asynccontextmanager
async def hands(play: Played, size: tuple[int, int] = (80, 24), language: str = "en") -> AsyncIterator[Hands]:
    """Somebody before the directory."""
    clock = Clock(play.now)
    async with run_app(play.store, size=size, language=language, clock=clock) as pilot:
        one = Hands(pilot, clock)
        await one.press("P")
        assert one.at == "DirectoryScreen"
        yield one


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [
        ((80, 24), "zh", ("通讯录", "可知悉至秘密")),
        ((132, 34), "en", ("Directory", "may see up to confidential")),
    ],
)
async def test_somebody_is_added_changed_and_taken_out(
    meeting: Played, size: tuple[int, int], language: str, words: tuple[str, str]
) -> None:
    async with hands(meeting, size, language) as one:
        assert words[0] in one.text
        await one.press("a")
        await one.form("李四", "技术部", "工程师", "li@example.com", "李工、四哥", "技术部", "→")
        assert known(meeting)["李四"] == Details(
            "李四", "技术部", "工程师", "li@example.com", ("李工", "四哥"), Level.PUBLIC, ("技术部",)
        )
        await one.press("e")
        await one.form("李斯", "", "", "", "", "", "→")
        await one.press("enter", "ctrl+s")
        assert "李四" not in known(meeting)
        assert set(known(meeting)["李斯"].aliases) == {"李工", "四哥", "李四"}
        await one.press("d", "enter")
        assert "李斯" not in known(meeting)


async def test_what_is_refused_comes_back_as_it_was_typed(meeting: Played) -> None:
    async with hands(meeting) as one:
        await one.press("a")
        await one.form("李四", "技术部", "", "li at example")
        assert "li at example" in one.text
        assert [field.value for field in one.pilot.app.screen.query(Input)][:2] == ["李四", "技术部"]
        await one.form("李四", "技术部", "", "li@example.com")
        assert known(meeting)["李四"].email == "li@example.com"


async def test_who_was_in_a_meeting_stays(meeting: Played) -> None:
    async with hands(meeting) as one:
        await type_in(one.pilot, "韩磊")
        await one.press("enter", "d", "enter")
        assert "韩磊" in known(meeting)
        assert "merge instead" in one.text


async def test_what_is_typed_searches_also_by_pinyin_and_alias(meeting: Played) -> None:
    directory.add(meeting.store, meeting.command(), Details("李四", aliases=("四哥",)))
    async with hands(meeting) as one:
        for typed in ("四哥", "lisi", "李"):
            await one.press("/")
            await one.fill(typed)
            assert "李四" in one.text
            assert "韩磊" not in one.text
        await one.fill("谁也不是")
        assert "a adds somebody" in one.text
        await one.press("escape")
        assert "韩磊" in one.text
        await one.press("escape")
        assert one.at == "HomeScreen"


async def test_two_are_merged_and_told_apart_again(meeting: Played) -> None:
    directory.add(meeting.store, meeting.command(), Details("小韩", email="han@example.com"))
    async with hands(meeting) as one:
        await type_in(one.pilot, "韩磊")
        await one.press("enter", "m")
        await one.fill("小韩")
        await one.press("enter")
        assert "小韩 becomes another name" in one.text
        await one.press("enter")
        assert "小韩" not in known(meeting)
        assert known(meeting)["韩磊"].aliases == ("小韩",)
        assert "also 小韩" in one.text
        await one.press("u", "enter")
        assert known(meeting)["韩磊"].aliases == ()
        assert known(meeting)["小韩"].email == "han@example.com"
        await one.press("u")
        assert "Nobody was merged into" in one.text


async def test_people_come_in_from_a_file_after_a_look(meeting: Played, tmp_path: Path) -> None:
    path = tmp_path / "team.csv"
    path.write_text("姓名,部门,邮箱\n李四,技术部,li@example.com\n周岚,财务部,\n,技术部,\n", encoding="utf-8")
    async with hands(meeting) as one:
        await one.press("i", "enter")
        await one.form(str(path))
        await _read(one)
        assert "1 new, 1 doubtful, 1 wrong" in one.text
        await one.press("ctrl+s")
        assert "李四" not in known(meeting)
        path.write_text("姓名,部门,邮箱\n李四,技术部,li@example.com\n周岚,财务部,\n", encoding="utf-8")
        await one.press("r")
        await _read(one)
        await one.press("n")
        await _read(one)
        assert "2 new" in one.text
        await one.press("ctrl+s", "enter")
        assert one.at == "DirectoryScreen"
        assert "Taken over: 2 new" in one.text
        assert known(meeting)["李四"].email == "li@example.com"


async def test_those_typed_in_meetings_come_in(meeting: Played) -> None:
    meeting.begin().say("- 印海报 @高飞 12-05")
    async with hands(meeting, (132, 34), "zh") as one:
        await one.press("i", "down", "enter")
        await _read(one)
        assert "高飞" in one.text
        await one.press("f2", "enter")
        assert "高飞" in known(meeting)


async def _read(one: Hands) -> None:
    """Wait until what is read aside stands on the screen."""
    await one.pilot.app.workers.wait_for_complete()
    await one.pilot.pause()


async def test_a_file_that_is_not_there_is_said(meeting: Played) -> None:
    async with hands(meeting) as one:
        await one.press("i", "enter")
        await one.form("/nowhere/people.vcf")
        await _read(one)
        assert "There is no file /nowhere/people.vcf" in one.text


async def test_from_prepare_and_back(meeting: Played) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        one = Hands(pilot, clock)
        await one.press("ctrl+d")
        assert one.at == "DirectoryScreen"
        await one.press("escape")
        assert one.at == "PrepareScreen"


@pytest.mark.parametrize("name", HOSTILE)
async def test_any_name_stands_there_as_it_is(meeting: Played, name: str) -> None:
    directory.add(meeting.store, meeting.command(), Details(f"{name}x", title=name, aliases=(f"{name}y",)))
    async with hands(meeting, (132, 34)) as one:
        shown = directory.cleaned(Details(f"{name}x")).name
        assert shown in one.text
        await one.press("e", "escape", "m", "escape")


async def test_thousands_are_found_by_typing(meeting: Played) -> None:
    from tui_minutes.store import bulk
    from tui_minutes.store.tables import PersonRow

    with meeting.store.transaction():
        bulk.insert(
            PersonRow,
            ({"uid": f"u{n}", "name": f"p{n:04}", "aliases": [], "readings": []} for n in range(5_000)),
        )
    async with hands(meeting) as one:
        assert "200 of 5004 people" in one.text
        await type_in(one.pilot, "p4999")
        assert "p4999" in one.text
        assert "1 person" in one.text
