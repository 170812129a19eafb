"""A large store whose rules have changed is shown at once; what needs attention is judged meanwhile."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import replace
from datetime import time

import pytest

from tests.meeting import Played
from tests.reviewed import NOW
from tests.screens.test_reading_aside import until
from tests.support import Clock, run_app, shown
from tui_minutes.domain.policy import MINUTES, Rules
from tui_minutes.domain.refusal import Refused
from tui_minutes.screens.host import Host
from tui_minutes.screens.upkeep import keep_up

EARLY = Rules(lambda _: replace(MINUTES, closes=time(17)), fingerprint="early")


def unexpected(damage: Refused) -> None:
    raise damage


class Enough(Exception):
    """So far, and no further."""


def judge_some(host: Host, outcomes: int) -> None:
    """Judge so many outcomes, one in each step; the first step finds out how many there are."""
    steps = iter(range(outcomes + 1))

    def heed() -> None:
        if next(steps, None) is None:
            raise Enough

    with pytest.raises(Enough):
        host.judging.carry_on(heed)


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "not up to date: looking through", "not up to date: 2 of 4 judged"),
        ("zh", "尚未更新：正在检查文件", "尚未更新：已重判 2/4"),
    ],
)
@pytest.mark.parametrize("key", ["", "t"])
async def test_lists_say_how_far_it_is_until_it_is_done(
    half: Played, monkeypatch: pytest.MonkeyPatch, language: str, first: str, then: str, key: str
) -> None:
    monkeypatch.setattr("tui_minutes.store.rejudging.STEP", 1)
    assert half.store.go_by(EARLY)
    async with run_app(half.store, clock=Clock(NOW), language=language) as pilot:
        host = pilot.app
        assert isinstance(host, Host)
        host.judging.is_due = True
        await pilot.press(*key)
        host.tell_changed()
        await pilot.pause()
        assert first in shown(host)
        await to_thread(judge_some, host, 2)
        host.tell_changed()
        await pilot.pause()
        assert then in shown(host), host.judging.words()
        host.run_worker(lambda: keep_up(host, unexpected), thread=True)
        await until(pilot, lambda: not host.judging.words())
        await until(pilot, lambda: ("up to date" if language == "en" else "尚未更新") not in shown(host))
    assert half.store.disagreements() == []


async def test_who_leaves_ends_the_look_through_a_large_file(
    half: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_minutes.store.opening._STEPS", 1)
    async with run_app(half.store, clock=Clock(NOW)) as pilot:
        host = pilot.app
        assert isinstance(host, Host)
        host.judging.is_due = True
        half.store.is_looked_through = False
        worker = host.run_worker(lambda: keep_up(host, unexpected), thread=True, start=False)
        worker.cancel()
        worker._start(host)
        await until(pilot, lambda: worker.is_finished)
        assert not half.store.is_looked_through
        assert host.judging.is_due
