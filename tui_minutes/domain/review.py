"""The review of a period: what was decided, done, late, why, and how that has gone before (T10).

Punctuality goes by the first date an outcome was given, never by a date it was moved to. Nothing here ranks
people, and who moved a date is not counted: a review is about what keeps work from being done.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from tui_minutes.domain.causes import Cause, cause_of
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.hindsight import Load
from tui_minutes.domain.outcomes import OutcomeKind, Quality, Status
from tui_minutes.domain.period import Period
from tui_minutes.domain.punctuality import Punctuality, fate, punctuality
from tui_minutes.domain.tracking import LedgerRow

TREND_MONTHS = 6
"""So many months before the one that is reviewed are shown beside it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks for quality given to what was done, and how much has none (T6)."""

    good: int = 0
    fair: int = 0
    poor: int = 0
    unmarked: int = 0

    @property
    def given(self) -> int:
        """How many marks there are."""
        return self.good + self.fair + self.poor


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An outcome as a review counts it. `person` is its responsible one, "" when there is none.

    `made` says whether it was made in the period. Days are those of its meeting's zone.
    """

    kind: OutcomeKind
    status: Status
    department: str = ""
    person: str = ""
    made: bool = False
    first_due: date | None = None
    done_on: date | None = None
    quality: Quality | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What a department or a person had a part in; `name` is "" for what nobody is named for."""

    name: str
    due: Punctuality
    marks: Marks


@dataclass(frozen=True, slots=True)
class CauseCount:
    """How often a cause of delay was named: one of the usual ones, or own `words` as typed."""

    cause: Cause | None
    words: str
    n: int


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the trend: what was due in it, and the load at its end (or today)."""

    period: Period
    due: Punctuality
    load: Load


@dataclass(frozen=True, slots=True)
class Review:
    """A period in figures, as known on the day `today`.

    `made`: made in it, by kind. `due`: those with their first date in it. `undated`: actions and questions
    made in it that have never had a date. `done`: reported done in it, whatever their date, and `marks` for
    them. `load` is that of its end, or of today while it lasts.
    """

    period: Period
    today: date
    made: Mapping[OutcomeKind, int]
    due: Punctuality
    undated: int
    done: int
    marks: Marks
    departments: tuple[Share, ...]
    people: tuple[Share, ...]
    causes: tuple[CauseCount, ...]
    load: Load
    trend: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """A review with the rows of the ledger that belong to it.

    `rows` are the first of the outcomes that wait, `waiting` in all; `measures` those taken so far, in the
    meeting numbered `meeting` ("" when none is planned).
    """

    review: Review
    rows: tuple[LedgerRow, ...] = ()
    waiting: int = 0
    measures: tuple[LedgerRow, ...] = ()
    meeting: str = ""


def review(
    period: Period,
    today: date,
    found: Sequence[Reviewed],
    causes: Iterable[str],
    load: Load,
    trend: Sequence[Month],
) -> Review:
    """The figures of `period` on the day `today`.

    `found` are the outcomes that were made, due or done in it; `causes` the words said for each delay.
    """
    done = [one for one in found if _is_in(period, one.done_on)]
    return Review(
        period=period,
        today=today,
        made=Counter(one.kind for one in found if one.made),
        due=_punctuality(period, today, found),
        undated=sum(_is_undated(one) for one in found if one.made),
        done=len(done),
        marks=_marks(done),
        departments=_shares(period, today, found, lambda one: one.department),
        people=_shares(period, today, found, lambda one: one.person),
        causes=count_causes(causes),
        load=load,
        trend=tuple(trend),
    )


def _is_in(period: Period, day: date | None) -> bool:
    return day is not None and period.first <= day <= period.last


def _is_undated(one: Reviewed) -> bool:
    """A decision without a date is carried out by its actions."""
    return one.first_due is None and one.kind is not OutcomeKind.DECISION


def _punctuality(period: Period, today: date, found: Iterable[Reviewed]) -> Punctuality:
    due = ((one, one.first_due) for one in found)
    fates = (
        fate(one.status, first, one.done_on, today) for one, first in due if first and _is_in(period, first)
    )
    return punctuality(fates)


def _marks(done: Iterable[Reviewed]) -> Marks:
    given = Counter(one.quality for one in done)
    return Marks(given[Quality.GOOD], given[Quality.FAIR], given[Quality.POOR], given[None])


def _shares(
    period: Period, today: date, found: Iterable[Reviewed], name: Callable[[Reviewed], str]
) -> tuple[Share, ...]:
    """Those with something due or marked in the period, the most due first, what nobody is named for last."""
    groups: dict[str, list[Reviewed]] = defaultdict(list)
    for one in found:
        groups[name(one)].append(one)
    shares = (
        Share(
            named,
            _punctuality(period, today, group),
            _marks(one for one in group if _is_in(period, one.done_on)),
        )
        for named, group in groups.items()
    )
    shown = [one for one in shares if one.due.due or one.marks.given]
    return tuple(sorted(shown, key=lambda one: (not one.name, -one.due.due, one.name)))


def count_causes(said: Iterable[str]) -> tuple[CauseCount, ...]:
    """How often each cause was named, the most frequent first; own words that differ in case are the same."""
    counts: Counter[tuple[Cause | None, str]] = Counter()
    spelt: dict[str, str] = {}
    for words in said:
        cause = cause_of(words)
        own = " ".join(words.split())
        key = "" if cause else spelt.setdefault(own.casefold(), own)
        counts[cause, key] += 1
    found = [CauseCount(cause, words, n) for (cause, words), n in counts.items()]
    return tuple(sorted(found, key=lambda one: (-one.n, one.cause is None, one.cause or "", one.words)))
