"""Who leads an agenda item, as the line names them: 李四, 汇报人：李四, by Ann, @李四 (B3)."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui_minutes.domain.people import is_chinese
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape

_LABELLED = regex(
    r"[(\[,;|/\s—-]*(?:(?:主讲人?|汇报人?|负责人?|报告人|引导人?|主持人?|分享人?|发言人?|speaker|presenter"
    r"|presented by|led by|owner|lead|facilitator|host)\s*:\s*|\bby\s+|@)"
    r"(?P<who>[^()\[\]【】@]{1,40}?)\s*[)\]】]?\s*$",
    re.IGNORECASE,
)
_BRACKETED = regex(r"^(?P<rest>.*\S)\s*[(\[【](?P<who>[^()\[\]【】]+)[)\]】]\s*$")
_LAST = regex(r"^(?P<rest>.*\S)(?:\s*[—|,;/]\s*|\s+-+\s*|\s+)(?P<who>[^\s()\[\]【】—|,;/]+)\s*$")
_LAST_TWO = regex(
    r"^(?P<rest>.*\S)(?:\s*[—|,;/]\s*|\s+-+\s*|\s+)(?P<who>[^\s()\[\]【】—|,;/]+ [^\s()\[\]【】—|,;/]+)\s*$"
)
_FIRST = regex(r"^(?P<who>[^:]{2,30}):\s*(?P<rest>\S.*)$")
_PREFIX = regex(
    r"(?:由|主讲人?|汇报人?|负责人?|报告人|引导人?|presenter|speaker|owner|lead|by)\s*[:：]?\s*",
    re.IGNORECASE,
)
_NO_NAME = regex(r"[\d。！？!?:：“”\"《》<>@]")
_SEVERAL = regex(r"\s*(?:[、,，/&+]|\band\b|和|与)\s*")
_LONGEST_NAME, _LONGEST_DEPARTMENT = 30, 6
_MOST_WORDS = 4


def leader(text: str, names: Collection[str]) -> tuple[str, str]:
    """The title that is left of `text`, and who leads it: who is labelled so, or is invited; else ""."""
    plain = shape(text)
    if found := _LABELLED.search(plain):
        return text[: found.start()], _spelt(text[found.start("who") : found.end("who")].strip(), names)
    for form in (_FIRST, _BRACKETED, _LAST_TWO, _LAST):
        if (found := form.match(plain)) and (who := known(found["who"].strip(), names)):
            return text[found.start("rest") : found.end("rest")], who
    return text, ""


def named(text: str, names: Collection[str]) -> str:
    """Who is named by `text`, which stands beside the minutes; "" when it is no name."""
    plain = text.strip().lstrip("@")
    begin = _PREFIX.match(plain)
    plain = plain[begin.end() :] if begin else plain
    if not plain or len(plain) > _LONGEST_NAME or _NO_NAME.search(plain) or len(plain.split()) > _MOST_WORDS:
        return ""
    if not is_chinese(plain[0]) and not plain[0].isupper():
        return known(plain, names)
    return _spelt(plain, names)


def known(text: str, names: Collection[str]) -> str:
    """The names of those among `names` that `text` names, every one of them; "" when one is not known."""
    found = [_known(shape(part).strip(), names) for part in _SEVERAL.split(text) if part]
    if not found or not all(found):
        return ""
    return ("、" if is_chinese(found[0][0]) else ", ").join(found)


def _known(text: str, names: Collection[str]) -> str:
    """The name that `text` is, begins (Ann for Ann Lee), or ends with (市场部李四); "" for none."""
    key = text.casefold()
    if exact := [name for name in names if name.casefold() == key]:
        return exact[0]
    first = [name for name in names if name.casefold().split()[:1] == [key]]
    if len(first) == 1:
        return first[0]
    ends = [name for name in names if len(name) > 1 and is_chinese(name[0]) and text.endswith(name)]
    return ends[0] if ends and len(text) <= len(ends[0]) + _LONGEST_DEPARTMENT else ""


def _spelt(text: str, names: Collection[str]) -> str:
    """`text` with the names of those who are invited as they are known."""
    return known(text, names) or text
