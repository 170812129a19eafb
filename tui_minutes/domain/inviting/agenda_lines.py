"""A line of an agenda as people write it: its number, its time, its title, who leads it (B3, B8)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from tui_minutes.domain.agenda import LONGEST_ITEM
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.inviting.leading import leader, named
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape

LONGEST_LINE = 200
"""Characters of a line in which minutes and names are looked for; a longer one is a paragraph."""


class Marker(StrEnum):
    """What an item begins with: 1. or (1) or ①, 一、, 议题一:, a bullet, a time of day."""

    NUMBER = "number"
    CHINESE = "chinese"
    WORD = "word"
    BULLET = "bullet"
    CLOCK = "clock"


_CLOCK = r"(?:(?:上午|下午|晚上|中午)\s*)?\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?"
_RANGE = regex(
    rf"\s*(?P<from>{_CLOCK})(?:\s*(?:[-—~～至到]|to)+\s*(?P<to>{_CLOCK}))?\s*[:,|-]*\s*", re.IGNORECASE
)
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MARKERS = {
    Marker.NUMBER: regex(r"\s*(?:\d{1,2}\s*(?:[.、)](?!\d)|:(?!\d))|[(\[]\s*\d{1,2}\s*[)\]]|[①-⑳])\s*"),
    Marker.CHINESE: regex(rf"\s*(?:{_NUMERAL}\s*[.、)]|\(\s*{_NUMERAL}\s*\))\s*"),
    Marker.WORD: regex(
        rf"\s*(?:(?:议题|议程|事项)\s*(?:\d{{1,2}}|{_NUMERAL})|第{_NUMERAL}项"
        r"|(?:item|topic|agenda item)\s*\d{1,2})\s*[:.、)-]+\s*",
        re.IGNORECASE,
    ),
    Marker.BULLET: regex(r"\s*(?:[•·▪●◦○■□➤►]\s*|[-*>—]\s+)"),
}
_UNIT = r"(?:min(?:ute)?s?\b\.?|分钟|分(?!\w)|hours?\b|hrs?\b|h\b|个?小时)"
_SHORT_UNIT = r"(?:m\b|'|′|’)(?=\s*[)\],;|@-]|\s*$)"  # 5m may be metres or millions
_LENGTH = regex(
    r"(?P<lead>[(\[【,;:|/]\s*|\s+-+\s*|[—]\s*|\s*)(?:约|预计|时长|用时|大约|about|approx\.?|ca\.?|~)?[:\s]*"
    rf"(?:(?P<n>(?<![\d.])\d{{1,3}}(?:\.\d)?)\s*-?\s*(?:(?P<unit>{_UNIT})|{_SHORT_UNIT})"
    r"|(?P<half>半个?小时|half an hour)|(?P<quarter>一刻钟))"
    r"(?:\s*[)\]】]|(?=\s*[,;|—()\[【/-])|(?=\s|$))",
    re.IGNORECASE,
)
_OPENED = regex(r"[(（\[【](?P<inside>[^()（）\[\]【】]*)$")
_FIGURES = regex(r"(\d{1,2})\D(\d{2})")
_EDGES = " \t-–—,，;；:：|/、~"
_CLOSING = _EDGES + ")）]】"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item as a line says it: `marker` is what it began with, `clock` when, in minutes of the day."""

    item: PlanItem
    marker: Marker | None
    clock: int | None = None


def agenda_line(line: str, names: Collection[str]) -> AgendaLine | None:
    """What `line` puts on the agenda; None where it has no words. `names` are those of who is invited."""
    line = " ".join(line.split())
    if len(line) > LONGEST_LINE:
        return AgendaLine(PlanItem(line), None)
    marker, clock, minutes, begin = _begin(shape(line))
    text = line[begin:]
    title, led, length = _read(text, names)
    if not any(map(str.isalnum, title)):
        return None
    item = PlanItem(title, minutes=min(length or minutes, LONGEST_ITEM), facilitator=led)
    return AgendaLine(item, marker, clock)


def _begin(plain: str) -> tuple[Marker | None, int | None, int, int]:
    """The marker, when the item begins (minute of the day), its minutes, and where its title begins."""
    at, kind = 0, None
    for marker, form in _MARKERS.items():
        if found := form.match(plain):
            at, kind = found.end(), marker
            break
    timed = _RANGE.match(plain, at)
    if timed is None:
        return kind, None, 0, at
    begins, ends = _minute(timed["from"]), _minute(timed["to"] or "")
    lasts = (ends - begins) % (12 * 60) if begins is not None and ends is not None else 0
    return Marker.CLOCK, begins, lasts, timed.end()


def _minute(clock: str) -> int | None:
    """Minutes since midnight of 10:20, 2:00 pm, 下午2:00; None for 25:00."""
    figures = _FIGURES.search(clock)
    if figures is None or int(figures[1]) > 24 or int(figures[2]) > 59:
        return None
    late = "pm" in clock.casefold().replace(".", "") or "下午" in clock or "晚上" in clock
    hour = int(figures[1]) + (12 if late and int(figures[1]) < 12 else 0)
    return hour * 60 + int(figures[2])


def _read(text: str, names: Collection[str]) -> tuple[str, str, int]:
    """The title, who leads it, and its minutes."""
    lengths = list(_LENGTH.finditer(shape(text)))
    if not lengths:
        title, led = leader(text, names)
        return title.strip(_EDGES), led, 0
    found = lengths[-1]
    minutes = _length(found)
    before, after = text[: found.start()].rstrip(_EDGES), text[found.end() :].strip(_CLOSING)
    opened = _OPENED.search(before)
    if opened and (led := named(opened["inside"].strip(_EDGES), names)):  # (李四, 15 分钟)
        return before[: opened.start()].strip(_EDGES), led, minutes
    if before and (led := named(after, names)):
        return before.strip(_EDGES), led, minutes
    title, led = leader(f"{before} {after}".strip(), names)
    return title.strip(_EDGES), led, minutes


def _length(found: re.Match[str]) -> int:
    if found["half"]:
        return 30
    if found["quarter"]:
        return 15
    hours = (found["unit"] or "m")[0] in "hH个小"
    return round(float(found["n"]) * (60 if hours else 1))


def with_lengths(lines: list[AgendaLine]) -> tuple[PlanItem, ...]:
    """The items; one that says only when it begins lasts until the next does."""
    made = []
    for nth, line in enumerate(lines):
        following = lines[nth + 1].clock if nth + 1 < len(lines) else None
        lasts = following - line.clock if following is not None and line.clock is not None else 0
        known = line.item.minutes or not 0 < lasts <= LONGEST_ITEM
        made.append(line.item if known else replace(line.item, minutes=lasts))
    return tuple(made)
