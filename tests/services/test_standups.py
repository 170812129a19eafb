"""Standups are kept and numbered, so that "since the last one" is exact whatever the clocks do (T9)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.meeting import START, Played
from tui_minutes.documents.markdown import render
from tui_minutes.domain.capture import Context, parse
from tui_minutes.domain.meeting import MeetingKind, Phase
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act, Outcome, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.standup import Grouping, Section
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import (
    deadlines,
    discussion,
    minutes,
    moves,
    outcomes,
    session,
    standup_rounds,
    standups,
    verification,
)


@pytest.fixture
def team(meeting: Played) -> Played:
    """A sealed meeting: 韩磊 owes two things, Nora one with 韩磊's help, and one is nobody's."""
    meeting.plan().begin()
    for line in (
        "- 付定金 @韩磊 截止12月4日 -> 回单",
        "- 画展板 @Nora Quinn、韩磊 截止12月11日 -> 展板",
        "- 询价 @韩磊 截止12月18日 -> 报价单",
        "- 采购物料 截止12月18日",
    ):
        meeting.say(line)
    return meeting.read_back().seal()


def begin(team: Played, grouping: Grouping = Grouping.OWNER, department: str = "", seconds: int = 0) -> str:
    team.uid = standups.begin(team.store, team.command(), grouping, "Asia/Shanghai", department, seconds)
    return team.uid


def sections(team: Played, name: str) -> dict[str, Section]:
    standup = standup_rounds.standup_of(team.store, team.uid)
    found = standup_rounds.matters_of(team.store, standup, name, team.now)
    return {one.row.outcome.number: one.section for one in found}


def type_in(team: Played, line: str, by: str) -> Outcome:
    """A line that makes an outcome in the standup."""
    context = Context(START.date(), calendar=WEEKENDS)
    entry = discussion.record_line(team.store, team.command(by), team.uid, parse(line, context))
    found = team.store.outcome(entry.outcome_uid or "")
    assert found is not None
    return found


def note(team: Played, number: str, words: str = "好了一半") -> None:
    moves.move(team.store, team.command("韩磊"), team.in_ledger(number).uid, Act.NOTE, Given(note=words))


def test_a_standup_is_a_light_meeting_with_a_round_for_each_owner(team: Played) -> None:
    begin(team)
    meeting = team.record.meeting
    assert (meeting.light, meeting.kind, meeting.phase) == (True, MeetingKind.STANDUP, Phase.IN_SESSION)
    assert meeting.number == "M-2026-002"
    assert {item.title for item in team.record.agenda} == {"韩磊", "Nora Quinn", ""}
    assert team.record.agenda[-1].title == ""
    assert team.record.current_item is not None


def test_a_standup_that_runs_is_gone_on_with(team: Played) -> None:
    first = begin(team)
    standups.next_round(team.store, team.command(), first)
    shown = team.record.current_item
    assert begin(team, Grouping.MEETING) == first
    assert team.record.current_item == shown
    assert standup_rounds.running(team.store) == first


def test_since_the_last_one_is_told_by_history_and_not_by_the_clock(team: Played) -> None:
    note(team, "A-001")
    first = begin(team)
    standups.end(team.store, team.command(), first)
    team.now -= timedelta(days=30)  # somebody's clock was wrong
    note(team, "A-003")
    second = begin(team)
    assert second != first
    found = sections(team, "韩磊")
    assert found["A-003"] is Section.CHANGED
    assert found["A-001"] is not Section.CHANGED
    assert found["A-002"] is Section.HELPING
    assert team.record.meeting.follows == first
    assert team.record.meeting.series == team.store.record(first).meeting.series


def test_what_changes_in_a_standup_is_not_told_again_in_the_next(team: Played) -> None:
    first = begin(team)
    note(team, "A-001")
    standups.end(team.store, team.command(), first)
    begin(team)
    assert sections(team, "韩磊")["A-001"] is not Section.CHANGED


def test_a_standup_of_one_department_does_not_see_for_another(team: Played) -> None:
    first = begin(team, department="市场部")
    assert [item.title for item in team.record.agenda] == ["韩磊"]
    standups.end(team.store, team.command(), first)
    note(team, "A-001")
    begin(team)
    assert team.record.meeting.follows is None
    assert sections(team, "韩磊")["A-001"] is Section.CHANGED


def test_rounds_by_department_and_by_meeting(team: Played) -> None:
    uid = begin(team, Grouping.DEPARTMENT)
    assert {item.title for item in team.record.agenda} == {"市场部", "Design", ""}
    assert set(sections(team, "市场部")) == {"A-001", "A-003"}
    standups.end(team.store, team.command(), uid)
    begin(team, Grouping.MEETING)
    assert [item.title for item in team.record.agenda] == ["M-2026-001"]
    assert set(sections(team, "M-2026-001")) == {"A-001", "A-002", "A-003", "A-004"}


def test_what_is_agreed_in_a_standup_stands_at_once(team: Played) -> None:
    begin(team)
    made = type_in(team, "- 寄样品 @韩磊 by 12/10", by="韩磊")
    assert not made.provisional
    assert (made.due, made.original_due) == (date(2026, 12, 10), date(2026, 12, 10))
    assert made.meeting_uid == team.uid
    row = team.store.row(made.number)
    assert row is not None
    assert row.standing.ack_due_on is not None
    assert row.standing.asked_at == team.now
    assert sections(team, "韩磊")[made.number] is not Section.CHANGED


def test_a_question_typed_late_gets_its_first_date_later(team: Played) -> None:
    begin(team)
    made = type_in(team, "? 海报尺寸", by="韩磊")
    assert made.original_due is None
    outcomes.update(team.store, team.command("韩磊"), made.uid, {"due": date(2026, 12, 3)})
    assert team.in_ledger(made.number).original_due == date(2026, 12, 3)


def test_who_comes_to_own_something_gets_a_round(team: Played) -> None:
    uid = begin(team)
    given = Given(owners=("方晴",))
    moves.move(team.store, team.command("韩磊"), team.in_ledger("A-001").uid, Act.HAND_OVER, given)
    shown = [standups.next_round(team.store, team.command(), uid) for _ in range(4)]
    assert shown[-1] is None
    assert "方晴" in {item.title for item in team.record.agenda if item.was_opened}


def test_a_decision_that_its_actions_carry_out_is_nobodys_only_when_it_is_urgent(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("+ 订A馆 p3")
    meeting.say("- 付定金 @韩磊 截止12月4日 -> 回单")
    meeting.read_back().seal()
    uid = begin(meeting)
    standups.end(meeting.store, meeting.command(), uid)
    begin(meeting)
    assert [item.title for item in meeting.record.agenda] == ["韩磊"]
    meeting.now += timedelta(days=120)
    found = standup_rounds.matters_of(
        meeting.store, standup_rounds.standup_of(meeting.store, meeting.uid), "", meeting.now
    )
    assert [one.row.outcome.number for one in found] == ["D-001"]


def test_a_skipped_round_comes_back_and_clocks_are_of_each_round(team: Played) -> None:
    uid = begin(team, seconds=90)
    first, second, third = team.record.agenda
    session.open_item(team.store, team.command(), third.uid)
    assert standups.next_round(team.store, team.command(), uid) == second.uid
    assert standups.next_round(team.store, team.command(), uid) is None
    spent = team.record.agenda[0].spent(team.now)
    assert spent == timedelta(minutes=1)
    assert standup_rounds.standup_of(team.store, uid).seconds_each == 90
    assert first.uid == team.record.agenda[0].uid


def test_the_summary_tells_what_changed_by_person_and_who_was_not_shown(team: Played) -> None:
    uid = begin(team)
    given = Given(cause="资源不足", remedy="借 1 人", due=date(2026, 12, 20))
    moves.move(team.store, team.command("韩磊"), team.in_ledger("A-001").uid, Act.DELAY, given)
    given = Given(result="已寄出")
    moves.move(team.store, team.command("韩磊"), team.in_ledger("A-003").uid, Act.REPORT, given)
    type_in(team, "- 寄样品 @韩磊 by 12/10", by="韩磊")
    standups.end(team.store, team.command(), uid)
    note(team, "A-002", "later")
    found = standup_rounds.summary(team.store, uid, team.now)
    assert (found.count(Act.DELAY), found.count(Act.REPORT), found.made) == (1, 1, 1)
    assert len(found.not_shown) == 2
    assert {told.row.outcome.number for told in found.told} == {"A-001", "A-003", "A-005"}
    text = render(minutes.document(team.store, uid, team.now))
    assert "原因：资源不足" in text or "cause: 资源不足" in text
    assert "12-20" in text
    assert "later" not in text


def test_the_summary_keeps_the_names_and_covers_confidential_words(team: Played) -> None:
    uid = begin(team)
    note(team, "A-001")
    outcomes.update(team.store, team.command(), team.in_ledger("A-001").uid, {"level": "secret"})
    standups.end(team.store, team.command(), uid)
    covered = minutes.markdown(team.store, uid, team.now, reveal=False)
    assert "A-001" in covered
    assert "付定金" not in covered
    assert "付定金" in minutes.markdown(team.store, uid, team.now)


def test_an_empty_standup_can_be_called_off_and_counts_for_nothing(team: Played) -> None:
    first = begin(team)
    standups.cancel(team.store, team.command(), first)
    assert team.record.meeting.phase is Phase.CANCELLED
    note(team, "A-001")
    begin(team)
    assert team.record.meeting.follows is None
    note(team, "A-001", "more")
    with pytest.raises(Refused, match="standup_not_empty"):
        standups.cancel(team.store, team.command(), team.uid)


def test_nothing_is_added_to_a_standup_that_is_over(team: Played) -> None:
    uid = begin(team)
    standups.end(team.store, team.command(), uid)
    with pytest.raises(Refused, match="over"):
        type_in(team, "- 寄样品 @韩磊", by="韩磊")
    with pytest.raises(Refused, match="over"):
        standups.end(team.store, team.command(), uid)
    assert deadlines.minutes_due(team.record.meeting) is None


def test_nobody_has_more_than_an_hour(team: Played) -> None:
    with pytest.raises(Refused, match="seconds_out_of_range"):
        begin(team, seconds=3601)
    uid = begin(team, seconds=3600)
    with pytest.raises(Refused, match="seconds_out_of_range"):
        standups.set_seconds(team.store, team.command(), uid, -1)


def test_verify_finds_nothing_wrong_after_a_standup(team: Played) -> None:
    uid = begin(team)
    note(team, "A-001")
    made = type_in(team, "- 寄样品 @韩磊 by 12/10", by="韩磊")
    standups.end(team.store, team.command(), uid)
    moves.move(team.store, team.command("韩磊"), made.uid, Act.ACKNOWLEDGE)
    assert verification.verify(team.store).ok
    assert team.in_ledger(made.number).status is Status.IN_PROGRESS


def test_the_json_of_a_standup_can_be_read(team: Played) -> None:
    uid = begin(team)
    type_in(team, "- 寄样品 @韩磊 by 12/10", by="韩磊")
    standups.end(team.store, team.command(), uid)
    found = minutes.data(team.store, uid, team.now)
    assert (found["kind"], found["phase"], found["minutes_due"]) == ("standup", "held", None)
    assert found["outcomes"][0]["number"] == "A-005"
