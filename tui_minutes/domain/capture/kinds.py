"""What a line begins with, and the kind that makes it: marks, kind words, numbers (the table of kinds)."""

from __future__ import annotations

import re

from tui_minutes.domain.capture.line import Line
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.reading import Kind
from tui_minutes.domain.regex import regex

MARKS = {"+": Kind.DECISION, "-": Kind.ACTION, "=": Kind.DATA, "?": Kind.QUESTION, "*": Kind.MOTION}
KIND_WORDS: dict[Kind, tuple[str, ...]] = {
    Kind.DISAGREEMENT: ("disagree", "分歧"),
    Kind.DATA: ("data", "数据"),
    Kind.DECISION: (
        "decision", "decided", "resolved", "resolution", "agreed", "D", "决议", "决定", "决策", "结论",
    ),
    Kind.ACTION: ("action", "todo", "A", "行动", "行动项", "待办", "任务"),
    Kind.QUESTION: ("question", "open", "issue", "Q", "待定", "未决", "遗留", "问题"),
    Kind.MOTION: ("motion", "M", "动议", "临时动议", "提案"),
    Kind.NOTE: ("note", "备注"),
}  # fmt: skip
"""The words that, before a colon, make a line of that kind; English ones in any case."""

NUMBER = r"(?:[A-Za-z]{1,4}-)?[ADQ]-\d{1,6}(?![A-Za-z0-9]|-\w)"
_KIND_OF = {word.lower(): kind for kind, words in KIND_WORDS.items() for word in words}
_WORDS = "|".join(sorted(_KIND_OF, key=len, reverse=True))
_WORD = regex(rf"({_WORDS})\s*:(?!//|\\)\s*", re.IGNORECASE)
_HEADING = regex(rf"【\s*({_WORDS})\s*\d*\s*】\s*:?\s*", re.IGNORECASE)
_MARK = regex(r"([-+=?*])(?![-+=?*>》\d])(?![.$¥￥€]\d)\s*")
_MORE = regex(r"(?:\.{3,}|…+|。{3,})\s*")
_NUMBER = regex(rf"({NUMBER})\s*[:,]?\s*", re.IGNORECASE)
_OWNER_FIRST = regex(r"@(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a line begins: its kind, and where what it says begins. `heading`: 【行动项1】 as in a template."""

    kind: Kind
    start: int
    number: str | None = None
    heading: bool = False


def opening(line: Line) -> Opening | None:
    """The mark, kind word or number that `line` begins with; None when it begins with none of them."""
    plain = line.plain
    if more := _MORE.match(plain):
        return Opening(Kind.CONTINUATION, more.end())
    if number := _NUMBER.match(plain):
        return Opening(Kind.UPDATE, number.end(), number=number[1].upper())
    if mark := _MARK.match(plain):
        return Opening(MARKS[mark[1]], mark.end())
    if _OWNER_FIRST.match(plain):
        return Opening(Kind.ACTION, 0)
    if heading := _HEADING.match(plain):
        return Opening(_KIND_OF[heading[1].lower()], heading.end(), heading=True)
    return _opening_word(line)


def _opening_word(line: Line) -> Opening | None:
    word = _WORD.match(line.plain)
    if not word or (len(word[1]) == 1 and line.context.people.find(word[1])):  # a person beats one letter
        return None
    return Opening(_KIND_OF[word[1].lower()], word.end())
