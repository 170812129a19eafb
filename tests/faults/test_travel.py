"""The real program on a computer that sleeps, is carried into another time zone, or has its clock put."""

from __future__ import annotations

import re
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.faults.left_behind import check_store
from tests.meeting import played
from tests.running import resume, running_meeting
from tests.support import Clock, shown
from tests.terminal import CTRL_Q, Terminal, minutes
from tui_minutes.app import MinutesApp
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.services.zones import LOCALTIME
from tui_minutes.settings import Settings
from tui_minutes.store.store import Store

HOUR = 3600
CLOCK = re.compile(r"(\d+):(\d\d)/60:00")
ZONES = ("Asia/Shanghai", "America/New_York", "Pacific/Kiritimati")
PUT_CLOCK = [sys.executable, "-m", "tests.faults.put_clock"]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store with a meeting that began ten minutes ago."""
    return running_meeting(tmp_path)


def lasted(terminal: Terminal) -> timedelta:
    """How long the meeting has lasted, by the screen."""
    found = CLOCK.search(terminal.text)
    assert found, terminal.text
    return timedelta(minutes=int(found[1]), seconds=int(found[2]))


def this_minute(zone: str) -> str:
    """The time of day of a zone, or a minute later: a minute may end while the program starts."""
    now = datetime.now(ZoneInfo(zone))
    return f"{now:%H:%M}|{now + timedelta(minutes=1):%H:%M}"


def look_at(db: Path) -> MeetingRecord:
    """The meeting, from a store that is whole."""
    store = Store.open(db)
    try:
        check_store(store)
        return store.record(store.meetings()[0].uid)
    finally:
        store.close()


def stopped(terminal: Terminal, clock: Path, wall: int, ran: int) -> None:
    """The program is stopped; when it goes on, its clocks have run, or were put, by so many seconds."""
    terminal.program.send_signal(signal.SIGSTOP)
    clock.write_text(f"{wall} {ran}", "utf-8")
    terminal.program.send_signal(signal.SIGCONT)


@pytest.mark.parametrize(
    ("wall", "ran", "minutes_more"),
    [(HOUR, HOUR, 60), (HOUR, 0, 0), (-HOUR, 0, 0), (-400 * 24 * HOUR, 0, 0), (-HOUR, HOUR, 60)],
    ids=["slept an hour", "put forward", "put back", "put back by a year", "slept, then put back"],
)
def test_a_program_that_was_stopped_goes_by_the_time_that_passed(
    tmp_path: Path, db: Path, wall: int, ran: int, minutes_more: int
) -> None:
    clock = tmp_path / "clock"
    clock.write_text("0 0", "utf-8")
    with Terminal([*PUT_CLOCK, "--db", str(db)], PUT_CLOCK=str(clock)) as terminal:
        resume(terminal)
        terminal.send("before\r")
        terminal.wait_for("Line 1 saved")
        began = lasted(terminal)
        stopped(terminal, clock, wall, ran)
        terminal.send("after\r")
        terminal.wait_for(r"\d\d:\d\d  after")
        assert (
            timedelta(0) <= lasted(terminal) - began - timedelta(minutes=minutes_more) < timedelta(minutes=1)
        )
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    record = look_at(db)
    assert [entry.raw for entry in record.entries if entry.raw] == ["before", "after"]
    assert [entry.seq for entry in record.entries] == list(range(1, len(record.entries) + 1))
    assert any("时钟" in entry.text for entry in record.entries) == (wall != ran)


def test_a_computer_carried_into_another_zone_between_two_starts_goes_on(db: Path) -> None:
    seen = []
    for zone in ZONES:
        with Terminal(minutes("--db", str(db)), TZ=zone) as terminal:
            terminal.wait_for(this_minute(zone))
            resume(terminal)
            terminal.send(f"in {zone}\r")
            terminal.wait_for(r"Line \d saved")
            seen.append(lasted(terminal))
            terminal.kill(signal.SIGKILL)
    assert seen == sorted(seen)
    assert seen[-1] - seen[0] < timedelta(minutes=2)
    record = look_at(db)
    assert [entry.raw for entry in record.entries] == [f"in {zone}" for zone in ZONES]
    assert [entry.at for entry in record.entries] == sorted(entry.at for entry in record.entries)


async def test_a_computer_carried_into_another_zone_meanwhile_shows_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(LOCALTIME)
    monkeypatch.setattr("tui_minutes.services.zones.LOCALTIME", link)
    with played(tmp_path / "minutes.db") as meeting:
        settings = Settings(first_run_done=True, name="王敏")
        app = MinutesApp(meeting.store, settings, Clock(), zone="Asia/Shanghai", steady=lambda: 0.0)
        async with app.run_test(size=(132, 34)) as pilot:
            await pilot.pause()
            assert "14:00" in shown(app)
            link.unlink()
            link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
            monkeypatch.setattr("tui_minutes.services.zones.new_machine_zone", lambda: "Europe/Berlin")
            app.clock_watch.look()
            app.screen.show_time()  # type: ignore[attr-defined]
            await pilot.pause()
            assert "07:00" in shown(app)
