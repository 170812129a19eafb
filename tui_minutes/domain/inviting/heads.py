"""The words that say what a line is about: 会议时间, Agenda, 主持人, Goal (B1-B4)."""

from __future__ import annotations

import re
from enum import StrEnum

from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape


class Head(StrEnum):
    """What may stand before a colon, or as a heading, in an invitation or a plan in Markdown."""

    TITLE = "title"
    TIME = "time"
    START = "start"
    END = "end"
    ZONE = "zone"
    PLACE = "place"
    KIND = "kind"
    LEVEL = "confidentiality"
    LANGUAGE = "language"
    GOAL = "goal"
    EXPECTED = "expected"
    AGENDA = "agenda"
    PEOPLE = "people"
    CHAIR = "chair"
    RECORDER = "recorder"
    PREPARE = "prepare"
    NOTES = "notes"


WORDS: dict[Head, tuple[str, ...]] = {
    Head.TITLE: ("title", "subject", "标题", "主题", "会议名称", "会议标题"),
    Head.TIME: ("time", "when", "date", "date and time", "时间", "会议时间", "日期", "会议日期"),
    Head.START: ("start", "开始", "开始时间"),
    Head.END: ("end", "结束", "结束时间"),
    Head.ZONE: ("zone", "time zone", "timezone", "时区"),
    Head.PLACE: ("place", "location", "where", "venue", "地点", "会议地点", "会议室"),
    Head.KIND: ("kind", "type", "meeting type", "类型", "会议类型"),
    Head.LEVEL: ("confidentiality", "level", "密级", "保密等级"),
    Head.LANGUAGE: ("language", "语言"),
    Head.GOAL: (
        "goal", "goals", "objective", "objectives", "purpose", "aim", "meeting goal", "目标", "会议目标",
        "目的", "会议目的",
    ),
    Head.EXPECTED: (
        "expected", "expected outcome", "expected outcomes", "expected results", "outcomes", "deliverables",
        "预期成果", "预期产出", "预期结果", "会议产出", "会议成果",
    ),
    Head.AGENDA: (
        "agenda", "meeting agenda", "proposed agenda", "topics", "agenda items", "议程", "会议议程", "议题",
        "会议议题", "会议内容", "会议安排", "日程", "会议日程", "主要议题",
    ),
    Head.PEOPLE: (
        "people", "attendees", "participants", "invitees", "invited", "参会人", "参会人员", "参会者",
        "与会人员", "与会人", "与会者", "出席", "出席人员", "参加人员", "参会",
    ),
    Head.CHAIR: ("chair", "chaired by", "moderator", "主持人", "主持", "会议主持", "会议主持人"),
    Head.RECORDER: ("recorder", "minutes by", "note taker", "minute taker", "记录人", "会议记录", "记录"),
    Head.PREPARE: (
        "prepare", "preparation", "please prepare", "please bring", "pre-read", "准备", "会前准备",
        "准备事项", "请准备", "会前阅读",
    ),
    Head.NOTES: (
        "notes", "note", "remarks", "background", "contact", "materials", "attachments", "备注", "说明",
        "注意事项", "联系人", "材料", "会议材料", "附件", "参考资料", "背景", "会议要求", "要求", "会议背景",
    ),
}  # fmt: skip
"""The first word of each is the one that messages name."""

_BY_WORD = {word: head for head, words in WORDS.items() for word in words}
_BETWEEN = regex(r"[\s/|]+")
_MOST_WORDS = 6
_NUMBERED = regex(r"\s*(?:#+\s+|[一二三四五六七八九十]{1,3}[、.]\s*|\d{1,2}[.、)](?!\d)\s*|[*•▪●·-]\s*)?")
_HEAD = regex(r"[\[(【*]*\s*(?P<word>[^\[\]()【】:*]+)(?:(?:[\])】*]+\s*:?|:)[\s*]*(?P<rest>.*))?", re.DOTALL)


def headed(line: str) -> tuple[Head, str] | None:
    """What `line` is about, and what it says of it: ("会议目标：定价" → goal, 定价); None for other lines.

    A heading stands alone, in brackets, or ends with a colon; before it may stand a number or #.
    """
    plain = shape(line).rstrip()
    begin = _NUMBERED.match(plain)
    found = _HEAD.fullmatch(plain, begin.end() if begin else 0)
    head = _meant(found["word"].casefold()) if found else None
    if found is None or head is None:
        return None
    return head, line[found.start("rest") :].strip() if found["rest"] else ""


def _meant(word: str) -> Head | None:
    """What a word stands for; in two languages (议程 / Agenda) where both stand for the same."""
    parts = _BETWEEN.split(word.strip(), _MOST_WORDS)
    if whole := _BY_WORD.get(" ".join(parts)):
        return whole
    halves = ((" ".join(parts[:cut]), " ".join(parts[cut:])) for cut in range(1, len(parts)))
    same = (_BY_WORD[one] for one, other in halves if _BY_WORD.get(one, "") is _BY_WORD.get(other))
    return next(same, None)
