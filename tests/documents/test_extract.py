"""The short form holds what came out; an extract what one person or department takes along (F1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.test_sections import titles, written
from tests.played import BEGIN, PLAN, Played
from tui_minutes.documents.extract import extract_document
from tui_minutes.documents.short import short_document
from tui_minutes.domain.extracts import part_in
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, OutcomePerson, Part
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.store.store import Store


@pytest.fixture
def record(tmp_path: Path) -> Iterator[MeetingRecord]:
    store = Store.open(tmp_path / "minutes.db")
    played = Played(store, replace(PLAN, language="en"))
    played.approve()
    yield played.record
    store.close()


def test_the_short_form_has_what_came_out_and_no_talk(record: MeetingRecord) -> None:
    document = short_document(record, BEGIN)
    assert titles(document) == [
        "Basic information", "Decisions", "Actions", "Unresolved questions", "Distribution", "Amendments",
    ]  # fmt: skip
    assert document.title == "Decisions and actions: 秋季新品发布协调会"
    assert "我们需要两周铺货" not in str(document)
    assert written(document, "Decisions") == [
        "D-001 / 12 月 15 日发布 / Item: 发布日期 / Decided by: 周敏 / Actions: A-001"
    ]


def test_an_extract_has_what_is_somebodys_and_the_decision_behind_it(record: MeetingRecord) -> None:
    document = extract_document(record, "何平", BEGIN)
    [task] = written(document, "Responsible for")
    assert task.startswith(
        "A-001 | 提交铺货计划 | 何平 | 2026-12-03 Thu | 铺货计划表 | 仓储数据 | carries out: D-001"
    )
    assert written(document, "The decisions behind it")[0].startswith("D-001 / 12 月 15 日发布")
    assert "Q-001" not in str(document)


def test_an_extract_in_chinese(record: MeetingRecord) -> None:
    chinese = replace(record, meeting=replace(record.meeting, language="zh"))
    document = extract_document(chinese, "周敏", BEGIN)
    assert document.title == "会议事项摘录（周敏）：秋季新品发布协调会"
    assert "负责事项" in titles(document)


def test_who_has_nothing_gets_no_extract(record: MeetingRecord) -> None:
    with pytest.raises(Refused) as refused:
        extract_document(record, "路人", BEGIN)
    assert (refused.value.code, refused.value.params["name"]) == ("nothing_for", "路人")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("nora quinn", Part.RESPONSIBLE),
        ("韩磊", Part.HELPER),
        ("张总", Part.COPIED),
        ("市场部", Part.HELPER),
        ("设计部", Part.RESPONSIBLE),
        ("周敏", None),
        ("路人", None),
    ],
)
def test_people_and_departments_have_a_part(name: str, part: Part | None) -> None:
    people = (
        OutcomePerson(Part.RESPONSIBLE, "Nora Quinn"),
        OutcomePerson(Part.HELPER, "韩磊", "市场部"),
        OutcomePerson(Part.COPIED, "张总"),
        OutcomePerson(Part.DECIDER, "周敏"),
    )
    one = Outcome("u", "A-001", OutcomeKind.ACTION, "x", "m", people=people, department="设计部")
    assert part_in(one, name) is part
