"""Commands of the line: their English words and what they are called in Chinese."""

from __future__ import annotations

import re

from tui_minutes.domain.capture.line import Line
from tui_minutes.domain.people import is_chinese
from tui_minutes.domain.regex import regex

COMMANDS: dict[str, tuple[str, ...]] = {
    "next": ("下一项",),
    "item": ("议题",),
    "back": ("返回",),
    "topic": ("新议题",),
    "defer": ("顺延",),
    "offline": ("专项",),
    "+": ("加时",),
    "extend": ("延时",),
    "pause": ("暂停",),
    "in": ("到",),
    "left": ("离席",),
    "absent": ("缺席",),
    "at": ("补记",),
    "vote": ("表决", "投票"),
    "object": ("objection", "异议"),
    "materials": ("材料", "资料"),
    "take": ("采纳",),
    "undo": ("撤回",),
    "edit": ("修改",),
    "readback": ("宣读",),
    "help": ("帮助",),
}
"""Each command by its English word, with its Chinese words."""

_ENGLISH = {word: command for command, words in COMMANDS.items() for word in (command, *words)}
_WORD = "|".join(re.escape(word) for word in sorted(_ENGLISH, key=len, reverse=True))
_COMMAND = regex(rf"/({_WORD})(\s*:)?\s*", re.IGNORECASE)
_TOPIC = regex(r"/?(?:topic|新?议题)\s*:\s*", re.IGNORECASE)


def command_in(line: Line) -> tuple[str, str, int] | None:
    """The English word of the command a line gives, what follows, and where that begins; else None."""
    if topic := _TOPIC.match(line.plain):
        return "topic", line.text[topic.end() :].strip(), topic.end()
    match = _COMMAND.match(line.plain)
    if not match or not _ends(line, match):
        return None
    return _ENGLISH[match[1].lower()], line.text[match.end() :].strip(), match.end()


def _ends(line: Line, match: re.Match[str]) -> bool:
    """Whether the word of a command ends there: not in /usr/local and /到达率, but in /到张三 and /延时15."""
    rest = line.plain[match.end(1) :]
    if match[1] == "+":
        return rest.lstrip()[:1].isdigit()
    if not rest or rest[0].isspace():
        return True
    if not is_chinese(match[1][0]):
        return False
    return not is_chinese(rest[0]) or line.context.people.known_at(line.text, match.end(1)) is not None
