"""The ledger of all meetings: every outcome with where it comes from and how it stands (T1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from peewee import Expression, fn

from tui_minutes.domain.meeting import Level, highest
from tui_minutes.domain.outcomes import Change, Outcome
from tui_minutes.domain.standing import Standing
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.store import history, outcome_reading
from tui_minutes.store.rows import among, columns, pairs
from tui_minutes.store.tables import AgendaRow, MeetingRow, OutcomeRow, TrackedRow
from tui_minutes.store.tracked_columns import ENDED, FOLLOWED


def rows(with_history: bool = False) -> list[LedgerRow]:
    """All outcomes, withdrawn ones included, with their meeting, item and numbers they refer to."""
    return _told(outcome_reading.every(), history.of_all() if with_history else {})


def of_keys(keys: Sequence[int]) -> tuple[LedgerRow, ...]:
    """The rows of outcomes by their keys, in that order."""
    query = OutcomeRow.select(OutcomeRow.id, OutcomeRow.uid).where(among(OutcomeRow.id, keys))
    uids = dict(pairs(query))
    return of_uids([uids[key] for key in keys if key in uids])


def of_uids(uids: Sequence[str]) -> tuple[LedgerRow, ...]:
    """The rows of outcomes by their uids, in that order; what there is not is left out."""
    found = {row.outcome.uid: row for row in where(among(OutcomeRow.uid, uids))}
    return tuple(found[uid] for uid in uids if uid in found)


def where(condition: Expression) -> list[LedgerRow]:
    """The rows of outcomes for which `condition` holds, in the order they were made."""
    return _told(outcome_reading.those(condition), {})


def left_open(meeting_ids: Sequence[int]) -> list[LedgerRow]:
    """What was agreed in some meetings and is still open: to be walked through in the next one."""
    theirs = TrackedRow.select(TrackedRow.outcome).where(TrackedRow.meeting.in_(list(meeting_ids)) & FOLLOWED)
    return where(OutcomeRow.id.in_(theirs))


def one(uid_or_number: str) -> LedgerRow | None:
    """The row of an outcome by its uid or its number (letters of either case)."""
    found = where((OutcomeRow.uid == uid_or_number) | (OutcomeRow.number == uid_or_number.upper()))
    return found[0] if found else None


def open_of_meetings(wanted: Iterable[str], now: datetime) -> dict[str, tuple[int, int]]:
    """How many outcomes each of some meetings (by uid) left open, and how many of these are late by now."""
    asked = MeetingRow.select(MeetingRow.id).where(among(MeetingRow.uid, wanted))
    number = fn.COUNT(TrackedRow.outcome)
    late_ones = number.filter(TrackedRow.late_on <= now)
    query = TrackedRow.select(MeetingRow.uid, number, late_ones).join(MeetingRow)
    query = query.where(TrackedRow.meeting.in_(asked) & (TrackedRow.stage < ENDED) & TrackedRow.live)
    return {uid: (opened, late) for uid, opened, late in columns(query.group_by(TrackedRow.meeting))}


def _told(found: Sequence[Outcome], histories: dict[str, tuple[Change, ...]]) -> list[LedgerRow]:
    meetings = _by_uid(_OF_MEETING, (one.meeting_uid for one in found))
    items = _by_uid(_OF_ITEM, (one.item_uid for one in found))
    numbers = _numbers([uid for one in found for uid in (one.parent_uid, one.becomes) if uid])
    standings = _standings([one.uid for one in found])
    told = []
    for one in found:
        meeting, item = meetings[one.meeting_uid], items.get(one.item_uid or "")
        levels = [one.level, Level(meeting.level)] + ([Level(item.level)] if item and item.level else [])
        told.append(
            LedgerRow(
                outcome=one,
                meeting_number=meeting.number,
                meeting_title=meeting.title,
                agenda_item=item.title if item else "",
                parent_number=numbers.get(one.parent_uid or ""),
                becomes_number=numbers.get(one.becomes or ""),
                level=highest(*levels),
                history=histories.get(one.uid, ()),
                zone=meeting.zone,
                standing=standings.get(one.uid, Standing()),
            )
        )
    return told


_OF_MEETING = (MeetingRow.uid, MeetingRow.number, MeetingRow.title, MeetingRow.level, MeetingRow.zone)
_OF_ITEM = (AgendaRow.uid, AgendaRow.title, AgendaRow.level)


def _by_uid(wanted: tuple[Any, ...], uids: Iterable[str | None]) -> dict[str, Any]:
    """Some columns of the rows with these uids, by uid; the uid is the first of them."""
    query = wanted[0].model.select(*wanted).where(among(wanted[0], uids))
    return {row.uid: row for row in query.namedtuples()}


def _numbers(uids: Iterable[str]) -> dict[str, str]:
    query = OutcomeRow.select(OutcomeRow.uid, OutcomeRow.number)
    return dict(pairs(query.where(among(OutcomeRow.uid, uids))))


def _standings(uids: Sequence[str]) -> dict[str, Standing]:
    """How those to be done stand, by uid; the others need nothing that time brings."""
    query = TrackedRow.select(
        OutcomeRow.uid, TrackedRow.late_on, TrackedRow.stale_on, TrackedRow.ack_due_on, TrackedRow.asked_at,
        TrackedRow.lacking,
    ).join(OutcomeRow)  # fmt: skip
    return {uid: Standing(*instants) for uid, *instants in columns(query.where(among(OutcomeRow.uid, uids)))}
