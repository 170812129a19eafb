"""What a search finds, alike for Chinese and Latin: words, parts of Chinese words, beginnings of Latin ones.

A text is taken apart into tokens: each Chinese character is one, each run of Latin letters or digits is one.
A word is found where its tokens stand in a row; of its last token, when Latin, the beginning is enough.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from tui_minutes.domain.regex import regex

_TOKEN = regex(r"[⺀-\U0003ffff]|[^\W_⺀-\U0003ffff]+")
"""From U+2E80 on scripts write without spaces: Chinese, Japanese, Korean."""


def tokens(text: str) -> list[str]:
    """The tokens of `text`, folded: case, width and accents do not count, marks fall away."""
    parts = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in parts if unicodedata.category(char) != "Mn")
    found = _TOKEN.findall(unicodedata.normalize("NFKC", plain).casefold())
    return [token for token in found if token.isalnum()]


def spelt(texts: Iterable[str]) -> str:
    """Texts as they are kept to be searched: tokens with one space between, texts with ` / ` between.

    A word is not found across the border of two texts.
    """
    return " / ".join(" ".join(tokens(text)) for text in texts if text)


def wanted(word: str) -> str:
    """What to look for in spelt text, with a space put before and after it; "" when the word has no token."""
    found = tokens(word)
    if not found:
        return ""
    end = "" if is_latin(found[-1]) else " "
    return f" {' '.join(found)}{end}"


def is_latin(token: str) -> bool:
    """Whether the beginning of a token is enough to find it."""
    return token < "⺀"


def finds(word: str, text: str) -> bool:
    """Whether `word` is found in spelt `text`; a word without a token is found everywhere."""
    return wanted(word) in f" {text} "
