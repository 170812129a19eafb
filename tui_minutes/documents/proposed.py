"""The decisions that are put to the room, as the papers before a meeting show them (B3, D4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_minutes.documents.phrases import listed, marked, pair
from tui_minutes.domain.document import Line, Lines, Section
from tui_minutes.domain.reading import Reading
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.dates import day_long

Proposed = Mapping[str, Sequence[Reading]]
"""What is proposed, read as lines of the meeting, by the uid of the agenda item."""

NOT_ANY: Proposed = {}


def proposed_decisions(record: MeetingRecord, proposed: Proposed) -> Section:
    """Item by item what the room is to decide, with who would answer for it and by when."""
    blocks = tuple(
        Lines(
            tuple(_line(one) for one in proposed[item.uid]),
            f"{number}. {marked(item.title, item.level, record.meeting.level)}",
        )
        for number, item in enumerate(record.agenda, 1)
        if item.uid in proposed
    )
    return Section(tr("Proposed decisions"), blocks)


def _line(one: Reading) -> Line:
    due = day_long(one.due) if one.due else tr("next meeting") if one.due_next_meeting else ""
    details = (pair(tr("Responsible"), listed(one.owners)), pair(tr("Due"), due))
    return Line(one.text, details=tuple(detail for detail in details if detail))
