"""Whatever moves are made in whatever order: history replayed gives the row, and nothing is lost (T8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meeting import Played, played
from tui_minutes.domain.moves import MOVES, Detail, Given, Share, possible
from tui_minutes.domain.outcomes import Act, Change, Outcome, Quality
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import moves
from tui_minutes.services.verification import verify

NAMES = ("周岚", "韩磊", "Nora Quinn", "何平")
WORDS = st.sampled_from(["缺人", "scope", "第2页有错字", "ok"])
DETAILS: Mapping[Detail, st.SearchStrategy[Any]] = {
    Detail.DUE: st.dates(date(2026, 12, 1), date(2027, 2, 1)),
    Detail.NEXT_FEEDBACK: st.dates(date(2026, 12, 1), date(2027, 2, 1)),
    Detail.OWNERS: st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(tuple),
    Detail.QUALITY: st.sampled_from(Quality),
    Detail.DECIDED_BY: st.sampled_from(NAMES),
    Detail.BY_NUMBER: st.sampled_from(["D-001", "D-002", "D-003"]),
    Detail.PARTS: st.lists(st.builds(Share, WORDS), min_size=2, max_size=3).map(tuple),
}
AGREED = (
    "+ 订A馆 @周岚 截止12月2日 p1 cc Nora Quinn",
    "+ 订B馆",
    "+ 订C馆",
    "- 付定金 @韩磊 截止12月4日 -> 回单 ++ 财务章 p2 cc 周岚",
    "? 停车位 @韩磊 下次反馈：12月3日",
)
"""With every field that a line can fill: what is empty cannot get lost."""
FOLLOWING = {"status", "done_on", "department", "due_next_meeting", "original_due", "superseded_by"}
"""Fields that a move may change without being told of them."""
SETTLED = {"unclear", "quality", "superseded_by", "done_on", "department", "due_next_meeting"}
"""Fields that a move may empty: they tell of a state that is over."""


@cache
def agreed() -> tuple[bytes, str, datetime]:
    """A store with three decisions, an action and a question, agreed by the room; its meeting, the time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.db"
        with played(path) as meeting:
            meeting.plan().begin()
            for line in AGREED:
                meeting.say(line)
            meeting.read_back().seal()
        return path.read_bytes(), meeting.uid, meeting.now


@contextmanager
def ledger() -> Iterator[Played]:
    """That store, to write in."""
    content, uid, now = agreed()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.db"
        path.write_bytes(content)
        with played(path) as meeting:
            meeting.uid, meeting.now = uid, now
            yield meeting


def spelt(outcome: Outcome) -> dict[str, Any]:
    """An outcome in the words of history."""
    people = [[str(one.part), one.name, one.department] for one in outcome.people]
    days = ("due", "original_due", "next_feedback", "done_on")
    told = {name: getattr(outcome, name) for name in outcome.__slots__}
    return told | {"people": people, **{d: told[d].isoformat() if told[d] else None for d in days}}


def replay(history: tuple[Change, ...]) -> dict[str, Any]:
    """What an outcome must be after its history; each step begins where the one before ended."""
    state: dict[str, Any] = {}
    for change in history:
        for name, (before, after) in change.changes.items():
            assert name not in state or state[name] == before, name
            state[name] = after
    return state


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_history_replayed_gives_the_current_row(data: st.DataObject) -> None:
    with ledger() as meeting:
        numbers = ["D-001", "D-002", "A-001", "Q-001"]
        for _ in range(data.draw(st.integers(3, 12))):
            before = meeting.in_ledger(data.draw(st.sampled_from(numbers)))
            if data.draw(st.integers(0, 4)) == 0:
                step: Callable[[Outcome], Outcome] = partial(undone, meeting)
            else:
                step = a_move(meeting, before, data)
            try:
                after = step(before)
            except Refused:
                after = before
                assert meeting.in_ledger(before.number) == before, "a refusal changes nothing"
            _check(meeting, before, after)
        assert verify(meeting.store).findings == ()


def undone(meeting: Played, one: Outcome) -> Outcome:
    """The outcome with its last step taken back."""
    return moves.undo(meeting.store, meeting.command("周岚"), one.uid)


def a_move(meeting: Played, before: Outcome, data: st.DataObject) -> Callable[[Outcome], Outcome]:
    """One of the moves that are possible, with whatever can be said with it; the function that makes it."""
    act = data.draw(st.sampled_from(possible(before)))
    wanted = [*MOVES[act].needs, *(one for one in MOVES[act].asks if data.draw(st.booleans()))]
    given = Given(**{one.value: data.draw(DETAILS.get(one, WORDS)) for one in wanted})
    by = data.draw(st.sampled_from(NAMES))

    def step(one: Outcome) -> Outcome:
        after = moves.move(meeting.store, meeting.command(by), one.uid, act, given)
        _lost_nothing(one, after, act, given)
        return after

    return step


def _lost_nothing(before: Outcome, after: Outcome, act: Act, said: Given) -> None:
    """A move changes what it was told and what the table says, and empties nothing else."""
    old, new = spelt(before), spelt(after)
    changed = {name for name in old if old[name] != new[name]} - {"version", "updated_at", "supersedes"}
    told = {one.value for one in Detail if said.has(one)}
    if Detail.QUESTION in told:
        told.add("unclear")
    names = {"owners": "people", "by_number": "superseded_by", "question": "unclear", "parts": "text"}
    assert changed <= {names.get(name, name) for name in told} | FOLLOWING | set(MOVES[act].clears)
    assert {name for name in changed if old[name] and not new[name]} <= SETTLED


def _check(meeting: Played, before: Outcome, after: Outcome) -> None:
    history = meeting.store.history(after.uid)
    assert len(history) == after.version
    now, state = spelt(after), replay(history)
    state.pop("parent", None)
    assert {name: now[name] for name in state} == state
    untold = {name for name in now if name not in state and spelt(before)[name] != now[name]}
    assert untold <= {"version", "updated_at", "supersedes"}
