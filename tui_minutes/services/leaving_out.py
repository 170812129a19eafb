"""What readers get who are cleared for a meeting, and for nothing above it (B7, F3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui_minutes.domain.capture.kinds import NUMBER
from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.going_out import GoingOut
from tui_minutes.domain.leaving_out import NOTHING, Omitted, left_out
from tui_minutes.domain.meeting import highest
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.regex import regex
from tui_minutes.domain.shape import shape
from tui_minutes.store.store import Store

_NUMBER = regex(NUMBER, re.IGNORECASE)


def copy_for(
    store: Store, record: MeetingRecord, going: GoingOut, readers: Sequence[str], *, whole: bool
) -> tuple[MeetingRecord, GoingOut, Omitted]:
    """What a copy for `readers` holds, all of them: nothing that is meant for others only.

    Unless it is `whole`, neither what is above the level of the meeting. Without readers a whole copy is
    that of who keeps the record, another one may get to anybody.
    """
    if readers or not whole:
        going = replace(going, materials=tuple(one for one in going.materials if one.is_for(*readers)))
    return (record, going, NOTHING) if whole else for_readers(store, record, going)


def for_readers(
    store: Store, record: MeetingRecord, going: GoingOut
) -> tuple[MeetingRecord, GoingOut, Omitted]:
    """`record` and `going` without all that is above the level of the meeting, and how much that was.

    An outcome of an earlier meeting has a level of its own: what was said of it here may stay out, too.
    """
    level = record.meeting.level
    named = {
        entry.uid: uid
        for entry in record.entries
        if entry.kind is EntryKind.UPDATE and (uid := _outcome(store, entry))
    }
    rows = store.rows_of(sorted(set(named.values())))
    above = {row.outcome.uid for row in rows if highest(level, row.level) is not level}
    return left_out(record, going, level, [entry for entry, outcome in named.items() if outcome in above])


def _outcome(store: Store, entry: Entry) -> str | None:
    """The uid of the outcome that a line changed: its number stands first in the line."""
    number = _NUMBER.match(shape(entry.raw))
    found = store.outcome_by_number(number[0].upper()) if number else None
    return found.uid if found else None
