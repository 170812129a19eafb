"""What the meetings of a series have in common: title, rhythm, rules, quorum, recurring items (B8)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Level, Phase, highest, is_hidden
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import Rhythm
from tui_minutes.domain.series import Recurring
from tui_minutes.services import policies, rhythms
from tui_minutes.services.commanded import commanded
from tui_minutes.services.ordering import swap
from tui_minutes.services.phases import unsealed
from tui_minutes.store import rows
from tui_minutes.store import series as stored
from tui_minutes.store.store import Store
from tui_minutes.store.tables import (
    AgendaRow,
    MeetingRow,
    OccurrenceRow,
    RecurringRow,
    SeriesRow,
    SourceRow,
)

_BY_HAND = (Origin.PLANNED, Origin.TOPIC, Origin.CARRIED)
"""Items of these origins do not come by themselves."""


@commanded
def update(
    store: Store,
    command: Command,
    series_uid: str,
    title: str,
    rhythm: Rhythm | None,
    policy: str,
) -> None:
    """Change what the meetings of a series have in common; those that are planned keep their dates.

    Refused: no_title; rule_unreadable and rule_never for a rule that is none.
    """
    if not title.strip():
        raise Refused("no_title")
    spelt = replace(rhythm, rule=rhythms.spelt(rhythm.rule, rhythm.first, rhythm.zone)) if rhythm else None
    row = rows.row(SeriesRow, series_uid)
    row.title = title
    stored.set_rhythm(row, spelt)
    policies.take(row, policy)
    if spelt:
        _give_slots(command, row, spelt)


def _give_slots(command: Command, series: SeriesRow, rhythm: Rhythm) -> None:
    """A planned meeting that has no place in the rhythm gets the nearest, which it keeps when it is moved."""
    planned = MeetingRow.select().where(
        (MeetingRow.series == series) & (MeetingRow.phase == Phase.PLANNED) & MeetingRow.planned_start
    )
    members = list(planned.order_by(MeetingRow.planned_start))
    placed = stored.slots(members)
    for meeting in members:
        slot = None if meeting.id in placed else rhythms.nearest(rhythm, meeting.planned_start, None)
        if slot is not None and slot not in placed.values():
            rows.add(OccurrenceRow, command, meeting=meeting, slot=slot)
            placed[meeting.id] = slot


@commanded
def add_recurring(store: Store, command: Command, series_uid: str, item: Recurring) -> str:
    """Let every meeting of the series that is planned from now on have `item`; its uid. Refused: no_title."""
    return _add(command, rows.row(SeriesRow, series_uid), item).uid


@commanded
def edit_recurring(store: Store, command: Command, recurring_uid: str, item: Recurring) -> None:
    """Change a recurring item, for the meetings that are planned from now on. Refused: no_title."""
    row = rows.row(RecurringRow, recurring_uid)
    for name, value in _fields(item).items():
        setattr(row, name, value)
    row.save()


@commanded
def end_recurring(store: Store, command: Command, recurring_uid: str) -> None:
    """The meetings of the series do not have it any more; where it is on an agenda, it stays there."""
    row = rows.row(RecurringRow, recurring_uid)
    row.ended = True
    row.save()


@commanded
def move_recurring(store: Store, command: Command, recurring_uid: str, step: int) -> None:
    """Move a recurring item up (-1) or down (+1); at the edge nothing happens."""
    row = rows.row(RecurringRow, recurring_uid)
    swap(stored.recurring_rows(row.series), recurring_uid, step)


@commanded
def make_recurring(store: Store, command: Command, item_uid: str) -> str:
    """Let the series always have an agenda item from now on; the uid of what recurs.

    Refused("comes_by_itself") for one that recurs already, or was taken over from the ledger or the readback.
    """
    item = rows.row(AgendaRow, item_uid)
    meeting = unsealed(item.meeting.uid)
    if item.origin not in _BY_HAND or SourceRow.get_or_none(item=item) or not meeting.series_id:
        raise Refused("comes_by_itself", title=item.title)
    level = highest(Level(meeting.level), Level(item.level or meeting.level))
    kept = level if item.level or is_hidden(level) else None
    recurring = Recurring(item.title, item.minutes, item.facilitator, item.prepare, kept)
    made = _add(command, meeting.series, recurring)
    rows.add(SourceRow, command, item=item, recurring=made)
    item.origin = Origin.RECURRING
    item.save()
    return made.uid


def _add(command: Command, series: SeriesRow, item: Recurring) -> RecurringRow:
    place = len(stored.recurring_rows(series)) + 1
    return rows.add(RecurringRow, command, series=series, position=place, **_fields(item))


def _fields(item: Recurring) -> dict[str, Any]:
    if not item.title.strip():
        raise Refused("no_title")
    return {
        "title": item.title,
        "minutes": max(item.minutes, 0),
        "facilitator": item.facilitator,
        "prepare": item.prepare,
        "level": item.level,
    }
