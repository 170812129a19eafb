"""Due dates as people type them: found in a text, whole or at a place (rule 7 of the capture line)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Literal

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.dateforms import FORMS, NEED_MARKER, Today
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.domain.words import zh
from tui_minutes.domain.workdays import WEEKENDS, Calendar

_ANY = regex("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in FORMS.items()), re.IGNORECASE)
_BEFORE = regex(rf"[之以]?(?:前(?![{zh.NOT_AFTER_BEFORE}])|内(?![{zh.NOT_AFTER_WITHIN}]))")
_WITHIN = regex(rf"[之以]?内(?![{zh.NOT_AFTER_WITHIN}])$|周末前$")
_LONGEST_BEFORE = 12  # characters: 2026年12月31日


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due day, None for a next meeting not fixed yet; `provisional` if the calendar may change."""

    day: date | None
    provisional: bool = False
    kind: Literal["day", "next_meeting"] = "day"


@dataclass(frozen=True, slots=True)
class Found:
    """A date that stands in a text from `start` to `end`; `form` is its name in FORMS."""

    deadline: Deadline
    start: int
    end: int
    form: str

    @property
    def bare(self) -> bool:
        """Whether it is a day without a marker, too (rule 5)."""
        return self.form not in NEED_MARKER


def deadline(
    text: str, day: date, calendar: Calendar = WEEKENDS, next_meeting: date | None = None
) -> Deadline | None:
    """The day that `text` as a whole means, counted from `day`; None when it means none."""
    plain = shape(text).strip()
    found = date_at(plain, 0, Today(day, calendar, next_meeting))
    return found.deadline if found and found.end == len(plain) else None


def date_at(plain: str, start: int, today: Today) -> Found | None:
    """The date that begins at `start` of a text in plain marks, a following 前 or 之前 included."""
    found = _form_at(plain, start, today)
    after = _BEFORE.match(plain, found.end) if found else None
    if found and after and not _WITHIN.search(plain[start : found.end]):
        return Found(found.deadline, start, after.end(), found.form)
    return found


def dates_before(plain: str, today: Today) -> Iterator[Found]:
    """The dates that 前 or 内 marks as a limit: 8月15日前, 周五之前, 3天内."""
    free_from = 0
    for limit in _BEFORE.finditer(plain):
        for start in range(max(free_from, limit.start() - _LONGEST_BEFORE), limit.start()):
            found = _form_at(plain, start, today)
            if found and found.end in (limit.start(), limit.end()) and _is_limit(plain, found, limit):
                free_from = limit.end()
                yield Found(found.deadline, start, free_from, found.form)
                break


def _is_limit(plain: str, found: Found, limit: re.Match[str]) -> bool:
    """Not "3 working days ago": a count of days is a limit with 内 only."""
    counted = found.form in ("counted", "workdays", "in", "plus")
    return not counted or plain[limit.end() - 1] == "内"


def _form_at(plain: str, start: int, today: Today) -> Found | None:
    match = _ANY.match(plain, start)
    if not match:
        return None
    form = str(match.lastgroup)
    first = match.re.groupindex[form]
    parts = tuple(part or "" for part in match.groups()[first : first + _part_counts()[form]])
    try:
        day, provisional = FORMS[form][1](today, parts)
    except (ValueError, OverflowError):  # 13月45日, or a day after the year 9999
        return None
    kind: Literal["day", "next_meeting"] = "next_meeting" if form == "next_meeting" else "day"
    return Found(Deadline(day, provisional, kind), start, match.end(), form)


@cache
def _part_counts() -> dict[str, int]:
    """How many parts each form has: those between its own group and that of the next form."""
    groups = [*_ANY.groupindex.values(), _ANY.groups + 1]
    return {form: after - own - 1 for form, (own, after) in zip(FORMS, pairwise(groups), strict=True)}
