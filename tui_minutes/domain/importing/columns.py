"""Which column of a table is which: by the names ledgers usually have in both languages, or as told (T11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import normalize

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.importing.cells import Raw, as_text
from tui_minutes.domain.importing.fields import Field
from tui_minutes.domain.regex import regex

NAMES: Mapping[Field, str] = {
    Field.NUMBER: """
        编号 决议编号 任务编号 事项编号 行动编号 台账编号 督办编号 number id item_no ref
        reference action_no task_no decision_no
    """,
    Field.MEETING: """
        来源会议 会议名称 会议 会议主题 来源 所属会议 source_meeting meeting meeting_title source
        meeting_name from_meeting
    """,
    Field.TEXT: """
        决议内容 决议事项 任务内容 事项内容 工作内容 行动内容 任务 事项 决议 决策内容 内容 行动项 工作任务
        待办事项 督办事项 具体任务 content decision task action action_item description what item outcome
        todo
    """,
    Field.OWNERS: """
        责任人 负责人 执行人 主责人 第一责任人 承办人 经办人 owner responsible responsible_person assignee
        who assigned_to person_responsible lead
    """,
    Field.HELPERS: """
        协助人 协办人 配合人 协同人 参与人 协作人 helpers helper support supported_by with
    """,
    Field.DEPARTMENT: "部门 责任部门 负责部门 主责部门 承办部门 所属部门 department dept team unit",
    Field.DUE: """
        计划完成时间 计划完成日期 截止日期 截止时间 完成时限 完成期限 期限 要求完成时间 要求完成日期
        到期日 应完成时间 计划时间 due due_date deadline planned_completion planned_date
        target_date due_by by_when
    """,
    Field.DONE_ON: """
        实际完成时间 实际完成日期 实际完成 办结日期 办结时间 完成日期 关闭日期 done done_on done_date
        completed completed_on completion_date actual_completion actual_date closed_on finished
    """,
    Field.STATUS: "状态 当前状态 任务状态 执行状态 进度状态 完成状态 完成情况状态 status state",
    Field.REMARK: """
        备注 说明 备注说明 进展 进展说明 最新进展 remark remarks note notes comment comments progress
    """,
    Field.UPDATED: """
        更新日期 更新时间 最后更新 最近更新 最后更新时间 最后更新日期 updated last_update last_updated
        update_date updated_on
    """,
    Field.KIND: "类型 类别 事项类型 种类 kind type category",
    Field.PRIORITY: "优先级 紧急程度 重要程度 优先程度 级别 priority urgency importance",
    Field.DELIVERABLE: """
        交付物 交付成果 成果 输出物 成果物 交付件 deliverable deliverables output result_document
    """,
    Field.RESOURCES: """
        所需资源 资源 所需支持 资源需求 资源支持 resources resource support_needed resources_needed
    """,
    Field.RESULT: """
        完成结果 完成情况 执行结果 落实情况 办理结果 办理情况 结果 what_came_of_it result results
        completion
    """,
    Field.ORIGINAL_DUE: """
        原定 原定日期 原计划完成时间 首次计划 首次日期 原截止日期 first_date original_due
        original_due_date original_date
    """,
    Field.MEETING_NUMBER: "会议编号 meeting_number meeting_no meeting_id",
    Field.MEETING_DATE: "会议日期 会议时间 开会日期 召开日期 meeting_date date_of_meeting",
    Field.LEVEL: "保密等级 密级 confidentiality level classification",
    Field.ATTENTION: "关注 需关注 attention",
    Field.UID: "uid",
    Field.VERSION: "version",
}
"""The names of each column, without spaces; those of English words joined by an underscore."""

_BY_NAME = {name: field for field, names in NAMES.items() for name in names.split()}
_SECOND: Mapping[str, tuple[Field, ...]] = {
    "完成时间": (Field.DUE, Field.DONE_ON),
    **dict.fromkeys(("序号", "no", "num"), (Field.NUMBER,)),
}
"""What a name means if no other column does: the first of these that is still free."""

_ASIDE = regex(r"[(（\[【].*?[)）\]】]")
_GAPS = regex(r"[\s_./\\:：*#?？!-]+")

SEARCHED = 25
"""The head of a table stands within so many rows: titles and remarks may come before it."""

Mapped = Mapping[str, Field]
"""Columns as told: the name in the file, and what it is."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the head of a table is (its row, from 0) and what is in which column (from 0).

    `ignored` are the names of columns that are not known.
    """

    row: int
    columns: Mapping[int, Field]
    ignored: tuple[str, ...] = ()

    def name(self, rows: Sequence[Sequence[Raw]], field: Field) -> str:
        """What the file calls the column of `field`; "" where it has none."""
        place = next((at for at, one in self.columns.items() if one is field), None)
        return "" if place is None else as_text(rows[self.row][place])


def find_head(rows: Sequence[Sequence[Raw]], mapped: Mapped | None = None) -> Head | None:
    """The row that names the most columns, the first of these; None where no row names what is to be done."""
    found = [_head(nth, row, mapped or {}) for nth, row in enumerate(rows[:SEARCHED])]
    told = [head for head in found if Field.TEXT in head.columns.values() and len(head.columns) > 1]
    return max(told, key=lambda head: (len(head.columns), -head.row), default=None)


def unmapped(head: Head, rows: Sequence[Sequence[Raw]], mapped: Mapped) -> list[str]:
    """The columns that were told of and are not in the head."""
    there = {plain(as_text(cell)) for cell in rows[head.row]}
    return [name for name in mapped if plain(name) not in there]


def _head(nth: int, row: Sequence[Raw], mapped: Mapped) -> Head:
    told = {plain(name): field for name, field in mapped.items()}
    names = {at: as_text(cell) for at, cell in enumerate(row) if as_text(cell)}
    columns: dict[int, Field] = {}
    for table in (told, _BY_NAME):
        for at, name in names.items():
            _take(columns, at, [field for spelt in _spellings(name) if (field := table.get(spelt))])
    for at, name in names.items():
        _take(columns, at, [field for spelt in _spellings(name) for field in _SECOND.get(spelt, ())])
    return Head(nth, columns, tuple(name for at, name in names.items() if at not in columns))


def _take(columns: dict[int, Field], at: int, meant: Sequence[Field]) -> None:
    """Let the column `at` be the first of what it may mean that no other column is."""
    free = [field for field in meant if field not in columns.values()]
    if at not in columns and free:
        columns[at] = free[0]


def _spellings(name: str) -> tuple[str, str]:
    """A name with and without what stands in brackets."""
    return plain(name), plain(_ASIDE.sub("", name))


def plain(name: str) -> str:
    """A name without what differs from ledger to ledger: letter case, widths, spaces, marks."""
    joined = _GAPS.sub("_", normalize("NFKC", name).casefold()).strip("_")
    return joined if joined.isascii() else joined.replace("_", "")
