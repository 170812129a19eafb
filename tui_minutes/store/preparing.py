"""Meetings that are prepared: their checklists, and whether their notices went out (B5, B6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from tui_minutes.domain.checklist import Check, Kept, Preparing
from tui_minutes.domain.going_out import DispatchState
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.store import meetings
from tui_minutes.store.rows import among, columns, grouped, pairs
from tui_minutes.store.tables import ChecklistRow, DispatchRow, MeetingRow

AHEAD = timedelta(days=60)
"""Nobody is asked to prepare a meeting that is further away."""

_NOTICES = (Paper.NOTICE, Paper.INVITATION)


def of_record(record: MeetingRecord) -> Preparing:
    """What the checklist of one meeting is made of."""
    uid = record.meeting.uid
    keys = dict(pairs(MeetingRow.select(MeetingRow.uid, MeetingRow.id).where(MeetingRow.uid == uid)))
    kept, noticed = _kept(keys.values()), _noticed([uid])
    return Preparing(record.meeting, record.agenda, record.people, kept.get(keys[uid], ()), uid in noticed)


def to_come(now: datetime) -> list[Preparing]:
    """The planned meetings that begin after the instant `now`, none far away; standups need nothing."""
    day = now.replace(tzinfo=None)
    soon = MeetingRow.planned_start.between(day - timedelta(days=1), day + AHEAD)
    planned = (MeetingRow.phase == Phase.PLANNED) & ~MeetingRow.light & soon
    keys = dict(pairs(MeetingRow.select(MeetingRow.uid, MeetingRow.id).where(planned)))
    people, kept, noticed = meetings.people_of(keys.values()), _kept(keys.values()), _noticed(keys)
    return [
        Preparing(one, agenda, people.get(keys[one.uid], ()), kept.get(keys[one.uid], ()), one.uid in noticed)
        for one, agenda in meetings.with_agenda(keys)
        if one.scheduled_start and one.scheduled_start > now
    ]


def _kept(meeting_keys: Iterable[int]) -> dict[int, tuple[Kept, ...]]:
    """The checklists that are stored, by the meeting's key."""
    chosen = ChecklistRow.select().where(among(ChecklistRow.meeting, meeting_keys))
    ordered = chosen.order_by(ChecklistRow.position, ChecklistRow.id)
    return {key: tuple(map(_of, theirs)) for key, theirs in grouped(ordered, "meeting_id").items()}


def _of(row: ChecklistRow) -> Kept:
    return Kept(
        row.uid, Check(row.check) if row.check else None, row.text, row.who, row.ahead, row.due, row.note,
        row.done_at, row.done_by,
    )  # fmt: skip


def _noticed(meeting_uids: Iterable[str]) -> set[str]:
    """The uids of the meetings whose notice has reached somebody."""
    sent = (DispatchRow.state == DispatchState.SENT) & DispatchRow.document.in_(_NOTICES)
    reached = DispatchRow.select(MeetingRow.uid).join(MeetingRow)
    return {uid for (uid,) in columns(reached.where(among(MeetingRow.uid, meeting_uids) & sent))}
