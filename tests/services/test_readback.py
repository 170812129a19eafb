"""Readback, signatures, the seal, and what the next meeting takes along (E1-E5, B8)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.meeting import Played
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act, Hearing, OutcomeKind, Status
from tui_minutes.domain.readback import gaps, signatures, unsigned
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.signatures import Verdict
from tui_minutes.services import (
    approval,
    attendance,
    discussion,
    followups,
    moves,
    outcomes,
    readback,
    session,
    signing,
    walk,
)


def test_nobody_signs_while_something_is_unread(meeting: Played) -> None:
    meeting.plan().begin().say("+ 订A馆")
    session.to_readback(meeting.store, meeting.command(), meeting.uid)
    with pytest.raises(Refused, match="unread_outcomes"):
        signing.sign_all(meeting.store, meeting.command(), meeting.uid)
    readback.agree(meeting.store, meeting.command(), meeting.outcome("D-001").uid)
    signing.sign_all(meeting.store, meeting.command(), meeting.uid)
    assert {c.name for c in signatures(meeting.record).values()} == {"周岚", "韩磊", "Nora Quinn"}


def test_a_change_puts_it_back_to_unread_and_voids_the_signatures(meeting: Played) -> None:
    meeting.plan().begin().say("+ 订A馆")
    meeting.read_back()
    signing.sign_all(meeting.store, meeting.command(), meeting.uid)
    outcomes.update(meeting.store, meeting.command(), meeting.outcome("D-001").uid, {"text": "订B馆"})
    assert meeting.outcome("D-001").hearing is Hearing.UNREAD
    assert signatures(meeting.record) == {}
    assert {c.voided_by for c in meeting.record.confirmations} == {"D-001"}


def test_an_objection_stays_on_record_or_is_settled(meeting: Played) -> None:
    meeting.plan().begin().say("+ 订A馆")
    uid = meeting.outcome("D-001").uid
    readback.reserve(meeting.store, meeting.command(), uid, "韩磊", "太贵")
    assert meeting.outcome("D-001").hearing is Hearing.RESERVATION
    readback.settle(meeting.store, meeting.command(), meeting.record.objections[0].uid, "有折扣")
    assert meeting.outcome("D-001").hearing is Hearing.UNREAD
    readback.agree(meeting.store, meeting.command(), uid)
    assert meeting.outcome("D-001").hearing is Hearing.AGREED


def test_what_is_not_agreed_goes_on_as_a_question(meeting: Played) -> None:
    meeting.plan().begin().say("- 付定金 @韩磊 截止12月4日 -> 回单")
    uid = meeting.outcome("A-001").uid
    readback.reject(meeting.store, meeting.command(), uid, "Nora Quinn", "too early")
    question = readback.to_question(meeting.store, meeting.command(), uid)
    assert (question.kind, question.owners, question.due) == (
        OutcomeKind.QUESTION,
        ("韩磊",),
        date(2026, 12, 4),
    )
    assert [o.number for o in meeting.record.live] == ["Q-001"]


def test_gaps_are_named_in_order(meeting: Played) -> None:
    meeting.plan().begin()
    for line in ("+ 订A馆", "- 付定金", "? 停车位", "= 客流 =412", "[?] 韩磊：大概三百平"):
        meeting.say(line)
    found = [(gap.code, gap.subject) for gap in gaps(meeting.record)]
    assert found[:6] == [
        ("no_owner", "A-001"), ("no_due", "A-001"), ("no_deliverable", "A-001"), ("no_owner", "Q-001"),
        ("no_source", "#4"), ("never_opened", "物料清单"),
    ]  # fmt: skip


def test_the_next_meeting_fixes_dates_that_waited_for_it(meeting: Played) -> None:
    meeting.plan().begin().say("- 出报价 @韩磊 截止下次会议")
    assert meeting.outcome("A-001").due_next_meeting
    nearer = datetime(2026, 12, 4, 14, 0)
    readback.set_next_meeting(meeting.store, meeting.command(), meeting.uid, nearer, "3 楼", "报价")
    assert meeting.outcome("A-001").due == date(2026, 12, 4)
    readback.set_next_meeting(meeting.store, meeting.command(), meeting.uid, datetime(2026, 12, 7, 14, 0))
    assert meeting.outcome("A-001").due == date(2026, 12, 7)


def test_the_seal_ends_the_meeting_and_the_ledger_goes_on(meeting: Played) -> None:
    meeting.plan().begin().say("+ 订A馆")
    meeting.say("- 付定金 @韩磊 截止12月4日")
    meeting.read_back().seal()
    action = meeting.outcome("A-001")
    assert (action.provisional, action.original_due, action.status) == (
        False,
        date(2026, 12, 4),
        Status.UNCONFIRMED,
    )
    assert meeting.outcome("D-001").status is Status.IN_PROGRESS
    outcomes.update(meeting.store, meeting.command(), action.uid, {"due": date(2026, 12, 9)})
    assert meeting.outcome("A-001").original_due == date(2026, 12, 4)
    with pytest.raises(Refused, match="sealed"):
        meeting.say("+ 另一条")


def test_only_someone_else_closes_what_an_owner_has_done(meeting: Played) -> None:
    meeting.plan().begin().say("- 付定金 @韩磊")
    meeting.read_back().seal()
    uid = meeting.outcome("A-001").uid
    moves.move(meeting.store, meeting.command("韩磊"), uid, Act.REPORT, Given(result="已付"))
    assert meeting.outcome("A-001").done_on == date(2026, 11, 27)
    with pytest.raises(Refused, match="close_by_owner"):
        moves.move(meeting.store, meeting.command("韩磊"), uid, Act.CONFIRM)
    moves.move(meeting.store, meeting.command("周岚"), uid, Act.CONFIRM)
    last = meeting.store.history(uid)[-1]
    assert (last.by, last.entered_by, last.changes["status"]) == ("周岚", "小林", ("done", "closed"))


def test_the_second_of_two_is_told_that_it_changed_meanwhile(meeting: Played) -> None:
    meeting.plan().begin().say("- 付定金 @韩磊")
    seen = meeting.outcome("A-001")
    outcomes.update(meeting.store, meeting.command(), seen.uid, {"resources": "财务"}, seen.version)
    with pytest.raises(Refused, match="changed_meanwhile"):
        outcomes.update(meeting.store, meeting.command(), seen.uid, {"resources": "法务"}, seen.version)
    assert meeting.outcome("A-001").resources == "财务"


def test_who_left_early_signs_later_and_the_chair_approves_when_doubts_are_cleared(meeting: Played) -> None:
    meeting.plan().begin()
    doubtful = meeting.say("[?] 韩磊：大概三百平")
    attendance.leave(meeting.store, meeting.command(), meeting.record.people[1].uid)
    meeting.read_back().seal()
    assert [person.name for person in unsigned(meeting.record)] == ["韩磊"]
    with pytest.raises(Refused, match="doubtful_lines"):
        approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
    discussion.set_doubtful(meeting.store, meeting.command(), doubtful.uid, False)
    approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
    late = meeting.record.people[1].uid
    approval.confirm_later(meeting.store, meeting.command("韩磊"), meeting.uid, late, Verdict.AGREED)
    approval.amend(meeting.store, meeting.command("周岚"), meeting.uid, "#1", "三百二十平", "已核实")
    record = meeting.record
    assert (unsigned(record), record.meeting.phase) == ((), Phase.APPROVED)
    assert [seal.kind for seal in record.seals] == ["room", "chair", "late_confirmation", "amendment"]
    with pytest.raises(Refused, match="sealed"):
        discussion.withdraw(meeting.store, meeting.command(), doubtful.uid)


def test_the_follow_up_takes_people_deferred_items_and_what_is_open_along(meeting: Played) -> None:
    meeting.plan().begin().say("- 付定金 @韩磊 截止12月4日 -> 回单")
    session.defer(meeting.store, meeting.command(), meeting.record.agenda[0].uid)
    meeting.read_back()
    readback.set_next_meeting(meeting.store, meeting.command(), meeting.uid, datetime(2026, 12, 4, 14, 0))
    meeting.seal()
    following = followups.follow_up(meeting.store, meeting.command(), meeting.uid)
    record = meeting.store.record(following)
    assert [item.title for item in record.agenda] == ["以往会议的未完事项", "展位选择", "值班安排"]
    assert [person.name for person in record.people] == ["周岚", "韩磊", "Nora Quinn", "方晴"]
    assert record.meeting.planned_start == datetime(2026, 12, 4, 14, 0)
    assert [row.outcome.number for row in walk.open_outcomes(meeting.store, following)] == ["A-001"]
    again = followups.follow_up(meeting.store, meeting.command(), meeting.uid)
    assert [item.title for item in meeting.store.record(again).agenda] == ["以往会议的未完事项"]


def test_one_item_is_agreed_to_alone(meeting: Played) -> None:
    meeting.plan().begin().say("+ 订A馆")
    first = meeting.item.uid
    session.next_item(meeting.store, meeting.command(), meeting.uid)
    meeting.say("+ 订展架")
    readback.agree_rest(meeting.store, meeting.command(), meeting.uid, first)
    assert [one.hearing for one in meeting.record.live] == [Hearing.AGREED, Hearing.UNREAD]


def test_an_objection_settled_on_the_spot_is_on_record_and_the_outcome_read_again(meeting: Played) -> None:
    meeting.plan().begin().say("+ 订A馆")
    meeting.read_back()
    uid = meeting.outcome("D-001").uid
    readback.settle_at_once(meeting.store, meeting.command(), uid, "韩磊", "太贵")
    objection = meeting.record.objections[0]
    assert (objection.name, objection.text, objection.settled) == ("韩磊", "太贵", True)
    assert meeting.outcome("D-001").hearing is Hearing.UNREAD


def test_a_next_meeting_that_is_open_again_takes_its_dates_along(meeting: Played) -> None:
    meeting.plan().begin().say("- 付定金 @韩磊 截止下次会议")
    for start in (datetime(2026, 12, 4, 14, 0), None):
        readback.set_next_meeting(meeting.store, meeting.command(), meeting.uid, start)
    action = meeting.outcome("A-001")
    assert (action.due, action.due_next_meeting) == (None, True)
