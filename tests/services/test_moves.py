"""Outcomes on their way until they are closed: each move in the record, taken back, many at once (T1-T8)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.meeting import START, Played
from tui_minutes.domain.capture import parse
from tui_minutes.domain.moves import Given, Share
from tui_minutes.domain.outcomes import Act, Change, Outcome, Quality, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import discussion, lines, moves, outcomes
from tui_minutes.services.verification import verify
from tui_minutes.store.agreed import agreed_record

LATER = date(2026, 12, 11)


def do(meeting: Played, number: str, act: Act, said: Given = Given(), by: str = "周岚") -> Outcome:  # noqa: B008
    return moves.move(meeting.store, meeting.command(by), meeting.in_ledger(number).uid, act, said)


def typed(meeting: Played, line: str, by: str = "周岚") -> Outcome:
    """Type an update in the tracker, on the day of the meeting."""
    context = lines.context(meeting.record, meeting.store.people(), START.date(), WEEKENDS)
    reading = parse(line, context)
    uid = meeting.in_ledger(reading.number or "").uid
    return outcomes.apply(meeting.store, meeting.command(by), uid, reading)


def undo(meeting: Played, number: str) -> Outcome:
    return moves.undo(meeting.store, meeting.command("周岚"), meeting.in_ledger(number).uid)


def last(meeting: Played, number: str) -> Change:
    return meeting.store.history(meeting.in_ledger(number).uid)[-1]


@pytest.mark.parametrize(
    "said",
    [
        "progress: waiting for the talk on friday",
        "等行政部答复 周五",
        "进展：等周五的会，12月9日前",
        "in progress fri",
    ],
)
def test_a_day_that_is_only_spoken_of_moves_no_date(sealed: Played, said: str) -> None:
    assert typed(sealed, f"A-001 {said}", "韩磊").due == date(2026, 12, 4)
    assert last(sealed, "A-001").note == said.removeprefix("progress: ").removeprefix("进展：").removeprefix(
        "in progress "
    )


@pytest.mark.parametrize(
    "said", ["12月9日前", "@韩磊 12月9日前", "延期 缺人 12月9日前", "等回复 截止12月9日"]
)
def test_a_day_among_fields_is_the_new_date(sealed: Played, said: str) -> None:
    assert typed(sealed, f"A-001 {said}", "韩磊").due == date(2026, 12, 9)


def test_an_action_goes_its_whole_way_by_typed_lines(sealed: Played) -> None:
    assert typed(sealed, "A-001 不清楚：付给谁？", "韩磊").unclear == "付给谁？"
    assert typed(sealed, "A-001 说明：付给展馆").unclear == ""
    assert typed(sealed, "A-001 确认", "韩磊").status is Status.IN_PROGRESS
    late = typed(sealed, "A-001 延期 原因：资源不足 措施：向行政部借 1 人 截止12月11日", "韩磊")
    assert (late.status, late.due, late.original_due) == (Status.DELAYED, LATER, date(2026, 12, 4))
    told = last(sealed, "A-001")
    assert (told.act, told.cause, told.remedy) == (Act.DELAY, "资源不足", "向行政部借 1 人")
    done = typed(sealed, "A-001 done result: paid 遗留：发票", "韩磊")
    assert (done.status, done.result, done.leftover) == (Status.DONE, "paid", "发票")
    assert typed(sealed, "A-001 退回：金额不对").done_on is None
    typed(sealed, "A-001 完成 成果：已补付", "韩磊")
    closed = typed(sealed, "A-001 关闭 好")
    assert (closed.status, closed.quality) == (Status.CLOSED, Quality.GOOD)
    opened = typed(sealed, "A-001 reopen the money came back")
    assert (opened.status, opened.quality, opened.done_on) == (Status.IN_PROGRESS, None, None)
    assert last(sealed, "A-001").note == "the money came back"


def test_a_line_keeps_every_field_it_names(sealed: Played) -> None:
    after = typed(sealed, "A-001 @周岚 p1 ++ 财务盖章 因出差移交")
    assert (after.owners, after.priority, after.resources) == (("周岚",), "urgent", "财务盖章 因出差移交")
    assert (after.status, last(sealed, "A-001").act) == (Status.UNCONFIRMED, Act.HAND_OVER)


def test_a_refused_line_changes_nothing(sealed: Played) -> None:
    before = sealed.in_ledger("A-001")
    for line, code in (
        ("A-001 延期 截止12月11日", "move_needs"),
        ("A-001 延期 原因：缺人 截止12月4日", "delay_not_later"),
        ("A-001 done", "move_needs"),
        ("A-001 close good", "move_not_possible"),
        ("A-001 @韩磊", "nothing_to_change"),
        ("D-001 被 D-001 取代", "cannot_supersede"),
        ("D-001 superseded by D-099", "no_such_outcome"),
        ("A-001 12月4日前", "nothing_to_change"),
    ):
        with pytest.raises(Refused, match=code) as refused:
            typed(sealed, line)
        assert sealed.in_ledger("A-001") == before
        assert refusal_text(refused.value)


def test_calling_off_is_told_of_who_decided_and_who_typed(sealed: Played) -> None:
    typed(sealed, "A-001 取消 原因：展会取消 决定人：周岚", by="小林")
    told = last(sealed, "A-001")
    assert (told.act, told.by, told.entered_by, told.note) == (Act.CANCEL, "周岚", "小林", "展会取消")


def test_an_edit_of_the_status_is_the_move_that_leads_there(sealed: Played) -> None:
    uid = sealed.in_ledger("A-001").uid
    changes = {"status": Status.DELAYED, "due": LATER, "resources": "财务"}
    outcomes.update(sealed.store, sealed.command("韩磊"), uid, changes, cause="缺人")
    assert (last(sealed, "A-001").act, sealed.in_ledger("A-001").resources) == (Act.DELAY, "财务")
    with pytest.raises(Refused, match="move_not_possible"):
        outcomes.update(sealed.store, sealed.command("韩磊"), uid, {"status": Status.CLOSED})


def test_a_replaced_decision_stands_in_its_minutes_and_both_show_it(sealed: Played) -> None:
    first = sealed.uid
    sealed.plan().begin().say("+ 改订B馆")
    sealed.say("D-001 被 D-002 取代")
    old, new = sealed.in_ledger("D-001"), sealed.in_ledger("D-002")
    assert (old.status, old.superseded_by, new.supersedes) == (Status.SUPERSEDED, "D-002", ("D-001",))
    assert old.is_live
    assert "D-001" in {one.number for one in agreed_record(first).live}
    assert "D-001" in {row.outcome.number for row in sealed.store.ledger()}
    with pytest.raises(Refused, match="cannot_supersede"):
        do(sealed, "D-002", Act.SUPERSEDE, Given(by_number="D-001"))
    assert verify(sealed.store).findings == ()


def test_what_a_withdrawn_decision_replaced_stands_again(sealed: Played) -> None:
    sealed.plan().begin()
    entry = sealed.say("+ 改订B馆")
    sealed.say("D-001 被 D-002 取代")
    discussion.withdraw(sealed.store, sealed.command(), entry.uid)
    old = sealed.in_ledger("D-001")
    assert (old.status, old.superseded_by) == (Status.IN_PROGRESS, None)
    assert (last(sealed, "D-001").act, verify(sealed.store).findings) == (Act.UNDO, ())


def test_withdrawing_the_line_takes_the_move_back(sealed: Played) -> None:
    sealed.plan().begin().say("+ 改订B馆")
    entry = sealed.say("D-001 被 D-002 取代")
    discussion.withdraw(sealed.store, sealed.command(), entry.uid)
    assert sealed.in_ledger("D-001").superseded_by is None
    discussion.restore(sealed.store, sealed.command(), entry.uid)
    assert sealed.in_ledger("D-001").superseded_by == "D-002"


def test_a_split_action_keeps_its_number_and_the_minutes_stay_as_agreed(sealed: Played) -> None:
    parts = (Share("付定金"), Share("开发票", ("周岚",), LATER), Share("盖章"))
    before = sealed.in_ledger("A-001")
    whole = do(sealed, "A-001", Act.SPLIT, Given(parts=parts))
    second, third = sealed.in_ledger("A-002"), sealed.in_ledger("A-003")
    assert (whole.owners, whole.due, whole.text) == (before.owners, before.due, "付定金")
    assert (second.owners, second.due, second.department) == (("周岚",), LATER, "行政部")
    assert (third.owners, third.due, third.original_due) == (before.owners, before.due, before.due)
    for one in (second, third):
        assert (one.parent_uid, one.item_uid, one.provisional) == (before.parent_uid, before.item_uid, False)
        assert (one.status, last(sealed, one.number).note) == (Status.UNCONFIRMED, "A-001")
        assert [person.name for person in one.people if person.part == "copied"] == ["财务部"]
    assert (last(sealed, "A-001").act, last(sealed, "A-001").note) == (Act.SPLIT, "A-002, A-003")
    assert [one.number for one in agreed_record(sealed.uid).live] == ["D-001", "A-001", "Q-001"]
    assert verify(sealed.store).findings == ()


def test_a_second_person_is_told_before_anything_is_overwritten(sealed: Played) -> None:
    seen = sealed.in_ledger("A-001")
    do(sealed, "A-001", Act.NOTE, Given(note="x"))
    for work in (
        lambda: moves.move(sealed.store, sealed.command(), seen.uid, Act.ACKNOWLEDGE, seen=seen.version),
        lambda: moves.undo(sealed.store, sealed.command(), seen.uid, seen.version),
        lambda: moves.batch(sealed.store, sealed.command(), [(seen.uid, seen.version)], Act.ACKNOWLEDGE),
    ):
        with pytest.raises(Refused, match="changed_meanwhile"):
            work()
    assert last(sealed, "A-001").note == "x"


def test_the_last_step_is_undone_and_done_again(sealed: Played) -> None:
    before = sealed.in_ledger("A-001")
    do(sealed, "A-001", Act.DELAY, Given(cause="缺人", due=LATER, owners=("周岚", "Nora Quinn")))
    delayed = sealed.in_ledger("A-001")
    step = last(sealed, "A-001")
    undone = undo(sealed, "A-001")
    assert (last(sealed, "A-001").act, last(sealed, "A-001").undoes) == (Act.UNDO, step.uid)
    same = ("status", "due", "people", "department")
    assert [getattr(undone, name) for name in same] == [getattr(before, name) for name in same]
    again = typed(sealed, "A-001 撤销")
    assert [getattr(again, name) for name in same] == [getattr(delayed, name) for name in same]
    assert len(sealed.store.history(again.uid)) == again.version


def test_what_happened_in_the_meeting_is_not_undone_in_the_ledger(sealed: Played) -> None:
    sealed.plan().begin().say("- 订餐")
    parts = (Share("付定金"), Share("开票"))
    do(sealed, "A-001", Act.SPLIT, Given(parts=parts))
    for number in ("A-002", "D-001", "Q-001", "A-001", "A-003"):  # made, sealed, sealed, split, split off
        with pytest.raises(Refused, match="cannot_undo"):
            undo(sealed, number)


def test_whose_own_it_is_already_keeps_it(sealed: Played) -> None:
    chosen = [(one.uid, one.version) for one in map(sealed.in_ledger, ("D-001", "A-001"))]
    given = Given(owners=("韩磊",))
    first, second = moves.batch(sealed.store, sealed.command(), chosen, Act.HAND_OVER, given)
    assert (first.owners, second.version) == (("韩磊",), chosen[1][1])


def test_several_move_together_or_none(sealed: Played) -> None:
    chosen = [(one.uid, one.version) for one in map(sealed.in_ledger, ("D-001", "A-001", "Q-001"))]
    with pytest.raises(Refused, match="delay_not_later") as refused:
        moves.batch(
            sealed.store, sealed.command(), chosen, Act.DELAY, Given(cause="缺人", due=date(2026, 12, 2))
        )
    assert refused.value.params["number"] == "A-001"
    assert sealed.in_ledger("D-001").due is None
    given = Given(owners=("周岚",), due=LATER, note="统一由行政部负责")
    moved = moves.batch(sealed.store, sealed.command("周岚"), chosen, Act.HAND_OVER, given)
    assert {(one.owners, one.due, one.status) for one in moved} == {(("周岚",), LATER, Status.UNCONFIRMED)}
    assert {last(sealed, one.number).note for one in moved} == {"统一由行政部负责"}
    assert moves.batch(sealed.store, sealed.last, chosen, Act.HAND_OVER, given) == moved, "a retry"
