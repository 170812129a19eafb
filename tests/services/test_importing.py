"""An existing ledger is taken over: once, again, edited; what is wrong stands in the way of all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import hostile
from tests.importing_play import (
    HEAD,
    NOW,
    ROWS,
    counts,
    edited,
    exported,
    only,
    planned,
    take_over,
    workbook,
)
from tests.meeting import PLAN, Played
from tests.support import open_store
from tui_minutes.domain.attending import Need, needs
from tui_minutes.domain.command import Command
from tui_minutes.domain.importing.lines import Wrong
from tui_minutes.domain.importing.plan import Treatment
from tui_minutes.domain.meeting import Level, Phase
from tui_minutes.domain.outcomes import Act, Outcome, OutcomeKind, Status
from tui_minutes.domain.papers import Form
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import set_language
from tui_minutes.i18n.importing import step_parts, step_text
from tui_minutes.services import importing, moves, outcomes, verification
from tui_minutes.store.store import Store

NOTHING = st.sampled_from(("/", "无", "-", "TBD", "A、B", "a and b", "甲（乙）"))
"""What means something else in ledgers that are not ours."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    set_language("zh")
    opened = open_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def taken(store: Store, tmp_path: Path) -> Store:
    """A store into which a ledger of three rows was taken."""
    take_over(store, workbook(tmp_path / "台账.xlsx"))
    return store


def one(store: Store, number: str) -> Outcome:
    found = store.outcome_by_number(number)
    assert found is not None
    return found


def wrongs(store: Store, path: Path, **how: Any) -> list[tuple[int, Wrong]]:
    return [
        (step.row, trouble.wrong) for step in planned(store, path, **how).wrong for trouble in step.troubles
    ]


def test_a_ledger_is_taken_over_with_all_that_it_tells(taken: Store) -> None:
    first, second, third = (one(taken, number) for number in ("A-001", "A-002", "A-003"))
    assert (first.text, first.owners, first.department) == ("印海报", ("韩磊",), "市场部")
    assert (first.due, first.original_due, first.status) == (date(2026, 12, 10),) * 2 + (Status.IN_PROGRESS,)
    assert (second.owners, second.status, second.done_on) == (
        ("周岚", "韩磊"),
        Status.CLOSED,
        date(2026, 11, 18),
    )
    assert (third.owners, third.department, third.due, third.remark) == (("方晴",), "数据组", None, "")
    assert not any(found.provisional for found in (first, second, third))
    assert first.updated_at is not None
    assert first.updated_at.date() == date(2026, 11, 19)  # midnight in Shanghai


def test_its_meetings_were_held_and_its_people_are_known(taken: Store) -> None:
    assert sorted((held.title, held.phase) for held in taken.meetings()) == [
        ("成本专题会", Phase.HELD), ("行政周例会", Phase.HELD),
    ]  # fmt: skip
    people = {person.name: (person.department, "hl" in person.readings) for person in taken.people()}
    assert people == {"韩磊": ("市场部", True), "周岚": ("行政部", False), "方晴": ("数据组", False)}


def test_the_tracker_sees_what_needs_attention_at_once(taken: Store) -> None:
    reasons = {
        row.outcome.number: [r.need for r in needs(row, NOW + timedelta(days=30))] for row in taken.ledger()
    }
    assert reasons["A-001"][0] is Need.LATE
    assert reasons["A-002"] == []
    assert Need.UNACKNOWLEDGED in reasons["A-003"]
    assert taken.disagreements() == []


def test_history_says_that_it_came_from_a_file(taken: Store) -> None:
    (step,) = taken.history(one(taken, "A-001").uid)
    assert (step.act, step.by, step.entered_by) == (Act.IMPORT, "林晓", "林晓")
    assert step.changes["text"] == (None, "印海报")


def test_the_same_file_again_changes_nothing(taken: Store, tmp_path: Path) -> None:
    again = planned(taken, tmp_path / "台账.xlsx")
    assert counts(again) == (0, 0, 3, 0)
    assert not again.people
    assert not again.meetings


def test_a_mended_row_changes_what_was_mended(taken: Store, tmp_path: Path) -> None:
    mended = [list(row) for row in ROWS]
    mended[0][5], mended[0][8] = date(2026, 12, 24), "等报价"
    plan = take_over(taken, workbook(tmp_path / "新.xlsx", mended))
    assert counts(plan) == (0, 1, 2, 0)
    found = one(taken, "A-001")
    assert (found.due, found.original_due, found.remark) == (date(2026, 12, 24), date(2026, 12, 10), "等报价")
    assert set(taken.history(found.uid)[-1].changes) == {"due", "remark"}


def test_what_the_program_changed_since_stays_when_the_file_comes_again(taken: Store, tmp_path: Path) -> None:
    outcomes.update(
        taken, Command.new(NOW, "周岚", "周岚"), one(taken, "A-001").uid, {"due": date(2027, 1, 8)}
    )
    assert counts(planned(taken, tmp_path / "台账.xlsx")) == (0, 0, 3, 0)


def test_rows_without_a_number_are_known_by_what_they_say(store: Store, tmp_path: Path) -> None:
    rows = [(nth, *row[1:]) for nth, row in enumerate(ROWS, 1)]
    path = workbook(tmp_path / "a.xlsx", rows, ("序号", *HEAD[1:]))
    take_over(store, path)
    shuffled = [(nth, *row[1:]) for nth, row in enumerate(reversed(rows), 1)]
    assert counts(planned(store, path)) == (0, 0, 3, 0)
    assert counts(planned(store, workbook(tmp_path / "b.xlsx", shuffled, ("序号", *HEAD[1:])))) == (
        0,
        0,
        3,
        0,
    )


def test_what_was_exported_comes_back_unchanged(taken: Store, tmp_path: Path) -> None:
    for form in (Form.EXCEL, Form.CSV):
        assert counts(planned(taken, exported(taken, tmp_path / f"x.{form}", form))) == (0, 0, 3, 0)
    set_language("en")
    assert counts(planned(taken, exported(taken, tmp_path / "en.xlsx"))) == (0, 0, 3, 0)


def test_what_was_edited_in_excel_is_changed_and_nothing_else(taken: Store, tmp_path: Path) -> None:
    path = exported(taken, tmp_path / "x.xlsx")
    at = NOW + timedelta(hours=1)
    outcomes.update(taken, Command.new(at, "周岚", "周岚"), one(taken, "A-001").uid, {"remark": "已催"})
    before = one(taken, "A-003")
    edited(path, {("A-001", "计划完成时间"): datetime(2026, 12, 24), ("A-002", "备注"): "合同已归档"})
    plan = take_over(taken, path, at=at + timedelta(hours=1))
    assert counts(plan) == (0, 2, 1, 0)
    first = one(taken, "A-001")
    assert (first.due, first.remark, first.status) == (date(2026, 12, 24), "已催", Status.IN_PROGRESS)
    assert one(taken, "A-002").remark == "合同已归档"
    assert one(taken, "A-003") == before
    assert taken.disagreements() == []


def test_a_cell_that_was_changed_on_both_sides_is_wrong(taken: Store, tmp_path: Path) -> None:
    path = exported(taken, tmp_path / "x.xlsx")
    outcomes.update(taken, Command.new(NOW, "周岚", "周岚"), one(taken, "A-001").uid, {"remark": "已催"})
    edited(path, {("A-001", "备注"): "催过两次"})
    step = only(planned(taken, path), Treatment.WRONG)
    assert [(trouble.wrong, trouble.about) for trouble in step.troubles] == [(Wrong.MEANWHILE, "已催")]


def test_a_status_brings_along_what_belongs_to_it(taken: Store, tmp_path: Path) -> None:
    path = exported(taken, tmp_path / "x.xlsx")
    edited(path, {("A-001", "状态"): "已完成", ("A-002", "状态"): "执行中", ("A-002", "实际完成时间"): None})
    take_over(taken, path)
    assert (one(taken, "A-001").status, one(taken, "A-001").done_on) == (Status.DONE, date(2026, 12, 1))
    assert (one(taken, "A-002").status, one(taken, "A-002").done_on) == (Status.IN_PROGRESS, None)


def test_what_an_import_changed_can_be_undone(taken: Store, tmp_path: Path) -> None:
    before = one(taken, "A-001")
    changes = {("A-001", "负责人"): "王敏", ("A-001", "状态"): "已完成", ("A-001", "优先级"): "紧急"}
    take_over(taken, edited(exported(taken, tmp_path / "x.xlsx"), changes))
    moves.undo(taken, Command.new(NOW, "林晓", "林晓"), before.uid)
    after = one(taken, "A-001")
    assert (after.owners, after.status, after.priority, after.done_on) == (
        before.owners,
        before.status,
        None,
        None,
    )


def test_whoever_owns_it_does_not_close_it(taken: Store, tmp_path: Path) -> None:
    path = edited(exported(taken, tmp_path / "x.xlsx"), {("A-001", "状态"): "已关闭"})
    assert wrongs(taken, path, by="韩磊") == [(4, Wrong.OWNER_CLOSES)]
    assert wrongs(taken, path, by="周岚") == []


def test_owners_are_handed_over_and_new_ones_come_into_the_directory(taken: Store, tmp_path: Path) -> None:
    path = edited(exported(taken, tmp_path / "x.xlsx"), {("A-001", "负责人"): "王敏"})
    plan = take_over(taken, path)
    assert [name for name, _ in plan.people] == ["王敏"]
    assert one(taken, "A-001").owners == ("王敏",)


@pytest.mark.parametrize(
    ("column", "cell", "wrong"),
    [
        (5, "11/5", Wrong.DAY_AMBIGUOUS), (5, "尽快", Wrong.DAY), (7, "差不多", Wrong.WORD),
        (2, "", Wrong.NO_TEXT), (6, date(2026, 11, 20), Wrong.DONE_BUT_OPEN),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_said_with_its_row(
    store: Store, tmp_path: Path, column: int, cell: Any, wrong: Wrong
) -> None:
    rows = [list(row) for row in ROWS]
    rows[0][column] = cell
    assert wrongs(store, workbook(tmp_path / "a.xlsx", rows)) == [(3, wrong)]


def test_closed_needs_a_day_which_may_be_that_of_the_last_update(store: Store, tmp_path: Path) -> None:
    closed = ("XZ-9", "会", "做完", "韩磊", "", None, None, "已关闭", "", None)
    assert wrongs(store, workbook(tmp_path / "a.xlsx", [closed])) == [(3, Wrong.NO_DAY_DONE)]
    take_over(store, workbook(tmp_path / "b.xlsx", [(*closed[:9], date(2026, 11, 3))]))
    assert one(store, "A-001").done_on == date(2026, 11, 3)


def test_the_same_row_twice_is_wrong(store: Store, tmp_path: Path) -> None:
    assert wrongs(store, workbook(tmp_path / "a.xlsx", [*ROWS, ROWS[0]])) == [(6, Wrong.TWICE)]


def test_a_number_that_is_the_same_by_chance_overwrites_nothing(taken: Store, tmp_path: Path) -> None:
    other = ("A-001", "别的会", "别的事", "赵一鸣", "", None, None, "进行中", "", None)
    assert wrongs(taken, workbook(tmp_path / "b.xlsx", [other])) == [(3, Wrong.ANOTHER)]


def test_kinds_go_by_their_column_or_number(store: Store, tmp_path: Path) -> None:
    rows = [("D-1", "定方案", ""), ("7", "谁出钱", "问题"), ("x", "付款", "")]
    take_over(store, workbook(tmp_path / "a.xlsx", rows, ("编号", "内容", "类型")))
    kinds = {row.outcome.text: row.outcome.kind for row in store.ledger()}
    assert kinds == {
        "定方案": OutcomeKind.DECISION, "谁出钱": OutcomeKind.QUESTION, "付款": OutcomeKind.ACTION,
    }  # fmt: skip


def test_a_plan_that_the_store_has_outrun_is_refused_whole(taken: Store, tmp_path: Path) -> None:
    path = exported(taken, tmp_path / "x.xlsx")
    plan = planned(taken, edited(path, {("A-001", "备注"): "一", ("A-003", "备注"): "二"}))
    outcomes.update(taken, Command.new(NOW, "周岚", "周岚"), one(taken, "A-003").uid, {"remark": "三"})
    with pytest.raises(Refused, match="changed_meanwhile"):
        importing.carry_out(taken, Command.new(NOW, "林晓", "林晓"), plan.work, (), "Asia/Shanghai", "zh")
    assert one(taken, "A-001").remark == ""


def test_two_who_take_the_same_file_over_at_once_do_not_double_it(store: Store, tmp_path: Path) -> None:
    plan = planned(store, workbook(tmp_path / "a.xlsx"))
    importing.carry_out(store, Command.new(NOW, "a", "a"), plan.work, (), "Asia/Shanghai", "zh")
    with pytest.raises(Refused, match="changed_meanwhile"):
        importing.carry_out(store, Command.new(NOW, "b", "b"), plan.work, (), "Asia/Shanghai", "zh")
    assert len(store.ledger()) == 3


def test_covered_words_never_overwrite(tmp_path: Path) -> None:
    set_language("zh")
    meeting = Played(open_store(tmp_path)).plan(replace(PLAN, level=Level.SECRET)).begin()
    meeting.say("- 联系律师 @韩磊 截止 2026-12-20 -> 合同")
    meeting.read_back().seal()
    path = exported(meeting.store, tmp_path / "x.xlsx", reveal=False)
    take_over(meeting.store, edited(path, {("A-001", "优先级"): "紧急"}))
    found = meeting.in_ledger("A-001")
    assert (found.text, found.deliverable, found.priority) == ("联系律师", "合同", "urgent")
    meeting.store.close()


def test_why_a_covered_row_is_wrong_tells_none_of_its_words(tmp_path: Path) -> None:
    set_language("zh")
    meeting = Played(open_store(tmp_path)).plan(replace(PLAN, level=Level.SECRET)).begin()
    meeting.say("- 联系律师 @韩磊 截止 2026-12-20 -> 合同")
    meeting.read_back().seal()
    path = exported(meeting.store, tmp_path / "x.xlsx")
    outcomes.update(meeting.store, meeting.command(), meeting.in_ledger("A-001").uid, {"text": "换律师"})
    step = only(planned(meeting.store, edited(path, {("A-001", "内容"): "找律师"})), Treatment.WRONG)
    assert not any(
        "律师" in part for part in (*step_parts(step, reveal=False), step_text(step, reveal=False))
    )
    assert "换律师" in "".join(step_parts(step, reveal=True))
    meeting.store.close()


@pytest.mark.parametrize("form", [Form.EXCEL, Form.CSV])
@settings(max_examples=12, deadline=None)
@given(
    given_words=st.lists(hostile.texts | NOTHING, min_size=3, max_size=8),
    language=st.sampled_from(["zh", "en"]),
)
def test_whatever_stands_in_the_ledger_comes_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, form: Form, given_words: list[str], language: str
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    set_language(language)
    meeting = hostile.HostileMeeting(folder, hostile.Words(given_words))
    meeting.go_on(5)
    plan = planned(meeting.store, exported(meeting.store, folder / f"x.{form}", form))
    assert [(step.treatment, dict(step.fields), step.people, step.troubles) for step in plan.steps] == [
        (Treatment.UNCHANGED, {}, None, ())
    ] * len(meeting.store.ledger())
    meeting.store.close()


def test_a_sealed_record_is_not_added_to_and_still_verifies(sealed: Played, tmp_path: Path) -> None:
    set_language("zh")
    store = sealed.store
    rows = [("XZ-1", sealed.record.meeting.title, "后补的事", "韩磊", "", None, None, "进行中", "", None)]
    take_over(store, workbook(tmp_path / "a.xlsx", rows), at=sealed.now)
    path = edited(exported(store, tmp_path / "x.xlsx"), {("A-001", "计划完成时间"): datetime(2027, 1, 8)})
    take_over(store, path, at=sealed.now + timedelta(minutes=5))
    assert [held.title for held in store.meetings()].count(sealed.record.meeting.title) == 2
    assert verification.verify(store).ok
