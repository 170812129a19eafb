"""What a purge of a meeting would take, and where its words are that no purge reaches: read beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from tui_minutes.domain.going_out import DispatchState
from tui_minutes.domain.outcomes import ENDED
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.purging import Toll
from tui_minutes.domain.searching import finds, spelt
from tui_minutes.store import backups, purge_scope, views
from tui_minutes.store.purge_scope import Scope
from tui_minutes.store.rows import among, columns, pairs
from tui_minutes.store.store import Store
from tui_minutes.store.tables import (
    AgendaRow,
    DispatchRow,
    EntryRow,
    ExportRow,
    HistoryRow,
    MeetingRow,
    OutcomeRow,
    ParticipantRow,
    ReminderRow,
    SealedRow,
    SealRow,
)


def toll(store: Store, meeting: MeetingRow) -> Toll:
    """What a purge of `meeting` comes to."""
    scope = purge_scope.of(meeting)
    outcomes = list(OutcomeRow.select().where(OutcomeRow.meeting == meeting).order_by(OutcomeRow.id))
    numbers = tuple(one.number for one in outcomes)
    standups = purge_scope.standup_lines(meeting, list(numbers))
    sealed = SealedRow.select().join(SealRow).where((SealRow.meeting == meeting) & (SealedRow.position > 0))
    reminders = ReminderRow.select().where(among(ReminderRow.subject, [meeting.uid, *scope.outcome_uids]))
    return Toll(
        number=meeting.number,
        lines=len(scope.entries),
        sealed=sealed.count(),
        outcomes=numbers,
        ends=tuple(one.number for one in outcomes if one.status not in ENDED and not one.withdrawn),
        people=tuple(person.name for person in scope.only_here),
        standups=_distinct((one.meeting.number,) for one in standups),
        reminders=reminders.count(),
        referring=_referring(meeting, scope),
        carried=_distinct(columns(purge_scope.carried(meeting, MeetingRow.number).join(MeetingRow))),
        changed=_changed(meeting),
        views=_quoting(meeting, numbers),
        exports=_exports(meeting),
        sent=_sent(meeting),
        backups=len(backups.kept(store.path)),
    )


def _referring(meeting: MeetingRow, scope: Scope) -> tuple[str, ...]:
    """Outcomes of other meetings that hang on these, or took the place of one."""
    links = (OutcomeRow.parent, OutcomeRow.becomes, OutcomeRow.superseded_by)
    others = OutcomeRow.select(OutcomeRow.id, OutcomeRow.number).where(OutcomeRow.meeting != meeting)
    linked = (others.where(among(link, scope.outcomes)) for link in links)
    found = {key: number for query in linked for key, number in pairs(query)}
    return tuple(found[key] for key in sorted(found))


def _changed(meeting: MeetingRow) -> tuple[str, ...]:
    """Outcomes of other meetings whose history has what was typed here."""
    here = EntryRow.select(EntryRow.command).where(EntryRow.meeting == meeting)
    steps = HistoryRow.select(OutcomeRow.number).join(OutcomeRow).where(HistoryRow.command.in_(here))
    return _distinct(columns(steps.where(OutcomeRow.meeting != meeting)))


def _quoting(meeting: MeetingRow, numbers: tuple[str, ...]) -> tuple[str, ...]:
    """The saved views that name the meeting or an outcome of it, or look for words that stand in it."""
    words = spelt([*_words(meeting), meeting.number, *numbers])
    return tuple(
        one.name
        for one in views.saved()
        if any(word and finds(word, words) for word in (one.name, *_asked(one.wanted)))
    )


def _asked(wanted: str) -> Iterator[str]:
    """The words and names that a filter asks for; states (`is:late`) are words of the program."""
    for part in wanted.split():
        key, _, value = part.rpartition(":")
        if not key.endswith("is"):
            yield value.strip('"“”')


def _words(meeting: MeetingRow) -> list[str]:
    texts: Iterable[tuple[Any, ...]] = [(meeting.title, meeting.goal, meeting.place)]
    for table, own in (
        (EntryRow, (EntryRow.text, EntryRow.speaker, EntryRow.source)),
        (OutcomeRow, (OutcomeRow.text, OutcomeRow.deliverable, OutcomeRow.remark)),
        (AgendaRow, (AgendaRow.title,)),
        (ParticipantRow, (ParticipantRow.name,)),
    ):
        texts = [*texts, *columns(table.select(*own).where(table.meeting == meeting))]
    return [text for row in texts for text in row]


def _exports(meeting: MeetingRow) -> tuple[tuple[str, datetime], ...]:
    """The files that were written of it, or since it was planned of several meetings."""
    mine = (ExportRow.meeting == meeting) | ExportRow.meeting.is_null()
    found = ExportRow.select().where(mine).order_by(ExportRow.at)
    return tuple((one.path, one.at) for one in found)


def _sent(meeting: MeetingRow) -> tuple[tuple[Paper, str, datetime], ...]:
    """What has reached people, or may have."""
    out = (DispatchRow.meeting == meeting) & (DispatchRow.state != DispatchState.FAILED)
    found = DispatchRow.select().where(out).order_by(DispatchRow.at, DispatchRow.id)
    return tuple((Paper(one.document), one.recipient, one.at) for one in found)


def _distinct(rows: Iterable[tuple[Any, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for (value,) in rows))
