"""What is exported goes where it was said, whole or not at all, while people go on (F4)."""

from __future__ import annotations

import asyncio
import csv
import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest
from textual.widgets import Input

from tests.meeting import PLAN, Played, played
from tests.screens.export_play import choose, export, settled, write
from tests.support import Clock, in_front, run_app, shown, type_in
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanItem
from tui_minutes.services import papers
from tui_minutes.settings import Settings
from tui_minutes.store.tables import ExportRow

SHORT = ("decisions and actions", "md")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting in session, in a folder of its own."""
    (tmp_path / "store").mkdir()
    with played(tmp_path / "store" / "minutes.db") as one:
        one.plan().begin()
        for line in ("+ 订A馆 p1", "- 付定金 @韩磊 截止12月4日 -> 回单", "- 画展板 @Nora Quinn 截止明天"):
            one.say(line)
        yield one


@pytest.fixture
def sealed(meeting: Played) -> Played:
    return meeting.read_back().seal()


class Slow:
    """Papers that are not made before `go_on`; `begun` says that one is being made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go_on = Event(), Event()
        self._written = papers.written
        monkeypatch.setattr("tui_minutes.services.papers.written", self._wait)

    def _wait(self, *args: object) -> bytes:
        self.begun.set()
        assert self.go_on.wait(20)
        return self._written(*args)  # type: ignore[arg-type]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    one = Slow(monkeypatch)
    yield one
    one.go_on.set()


def everything_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.is_file())


async def test_a_line_half_typed_is_still_there(meeting: Played, tmp_path: Path) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await type_in(pilot, "韩磊：还有一")
        await export(pilot, tmp_path / "short.md", *SHORT)
        await type_in(pilot, "点")
        line = in_front(pilot.app).line
        assert line is not None
        assert line.query_one(Input).value == "韩磊：还有一点"
    assert "付定金" in (tmp_path / "short.md").read_text(encoding="utf-8")


async def test_the_meeting_goes_on_while_a_file_is_written(
    meeting: Played, tmp_path: Path, slow: Slow
) -> None:
    clock = Clock(meeting.now)
    async with run_app(meeting.store, clock=clock, first=meeting.uid) as pilot:
        await choose(pilot, *SHORT)
        await pilot.press("ctrl+u", *str(tmp_path / "short.md"), "enter")
        await pilot.pause()
        assert "Writing " in shown(pilot.app)
        assert slow.begun.wait(20)
        await type_in(pilot, "note: still here")
        await pilot.press("enter")
        await pilot.pause()
        assert meeting.record.entries[-1].text == "still here"
        clock.forward(minutes=3)
        in_front(pilot.app).show_time()
        await pilot.pause()
        assert meeting.record.meeting.local(clock.at).strftime("%H:%M") in shown(pilot.app)
        await pilot.press("ctrl+o")
        slow.go_on.set()
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "HomeScreen"
        assert "Written, and its path copied" in shown(pilot.app)
    assert (tmp_path / "short.md").exists()


async def test_a_file_that_came_meanwhile_is_not_replaced(
    meeting: Played, tmp_path: Path, slow: Slow
) -> None:
    mine = tmp_path / "short.md"
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await choose(pilot, *SHORT)
        await pilot.press("ctrl+u", *str(mine), "enter")
        assert slow.begun.wait(20)
        mine.write_text("mine")
        slow.go_on.set()
        await settled(pilot)
        assert "is there already" in shown(pilot.app)
    assert mine.read_text() == "mine"


async def test_who_quits_meanwhile_has_the_whole_file(meeting: Played, tmp_path: Path, slow: Slow) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await choose(pilot, *SHORT)
        await pilot.press("ctrl+u", *str(tmp_path / "short.md"), "enter")
        assert slow.begun.wait(20)
    slow.go_on.set()
    await asyncio.get_running_loop().shutdown_default_executor()
    assert "付定金" in (tmp_path / "short.md").read_text(encoding="utf-8")
    assert [row.path for row in ExportRow.select()] == [str(tmp_path / "short.md")]


async def test_another_name_is_possible_when_a_file_is_there(meeting: Played, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await export(pilot, tmp_path / "a.md", *SHORT)
        assert "There is such a file already." in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        await write(pilot, tmp_path / "b.md")
    assert (tmp_path / "a.md").read_text() == "mine"
    assert "付定金" in (tmp_path / "b.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nowhere/a.md", "There is no folder"),
        ("nowhere/", "There is no folder"),
        ("closed/a.md", "Nothing may be written in"),
        ("pipe", "This is no file"),
        ("store/minutes.db", "That is the store"),
        ("store/minutes.db-wal", "That is the store"),
    ],
)
async def test_a_place_where_nothing_can_be_written_is_said_in_the_form(
    meeting: Played, tmp_path: Path, typed: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    os.mkfifo(tmp_path / "pipe")
    may = os.access  # whoever runs this may be allowed everything
    monkeypatch.setattr(os, "access", lambda path, how: Path(path).name != "closed" and may(path, how))
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await export(pilot, f"{tmp_path}/{typed}", *SHORT)
        assert said in shown(pilot.app)
        await write(pilot, tmp_path / "a.md")
        assert "Written, and its path copied" in shown(pilot.app)
    assert meeting.store.record(meeting.uid).outcomes


async def test_a_folder_and_home_are_understood(
    meeting: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "papers").mkdir()
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await export(pilot, "~/papers", *SHORT)
        assert pilot.app.clipboard == str(tmp_path / "papers" / "M-2026-001-short.md")
    assert everything_in(tmp_path / "papers") == ["M-2026-001-short.md"]


async def test_the_folder_the_program_was_started_in_may_be_gone(
    meeting: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> NoReturn:
        raise FileNotFoundError(errno.ENOENT, "gone")

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(Path, "cwd", gone)
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await choose(pilot, *SHORT)
        await pilot.press("enter")
        await settled(pilot)
    assert (tmp_path / "M-2026-001-short.md").exists()


async def test_a_disk_that_fails_leaves_nothing_half_and_is_said(
    meeting: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = everything_in(tmp_path)
    monkeypatch.setattr(Path, "replace", full)
    async with run_app(meeting.store, clock=Clock(meeting.now), first=meeting.uid) as pilot:
        await export(pilot, tmp_path / "short.md", *SHORT)
        assert "This cannot be written: the disk is full" in shown(pilot.app)
        assert ExportRow.select().count() == 0
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize(("content", "said"), [(None, "cannot be read"), (b"no Word file", "no Word file")])
async def test_a_template_that_is_missing_or_broken_is_said(
    meeting: Played, tmp_path: Path, content: bytes | None, said: str
) -> None:
    template = tmp_path / "house.docx"
    if content is not None:
        template.write_bytes(content)
    settings = Settings(first_run_done=True, name="王敏", template=str(template))
    async with run_app(
        meeting.store, clock=Clock(meeting.now), first=meeting.uid, settings=settings
    ) as pilot:
        await export(pilot, tmp_path / "a.docx", "decisions and actions", "docx")
        assert said in shown(pilot.app)
        await export(pilot, tmp_path / "a.md", *SHORT)
        assert "Written, and its path copied" in shown(pilot.app)
    assert not (tmp_path / "a.docx").exists()


async def test_a_purge_will_know_of_the_file(sealed: Played, tmp_path: Path) -> None:
    async with run_app(sealed.store, clock=Clock(sealed.now), first=sealed.uid) as pilot:
        await export(pilot, tmp_path / "a.docx", "the minutes", "docx")
        await pilot.press("ctrl+g")
        await export(pilot, tmp_path / "ledger.xlsx", "xlsx")
    known = {row.path: row.meeting and row.meeting.uid for row in ExportRow.select()}
    assert known == {str(tmp_path / "a.docx"): sealed.uid, str(tmp_path / "ledger.xlsx"): None}


async def test_the_ledger_goes_out_as_it_is_shown(sealed: Played, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    async with run_app(sealed.store, clock=Clock(sealed.now), first=sealed.uid) as pilot:
        await pilot.press("ctrl+g", "S")
        await export(pilot, path, "csv")
        assert numbers(path) == ["A-002", "A-001", "D-001"], "by due date"
        await pilot.press("/")
        await type_in(pilot, "owner:韩磊")
        await pilot.press("enter")
        path.unlink()
        await export(pilot, path, "csv")
        assert numbers(path) == ["A-001"]
        await pilot.press("x", "v")
        path.unlink()
        await export(pilot, path, "only the 1 that is marked", "csv")
        assert len(numbers(path)) == 1
        path.unlink()
        await export(pilot, path, "ledger", "csv")
        assert len(numbers(path)) == 3


async def test_what_is_more_confidential_is_in_or_out_as_chosen(meeting: Played, tmp_path: Path) -> None:
    secret = PlanItem("裁撤分部", 10, level=Level.SECRET)
    mixed = Played(meeting.store, now=meeting.now).plan(replace(PLAN, agenda=(*PLAN.agenda, secret))).begin()
    mixed.say("+ 订A馆 p1")
    mixed.read_back().seal()
    async with run_app(mixed.store, clock=Clock(mixed.now), first=mixed.uid) as pilot:
        await pilot.press("enter")  # it may be shown
        await pilot.pause()
        await export(pilot, tmp_path / "all.md", "the minutes", "the minutes, all of it", "md")
        name = "the minutes, without what is more confidential"
        await choose(pilot, "the minutes", name, "md")
        assert "M-2026-002-for-others.md" in shown(pilot.app)
        await write(pilot, tmp_path / "others.md")
    assert "裁撤分部" in (tmp_path / "all.md").read_text(encoding="utf-8")
    assert "裁撤分部" not in (tmp_path / "others.md").read_text(encoding="utf-8")


async def test_headings_of_the_ledger_stand_in_the_file(sealed: Played, tmp_path: Path) -> None:
    async with run_app(sealed.store, clock=Clock(sealed.now), first=sealed.uid) as pilot:
        await pilot.press("ctrl+g", "b")
        await pilot.pause()
        await pilot.press("down", "enter")
        await export(pilot, tmp_path / "ledger.md", "md")
    text = (tmp_path / "ledger.md").read_text(encoding="utf-8")
    places = [text.index(one) for one in ("## Nora Quinn (1)", "A-002", "韩磊 (1)", "A-001", "nobody (1)")]
    assert places == sorted(places)


def numbers(path: Path) -> list[str]:
    """The numbers in a ledger, row by row."""
    _, *rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    return [row[0] for row in rows if row]


@pytest.mark.parametrize(("keys", "form"), [(("ctrl+o",), "txt"), (("ctrl+g",), "csv")])
async def test_what_is_secret_stays_covered_until_it_is_revealed(
    sealed: Played, tmp_path: Path, keys: tuple[str, ...], form: str
) -> None:
    secret = Played(sealed.store, now=sealed.now).plan(replace(PLAN, title="裁撤分部", level=Level.SECRET))
    secret.begin().say("- 通知房东 @韩磊 截止11月20日 -> 回执")
    secret.read_back().seal()
    async with run_app(secret.store, clock=Clock(secret.now), first=sealed.uid) as pilot:
        await pilot.press(*keys)
        for way in ("covered", "open"):
            await export(pilot, tmp_path / way, form)
            await pilot.press("ctrl+r")
            await settled(pilot)
    covered, open_ = ((tmp_path / way).read_text(encoding="utf-8-sig") for way in ("covered", "open"))
    for words in ("通知房东",):
        assert words not in covered
        assert words in open_
    assert "裁撤分部" not in covered


async def test_the_meetings_that_are_found_go_out_and_the_search_stays(
    meeting: Played, tmp_path: Path
) -> None:
    Played(meeting.store, now=meeting.now).plan(replace(PLAN, title="预算会"))
    async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
        await pilot.press("/")
        await type_in(pilot, "预算")
        await export(pilot, tmp_path / "found.md", "md")
        assert pilot.app.screen.query_one("#search", Input).value == "预算"
    text = (tmp_path / "found.md").read_text(encoding="utf-8")
    assert "预算会" in text
    assert "春季展会筹备会" not in text


async def test_where_there_is_nothing_it_says_so(tmp_path: Path, meeting: Played) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
        await pilot.press("R")
        await settled(pilot)
        await pilot.press("ctrl+e")
        await settled(pilot)
        assert "There is nothing here to export" in shown(pilot.app)
