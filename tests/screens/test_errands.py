"""Calls that find the store locked or its disk bad: in their order, once, each answer told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played, played
from tui_minutes.domain.disk import DiskFault
from tui_minutes.domain.refusal import Refused
from tui_minutes.screens.errands import DISK_REST, Errand, Errands
from tui_minutes.services import session
from tui_minutes.store.unwritten import left

PLANNED = [item.title for item in PLAN.agenda]
BUSY, FULL = Refused("store_busy"), Refused("store_failed", reason=DiskFault.FULL)


class Desk:
    """Errands of a meeting whose store is `bad` for a while; what was told, and what the file has."""

    def __init__(self, play: Played, monkeypatch: pytest.MonkeyPatch) -> None:
        self.play = play
        self.errands = Errands(play.store, [], lambda: None)
        self.bad: Refused | None = None
        self.tries = 0
        self.told: list[str] = []
        self.kept: set[str] = set()
        self._real = play.store.transaction
        monkeypatch.setattr(play.store, "transaction", self._transaction)

    def _transaction(self) -> object:
        self.tries += 1
        if self.bad:
            raise self.bad
        return self._real()

    def topic(self, title: str, uid: str = "") -> None:
        """Ask for a new item."""
        store, command, meeting = self.play.store, self.play.command(), uid or self.play.uid
        self.errands.do(
            Errand(
                lambda: session.add_topic(store, command, meeting, title),
                lambda _: self.told.append(f"{title} done"),
                lambda why: self.told.append(f"{title} {why.code}"),
                lambda why: self.told.append(f"{title} waits: {why.code}"),
                lambda: self.kept.add(title),
            )
        )

    @property
    def topics(self) -> list[str]:
        """What was opened."""
        return [item.title for item in self.play.record.agenda if item.title not in PLANNED]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with played(tmp_path / "minutes.db") as play:
        play.plan().begin()
        yield Desk(play, monkeypatch)


def test_what_waits_for_a_lock_is_in_no_file_until_the_program_ends(desk: Desk) -> None:
    desk.bad = BUSY
    desk.topic("one")
    desk.topic("two")
    assert desk.told == ["one waits: store_busy", "two waits: store_busy"]
    assert left(desk.play.store.path, []) == []
    assert desk.errands.keep()
    ((path, held),) = left(desk.play.store.path, [])
    assert path == desk.errands.kept_at
    assert len(held) == 2
    desk.bad = None
    desk.errands.tick()
    assert desk.topics == ["one", "two"]
    assert left(desk.play.store.path, []) == []


def test_what_waits_for_a_disk_is_kept_at_once_with_all_behind_it(desk: Desk) -> None:
    desk.bad = FULL
    desk.topic("one")
    desk.topic("two")
    assert desk.told == ["one waits: store_failed", "two waits: store_failed"]
    assert desk.kept == {"one", "two"}
    desk.bad = None
    desk.topic("three")  # the next Enter tries again by itself
    assert desk.topics == ["one", "two", "three"]
    assert desk.told[-3:] == ["one done", "two done", "three done"]
    assert len(desk.errands) == 0
    assert left(desk.play.store.path, []) == []


def test_a_bad_disk_is_not_asked_every_time(desk: Desk) -> None:
    desk.bad = FULL
    desk.topic("one")
    before = desk.tries
    for _ in range(2 * DISK_REST):
        desk.errands.tick()
    assert desk.tries - before == 2


def test_a_new_reason_is_told_the_same_one_is_not(desk: Desk) -> None:
    desk.bad = BUSY
    desk.topic("one")
    desk.errands.tick()
    desk.bad = FULL
    desk.errands.tick()
    desk.errands.try_again()
    waits = [told for told in desk.told if "waits" in told]
    assert waits == ["one waits: store_busy", "one waits: store_failed"]
    assert left(desk.play.store.path, [])


def test_a_refusal_among_those_that_wait_stops_none_of_them(desk: Desk) -> None:
    desk.bad = FULL
    desk.topic("one")
    desk.topic("nowhere", uid="no such meeting")
    desk.topic("three")
    desk.bad = None
    desk.errands.try_again()
    assert desk.told[-3:] == ["one done", "nowhere not_found", "three done"]
    assert desk.topics == ["one", "three"]


def test_an_answer_that_asks_for_more_comes_after_those_that_wait(desk: Desk) -> None:
    store, command, uid = desk.play.store, desk.play.command(), desk.play.uid
    desk.bad = FULL
    desk.errands.do(
        Errand(
            lambda: session.add_topic(store, command, uid, "one"),
            lambda _: desk.topic("three"),
            lambda _: None,
            lambda _: None,
        )
    )
    desk.topic("two")
    desk.bad = None
    desk.errands.try_again()
    assert desk.topics == ["one", "two", "three"]


def test_where_no_file_takes_it_that_is_known(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.bad = FULL
    monkeypatch.setattr("tui_minutes.store.unwritten.UnwrittenFile.keep", lambda *_: False)
    desk.topic("one")
    assert desk.told == ["one waits: store_failed"]
    assert desk.errands.kept_at is None
    assert not desk.errands.keep()


def test_what_waited_happened_when_it_was_asked_for(desk: Desk) -> None:
    desk.bad = FULL
    desk.topic("one")
    asked_at = desk.play.last.at
    desk.bad = None
    desk.errands.try_again()
    (opened,) = (item for item in desk.play.record.agenda if item.title == "one")
    assert opened.spans[0].start == asked_at
