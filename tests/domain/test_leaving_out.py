"""A reader gets what they are cleared for, whole, and is told how much is left out (B7, F3)."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.going_out import Correction, GoingOut, Material
from tui_minutes.domain.leaving_out import NOTHING, Omitted, left_out
from tui_minutes.domain.meeting import Level, Meeting
from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.signatures import Amendment, Objection

AT = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)


def outcome(uid: str, item: str | None = None, level: Level = Level.INTERNAL) -> Outcome:
    return Outcome(uid, f"D-{uid}", OutcomeKind.DECISION, f"words of {uid}", "m", item_uid=item, level=level)


def entry(uid: str, **more: str) -> Entry:
    return Entry(uid, int(uid), AT, EntryKind.POINT, f"said {uid}", **more)  # type: ignore[arg-type]


RECORD = MeetingRecord(
    Meeting("m", "M-2026-001", "例会", "Asia/Shanghai"),
    agenda=(AgendaItem("open", 1, "进度"), AgendaItem("shut", 2, "并购报价", level=Level.SECRET)),
    entries=(
        entry("1", item_uid="open"),
        entry("2", item_uid="shut"),
        entry("3", continues="2"),
        entry("4", item_uid="open", outcome_uid="own"),
        entry("5", item_uid="open", outcome_uid="earlier"),
    ),
    outcomes=(
        outcome("told", "open"),
        outcome("heard", "shut", Level.SECRET),
        outcome("own", "open", Level.CONFIDENTIAL),
    ),
    objections=(
        Objection("o1", "told", "韩磊", "x", AT),
        Objection("o2", "heard", "韩磊", "并购报价太高", AT),
    ),
    amendments=(
        Amendment("a1", "D-told", "x", "y", "z", "z", AT),
        Amendment("a2", "见 d-heard", "x", "y", "z", "z", AT),
        Amendment("a3", "并购报价", "x", "y", "z", "z", AT),
    ),
)
GOING = GoingOut(
    materials=(Material("1", "日程"), Material("2", "报价单", level=Level.CONFIDENTIAL)),
    corrections=(
        Correction("1", "D-own", "x", "y", "y", AT),
        Correction("2", "签到", "x", "y", "y", AT),
    ),
)


def test_an_item_goes_with_its_lines_outcomes_and_objections() -> None:
    record, going, omitted = left_out(RECORD, GOING, Level.INTERNAL)
    assert [item.uid for item in record.agenda] == ["open"]
    assert [one.uid for one in record.entries] == ["1", "5"]
    assert [one.uid for one in record.outcomes] == ["told"]
    assert [one.uid for one in record.objections] == ["o1"]
    assert [one.uid for one in record.amendments] == ["a1"]
    assert [one.title for one in going.materials] == ["日程"]
    assert [one.subject for one in going.corrections] == ["签到"]
    assert omitted == Omitted(items=1, outcomes=2, materials=1, corrections=3)


def test_an_outcome_that_was_taken_back_is_not_counted() -> None:
    gone = Outcome("x", "D-9", OutcomeKind.DECISION, "", "m", level=Level.SECRET, withdrawn=True)
    record, _, omitted = left_out(MeetingRecord(RECORD.meeting, outcomes=(gone,)), GoingOut(), Level.INTERNAL)
    assert record.outcomes == ()
    assert omitted == NOTHING


def test_what_was_said_of_a_secret_outcome_of_an_earlier_meeting_stays_out() -> None:
    record, _, _ = left_out(RECORD, GOING, Level.INTERNAL, elsewhere={"5"})
    assert [one.uid for one in record.entries] == ["1"]


def test_who_is_cleared_for_some_gets_some() -> None:
    record, going, omitted = left_out(RECORD, GOING, Level.CONFIDENTIAL)
    assert [one.uid for one in record.outcomes] == ["told", "own"]
    assert going.materials == GOING.materials
    assert omitted == Omitted(items=1, outcomes=1, corrections=2)


def test_who_is_cleared_for_all_gets_all() -> None:
    assert left_out(RECORD, GOING, Level.SECRET) == (RECORD, GOING, NOTHING)
    assert not NOTHING


levels = st.sampled_from(Level)


@given(meeting=levels, item=levels, own=levels, reader=levels)
def test_nothing_above_a_reader_is_told(meeting: Level, item: Level, own: Level, reader: Level) -> None:
    record = MeetingRecord(
        Meeting("m", "M-1", "t", "UTC", level=meeting),
        agenda=(AgendaItem("i", 1, "t", level=item),),
        entries=(entry("1", item_uid="i"),),
        outcomes=(outcome("o", "i", own),),
    )
    shown, _, _ = left_out(record, GoingOut(), reader)
    order = list(Level)
    cleared = order.index(reader) >= max(order.index(meeting), order.index(item))
    assert bool(shown.agenda) == bool(shown.entries) == cleared
    assert bool(shown.outcomes) == (cleared and order.index(reader) >= order.index(own))
