"""Standups: which one runs, how they follow one another, and what their rounds are about (T9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from peewee import Case

from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Change, OutcomeKind, Part
from tui_minutes.domain.standup import Group, Grouping, Standup
from tui_minutes.store import called, history, meetings, rows
from tui_minutes.store.tables import (
    HistoryRow,
    MeetingRow,
    OutcomePersonRow,
    OutcomeRow,
    StandupRow,
    TrackedRow,
)
from tui_minutes.store.tracked_columns import FOLLOWED, REPORTED, TO_DO

_TALKED_OF = TrackedRow.stage.in_((TO_DO, REPORTED)) & FOLLOWED
"""What a standup talks about; found by the stages, which stand in the indexes."""


def running() -> str | None:
    """The uid of the standup that runs; there is at most one."""
    query = MeetingRow.select(MeetingRow.uid).join(StandupRow, on=StandupRow.meeting == MeetingRow.id)
    found = query.where(MeetingRow.phase == Phase.IN_SESSION).first()
    return found.uid if found else None


def last(department: str | None = "") -> StandupRow | None:
    """The last standup that was held: of `department` ("" for everybody), of any when None."""
    query = StandupRow.select().join(MeetingRow)
    held = MeetingRow.phase == Phase.HELD
    if department is not None:
        held &= StandupRow.department == department
    found: StandupRow | None = query.where(held).order_by(StandupRow.id.desc()).first()
    return found


def of_meeting(meeting: MeetingRow) -> StandupRow | None:
    """The standup that `meeting` is; None for any other meeting."""
    found: StandupRow | None = StandupRow.get_or_none(StandupRow.meeting == meeting)
    return found


def find(meeting_uid: str) -> Standup:
    """The standup that a meeting is; Refused("not_found") when there is no such meeting."""
    meeting = rows.row(MeetingRow, meeting_uid)
    return standup(StandupRow.get(StandupRow.meeting == meeting))


def standup(row: StandupRow) -> Standup:
    """A row as the domain knows it."""
    before = row.meeting.follows
    return Standup(
        meetings.meeting_of(row.meeting), Grouping(row.grouped_by), row.department, row.seconds_each,
        before.ended_at if before else None, row.after_change, row.begun_change, row.last_change,
    )  # fmt: skip


def last_change(before: datetime | None = None) -> int:
    """The last step of any outcome's history, or the last one made before an instant."""
    query = HistoryRow.select(HistoryRow.id).order_by(HistoryRow.id.desc())
    found = (query.where(HistoryRow.at < before) if before else query).first()
    return found.id if found else 0


def groups(one: Standup, now: datetime) -> list[Group]:
    """What there is to talk about: who owns what is open, helps with it, or owns what has changed since."""
    some, needing = _counted(one, now)
    told = [name for (name,) in _tracked(one, _name(one)).where(_changed(one)).tuples()]
    names = dict.fromkeys((*some, *told, *_helpers(one)))
    return [Group(name, some[name], needing[name]) for name in names]


def outcomes_of(one: Standup, name: str, now: datetime) -> tuple[list[str], list[str]]:
    """The uids of what the round of `name` is about: what it answers for, and what it helps with."""
    about = _tracked(one, OutcomeRow.uid).join_from(TrackedRow, OutcomeRow)
    own = {
        uid
        for is_told in (_open(one, now), _changed(one))
        for (uid,) in about.where((_name(one) == name) & is_told).tuples()
    }
    if one.grouped_by is not Grouping.OWNER:
        return sorted(own), []
    helper = called.is_called([name]) & (OutcomePersonRow.part == Part.HELPER)
    helped = OutcomePersonRow.select(OutcomePersonRow.outcome).where(helper)
    helping = about.where(TrackedRow.outcome.in_(helped) & _TALKED_OF).tuples()
    return sorted(own), sorted(uid for (uid,) in helping if uid not in own)


def changes(
    after: int, until: int | None, uids: Sequence[str] | None = None
) -> dict[str, tuple[Change, ...]]:
    """What happened to outcomes after one place in the history, up to and with another, by uid.

    `until` None is the end of the history, `uids` the outcomes asked for, all when None.
    """
    stretch = HistoryRow.id > after
    if until is not None:
        stretch &= HistoryRow.id <= until
    if uids is not None:
        stretch &= rows.among(OutcomeRow.uid, uids)
    return history.by_outcome(stretch)


def _counted(one: Standup, now: datetime) -> tuple[Counter[str], Counter[str]]:
    """How much is open of each group, and how much of that needs attention at the instant `now`.

    Counted here: SQL would go through all names, and most of what they ever had is done.
    """
    rows = list(_tracked(one, _name(one), _urgent(now)).where(_open(one, now)).tuples())
    return Counter(name for name, _ in rows), Counter(name for name, urgent in rows if urgent)


def _open(one: Standup, now: datetime) -> Any:
    """What is followed up; a decision that nobody owns is carried out by its actions: told when urgent."""
    if one.grouped_by is not Grouping.OWNER:
        return _TALKED_OF
    owned = (TrackedRow.owner != "") | (TrackedRow.kind != OutcomeKind.DECISION)
    return _TALKED_OF & (owned | (_urgent(now) == 1))


def _urgent(now: datetime) -> Any:
    """1 for what needs attention at the instant `now`, else 0."""
    late, stale, unasked = (
        at <= now for at in (TrackedRow.late_on, TrackedRow.stale_on, TrackedRow.ack_due_on)
    )
    return Case(None, ((late | stale | unasked | TrackedRow.lacking | TrackedRow.unclear, 1),), 0)


def _helpers(one: Standup) -> list[str]:
    """Those who help with something that is open, in a standup that goes by owners."""
    if one.grouped_by is not Grouping.OWNER:
        return []
    named = OutcomePersonRow.outcome == TrackedRow.outcome
    kept = _tracked(one, OutcomePersonRow.person, OutcomePersonRow.name)
    query = kept.join_from(TrackedRow, OutcomePersonRow, on=named)
    helping = list(query.where(_TALKED_OF & (OutcomePersonRow.part == Part.HELPER)).tuples())
    names = called.names_of(helping)
    return list(dict.fromkeys(names[kept] for kept in helping))


def _tracked(one: Standup, *columns: Any) -> Any:
    """What is tracked (with its meeting, where the rounds are meetings), of the department it is for."""
    query = TrackedRow.select(*columns)
    if one.grouped_by is Grouping.MEETING:
        query = query.join(MeetingRow)
    return query.where(TrackedRow.department == one.department) if one.department else query


def _changed(one: Standup) -> Any:
    """What is agreed and has a step in its history after the standup before, whether it has ended or not."""
    after = HistoryRow.select(HistoryRow.outcome).where(HistoryRow.id > one.after_change)
    return TrackedRow.live & ~TrackedRow.provisional & TrackedRow.outcome.in_(after)


def _name(one: Standup) -> Any:
    """What names the rounds."""
    columns = {
        Grouping.OWNER: TrackedRow.owner,
        Grouping.DEPARTMENT: TrackedRow.department,
        Grouping.MEETING: MeetingRow.number,
    }
    return columns[one.grouped_by]
