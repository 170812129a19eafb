"""What hangs on the context: continuations, next meetings, people, numbers; and that nothing is ever lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.capture.people import SATURDAY, room
from tui_minutes.domain.capture import Context, Kind, field_spans, parse, parse_as
from tui_minutes.domain.capture.parser import LONGEST
from tui_minutes.domain.people import People, Person
from tui_minutes.domain.text import clean

MARKERS = (
    "+ - = ? * / \\ @ ： ！ ？ ， 、 。 （ ） 【 】 ... …… -》 《- => @李四 张三： Jane: @jane by 截止 "
    "fri 周五 12/1 8月15日前 3天内 -> ++ cc 抄送： for D-031 属于 p1 紧急 [?] （存疑） passed 7:1:2 "
    "赞成7 反对1 =4.2% <- 由 负责 行动： decision: A-058 next 负责人： "
    "资源： 海报 foo 王经理 下次会议 done because "
    "ack 确认 close good 退回 取消 reopen 遗留： superseded by D-045 undo"
).split()
PIECES = st.sampled_from([*MARKERS, "\u200b", "\x1b[31m", "\t", "\u2028", "İ", "ß", "𠀀", "\ud800", "😀"])
LINES = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=12).map(
    lambda pieces: "".join(a + b for a, b in pieces)
)


def codes(context: Context, line: str) -> list[str]:
    return [caution.code for caution in parse(line, context).cautions]


@given(st.text() | LINES)
def test_any_text_is_read_and_kept(line: str) -> None:
    reading = parse(line, room())
    assert reading.raw == line
    assert reading.text == clean(reading.text)
    assert reading == parse(line, room())


@given(LINES)
def test_no_letter_is_lost(line: str) -> None:
    """Every letter and digit is in the text, in the arguments, or in a stretch that is a mark or a field."""
    line = clean(line)
    reading, spans = parse(line, room()), field_spans(line, room())
    taken = {place for start, end, _ in spans for place in range(start, end)}
    assert len(taken) == sum(end - start for start, end, _ in spans), "no two fields claim the same letter"
    left = [char for place, char in enumerate(line) if place not in taken and char.isalnum()]
    kept = reading.args if reading.kind is Kind.COMMAND else reading.text
    assert left == [char for char in kept if char.isalnum()]


@given(LINES, st.sampled_from(Kind))
def test_any_line_can_be_read_as_any_kind(line: str, kind: Kind) -> None:
    reading = parse_as(line, kind, room())
    assert reading.raw == line
    assert kind is Kind.COMMAND or reading.kind is kind


@pytest.mark.parametrize("piece", [*MARKERS, "由x负责", "@a,", "（负责人："])
def test_a_marker_repeated_to_the_longest_line_is_read_too(piece: str) -> None:
    line = f"- {piece * 4000}"[:LONGEST]
    assert parse(line, room()).kind in (Kind.ACTION, Kind.NOTE)


def test_a_line_beyond_four_thousand_characters_is_a_note_as_it_stands() -> None:
    line = "+ " + "a" * 4000 + " p1"
    reading = parse(line, room())
    assert (reading.kind, reading.text, reading.cautions) == (Kind.NOTE, line, ())


def test_a_continuation_goes_on_with_the_speaker() -> None:
    context = replace(room(), last_speaker="李四", last_kind=Kind.POINT)
    reading = parse("... 周五前 @王五 截止周五", context)
    assert (reading.speaker, reading.text, reading.owners) == ("李四", "周五前 @王五 截止周五", ())


def test_a_continuation_after_an_action_adds_its_fields() -> None:
    context = replace(room(), last_kind=Kind.ACTION)
    reading = parse("……先出样稿 @王五 周五", context)
    assert (reading.text, reading.owners, reading.due) == ("先出样稿", ("王五",), date(2026, 11, 27))


def test_a_continuation_after_a_decision_needs_a_marker_for_a_date() -> None:
    context = replace(room(), last_kind=Kind.DECISION)
    assert parse("... 周五", context).due is None
    assert parse("... 截止周五 p1", context).priority == "urgent"


def test_the_next_meeting_has_its_day_as_soon_as_that_is_fixed() -> None:
    fixed = replace(room(), next_meeting=date(2026, 12, 4))
    line = "- 海报 @李四 截止下次会议 -> 海报"
    assert (parse(line, room()).due, parse(line, room()).due_next_meeting) == (None, True)
    assert (parse(line, fixed).due, parse(line, fixed).due_next_meeting) == (date(2026, 12, 4), True)


def test_an_owner_who_is_not_there_is_pointed_out() -> None:
    people = People([Person("李四", present=False), Person("王五", present=True), Person("赵六")])
    context = Context(SATURDAY, people)
    assert "absent_person" in codes(context, "- 海报 @李四")
    assert "absent_person" not in codes(context, "- 海报 @王五、赵六")


def test_a_title_that_is_known_decides_between_two_of_a_name() -> None:
    people = People([Person("王五", title="经理"), Person("王小明", title="专员")])
    assert parse("王经理：可以", Context(SATURDAY, people)).speaker == "王五"
    assert parse("小王：可以", Context(SATURDAY, people)).cautions[0].words == ("小王", "王五", "王小明")


def test_a_person_beats_a_one_letter_kind() -> None:
    people = People([Person("Dora Lee", aliases=("D",))])
    assert parse("D: fine", Context(SATURDAY, people)).speaker == "Dora Lee"
    assert parse("D: fine", room()).kind is Kind.DECISION


def test_a_point_becomes_an_action_and_its_fields_are_read_then() -> None:
    reading = parse_as("周五前我给出报价 @李四", Kind.ACTION, room())
    assert (reading.text, reading.owners, reading.due) == ("我给出报价", ("李四",), date(2026, 11, 27))


def test_a_note_becomes_a_point_by_somebody_unknown() -> None:
    reading = parse_as("何平：我路过", Kind.POINT, room())
    assert (reading.kind, reading.speaker, reading.text) == (Kind.POINT, "何平", "我路过")


def test_an_outcome_is_mended_by_fields_alone() -> None:
    action = replace(room(), last_number="A-058")
    reading = parse_as("@赵六 周五 p1", Kind.UPDATE, action)
    assert (reading.owners, reading.due, reading.priority) == (("赵六",), date(2026, 11, 27), "urgent")
    question = replace(room(), last_number="Q-012")
    assert parse_as("next 12/1", Kind.UPDATE, question).next == date(2026, 12, 1)


def test_the_fields_of_a_line_can_be_coloured() -> None:
    line = "- 海报 @李四 截止周五"
    assert [(line[start:end], role) for start, end, role in field_spans(line, room())] == [
        ("- ", "mark"),
        ("@李四", "owner"),
        ("截止周五", "due"),
    ]
