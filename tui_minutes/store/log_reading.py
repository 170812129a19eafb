"""Reading lines of the log: rows of several tables into records of the domain."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from peewee import Expression

from tui_minutes.domain.discussion import Entry, EntryKind, MotionResult, Revision
from tui_minutes.domain.reading import Votes
from tui_minutes.store.remembered import MOST, Values, as_row, place, stored
from tui_minutes.store.rows import pairs
from tui_minutes.store.tables import EntryRow, OutcomeRow, RevisionRow


def entries(which: Expression, items: dict[int | None, str]) -> tuple[Entry, ...]:
    """The lines for which `which` holds, in order; `items` are the uids of agenda items by key."""
    rows = stored(EntryRow.select().where(which).order_by(EntryRow.seq))
    chosen, continued = (EntryRow.select(key).where(which) for key in (EntryRow.id, EntryRow.continues))
    earlier = dict(pairs(EntryRow.select(EntryRow.id, EntryRow.uid).where(EntryRow.id.in_(continued))))
    made = OutcomeRow.select(OutcomeRow.entry, OutcomeRow.uid).where(OutcomeRow.entry.in_(chosen))
    results: dict[int, str] = dict(pairs(made.order_by(OutcomeRow.id)))
    changes: defaultdict[int, tuple[Values, ...]] = defaultdict(tuple)
    for change in stored(RevisionRow.select().where(RevisionRow.entry.in_(chosen)).order_by(RevisionRow.id)):
        changes[change[_CHANGED]] += (change,)
    return tuple(
        _entry(one, items.get(one[_ITEM]), earlier.get(one[_CONTINUES]), results.get(one[0]), changes[one[0]])
        for one in rows
    )


_ITEM, _CONTINUES = (place(EntryRow, name) for name in ("item", "continues"))
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
