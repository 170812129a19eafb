"""What there is to read for a meeting, entered on Prepare and with the minutes (B7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.hands import Hands
from tests.meeting import Played, played
from tests.support import Clock, run_app
from tui_minutes.domain.going_out import Material, MaterialKind
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
        await hands.form("报价单", "/nowhere/报价.pdf", "第二页", "→", "", "周岚、Nora")
        assert words[1] in hands.text
        [one] = meeting.store.going_out(meeting.uid).materials
        assert replace(one, uid="") == Material(
            "", "报价单", "/nowhere/报价.pdf", "第二页", Level.PUBLIC, audience=("周岚", "Nora Quinn")
        )
        await hands.press("end")
        assert words[1] in hands.text, "also beside the basics"

        await hands.press("m", "e")
        await hands.form("报价单（二）", "https://example.com/q")
        assert titles(meeting) == ["报价单（二）"]

        await hands.press("m", "d")
        assert titles(meeting) == []


async def test_without_a_title_it_has_the_name_of_its_file(meeting: Played) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("m", "a")
        await hands.press("ctrl+s")
        assert "Document title is missing" in hands.text
        await hands.form("", "https://example.com/plans/spring.pdf")
        assert titles(meeting) == ["spring.pdf"]


@pytest.mark.parametrize(
    ("keys", "line"), [(("ctrl+right_square_bracket",), ""), ((), "/materials"), ((), "/材料")]
)
async def test_in_the_meeting_enter_opens_one_with_the_program_for_it(
    meeting: Played, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, keys: tuple[str, ...], line: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui_minutes.services.opener.open_place", lambda place, _: opened.append(place))
    meeting.begin()
    path = tmp_path / "q.pdf"
    path.write_text("x", encoding="utf-8")
    materials.add(meeting.store, meeting.command(), meeting.uid, Material("", "报价单", str(path)))
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        if line:
            await hands.line(line)
        await hands.press(*keys)
        assert "报价单" in hands.text
        await hands.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert opened == [str(path)]
        assert "Opened: 报价单" in hands.text


async def test_where_nothing_opens_it_its_place_is_copied_and_shown(meeting: Played) -> None:
    link = "https://example.com/q"
    materials.add(meeting.store, meeting.command(), meeting.uid, Material("", "报价单", link))
    materials.add(meeting.store, meeting.command(), meeting.uid, Material("", "口头"))
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("m", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert f"No program opens files here; copied: {link}" in hands.text
        assert pilot.app.clipboard == link
        await hands.press("m", "down", "enter")
        assert "“口头” has no path and no link" in hands.text


async def test_before_the_notice_goes_out_it_is_said_what_is_not_there(meeting: Played) -> None:
    materials.add(meeting.store, meeting.command(), meeting.uid, Material("", "报价单", "/nowhere/q.pdf"))
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("s", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "“报价单”: there is no such file here" in hands.text


async def test_with_the_minutes_they_are_attachments(meeting: Played) -> None:
    meeting.begin().say("+ 订A馆")
    meeting.read_back().seal()
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("a")
        assert "Attachments" in hands.text
        await hands.press("enter")
        await hands.form("录音一", "https://example.com/q")
        assert titles(meeting) == ["录音一"]
        [one] = meeting.store.going_out(meeting.uid).materials
        assert one.kind is MaterialKind.RECORDING
        pages = []
        for _ in range(6):
            await hands.press("pagedown")
            pages.append(hands.text)
        assert any("录音一 (recording)" in page or "录音一（录音）" in page for page in pages)
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
