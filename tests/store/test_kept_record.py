"""The record of a meeting that goes on: what is new is read, whoever wrote it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meeting import Played, played
from tests.statements import statements
from tui_minutes.domain.capture import Context, parse
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import attendance, discussion, lines, outcomes, readback, session
from tui_minutes.store import meetings

LINES = (
    "周岚：先定展位",
    "+ 采用靠门的展位",
    "- 量尺寸 @韩磊 截止周五 -> 尺寸表",
    "? 谁值班",
    "... 还有物料",
    "! 加一个展位 by 韩磊 passed",
    "A-001 周五有结果",
    "- 订酒店 @何平",
)


@contextmanager
def in_session(folder: Path) -> Iterator[Played]:
    """A meeting in session with a line of each kind."""
    with played(folder / "minutes.db") as one:
        one.plan().begin()
        for line in LINES:
            one.say(line)
        yield one


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting of its own for each test."""
    with in_session(tmp_path) as one:
        yield one


def whole(meeting: Played) -> object:
    """The record as it is read from nothing."""
    with meeting.store.transaction():
        return meetings.record(meeting.uid)


def test_nothing_is_read_again_while_nothing_changes(meeting: Played) -> None:
    before = meeting.record
    with statements(meeting.store) as asked:
        assert meeting.record is before
    assert not [one for one in asked if "SELECT" in one]


@pytest.mark.parametrize("line", ["周岚：靠门", "- 海报 @韩磊 截止周五"])
def test_a_line_costs_the_same_however_long_the_meeting(meeting: Played, line: str) -> None:
    def cost() -> list[str]:
        meeting.say(line)
        with statements(meeting.store) as asked:
            assert meeting.record.entries[-1].raw == line
        return [one.partition(" FROM ")[2].partition(" WHERE ")[0] for one in asked]

    before, first = meeting.record, cost()
    for n in range(20):
        meeting.say(f"周岚：{n}")
    assert cost() == first
    assert all(old is new for old, new in zip(before.entries, meeting.record.entries, strict=False))
    assert meeting.record == whole(meeting)


@contextmanager
def elsewhere(meeting: Played) -> Iterator[Played]:
    """The same meeting, by another connection."""
    with meeting.store.set_aside(), played(meeting.store.path) as other:
        other.uid, other.now = meeting.uid, meeting.now
        yield other


def test_what_another_program_writes_is_read(meeting: Played) -> None:
    meeting.say("周岚：从这里")
    with elsewhere(meeting) as other:
        other.say("周岚：从别处")
        edited = parse("周岚：改了", context(other))
        discussion.edit(other.store, other.command(), other.record.entries[0].uid, edited)
    assert meeting.record.entries[0].text == "改了"
    meeting.say("周岚：又从这里")
    with elsewhere(meeting) as other:
        other.say("- 从别处 @韩磊")
    assert [one.text for one in meeting.record.entries[-4:]] == ["从这里", "从别处", "又从这里", "从别处"]
    assert meeting.record == whole(meeting)


def test_another_thread_reads_afresh_and_keeps_nothing(meeting: Played) -> None:
    """Its connection is gone when it ends, and that of the next thread may look the same."""
    kept, read = meeting.record, list[object]()

    def look() -> None:
        with meeting.store.reading():
            read.extend([meeting.record, meeting.record, meeting.store.people()])

    people = meeting.store.people()
    thread = Thread(target=look)
    thread.start()
    thread.join()
    assert read == [kept, kept, people]
    assert all(one is not kept for one in read)
    assert meeting.record is kept
    assert meeting.store.people() is people


def test_what_is_taken_back_was_never_there(meeting: Played) -> None:
    before = meeting.record
    with suppress(Refused), meeting.store.transaction():
        meeting.say("周岚：被撤回")
        assert meeting.record.entries[-1].text == "被撤回"
        raise Refused("empty_text")
    assert meeting.record == before
    meeting.say("周岚：留下")
    assert meeting.record == whole(meeting)


def context(meeting: Played) -> Context:
    """What a line typed now may know."""
    return lines.context(meeting.record, meeting.store.people(), meeting.now.date(), WEEKENDS)


def acts(meeting: Played, data: st.DataObject) -> list[Callable[[], object]]:
    """What may be done next."""
    store, command = meeting.store, meeting.command
    entry = data.draw(st.sampled_from(meeting.record.entries))
    outcome = data.draw(st.sampled_from(meeting.record.outcomes))
    person = data.draw(st.sampled_from(meeting.record.people))
    line = data.draw(st.sampled_from(LINES))
    return [
        lambda: meeting.say(line),
        lambda: discussion.edit(store, command(), entry.uid, parse(line, context(meeting))),
        lambda: discussion.convert(store, command(), entry.uid, parse(line, context(meeting))),
        lambda: discussion.withdraw(store, command(), entry.uid),
        lambda: discussion.restore(store, command(), entry.uid),
        lambda: readback.reserve(store, command(), outcome.uid, person.name, "太早"),
        lambda: readback.to_question(store, command(), outcome.uid),
        lambda: outcomes.update(store, command(), outcome.uid, {"text": line}),
        lambda: session.next_item(store, command(), meeting.uid),
        lambda: attendance.leave(store, command(), person.uid),
    ]


@settings(max_examples=12)
@given(st.data())
def test_whatever_is_done_the_record_is_what_the_store_holds(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, in_session(Path(folder)) as meeting:
        for _ in range(data.draw(st.integers(2, 8))):
            try:
                data.draw(st.sampled_from(acts(meeting, data)))()
            except Refused:
                continue
            assert meeting.record == whole(meeting)
