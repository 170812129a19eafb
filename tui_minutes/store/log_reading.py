"""Reading lines of the log: rows of several tables into records of the domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from peewee import JOIN, Expression

from tui_minutes.domain.discussion import Entry, EntryKind, MotionResult, Revision
from tui_minutes.domain.reading import Votes
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.remembered import MOST, Values, as_row, place
from tui_minutes.store.tables import AgendaRow, EntryRow, OutcomeRow, RevisionRow


class LogReading:
    """Reads the lines for which `which` makes a condition of some values, in order."""

    def __init__(self, which: Callable[..., Expression]) -> None:
        self._lines = Prepared(EntryRow, _lines, which)
        self._made = Prepared(OutcomeRow, _made, which)
        self._changes = Prepared(RevisionRow, _changes, which)

    def __call__(self, *values: int) -> tuple[Entry, ...]:
        """The lines for these values."""
        results: dict[int, str] = dict(self._made.stored(*values))
        changes: defaultdict[int, tuple[Values, ...]] = defaultdict(tuple)
        for change in self._changes.stored(*values):
            changes[change[_CHANGED]] += (change,)
        return tuple(
            _entry(tuple(line), item, earlier, results.get(line[0]), changes[line[0]])
            for *line, item, earlier in self._lines.stored(*values)
        )


def _lines(condition: Expression) -> Any:
    """The lines, with the uids of the agenda item and of the line that each goes on from."""
    earlier = EntryRow.alias()
    query = EntryRow.select(EntryRow, AgendaRow.uid, earlier.uid).left_outer_join(AgendaRow)
    query = query.join_from(EntryRow, earlier, JOIN.LEFT_OUTER, on=EntryRow.continues == earlier.id)
    return query.where(condition).order_by(EntryRow.seq)


def _made(condition: Expression) -> Any:
    made = OutcomeRow.select(OutcomeRow.entry, OutcomeRow.uid)
    return made.where(OutcomeRow.entry.in_(_chosen(condition))).order_by(OutcomeRow.id)


def _changes(condition: Expression) -> Any:
    changes = RevisionRow.select().where(RevisionRow.entry.in_(_chosen(condition)))
    return changes.order_by(RevisionRow.id)


def _chosen(condition: Expression) -> Any:
    return EntryRow.select(EntryRow.id).where(condition)


of_meeting = LogReading(lambda meeting: EntryRow.meeting == meeting)
after = LogReading(lambda meeting, seq: (EntryRow.meeting == meeting) & (EntryRow.seq > seq))
by_key = LogReading(lambda key: EntryRow.id == key)

_CHANGED = place(RevisionRow, "entry")


@lru_cache(maxsize=MOST)
def _entry(
    values: Values,
    item_uid: str | None,
    continues: str | None,
    outcome_uid: str | None,
    changes: tuple[Values, ...],
) -> Entry:
    """A line; the same one as before where nothing about it has changed."""
    one = as_row(EntryRow, values)
    revisions = [as_row(RevisionRow, change) for change in changes]
    return Entry(
        uid=one.uid,
        seq=one.seq,
        at=one.at,
        kind=EntryKind(one.kind),
        text=one.text,
        raw=one.typed,
        speaker=one.speaker,
        value=one.value,
        source=one.source,
        proposer=one.proposer,
        result=MotionResult(one.result) if one.result else None,
        votes=Votes(*one.votes) if one.votes else None,
        item_uid=item_uid,
        continues=continues,
        outcome_uid=outcome_uid,
        withdrawn=one.withdrawn,
        doubtful=one.doubtful,
        entered_by=one.entered_by,
        revisions=tuple(Revision(r.at, r.by, r.entered_by, r.act, r.before, r.after) for r in revisions),
    )
