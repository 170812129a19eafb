"""What an earlier run could not save is offered after the start: taken in, left, or refused for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.meeting import PLAN, Played, played
from tests.support import Clock, run_app, shown
from tui_minutes.domain.meeting import Level
from tui_minutes.screens.host import Host
from tui_minutes.screens.taking_in import offer
from tui_minutes.services import meetings
from tui_minutes.services.commanded import NotWritten
from tui_minutes.services.unwritten import Unwritten, as_json
from tui_minutes.store.unwritten import UnwrittenFile, left

FIRST, SECOND = "周岚：先定展位", "- 付定金 @韩磊"


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting in session."""
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin()
        yield one


def leave(play: Played, *lines: str) -> None:
    """Lines of an earlier run that the store did not take."""
    waiting = []
    for line in lines:
        with play.store.held(), pytest.raises(NotWritten) as refused:
            play.say(line)
        waiting.append(as_json(Unwritten(refused.value.call, f"M-2026-001 {PLAN.title}", line)))
    assert UnwrittenFile(play.store.path, []).keep(waiting)


def said(play: Played) -> list[str]:
    """The lines that the store has."""
    return [entry.raw for entry in play.record.entries]


async def answer(pilot: Pilot[None], key: str) -> str:
    """Answer the question; the screen after that."""
    await pilot.press(key)
    await pilot.pause()
    return shown(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize(
    ("language", "title", "done"),
    [
        ("en", "2 things were not saved last time", "2 things saved"),
        ("zh", "上次有 2 项未保存", "已保存 2 项"),
    ],
)
async def test_yes_saves_them_with_the_time_they_were_typed(
    meeting: Played, size: tuple[int, int], language: str, title: str, done: str
) -> None:
    leave(meeting, FIRST, SECOND)
    typed_at = meeting.now
    async with run_app(meeting.store, size=size, language=language, clock=Clock(meeting.now)) as pilot:
        text = shown(pilot.app)
        assert title in text
        assert "M-2026-001  周岚：先定展位" in text
        assert PLAN.title not in text.split(FIRST)[1]
        assert said(meeting) == []
        assert done in await answer(pilot, "enter")
    assert said(meeting) == [FIRST, SECOND]
    assert meeting.record.entries[-1].at == typed_at
    assert left(meeting.store.path, []) == []


async def test_not_now_leaves_them_for_the_next_start(meeting: Played) -> None:
    leave(meeting, FIRST)
    for _ in range(2):
        async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
            assert "1 thing was not saved last time" in shown(pilot.app)
            assert "Left in" in await answer(pilot, "escape")
    assert said(meeting) == []


async def test_what_is_refused_by_now_is_told_and_stays_the_rest_is_saved(meeting: Played) -> None:
    leave(meeting, FIRST)
    other = meetings.start_now(meeting.store, meeting.command(), "Standup", "Asia/Shanghai", "en")
    kept_of_other = Played(meeting.store, other, meeting.now)
    leave(kept_of_other, SECOND)
    meeting.read_back().seal()
    async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
        assert "2 things were not saved" in shown(pilot.app)
        assert "M-2026-001 is sealed" in await answer(pilot, "enter")
    assert said(meeting) == []
    assert said(kept_of_other) == [SECOND]
    ((_, held),) = left(meeting.store.path, [])
    assert [one["typed"] for one in held] == [FIRST]


async def test_confidential_words_are_covered_until_they_are_revealed(meeting: Played) -> None:
    meetings.update(meeting.store, meeting.command(), meeting.uid, level=Level.SECRET)
    leave(meeting, FIRST)
    async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
        assert "1 thing was not saved" in shown(pilot.app)
        assert FIRST not in shown(pilot.app)
        await answer(pilot, "escape")
        await pilot.press("ctrl+r")
        assert isinstance(pilot.app, Host)
        offer(pilot.app)
        await pilot.pause()
        assert FIRST in shown(pilot.app)


async def test_what_is_typed_is_no_markup(meeting: Played) -> None:
    leave(meeting, "[@click=app.quit]x[/]")
    async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
        assert "[@click=app.quit]x[/]" in shown(pilot.app)
        await answer(pilot, "enter")
    assert said(meeting) == ["[@click=app.quit]x[/]"]
