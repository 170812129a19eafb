"""Ledgers as files for the tests of importing: made, edited as in a spreadsheet, taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook, load_workbook

from tui_minutes.domain.command import Command
from tui_minutes.domain.importing.plan import ImportPlan, Step, Treatment
from tui_minutes.domain.papers import Form
from tui_minutes.services import importing, ledgers
from tui_minutes.store.store import Store

NOW = datetime(2026, 12, 1, 4, 0, tzinfo=UTC)
TODAY = date(2026, 12, 1)
SHANGHAI = ZoneInfo("Asia/Shanghai")
HEAD = (
    "编号",
    "来源会议",
    "决议内容",
    "责任人",
    "部门",
    "计划完成时间",
    "实际完成时间",
    "状态",
    "备注",
    "更新日期",
)
_DUE, _PAST, _DONE, _TOLD = (date(2026, 12, 10), date(2026, 11, 20), date(2026, 11, 18), date(2026, 11, 20))
ROWS = (
    ("XZ-01", "行政周例会", "印海报", "韩磊", "市场部", _DUE, None, "进行中", "", _TOLD),
    ("XZ-02", "行政周例会", "订展位", "周岚、韩磊", "行政部", _PAST, _DONE, "已关闭", "", None),
    ("XZ-03", "成本专题会", "核对报销", "方晴（数据组）", None, None, None, "未开始", "/", None),
)  # fmt: skip


def workbook(path: Path, rows: Sequence[Sequence[Any]] = ROWS, head: Sequence[str] = HEAD) -> Path:
    """A workbook with a title above its head."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["2026 年会议决议台账"])
    sheet.merge_cells("A1:J1")
    for row in (head, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def exported(store: Store, path: Path, form: Form = Form.EXCEL, *, reveal: bool = True) -> Path:
    """The ledger of `store` as a file."""
    paper = ledgers.paper(store.ledger(), form, NOW, SHANGHAI, reveal=reveal)
    path.write_bytes(ledgers.rendered(paper, form))
    return path


def edited(path: Path, changes: Mapping[tuple[str, str], Any]) -> Path:
    """A workbook of ours in which cells, by number and name of column, were given other values."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[3]]
    rows = {sheet.cell(row, 1).value: row for row in range(4, sheet.max_row + 1)}
    for (number, name), value in changes.items():
        sheet.cell(rows[number], names.index(name) + 1).value = value
    book.save(path)
    return path


def planned(store: Store, path: Path, by: str = "林晓", **how: Any) -> ImportPlan:
    return importing.plan(store, path, by, TODAY, **how)


def take_over(store: Store, path: Path, by: str = "林晓", at: datetime = NOW) -> ImportPlan:
    """Plan a file and do all of it; AssertionError when a row is wrong."""
    plan = planned(store, path, by)
    assert [step.troubles for step in plan.wrong] == []
    importing.carry_out(
        store, Command.new(at, by, by), plan.work, importing.spelt(plan.people), "Asia/Shanghai", "zh"
    )
    return plan


def counts(plan: ImportPlan) -> tuple[int, ...]:
    """New, changed, unchanged, wrong."""
    return tuple(plan.count(treatment) for treatment in Treatment)


def only(plan: ImportPlan, treatment: Treatment) -> Step:
    """The one row of a treatment."""
    (found,) = (step for step in plan.steps if step.treatment is treatment)
    return found
