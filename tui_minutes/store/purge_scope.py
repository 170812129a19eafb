"""What belongs to a meeting that is to be purged, by keys: its own rows, and what is said of it elsewhere."""

from __future__ import annotations

from typing import Any

from peewee import fn

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.purging import names_one_of
from tui_minutes.store.rows import among, columns
from tui_minutes.store.tables import (
    AgendaRow,
    EntryRow,
    HeadRow,
    HistoryRow,
    MeetingRow,
    OutcomePersonRow,
    OutcomeRow,
    ParticipantRow,
    PersonRow,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The keys of a meeting's lines, people, outcomes and their history; `commands` are what made them.

    `carried_items` are items that later meetings go on with, `standup_lines` lines of standups that name one
    of the outcomes, `only_here` the people of the directory whom nothing else refers to.
    """

    meeting_uid: str
    entries: tuple[int, ...]
    participants: tuple[int, ...]
    outcomes: tuple[int, ...]
    outcome_uids: tuple[str, ...]
    steps: tuple[int, ...]
    commands: tuple[str, ...]
    carried_items: tuple[int, ...]
    standup_lines: tuple[int, ...]
    only_here: tuple[PersonRow, ...]


def of(meeting: MeetingRow) -> Scope:
    """All that a purge of `meeting` touches."""
    outcomes = list(OutcomeRow.select().where(OutcomeRow.meeting == meeting))
    keys = tuple(one.id for one in outcomes)
    lines = list(columns(_of(meeting, EntryRow, EntryRow.id, EntryRow.command)))
    theirs = HistoryRow.select(HistoryRow.id, HistoryRow.command).where(among(HistoryRow.outcome, keys))
    steps = list(columns(theirs))
    return Scope(
        meeting.uid,
        tuple(key for key, _ in lines),
        tuple(key for (key,) in columns(_of(meeting, ParticipantRow, ParticipantRow.id))),
        keys,
        tuple(one.uid for one in outcomes),
        tuple(key for key, _ in steps),
        tuple(dict.fromkeys(command for _, command in (*lines, *steps))),
        tuple(key for (key,) in columns(carried(meeting, AgendaRow.carried_from))),
        tuple(one.id for one in standup_lines(meeting, [one.number for one in outcomes])),
        tuple(_only_here(meeting, keys)),
    )


def carried(meeting: MeetingRow, *wanted: Any) -> Any:
    """The agenda items of other meetings that go on with one of `meeting`: a query of some columns."""
    own = _of(meeting, AgendaRow, AgendaRow.id)
    return AgendaRow.select(*wanted).where(AgendaRow.carried_from.in_(own)).distinct()


def standup_lines(meeting: MeetingRow, numbers: list[str]) -> list[EntryRow]:
    """The lines of standups that name one of the outcomes numbered so."""
    if not numbers:
        return []
    names = names_one_of(numbers)
    lines = EntryRow.select(EntryRow, MeetingRow).join(MeetingRow)
    elsewhere = lines.where(MeetingRow.light & (MeetingRow.id != meeting.id))
    return [one for one in elsewhere if names.search(f"{one.text} {one.typed}")]


def _only_here(meeting: MeetingRow, outcomes: tuple[int, ...]) -> list[PersonRow]:
    """People of the directory who took part here, or in these outcomes, and nowhere else.

    Who heads a department stays, and those into whom others were merged. Of each only the first other place
    is looked for: some have thousands.
    """
    here = ParticipantRow.meeting == meeting
    part = among(OutcomePersonRow.outcome, outcomes)
    places = ((ParticipantRow, here), (OutcomePersonRow, part))
    theirs = {key for table, which in places for (key,) in columns(table.select(table.person).where(which))}
    only = among(PersonRow.id, theirs)
    for table, which in places:
        only &= ~fn.EXISTS(table.select(table.id).where((table.person == PersonRow.id) & ~which))
    merged = PersonRow.alias()
    only &= ~fn.EXISTS(merged.select(merged.id).where(merged.merged_into == PersonRow.id))
    only &= PersonRow.id.not_in(HeadRow.select(HeadRow.person))
    return list(PersonRow.select().where(only).order_by(PersonRow.name))


def _of(meeting: MeetingRow, table: Any, *wanted: Any) -> Any:
    return table.select(*wanted).where(table.meeting == meeting)
