"""Lines are taken down, corrected, moved, converted and withdrawn, and nothing they said is lost (D3, D8)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.meeting import START, Played
from tui_minutes.domain.capture import Context, Kind, Votes, parse, parse_as, parse_paste
from tui_minutes.domain.discussion import EntryKind, MotionResult
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import attendance, discussion, lines, outcomes, session


def context(meeting: Played) -> Context:
    return lines.context(meeting.record, meeting.store.people(), START.date(), WEEKENDS)


def test_a_line_is_numbered_timed_and_kept_as_it_was_typed(meeting: Played) -> None:
    meeting.plan().begin()
    entry = meeting.say("韩磊：先定A馆")
    stored = meeting.record.entry(entry.seq)
    assert stored is not None
    assert (stored.kind, stored.speaker, stored.text) == (EntryKind.POINT, "韩磊", "先定A馆")
    assert (stored.raw, stored.at, stored.item_uid) == (
        "韩磊：先定A馆",
        meeting.now,
        meeting.record.agenda[0].uid,
    )


def test_an_action_has_its_owner_date_and_decision(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("+ 订A馆 p1")
    meeting.say("- 付定金 @韩磊 截止12月4日 -> 付款回单")
    action = meeting.outcome("A-001")
    assert (action.owners, action.department, action.due) == (("韩磊",), "市场部", date(2026, 12, 4))
    assert action.parent_uid == meeting.outcome("D-001").uid
    assert meeting.outcome("D-001").names("decider") == ("周岚",)  # type: ignore[arg-type]


def test_a_continuation_adds_to_the_outcome_before_it(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 付定金 @韩磊")
    meeting.say("... 和尾款 ++ 财务支持 @Nora Quinn")
    action = meeting.outcome("A-001")
    assert (action.text, action.resources, action.owners) == (
        "付定金和尾款",
        "财务支持",
        ("韩磊", "Nora Quinn"),
    )
    assert action.department == "市场部"


def test_withdrawing_a_continuation_takes_its_fields_back(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 付定金 @韩磊")
    more = meeting.say("... ++ 财务支持")
    discussion.withdraw(meeting.store, meeting.command(), more.uid)
    assert meeting.outcome("A-001").resources == ""
    discussion.restore(meeting.store, meeting.command(), more.uid)
    assert meeting.outcome("A-001").resources == "财务支持"


def test_withdrawing_leaves_the_people_who_were_named_since(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 付定金 @韩磊")
    more = meeting.say("... @周岚")
    uid = meeting.outcome("A-001").uid
    outcomes.update(meeting.store, meeting.command(), uid, {"owners": ("Nora Quinn",)})
    discussion.withdraw(meeting.store, meeting.command(), more.uid)
    assert meeting.outcome("A-001").owners == ("Nora Quinn",)


def test_each_line_of_a_paste_can_be_taken_back_alone(meeting: Played) -> None:
    meeting.plan().begin()
    pasted = parse_paste("行动：印名片 @韩磊\n... ++ 印刷费\n行动：订展位", context(meeting))
    lines = discussion.record_lines(meeting.store, meeting.command(), meeting.uid, pasted)
    discussion.withdraw(meeting.store, meeting.command(), lines[1].uid)
    assert [(one.text, one.resources) for one in meeting.record.live] == [("印名片", ""), ("订展位", "")]


def test_a_continuation_said_anew_takes_back_what_the_first_one_did(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 付定金 @韩磊")
    more = meeting.say("... ++ 财务支持")
    anew = discussion.say_anew(
        meeting.store, meeting.command(), more.uid, parse("... -> 收据", context(meeting))
    )
    action = meeting.outcome("A-001")
    assert (action.resources, action.deliverable) == ("", "收据")
    discussion.withdraw(meeting.store, meeting.command(), anew.uid)
    action = meeting.outcome("A-001")
    assert (action.resources, action.deliverable) == ("", "")


def test_an_update_said_anew_with_an_unknown_number_changes_nothing(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 付定金 @韩磊")
    update = meeting.say("A-001 ++ 财务支持")
    with pytest.raises(Refused):
        discussion.say_anew(
            meeting.store, meeting.command(), update.uid, parse("A-099 ++ 财务支持", context(meeting))
        )
    assert meeting.outcome("A-001").resources == "财务支持"


def test_what_adds_to_a_sealed_outcome_is_sealed_with_it(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 付定金 @韩磊")
    more = meeting.say("... ++ 财务支持")
    meeting.read_back().seal()
    with pytest.raises(Refused):
        discussion.withdraw(meeting.store, meeting.command(), more.uid)
    assert meeting.outcome("A-001").resources == "财务支持"


def test_a_line_without_words_is_made_nothing_else(meeting: Played) -> None:
    meeting.plan().begin()
    point = meeting.say("周岚：A馆人多")
    with pytest.raises(Refused):
        discussion.edit(meeting.store, meeting.command(), point.uid, parse("= ", context(meeting)))
    assert meeting.record.entries[-1].text == "A馆人多"


def test_a_motion_takes_its_votes_later_and_becomes_a_decision(meeting: Played) -> None:
    meeting.plan().begin()
    motion = meeting.say("* 周会改到周二@周岚 截止12月4日 by @韩磊")
    meeting.say("... => passed 5:0:1")
    session.next_item(meeting.store, meeting.command(), meeting.uid)
    read = parse_as(motion.text, Kind.DECISION, context(meeting))
    decision = discussion.pass_motion(meeting.store, meeting.command(), motion.uid, read)
    voted = meeting.record.entry(motion.seq)
    assert voted is not None
    assert (voted.result, voted.votes, voted.proposer) == (MotionResult.PASSED, Votes(5, 0, 1), "韩磊")
    assert (decision.number, decision.text) == ("D-001", "周会改到周二")
    assert (decision.owners, decision.due) == (("周岚",), date(2026, 12, 4))
    assert decision.item_uid == motion.item_uid


def test_an_edited_line_keeps_what_it_said_and_what_was_mended_elsewhere(meeting: Played) -> None:
    meeting.plan().begin()
    entry = meeting.say("- 付定金 @韩磊")
    meeting.say("A-001 截止12月4日")
    old, new = (parse(line, context(meeting)) for line in (entry.raw, "- 付全款 @Nora Quinn"))
    discussion.edit(meeting.store, meeting.command(), entry.uid, new, old)
    action = meeting.outcome("A-001")
    assert (action.text, action.owners, action.due) == ("付全款", ("Nora Quinn",), date(2026, 12, 4))
    changed = meeting.record.entry(entry.seq)
    assert changed is not None
    assert changed.revisions[-1].before == {"text": "付定金", "typed": "- 付定金 @韩磊"}


def test_a_converted_point_has_a_number_and_its_old_one_leads_to_the_new(meeting: Played) -> None:
    meeting.plan().begin()
    entry = meeting.say("- 谁付尾款 @韩磊")
    as_question = parse_as("谁付尾款", Kind.QUESTION, context(meeting))
    discussion.convert(meeting.store, meeting.command(), entry.uid, as_question)
    found = meeting.store.outcome_by_number("A-001")
    assert found is not None
    assert (found.number, found.owners) == ("Q-001", ("韩磊",))
    assert meeting.outcome("A-001").status is Status.SUPERSEDED


def test_withdrawn_stays_on_record_and_its_number_is_not_used_again(meeting: Played) -> None:
    meeting.plan().begin()
    entry = meeting.say("+ 订A馆")
    discussion.withdraw(meeting.store, meeting.command(), entry.uid)
    meeting.say("+ 订B馆")
    assert [o.number for o in meeting.record.live] == ["D-002"]
    assert [o.number for o in meeting.record.outcomes] == ["D-001", "D-002"]


def test_a_moved_line_takes_its_outcome_along(meeting: Played) -> None:
    meeting.plan().begin()
    entry = meeting.say("+ 订A馆")
    other = meeting.record.agenda[1].uid
    discussion.move(meeting.store, meeting.command(), entry.uid, other)
    assert meeting.outcome("D-001").item_uid == other


def test_a_note_of_an_unknown_speaker_becomes_a_walk_ins_point(meeting: Played) -> None:
    meeting.plan().begin()
    note = meeting.say("何平：我补充一点")
    discussion.walk_in_point(meeting.store, meeting.command(), note.uid)
    entry = meeting.record.entry(note.seq)
    assert entry is not None
    assert (entry.kind, entry.speaker, entry.text) == (EntryKind.POINT, "何平", "我补充一点")
    newcomer = meeting.record.participant("何平")
    assert newcomer is not None
    assert newcomer.walk_in


def test_an_unknown_number_is_refused_and_nothing_is_written(meeting: Played) -> None:
    meeting.plan().begin()
    with pytest.raises(Refused, match="no_such_outcome"):
        meeting.say("A-999 @韩磊")
    assert meeting.record.entries == ()


def test_a_paste_is_taken_whole_or_not_at_all(meeting: Played) -> None:
    meeting.plan().begin()
    readings = [parse(line, context(meeting)) for line in ("+ 订A馆", "A-999 @韩磊")]
    with pytest.raises(Refused):
        discussion.record_lines(meeting.store, meeting.command(), meeting.uid, readings)
    assert meeting.record.outcomes == ()


def test_a_command_sent_twice_is_carried_out_once(meeting: Played) -> None:
    meeting.plan().begin()
    reading = parse("+ 订A馆", context(meeting))
    command = meeting.command()
    first = discussion.record_line(meeting.store, command, meeting.uid, reading)
    again = discussion.record_line(meeting.store, command, meeting.uid, reading)
    assert first == again
    assert len(meeting.record.entries) == 1


def test_an_owner_who_becomes_known_is_the_same_person_in_the_outcome(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 印名片 @何平")
    attendance.walk_in(meeting.store, meeting.command(), meeting.uid, "何平", "财务部")
    known = meeting.record.participant("何平")
    assert known is not None
    assert meeting.outcome("A-001").people[0].person_uid == known.person_uid
