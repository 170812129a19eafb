"""What there is to read for a meeting, entered on Prepare and with the minutes (B7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.hands import Hands
from tests.meeting import Played, played
from tests.support import Clock, run_app
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.meeting import Level
from tui_minutes.services import materials


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        yield one.plan()


def titles(meeting: Played) -> list[str]:
    return [one.title for one in meeting.store.going_out(meeting.uid).materials]


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [((80, 24), "zh", ("会议材料", "本机没有该文件")), ((132, 34), "en", ("Materials", "no such file here"))],
)
async def test_on_prepare_something_to_read_is_added_changed_and_taken_off(
    meeting: Played, size: tuple[int, int], language: str, words: tuple[str, str]
) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, size=size, language=language, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("m")
        assert words[0] in hands.text
        await hands.press("enter")
        await hands.form("报价单", "/nowhere/报价.pdf", "第二页", "→")
        assert words[1] in hands.text
        [one] = meeting.store.going_out(meeting.uid).materials
        assert replace(one, uid="") == Material("", "报价单", "/nowhere/报价.pdf", "第二页", Level.PUBLIC)

        await hands.press("m")
        assert words[1] in hands.text
        await hands.press("down", "enter")
        await hands.press("enter")
        await hands.form("报价单（二）", "https://example.com/q")
        assert titles(meeting) == ["报价单（二）"]
        await hands.press("end")
        assert "报价单（二）" in hands.text

        await hands.press("enter")
        await hands.press("down", "enter")
        await hands.press("down", "enter")
        assert titles(meeting) == []


async def test_with_the_minutes_they_are_attachments(meeting: Played) -> None:
    meeting.begin().say("+ 订A馆")
    meeting.read_back().seal()
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("a")
        assert "Attachments" in hands.text
        await hands.press("enter")
        await hands.form("报价单", "https://example.com/q")
        assert titles(meeting) == ["报价单"]
        pages = []
        for _ in range(6):
            await hands.press("pagedown")
            pages.append(hands.text)
        assert any("https://example.com/q" in page for page in pages)


async def test_a_secret_one_is_covered_until_it_is_revealed(meeting: Played) -> None:
    secret = Material("", "收购报价", "/share/x.pdf", level=Level.SECRET)
    materials.add(meeting.store, meeting.command(), meeting.uid, secret)
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        assert "收购报价" not in hands.text
        await hands.press("m")
        assert "收购报价" not in hands.text
        await hands.press("escape")
        await hands.press("ctrl+r")
        assert "收购报价" in hands.text
