"""What could not be written is kept as text, and taken in later: as it was meant, when it was said, once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.meeting import PLAN, Played, played
from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.capture import parse
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import attendance, discussion, lines, meetings, moves, outcomes
from tui_minutes.services.commanded import NotWritten
from tui_minutes.services.unwritten import Unwritten, as_json, from_json, take_in
from tui_minutes.store.tables import CommandRow


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A meeting in session with one action."""
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin().say("- 付定金 @韩磊")
        yield one


def reading(play: Played, line: str) -> Any:
    context = lines.context(play.record, play.store.people(), play.now.date(), WEEKENDS)
    return parse(line, context)


def record(play: Played) -> None:
    discussion.record_line(play.store, play.command(), play.uid, reading(play, "周岚：先定展位"))


def several(play: Played) -> None:
    said = [reading(play, line) for line in ("+ 采用靠门的", "? 谁值班 @方晴")]
    discussion.record_lines(play.store, play.command(), play.uid, said)


def report(play: Played) -> None:
    seen = play.outcome("A-001")
    outcomes.apply(play.store, play.command("韩磊"), seen.uid, reading(play, "A-001 已付一半"), seen.version)


def note(play: Played) -> None:
    seen = play.outcome("A-001")
    moves.move(play.store, play.command("韩磊"), seen.uid, Act.NOTE, Given(note="x"), seen=seen.version)


def create(play: Played) -> None:
    meetings.create(play.store, play.command(), PLAN)


def rename(play: Played) -> None:
    meetings.update(play.store, play.command(), play.uid, title="改名", expected=("一", "二"))


def leave(play: Played) -> None:
    attendance.mark(play.store, play.command(), play.person("韩磊").uid, Attendance.ABSENT, at=play.now)


def kept(play: Played, act: Callable[[Played], None]) -> dict[str, Any]:
    """What the file has of an act that found the store locked."""
    with play.store.held(), pytest.raises(NotWritten) as refused:
        act(play)
    text = json.dumps(as_json(Unwritten(refused.value.call, "M-2026-001", "typed")))
    found: dict[str, Any] = json.loads(text)
    return found


def dump(play: Played) -> list[object]:
    """The whole store but for what the making of rows gives them anew."""
    told = sorted((one.name, one.at, one.by, one.entered_by) for one in CommandRow.select())
    rows = [(one.number, one.title, one.expected) for one in play.store.meetings()]
    record = play.record
    said = [(one.at, one.raw, one.kind, one.speaker, one.entered_by) for one in record.entries]
    made = [(one.number, one.text, one.version, one.status, one.owners) for one in record.outcomes]
    steps = [(one.at, one.by, one.note) for out in record.outcomes for one in play.store.history(out.uid)]
    return [told, rows, said, made, steps, [(one.name, one.state) for one in record.people]]


@pytest.mark.parametrize("act", [record, several, report, note, create, rename, leave])
def test_it_is_taken_in_as_if_it_had_been_written_at_once(
    meeting: Played, tmp_path: Path, act: Callable[[Played], None]
) -> None:
    before = dump(meeting)
    waiting = from_json(kept(meeting, act))
    assert dump(meeting) == before
    assert (waiting.meeting, waiting.typed) == ("M-2026-001", "typed")
    for _ in range(2):  # the second time nothing happens
        take_in(meeting.store, waiting.call)
        after = dump(meeting)
        assert after != before
        assert len(after[0]) == len(before[0]) + 1  # type: ignore[arg-type]
    with played(tmp_path / "other.db") as other:
        other.plan().begin().say("- 付定金 @韩磊")
        act(other)
        assert dump(other)[1:] == after[1:]


def test_it_is_refused_as_the_service_refuses(meeting: Played) -> None:
    waiting = from_json(kept(meeting, note))
    note(meeting)  # somebody was quicker
    with pytest.raises(Refused, match="changed_meanwhile"):
        take_in(meeting.store, waiting.call)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("service", "unwritten.take_in"),
        ("service", "os.system"),
        ("service", "..store.store.Store"),
        ("service", "discussion.no_such"),
        ("service", "no_such_module.record_line"),
        ("args", {"tuple": []}),
        ("args", []),
        ("kwargs", {"map": [["shell", "rm"]]}),
        ("command", "none"),
        ("command", {"record": "plan:Plan", "fields": {"title": "x"}}),
    ],
)
def test_what_another_program_kept_is_not_guessed_at(meeting: Played, field: str, value: object) -> None:
    spoilt = {**kept(meeting, record), field: value}
    before = dump(meeting)
    with pytest.raises(Refused, match="unwritten_unknown"):
        take_in(meeting.store, from_json(spoilt).call)
    assert dump(meeting) == before
