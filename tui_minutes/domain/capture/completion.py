"""What Tab puts into the line: names, kinds, fields and commands, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_minutes.domain.capture.commands import COMMANDS
from tui_minutes.domain.capture.context import Context
from tui_minutes.domain.capture.kinds import KIND_WORDS, opening
from tui_minutes.domain.capture.line import Line
from tui_minutes.domain.capture.markers import fields_of, governing
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.people import is_chinese
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape

FIELD_WORDS: dict[str, tuple[str, ...]] = {
    "owner": ("owner: ", "负责人："),
    "due": ("due: ", "by ", "tomorrow", "next meeting", "截止：", "完成时间：", "下次会议"),
    "deliverable": ("deliverable: ", "交付成果："),
    "resources": ("resources: ", "资源："),
    "cc": ("cc: ", "抄送："),
    "priority": ("urgent", "important", "routine", "紧急", "重要", "常规"),
    "no_action": ("no action", "无需行动"),
    "parent": ("for ", "属于 "),
    "source": ("source: ", "来源："),
    "proposer": ("proposer: ", "提出人："),
    "result": ("result: ", "结果："),
    "voted": ("votes ", "表决 "),
    "next": ("next feedback: ", "下次反馈：", "调研时限："),
    "status": ("delayed", "done", "in progress", "延期", "完成", "执行中"),
    "act": (
        "ack", "not clear: ", "close good", "send back: ", "cancel because ", "reopen ", "undo",
        "确认", "不清楚：", "关闭 好", "退回：", "取消 原因：", "重开 ", "撤销",
    ),
    "leftover": ("left over: ", "遗留："),
    "superseded_by": ("superseded by D-", "被 D-"),
    "cause": ("because ", "原因："),
    "remedy": ("remedy: ", "措施："),
    "outcome_result": ("result: ", "成果："),
}  # fmt: skip
"""The words that begin each field."""

_OWNER = regex(r"(?:^|[^A-Za-z0-9])@(?:[^\s@]*[,、])?([^\s@,、]*)$")
_COMMAND = regex(r"/(\S*)$")
_START = regex(r"\s*([^\s:@/][^:@]*)$")
_WORD = regex(r"[^\s,;:，。；：、@()（）]+$")
_EVERYBODY = ("all", "所有人")


@dataclass(frozen=True, slots=True)
class Completion:
    """Put `text` in place of line[start:end]."""

    start: int
    end: int
    text: str


def complete(line: str, cursor: int, context: Context) -> list[Completion]:
    """What the word before `cursor` may become, likeliest first."""
    before = shape(line[:cursor])
    if owner := _OWNER.search(before):
        names = [*context.people.beginning_with(owner[1]), *_beginning(_EVERYBODY, owner[1])]
        return _offer(owner.start(1), cursor, names)
    if command := _COMMAND.match(before):
        words = (word for english, chinese in COMMANDS.items() for word in (english, *chinese))
        return _offer(1, cursor, (f"{word} " for word in _beginning(words, command[1])))
    start = _START.match(before)
    begun = opening(Line.of(line[:cursor], context))
    if not begun:
        return _offer(start.start(1), cursor, _openings(start[1], context)) if start else []
    ruler = governing(begun.kind, begun.number, context.last_kind)
    roles = fields_of(begun.kind, ruler)
    return _fields(before, begun.start, [word for role in roles for word in FIELD_WORDS.get(role, ())])


def _openings(typed: str, context: Context) -> Iterator[str]:
    """Speakers and kind words, with the colon that belongs to them."""
    words = [word for kind in KIND_WORDS.values() for word in kind if len(word) > 1]
    for word in [*context.people.beginning_with(typed), *_beginning([*words, "topic", "议题"], typed)]:
        yield f"{word}：" if is_chinese(word[-1]) else f"{word}: "


def _fields(before: str, start: int, words: list[str]) -> list[Completion]:
    """Field words that begin with the last word typed, or with the end of it where that is Chinese."""
    last = _WORD.search(before, start)
    if not last:
        return []
    for place in range(last.start(), last.end()):
        if place > last.start() and (not is_chinese(before[place]) or last.end() - place < 2):
            continue
        if found := _offer(place, last.end(), _beginning(words, before[place:])):
            return found
    return []


def _beginning(words: Iterable[str], typed: str) -> list[str]:
    return [word for word in words if word.lower().startswith(typed.lower()) and word != typed]


def _offer(start: int, end: int, words: Iterable[str]) -> list[Completion]:
    return [Completion(start, end, word) for word in dict.fromkeys(words)]
