"""What a standup came to: round by round, and who was not shown (T9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.discussion import OUTCOME_KINDS, Entry, EntryKind
from tui_minutes.domain.meeting import Level, highest
from tui_minutes.domain.outcomes import Act, sort_number
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.standup import Grouping, Standup, group_of
from tui_minutes.domain.standup_news import News
from tui_minutes.domain.tracking import LedgerRow

_NOT_SAID = (*OUTCOME_KINDS, EntryKind.UPDATE, EntryKind.EVENT)
"""Lines that are told by the outcomes they made or changed, or that nobody said."""


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome with what became of it in the standup."""

    row: LedgerRow
    news: News


@dataclass(frozen=True, slots=True)
class Round:
    """One round: how long it took (nothing when it was not shown), what changed in it, what was noted.

    `name` is that of a person, a department or a meeting; "" for what has none.
    """

    name: str
    shown: bool
    spent: timedelta = timedelta(0)
    told: tuple[Told, ...] = ()
    said: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A standup and its rounds, in the order they were to be shown; others that something changed of last."""

    standup: Standup
    record: MeetingRecord
    rounds: tuple[Round, ...]

    @property
    def not_shown(self) -> tuple[str, ...]:
        """The names of the rounds that there was no time for; "" for what nobody owns."""
        planned = {item.title for item in self.record.agenda}
        return tuple(one.name for one in self.rounds if not one.shown and one.name in planned)

    @property
    def told(self) -> tuple[Told, ...]:
        """All that changed."""
        return tuple(told for one in self.rounds for told in one.told)

    @property
    def level(self) -> Level:
        """The highest level of anything in it (B7)."""
        return highest(self.record.meeting.level, *(told.row.level for told in self.told))

    def count(self, act: Act) -> int:
        """How many outcomes `act` was done to."""
        return Counter(one for told in self.told for one in told.news.acts)[act]

    @property
    def made(self) -> int:
        """How many outcomes are new."""
        return sum(told.news.new for told in self.told)


def summarize(
    standup: Standup,
    record: MeetingRecord,
    rows: Iterable[LedgerRow],
    news: Mapping[str, News],
    now: datetime,
) -> Summary:
    """What `news` tells of `rows`, and the lines of `record`, by round; one that goes on is timed by `now`.

    What was handed over stands with whoever gave it away: it was said in that round.
    """
    changed: dict[str, list[Told]] = {}
    for row in sorted(rows, key=lambda row: sort_number(row.outcome.number)):
        told = Told(row, news[row.outcome.uid])
        changed.setdefault(_whose(told, standup.grouped_by), []).append(told)
    rounds = []
    for item in record.agenda:
        told_here = tuple(changed.pop(item.title, ()))
        rounds.append(Round(item.title, item.was_opened, item.spent(now), told_here, said(record, item.uid)))
    others = [Round(name, shown=False, told=tuple(told)) for name, told in changed.items()]
    nobody = said(record, None)
    if nobody:
        others.append(Round("", shown=False, said=nobody))
    return Summary(standup, record, (*rounds, *others))


def said(record: MeetingRecord, item_uid: str | None) -> tuple[Entry, ...]:
    """The lines taken down in a round that made no outcome and changed none."""
    return tuple(one for one in record.log(item_uid) if one.kind not in _NOT_SAID and not one.withdrawn)


def _whose(told: Told, grouping: Grouping) -> str:
    if grouping is Grouping.OWNER and told.news.owners and not told.news.new:
        return (*told.news.owners[0], "")[0]
    return group_of(told.row, grouping)
