"""What is exported goes where it was said, whole or not at all, while people go on (F4)."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest
from textual.widgets import Input

from tests.meeting import Played
from tests.screens.export_play import SHORT, choose, export, held, settled, write
from tests.support import Clock, in_front, run_app, shown, type_in
from tui_minutes.services import papers
from tui_minutes.settings import Settings
from tui_minutes.store.tables import ExportRow


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with held(tmp_path) as one:
        yield one


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


async def test_a_purge_will_know_of_the_file(meeting: Played, tmp_path: Path) -> None:
    sealed = meeting.read_back().seal()
    async with run_app(sealed.store, clock=Clock(sealed.now), first=sealed.uid) as pilot:
        await export(pilot, tmp_path / "a.docx", "the minutes", "docx")
        await pilot.press("ctrl+g")
        await export(pilot, tmp_path / "ledger.xlsx", "xlsx")
    known = {row.path: row.meeting and row.meeting.uid for row in ExportRow.select()}
    assert known == {str(tmp_path / "a.docx"): sealed.uid, str(tmp_path / "ledger.xlsx"): None}
