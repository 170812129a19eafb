"""What lists are read from says what the record says, whatever was done to it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.meeting import START, Played
from tui_minutes.domain.capture import parse
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act, Quality
from tui_minutes.domain.plan import PlanItem, PlanPerson
from tui_minutes.domain.policy import MINUTES, Rules
from tui_minutes.services import agenda, discussion, invitees, lines, meetings, moves
from tui_minutes.services.verification import verify
from tui_minutes.store.store import Store
from tui_minutes.store.tables import TallyRow, TrackedRow

ALL = Filter()


def found(meeting: Played, *words: str, revealed: bool = True) -> list[str]:
    """The numbers of what a search finds."""
    page = meeting.store.page(Filter(words=words), "number", meeting.now, revealed=revealed)
    return [row.outcome.number for row in page.rows]


@pytest.fixture
def running(meeting: Played) -> Played:
    """A meeting in session with outcomes of every kind."""
    meeting.plan().begin()
    meeting.say("- 完成海报初稿 @韩磊 截止 2026-12-04 -> 海报初稿 ++ 预算 3000 元")
    meeting.say("- 订会场 @Nora Quinn 截止 2026-12-08")
    meeting.say("+ 采用 B 方案 p1")
    meeting.say("? 场地费用谁出 @方晴 下次反馈：2026-12-01")
    return meeting


def withdraw(meeting: Played) -> None:
    entry = next(one for one in meeting.record.entries if one.outcome_uid == meeting.outcome("A-001").uid)
    discussion.withdraw(meeting.store, meeting.command(), entry.uid)


def bring_back(meeting: Played) -> None:
    withdraw(meeting)
    entry = next(one for one in meeting.record.entries if one.withdrawn)
    discussion.restore(meeting.store, meeting.command(), entry.uid)


def convert(meeting: Played) -> None:
    entry = next(one for one in meeting.record.entries if one.outcome_uid == meeting.outcome("Q-001").uid)
    context = lines.context(meeting.record, meeting.store.people(), START.date(), Rules().calendar(()))
    discussion.convert(meeting.store, meeting.command(), entry.uid, parse("- 付场地费 @方晴", context))


def retitle(meeting: Played) -> None:
    meetings.update(meeting.store, meeting.command(), meeting.uid, title="年会筹备会", level=Level.SECRET)


def change_item(meeting: Played) -> None:
    item = PlanItem("摊位", 10, level=Level.CONFIDENTIAL)
    agenda.edit_item(meeting.store, meeting.command(), meeting.item.uid, item)


def let_known(meeting: Played) -> None:
    meeting.say("- 写通稿 @严若溪")
    invitees.add_person(meeting.store, meeting.command(), meeting.uid, PlanPerson("严若溪", "公关部"))


def go_on(meeting: Played) -> None:
    meeting.read_back().seal()
    uid = meeting.in_ledger("A-001").uid
    steps = (
        (Act.ACKNOWLEDGE, Given()),
        (Act.NOTE, Given(note="照计划")),
        (Act.DELAY, Given(cause="缺人", remedy="借一人", due=date(2026, 12, 20))),
        (Act.REPORT, Given(result="海报定稿")),
        (Act.CONFIRM, Given(quality=Quality.GOOD)),
        (Act.REOPEN, Given(reason="印错了")),
    )
    for act, given in steps:
        moves.move(meeting.store, meeting.command("周岚"), uid, act, given)
        assert meeting.store.disagreements() == []


@pytest.mark.parametrize(
    "act",
    [withdraw, bring_back, convert, retitle, change_item, let_known, go_on],
    ids=lambda act: act.__name__,
)
def test_the_ledger_says_what_the_record_says(running: Played, act: Callable[[Played], None]) -> None:
    assert running.store.disagreements() == []
    act(running)
    assert running.store.disagreements() == []


def test_what_is_withdrawn_does_not_stand_in_the_ledger(running: Played) -> None:
    withdraw(running)
    numbers = {row.outcome.number for row in running.store.page(ALL, "number", running.now).rows}
    assert numbers == {"A-002", "D-001", "Q-001"}
    assert running.store.total(ALL, running.now) == 3
    assert found(running, "海报") == []


def test_a_meeting_is_found_by_its_new_title(running: Played) -> None:
    assert len(found(running, "展会")) == 4
    retitle(running)
    assert (found(running, "展会"), len(found(running, "年会"))) == ([], 4)


def test_somebody_who_becomes_known_is_found_by_pinyin(running: Played) -> None:
    running.say("- 写通稿 @严若溪")
    assert found(running, "yrx") == []
    invitees.add_person(running.store, running.command(), running.uid, PlanPerson("严若溪", "公关部"))
    assert found(running, "yrx") == ["A-003"]


def test_somebody_whose_name_was_mistyped_is_found_by_pinyin_once_it_is_mended(running: Played) -> None:
    running.say("- 写通稿 @严若溪")
    mistyped = PlanPerson("严若西", "公关部")
    uid = invitees.add_person(running.store, running.command(), running.uid, mistyped)
    invitees.edit_person(running.store, running.command(), uid, replace(mistyped, name="严若溪"))
    assert found(running, "yrx") == ["A-003"]
    assert running.store.disagreements() == []


def ack_due_on(meeting: Played, number: str) -> datetime:
    row = meeting.store.row(number)
    assert row is not None
    assert row.standing.ack_due_on is not None
    return row.standing.ack_due_on


def test_other_rules_judge_what_is_open_anew(running: Played) -> None:
    running.read_back().seal()
    before = ack_due_on(running, "A-001")
    early = replace(MINUTES, closes=time(17))
    running.store.attend(Rules(policies=lambda _: early, fingerprint="early"))
    assert before - ack_due_on(running, "A-001") == timedelta(hours=1)
    assert running.store.disagreements() == []


def test_what_was_changed_behind_its_back_is_named_and_mended(running: Played) -> None:
    TrackedRow.update(owner="somebody").where(TrackedRow.number == 2).execute()
    TallyRow.update(n=7).execute()
    codes = {refused.code: refused.params for refused in running.store.disagreements()}
    assert codes == {"ledger_differs": {"numbers": "A-002"}, "tallies_differ": {}}
    running.store.rebuild()
    assert running.store.disagreements() == []


def test_counts_are_those_of_the_rows(running: Played) -> None:
    running.read_back().seal()
    late = running.now + timedelta(days=14)
    counts = running.store.counts(late)
    assert (counts.late, counts.unconfirmed, counts.in_progress) == (2, 3, 1)
    assert running.store.counts(running.now).late == 0
    assert ("韩磊", 1, 1) in running.store.owners_open(late)


def test_a_store_of_the_first_version_opens_with_its_ledger(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with gzip.open(Path(__file__).parents[1] / "cases" / "store_v1.db.gz") as packed:
        path.write_bytes(packed.read())
    store = Store.open(path)
    report = verify(store)
    rows = store.page(ALL, "attention", START + timedelta(days=30)).rows
    assert report.findings == ()
    assert [row.outcome.number for row in rows][:1] == ["A-001"]
    assert rows[0].outcome.due == date(2026, 12, 4)
    assert store.disagreements() == []
    store.close()
