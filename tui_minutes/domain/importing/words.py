"""What people call a status, a kind, a priority, a level in their ledgers; how they list names (T11)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar
from unicodedata import normalize

from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import OutcomeKind, Priority, Status
from tui_minutes.domain.regex import regex

Code = TypeVar("Code", bound=StrEnum)

STATUSES: Mapping[Status, str] = {
    Status.UNCONFIRMED: """
        待确认 未确认 未开始 未启动 待启动 待办 待处理 新建 未完成 unconfirmed not_started new todo to_do
        pending planned
    """,
    Status.IN_PROGRESS: """
        执行中 进行中 办理中 处理中 推进中 落实中 正在进行 正常 正常推进 逾期 已逾期 超期 in_progress
        ongoing open active started doing wip overdue late on_track
    """,
    Status.DELAYED: "延期 已延期 延迟 推迟 暂缓 delayed postponed deferred on_hold",
    Status.DONE: "已完成 完成 待验收 待关闭 done completed complete finished resolved",
    Status.CLOSED: "已关闭 关闭 已办结 办结 已闭环 闭环 已销项 销项 已验收 closed verified accepted",
    Status.CANCELLED: """
        已取消 取消 已终止 终止 作废 已作废 不再执行 cancelled canceled dropped void abandoned
    """,
    Status.SUPERSEDED: "已被取代 被取代 已替代 superseded replaced",
}
KINDS: Mapping[OutcomeKind, str] = {
    OutcomeKind.DECISION: "决议 决定 决策 决策结论 decision resolution",
    OutcomeKind.ACTION: "行动项 行动 任务 待办 事项 工作任务 action action_item task todo",
    OutcomeKind.QUESTION: "问题 未解决问题 待解决问题 遗留问题 待定问题 question open_question issue",
}
PRIORITIES: Mapping[Priority, str] = {
    Priority.URGENT: "紧急 特急 急 高 一级 urgent high critical p1 1",
    Priority.IMPORTANT: "重要 中 二级 important medium normal p2 2",
    Priority.ROUTINE: "常规 一般 普通 低 三级 routine low p3 3",
}
LEVELS: Mapping[Level, str] = {
    Level.PUBLIC: "公开 public",
    Level.INTERNAL: "内部 内部公开 普通 internal",
    Level.CONFIDENTIAL: "秘密 保密 confidential",
    Level.SECRET: "机密 绝密 secret",
}

_BETWEEN = regex(r"\s*(?:[、，,;；/\n&＆]|(?<=\s)and(?=\s)|以及)\s*")
_DEPARTMENT = regex(r"(.+?)\s*[（(]([^（）()]+)[)）]")
_CHINESE = regex(r"[\u3400-\u9fff]+(?:\s+[\u3400-\u9fff]+)+")


def meant(word: str, table: Mapping[Code, str]) -> Code | None:
    """The code that `word` is a name of; None when it is not known."""
    plain = regex(r"[\s_-]+").sub("_", normalize("NFKC", word).casefold().strip(" .。✓√●▲!"))
    return next((code for code, names in table.items() if plain == code or plain in names.split()), None)


def kind_of_number(number: str) -> OutcomeKind | None:
    """What a number says of its kind by a letter or a word before it: D-031, JY-12 is a decision."""
    head = regex(r"[^A-Z\u4e00-\u9fff]").split(normalize("NFKC", number).upper().strip())[0]
    return {
        "D": OutcomeKind.DECISION, "JY": OutcomeKind.DECISION, "决议": OutcomeKind.DECISION,
        "A": OutcomeKind.ACTION, "XD": OutcomeKind.ACTION, "RW": OutcomeKind.ACTION,
        "Q": OutcomeKind.QUESTION, "WT": OutcomeKind.QUESTION, "问题": OutcomeKind.QUESTION,
    }.get(head)  # fmt: skip


def people(text: str) -> tuple[tuple[str, str], ...]:
    """The people listed in a cell, each once: names with departments, "" where none stands in brackets."""
    found: dict[str, str] = {}
    for part in _BETWEEN.split(text):
        for one in _apart(part.strip()):
            bracketed = _DEPARTMENT.fullmatch(one)
            name, department = (bracketed[1], bracketed[2]) if bracketed else (one, "")
            if name:
                found.setdefault(name, department.strip())
    return tuple(found.items())


def _apart(part: str) -> list[str]:
    """Chinese names between which only spaces stand; two single characters are one name set wide."""
    if not _CHINESE.fullmatch(part):
        return [part]
    words = part.split()
    return ["".join(words)] if all(len(word) == 1 for word in words) else words
