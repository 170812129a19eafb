"""Sentences in the language that is spoken: English is the message itself, Chinese comes from ``zh.mo``."""

from __future__ import annotations

import re
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from tui_minutes.i18n.language import current_language

CATALOGUE = Path(__file__).with_name("zh.mo")

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def tr(msgid: str, /, **params: object) -> str:
    """The sentence ``msgid`` (an English literal) in the spoken language; ``{name}`` becomes its value."""
    return _fill(_catalogue(current_language()).gettext(msgid), params)


def ntr(one: str, many: str, n: int, /, **params: object) -> str:
    """Like ``tr`` for a counted thing: ``one`` when ``n`` is 1, else ``many``; ``{n}`` is the number."""
    return _fill(_catalogue(current_language()).ngettext(one, many, n), {"n": n, **params})


def mark(msgid: str, /) -> str:
    """The literal itself: marks a sentence that stands in a table, to be shown by ``tr_late``."""
    return msgid


def tr_late(msgid: str, /, **params: object) -> str:
    """``tr`` for a sentence that was marked by ``mark`` and is known only when the program runs."""
    return tr(msgid, **params)


@cache
def _catalogue(language: str) -> NullTranslations:
    if language == "en":
        return NullTranslations()
    with CATALOGUE.open("rb") as file:
        return GNUTranslations(file)


def _fill(sentence: str, params: dict[str, object]) -> str:
    """Replace in one pass, so that braces in what people typed stay theirs.

    One without a value stays visible: a forgotten value is for the tests to find, not to end a meeting.
    """
    return _PLACEHOLDER.sub(lambda found: str(params.get(found[1], found[0])), sentence)
