"""What stands in a cell of a table, as a person reads it (T11)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from unicodedata import normalize

from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.importing.fields import LONGEST_CELL
from tui_minutes.domain.regex import regex
from tui_minutes.domain.text import clean

Raw = str | int | float | bool | date | None
"""A cell as it was read from a file."""

_NOTHING = ("", *"/ \\ - -- — —— – 无 n/a na none nil tbd 待定 暂无 未定".split())
"""What people write where there is nothing to write."""

_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Numbers that are days of 1954 to 2119 when a workbook has lost their format."""

_YEARS = range(1990, 2101)

_ORDERED = regex(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[\sT]+[\d:.]+.*)?")
_COMPACT = regex(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR = regex(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_LAST_YEAR = regex(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_DAY_MONTH = regex(r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?(?:[\s-]+(\d{4}))?")
_MONTH_DAY = regex(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_WEEKDAY = regex(
    r"\s*[(（]?(?:(?:周|星期|礼拜)[一二三四五六日天]|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[)）]?$"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NEXT_MEETING = ("下次会议", "next meeting")


class Ambiguous(ValueError):
    """A day that may be read in more than one way."""


def as_text(raw: Raw) -> str:
    """The words of a cell on one line; numbers without a point where they are whole."""
    if raw is None:
        return ""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, datetime):
        raw = raw.date() if raw.time() == datetime.min.time() else raw
    return clean(str(raw)).strip()


def is_nothing(text: str) -> bool:
    """Whether the words of a cell say nothing: there are none, or a dash or a word for that."""
    return text.casefold() in _NOTHING


def is_lost(text: str) -> bool:
    """Whether the words of a cell are not all there: covered, or cut because no cell is that long."""
    return VEIL in text or (text.endswith("…") and len(text) >= LONGEST_CELL)


def is_next_meeting(text: str) -> bool:
    """Whether it is due by the next meeting."""
    return text.casefold() in _NEXT_MEETING


def as_day(raw: Raw, today: date) -> date | None:
    """The day in a cell; None where it says nothing. One without a year is that nearest to `today`.

    ValueError for what is no day, Ambiguous for one such as 5/11, which not everybody reads alike.
    """
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date):
        return _plausible(raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool) and int(raw) in _SERIALS:
        return _EPOCH + timedelta(days=int(raw))
    text = _WEEKDAY.sub("", normalize("NFKC", as_text(raw)).casefold()).strip()
    if text in _NOTHING or is_next_meeting(text):
        return None
    if text.isdecimal() and len(text) == 5 and int(text) in _SERIALS:
        return _EPOCH + timedelta(days=int(text))
    return _plausible(_spelt(text, today))


def _spelt(text: str, today: date) -> date:
    """The day that is spelt out, its parts in an order nobody can mistake."""
    if found := _ORDERED.fullmatch(text) or _COMPACT.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NO_YEAR.fullmatch(text):
        return _nearest(today, int(found[1]), int(found[2]))
    if found := _LAST_YEAR.fullmatch(text):
        return _either(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_MONTH.fullmatch(text):
        return _named(found[2], int(found[1]), found[3], today)
    if found := _MONTH_DAY.fullmatch(text):
        return _named(found[1], int(found[2]), found[3], today)
    if regex(r"\d{1,2}[-/.]\d{1,2}").fullmatch(text):
        raise Ambiguous(text)
    raise ValueError(text)


def _either(first: int, second: int, year: int) -> date:
    """Day and month in either order, where only one of them is possible or both are the same day."""
    if first == second or second > 12:
        return date(year, first, second)
    if first > 12:
        return date(year, second, first)
    raise Ambiguous(f"{first}/{second}/{year}")


def _named(month: str, day: int, year: str | None, today: date) -> date:
    if month[:3] not in _MONTHS:
        raise ValueError(month)
    number = _MONTHS.index(month[:3]) + 1
    return date(int(year), number, day) if year else _nearest(today, number, day)


def _nearest(today: date, month: int, day: int) -> date:
    """That day of the year in which it lies nearest."""
    found = []
    for year in range(today.year - 4, today.year + 5):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError(f"{month}-{day}")
    return min(found, key=lambda one: abs(one - today))


def _plausible(day: date) -> date:
    if day.year not in _YEARS:
        raise ValueError(day.isoformat())
    return day
