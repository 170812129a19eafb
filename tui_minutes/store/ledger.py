"""The ledger: every outcome with where it comes from (T1)."""

from __future__ import annotations

from tui_minutes.domain.meeting import Level, highest
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.store import history, outcomes
from tui_minutes.store.tables import AgendaRow, MeetingRow


def rows(with_history: bool = False) -> list[LedgerRow]:
    """All outcomes, withdrawn ones included, with their meeting, item and numbers they refer to."""
    meetings = {m.uid: m for m in MeetingRow.select()}
    items = {item.uid: item for item in AgendaRow.select()}
    everything = outcomes.every()
    numbers = {one.uid: one.number for one in everything}
    histories = history.of_all() if with_history else {}
    found = []
    for one in everything:
        meeting, item = meetings[one.meeting_uid], items.get(one.item_uid or "")
        levels = [one.level, Level(meeting.level)] + ([Level(item.level)] if item and item.level else [])
        found.append(
            LedgerRow(
                outcome=one,
                meeting_number=meeting.number,
                meeting_title=meeting.title,
                agenda_item=item.title if item else "",
                parent_number=numbers.get(one.parent_uid or ""),
                becomes_number=numbers.get(one.becomes or ""),
                level=highest(*levels),
                history=histories.get(one.uid, ()),
            )
        )
    return found
