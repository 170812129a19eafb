"""The words of the filter language: keys and values of both languages, always both understood.

The first English and the first Chinese word of each is the one that is written back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from tui_minutes.domain.outcomes import OutcomeKind, Priority, Status
from tui_minutes.domain.shape import shape


class Key(StrEnum):
    """What a term is about."""

    OWNER = "owner"
    DEPARTMENT = "dept"
    CC = "cc"
    STATE = "is"
    KIND = "kind"
    PRIORITY = "priority"
    MEETING = "meeting"
    NUMBER = "number"
    LABEL = "label"
    DUE = "due"
    CREATED = "created"
    UPDATED = "updated"
    DONE = "done"


PEOPLE = (Key.OWNER, Key.CC)
DAYS = (Key.DUE, Key.CREATED, Key.UPDATED, Key.DONE)

NONE, ME = "none", "me"
"""Values that are no names: nothing stands there; whoever types."""


class State(StrEnum):
    """What `is:` knows beside the statuses: the needs of attention, and the halves of the ledger."""

    ATTENTION = "attention"
    LATE = "late"
    TODAY = "today"
    FEEDBACK = "feedback"
    UNCLEAR = "unclear"
    UNACKNOWLEDGED = "unacknowledged"
    STALE = "stale"
    LACKING = "lacking"
    WAITING = "waiting"
    WEEK = "week"
    OPEN = "open"
    ENDED = "ended"


Spelt = tuple[tuple[str, ...], tuple[str, ...]]
"""English words, Chinese words."""

KEYS: Mapping[Key, Spelt] = {
    Key.OWNER: (("owner", "who"), ("负责人", "责任人", "人")),
    Key.DEPARTMENT: (("dept", "department"), ("部门", "责任部门")),
    Key.CC: (("cc", "copied"), ("抄送",)),
    Key.STATE: (("is", "status", "state"), ("状态", "是")),
    Key.KIND: (("kind", "type"), ("类型", "类别")),
    Key.PRIORITY: (("priority",), ("优先级",)),
    Key.MEETING: (("meeting",), ("会议",)),
    Key.NUMBER: (("number", "no"), ("编号",)),
    Key.LABEL: (("label", "tag"), ("标签",)),
    Key.DUE: (("due",), ("截止", "到期", "完成时间")),
    Key.CREATED: (("created", "date"), ("创建", "提出", "日期")),
    Key.UPDATED: (("updated",), ("更新", "最近更新")),
    Key.DONE: (("done", "finished"), ("完成", "完成于")),
}

_NOTHING: Spelt = ((NONE,), ("无", "没有", "未定"))
_WHO: Mapping[str, Spelt] = {NONE: _NOTHING, ME: ((ME,), ("我", "本人"))}

VALUES: Mapping[Key, Mapping[str, Spelt]] = {
    Key.OWNER: _WHO,
    Key.CC: _WHO,
    Key.DEPARTMENT: {NONE: _NOTHING},
    **{key: {NONE: _NOTHING} for key in DAYS},
    Key.STATE: {
        State.ATTENTION: (("attention", "needs attention"), ("需关注", "要关注")),
        State.LATE: (("late", "overdue"), ("逾期", "已逾期", "过期")),
        State.TODAY: (("today", "due today"), ("今日到期", "今天到期", "今天")),
        State.FEEDBACK: (("feedback",), ("待反馈", "反馈到期")),
        State.UNCLEAR: (("unclear", "not clear"), ("有疑问", "不清楚")),
        State.UNACKNOWLEDGED: (("unacknowledged", "unacked"), ("超时未确认", "未确认收到")),
        State.STALE: (("stale",), ("久未更新", "未更新")),
        State.LACKING: (("lacking", "incomplete"), ("缺项", "信息不全")),
        State.WAITING: (("waiting",), ("待关闭确认", "等待确认")),
        State.WEEK: (("week", "due this week"), ("本周到期", "本周")),
        State.OPEN: (("open",), ("未完", "未完成", "未结束")),
        State.ENDED: (("ended",), ("已结束", "结束")),
        Status.UNCONFIRMED: (("unconfirmed",), ("待确认",)),
        Status.IN_PROGRESS: (("in-progress",), ("执行中", "进行中")),
        Status.DELAYED: (("delayed",), ("延期", "已延期")),
        Status.DONE: (("done",), ("已完成", "完成")),
        Status.CLOSED: (("closed",), ("已关闭", "关闭")),
        Status.CANCELLED: (("cancelled", "canceled"), ("已取消", "取消")),
        Status.SUPERSEDED: (("superseded",), ("已被取代", "被取代")),
    },
    Key.KIND: {
        OutcomeKind.DECISION: (("decision", "d"), ("决议", "决定", "决策")),
        OutcomeKind.ACTION: (("action", "a"), ("行动", "行动项", "任务", "待办")),
        OutcomeKind.QUESTION: (("question", "q"), ("问题", "待定", "未决", "未决问题", "遗留")),
    },
    Key.PRIORITY: {
        Priority.URGENT: (("urgent", "p1"), ("紧急",)),
        Priority.IMPORTANT: (("important", "p2"), ("重要",)),
        Priority.ROUTINE: (("routine", "p3"), ("常规", "一般")),
        NONE: _NOTHING,
    },
}
"""The values that are words of the language, by key; what else a key takes are names, numbers and days."""


def folded(word: str) -> str:
    """`word` as it is compared: case, width, spaces and hyphens do not count."""
    return "".join(char for char in shape(word).casefold() if not (char.isspace() or char in "-_"))


def _codes(spelt: Mapping[str, Spelt] | Mapping[Key, Spelt]) -> dict[str, str]:
    return {folded(word): str(code) for code, both in spelt.items() for words in both for word in words}


_KEYS = _codes(KEYS)
_VALUES = {key: _codes(values) for key, values in VALUES.items()}


def key_of(word: str) -> Key | None:
    """The key that `word` names in either language."""
    found = _KEYS.get(folded(word))
    return Key(found) if found else None


def value_of(key: Key, word: str) -> str | None:
    """The code that `word` means as a value of `key`, in either language; None when it is no such word."""
    return _VALUES.get(key, {}).get(folded(word))


def written(spelt: Spelt, language: str) -> str:
    """The word that is written back in `language` ("en" or "zh")."""
    return spelt[language == "zh"][0]


def all_words(spelt: Spelt) -> Iterable[str]:
    """Every word of both languages."""
    return (*spelt[0], *spelt[1])
