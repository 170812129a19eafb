"""Purging a meeting: its words go from every file, its numbers stay, the chain of seals still holds (E5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.papers import Paper

GONE = "———"
"""What stands where words were that were purged."""


@dataclass(frozen=True, slots=True)
class Purge:
    """That a meeting was purged: by whom, when and why, and how much went."""

    meeting_uid: str
    number: str
    at: datetime
    by: str
    entered_by: str
    reason: str
    lines: int
    outcomes: int
    sealed: int


@dataclass(frozen=True, slots=True)
class Toll:
    """What a purge would take, and where words are that it does not reach.

    Goes: so many `lines`, sealed records and reminders; the words of `outcomes` (numbers), of which `ends`
    are called off; what `standups` (numbers) say of them; `people` who are known from this meeting only; the
    words in so many `backups`. Stays: outcomes elsewhere that refer to them by number (`referring`), items
    that later meetings (`carried`, numbers) go on with, what was changed here in outcomes of other meetings
    (`changed`), saved `views` with its words in them, `exports` (paths, when written), what was `sent` (what,
    to whom, when), or may have been.
    """

    number: str
    lines: int
    sealed: int
    outcomes: tuple[str, ...]
    ends: tuple[str, ...]
    people: tuple[str, ...]
    standups: tuple[str, ...]
    reminders: int
    referring: tuple[str, ...]
    carried: tuple[str, ...]
    changed: tuple[str, ...]
    views: tuple[str, ...]
    exports: tuple[tuple[str, datetime], ...]
    sent: tuple[tuple[Paper, str, datetime], ...] = ()
    backups: int = 0


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What became of the backups: how many were rewritten, the names of those that had to go."""

    backups: int = 0
    dropped: tuple[str, ...] = ()


def names_one_of(numbers: Iterable[str]) -> re.Pattern[str]:
    """What finds any of some outcomes named by number, as in "A-004 done"; A-0041 is another."""
    wanted = "|".join(re.escape(number) for number in numbers)
    return re.compile(rf"(?<![\w-])(?:{wanted})(?!\d)", re.IGNORECASE) if wanted else re.compile(r"(?!)")
