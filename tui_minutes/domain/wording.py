"""Wording that minutes should not have (B2, B3, D4, D7): found and named, never changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.words import en, zh


def vague(text: str) -> tuple[str, ...]:
    """The words of `text` that bind nobody to anything, as typed: 尽快, "asap" (D4)."""
    return _found(_VAGUE, text)


def colloquial(text: str) -> tuple[str, ...]:
    """The words of `text` that are talk and not minutes, as typed: 我觉得, "I think" (D7)."""
    return _found(_COLLOQUIAL, text)


def vague_goal(text: str) -> tuple[str, ...]:
    """The goal itself where it says only that people will talk: 讨论工作进展, "discuss progress" (B2)."""
    goal = text.strip(" .。!！\u3000")
    return (goal,) if _VAGUE_GOAL.fullmatch(shape(goal)) else ()


def concrete(text: str) -> bool:
    """Whether an agenda item says what it is about; "AOB" and 其他事项 do not (B3)."""
    topic = shape(text).strip(" .。!！:").casefold()
    return bool(topic) and topic not in en.EMPTY_TOPICS | zh.EMPTY_TOPICS and not vague_goal(text)


def _found(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[m.start() : m.end()] for m in pattern.finditer(shape(text))))


def _words(english: Iterable[str], chinese: Iterable[str]) -> re.Pattern[str]:
    return regex(rf"(?<![A-Za-z])(?:{_any(english)})(?![A-Za-z])|{_any(chinese)}", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


_VAGUE = _words(en.VAGUE, zh.VAGUE)
_COLLOQUIAL = _words(en.COLLOQUIAL, zh.COLLOQUIAL)
_VAGUE_GOAL = regex(
    rf"(?:(?:{_any(en.GOAL_VERBS)})\s+(?:(?:the|our|on)\s+)*(?:{_any(en.GOAL_OBJECTS)})"
    rf"|(?:{_any(zh.GOAL_VERBS)})(?:一下|一次)?(?:本周|上周|近期|各部门|各组|当前|目前)?的?(?:{_any(zh.GOAL_OBJECTS)})?)",
    re.IGNORECASE,
)
