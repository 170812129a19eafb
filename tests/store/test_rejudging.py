"""Other rules judge what is open anew: in steps, whatever comes between them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import time

import pytest

from tests.meeting import Played
from tests.statements import statements
from tui_minutes.domain.judging import standing_by
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.policy import MINUTES, Policy, Rules
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import moves
from tui_minutes.store.rejudging import Rejudging
from tui_minutes.store.store import Store
from tui_minutes.store.tables import TrackedRow


def rules(name: str, policy: Policy) -> Rules:
    return Rules(lambda _: policy, fingerprint=name)


EARLY = rules("early", replace(MINUTES, closes=time(17)))
LONG = rules("long", replace(MINUTES, ack_workdays=5, urgent_days=9))


@pytest.fixture
def sealed(meeting: Played, monkeypatch: pytest.MonkeyPatch) -> Played:
    """Four outcomes to be done, one of them in progress; judged one at a time."""
    meeting.plan().begin()
    for words in ("完成海报初稿 @韩磊 p1", "订会场 @韩磊", "写通稿 @方晴", "排期 @方晴"):
        meeting.say(f"- {words} 截止 2026-12-04")
    meeting.read_back().seal()
    moves.move(
        meeting.store, meeting.command("韩磊"), meeting.in_ledger("A-002").uid, Act.ACKNOWLEDGE, Given()
    )
    monkeypatch.setattr("tui_minutes.store.rejudging.STEP", 1)
    return meeting


def begun(store: Store, by: Rules, steps: int) -> Rejudging:
    """A judging anew that has gone so many outcomes far."""
    assert store.go_by(by)
    work = store.rejudging()
    assert [work.step() for _ in range(steps + 1)] == [True] * (steps + 1)
    return work


def finish(work: Rejudging) -> None:
    while work.step():
        pass


def instants() -> list[object]:
    return list(
        TrackedRow.select(TrackedRow.stale_on, TrackedRow.ack_due_on).order_by(TrackedRow.outcome).tuples()
    )


def test_what_is_judged_in_steps_is_what_is_made_anew_from_the_record(sealed: Played) -> None:
    before = instants()
    finish(begun(sealed.store, EARLY, 0))
    assert sealed.store.disagreements() == []
    judged = instants()
    sealed.store.rebuild()
    assert before != judged == instants()


def test_a_step_judges_no_more_than_it_may(sealed: Played) -> None:
    work = begun(sealed.store, EARLY, 1)
    with statements(sealed.store) as said:
        assert work.step()
    assert (work.done, work.total) == (2, 4)
    assert len([one for one in said if one.startswith("UPDATE tracked")]) == 1


def test_others_write_between_the_steps(sealed: Played) -> None:
    begun(sealed.store, EARLY, 2)
    with closing(sqlite3.connect(sealed.store.path, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")


def test_a_step_that_finds_the_store_locked_does_nothing_and_is_done_later(sealed: Played) -> None:
    work = begun(sealed.store, EARLY, 1)
    sealed.store.wait_at_most(0)
    with closing(sqlite3.connect(sealed.store.path, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused, match="store_busy"):
            work.step()
    finish(work)
    assert sealed.store.disagreements() == []


def test_one_that_was_cut_short_is_noticed_by_the_rules_of_before_too(sealed: Played) -> None:
    before = instants()
    begun(sealed.store, EARLY, 2)
    with closing(Store.open(sealed.store.path)) as store:
        assert instants() != before
        assert store.go_by(Rules())
        store.attend(Rules())
        assert store.disagreements() == []
        assert instants() == before


def between(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Let something happen once, after the first outcome was read and before it is written."""
    once = iter([act])

    def judged(*args: object) -> object:
        found = standing_by(*args)  # type: ignore[arg-type]  # as it was called
        for one in once:
            one()
        return found

    monkeypatch.setattr("tui_minutes.store.rejudging.standing_by", judged)


def test_what_another_program_changes_meanwhile_is_judged_as_it_is_then(
    sealed: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reported() -> None:
        with closing(sqlite3.connect(sealed.store.path)) as other:
            other.execute("UPDATE tracked SET stage = 2, stale_on = NULL, ack_due_on = NULL WHERE number = 1")
            other.commit()

    work = begun(sealed.store, EARLY, 0)
    between(monkeypatch, reported)
    finish(work)
    first = TrackedRow.get(number=1)
    assert (work.done, first.stale_on, first.ack_due_on) == (4, None, None)


def test_whoever_begins_last_has_the_last_word(sealed: Played) -> None:
    first = begun(sealed.store, EARLY, 1)
    second = begun(sealed.store, LONG, 1)
    assert not first.step()
    finish(second)
    assert not first.step()
    assert sealed.store.disagreements() == []


def test_two_by_the_same_rules_do_not_disturb_each_other(sealed: Played) -> None:
    works = [begun(sealed.store, EARLY, 1) for _ in range(2)]
    for work in works:
        finish(work)
    assert not sealed.store.go_by(EARLY)
    assert sealed.store.disagreements() == []


def test_where_nothing_is_to_be_done_other_rules_are_only_remembered(meeting: Played) -> None:
    meeting.store.attend(EARLY)
    assert not meeting.store.go_by(EARLY)
