"""What does not come along to the next meeting: what was discussed, and what was closed since (B8)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_minutes.domain.agenda import ItemState, Origin
from tui_minutes.domain.meeting import Level, highest
from tui_minutes.domain.series import Ending, EndsBy
from tui_minutes.services.carrying import ENDED
from tui_minutes.store import ledger, rows, series
from tui_minutes.store.tables import MeetingRow, OutcomeRow

_BY = {
    ItemState.DONE: EndsBy.DISCUSSED,
    ItemState.OPEN: EndsBy.DISCUSSED,
    ItemState.OFFLINE: EndsBy.OFFLINE,
}


def of(past: MeetingRow) -> tuple[Ending, ...]:
    """The items that `past` has dealt with, and what its series left open that has ended since it began.

    Nothing while it is not over.
    """
    return (*_items(past), *_outcomes(past)) if past.phase in ENDED else ()


def _items(past: MeetingRow) -> Iterator[Ending]:
    for item in rows.agenda(past):
        by = _BY.get(ItemState(item.state))
        if by and item.origin != Origin.FOLLOW_UP:
            usual = Level(past.level)
            yield Ending(item.title, by, highest(usual, Level(item.level or usual)))


def _outcomes(past: MeetingRow) -> Iterator[Ending]:
    theirs = rows.among(OutcomeRow.meeting, (one.id for one in series.members(past)))
    since = past.started_at
    for row in ledger.where(theirs) if since else ():
        one = row.outcome
        if one.is_live and not one.is_open and not one.provisional and (one.updated_at or since) >= since:
            yield Ending(one.text, EndsBy.CLOSED, row.level, one.number)
