"""What is looked after inside a meeting: what the other meetings of its series left open (B8, T7)."""

from __future__ import annotations

from collections.abc import Sequence

from tui_minutes.domain.agenda import AgendaItem, Origin
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.store import ledger, rows, series
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow


def open_outcomes(store: Store, meeting_uid: str) -> list[LedgerRow]:
    """What the other meetings of the series left open, in the order it was made."""
    meeting = rows.row(MeetingRow, meeting_uid)
    return ledger.left_open([one.id for one in series.members(meeting) if one.id != meeting.id])


def on_the_table(
    store: Store, meeting_uid: str, item: AgendaItem | None, left_open: Sequence[LedgerRow]
) -> list[LedgerRow]:
    """Of what is open, what the agenda item looks after: the walk all but what has an item of its own, the
    item of a question that question, any other item nothing.
    """
    if item is None or item.origin not in (Origin.FOLLOW_UP, Origin.QUESTION):
        return []
    asked = series.questions(meeting_uid)
    if item.origin is Origin.QUESTION:
        return [row for row in left_open if row.outcome.uid == asked.get(item.uid)]
    return [row for row in left_open if row.outcome.uid not in asked.values()]
