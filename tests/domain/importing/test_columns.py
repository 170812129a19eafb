"""Columns are recognised by their usual names in both languages, below titles, or as told."""

from __future__ import annotations

import pytest

from tui_minutes.documents.ledger_cells import COLUMNS
from tui_minutes.domain.importing.columns import find_head, unmapped
from tui_minutes.domain.importing.fields import Field
from tui_minutes.i18n import speaking
from tui_minutes.i18n.ledger_fields import field_name

CHINESE = {
    "序号": None, "决议编号": Field.NUMBER, "来源会议": Field.MEETING, "决议内容": Field.TEXT,
    "责任人": Field.OWNERS, "协助人": Field.HELPERS, "部门": Field.DEPARTMENT, "计划完成时间": Field.DUE,
    "实际完成时间": Field.DONE_ON, "状态": Field.STATUS,
    "优先级": Field.PRIORITY, "交付物": Field.DELIVERABLE, "备注": Field.REMARK,
    "更新日期": Field.UPDATED, "类型": Field.KIND,
}  # fmt: skip
ENGLISH = {
    "No.": None, "ID": Field.NUMBER, "Source Meeting": Field.MEETING, "Action item": Field.TEXT,
    "Owner": Field.OWNERS, "Department": Field.DEPARTMENT, "Due date": Field.DUE, "Done": Field.DONE_ON,
    "STATUS": Field.STATUS, "Priority": Field.PRIORITY, "Deliverable": Field.DELIVERABLE,
    "Remarks": Field.REMARK, "Last updated": Field.UPDATED,
}  # fmt: skip


@pytest.mark.parametrize("names", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_the_usual_names_are_known(names: dict[str, Field | None]) -> None:
    head = find_head([["2026 年台账"], ["制表：林晓", None, "某公司"], list(names)])
    assert head is not None
    assert head.row == 2
    assert {list(names)[at]: field for at, field in head.columns.items()} == {
        name: field for name, field in names.items() if field
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_names_that_our_own_files_have_are_known(language: str) -> None:
    with speaking(language):
        head = find_head([[field_name(field) for field in COLUMNS]])
    assert head is not None
    assert list(head.columns.values()) == list(COLUMNS)
    assert head.ignored == ()


def test_a_name_may_have_spaces_marks_and_a_remark_in_brackets() -> None:
    head = find_head([["任务 内容：", "责任人（必填）", "截止日期 (年/月/日)", "领导批示"]])
    assert head is not None
    assert list(head.columns.values()) == [Field.TEXT, Field.OWNERS, Field.DUE]
    assert head.ignored == ("领导批示",)


def test_two_columns_of_one_meaning_share_the_meanings_there_are() -> None:
    head = find_head([["完成时间", "事项", "计划完成时间"]])
    assert head is not None
    assert head.columns == {0: Field.DONE_ON, 1: Field.TEXT, 2: Field.DUE}


def test_columns_are_what_they_are_told_to_be() -> None:
    rows = [["事由", "谁", "内容"], ["付定金", "韩磊", "备忘"]]
    told = {"事由": Field.TEXT, "谁": Field.OWNERS}
    head = find_head(rows, told)
    assert head is not None
    assert head.columns == {0: Field.TEXT, 1: Field.OWNERS}
    assert unmapped(head, rows, told) == []
    assert unmapped(head, rows, {"没有": Field.DUE}) == ["没有"]


def test_a_table_without_the_words_to_be_done_is_no_ledger() -> None:
    assert find_head([["姓名", "部门", "电话"], ["韩磊", "市场部", "1"]]) is None
    assert find_head([]) is None
