"""Holding a standup: a light meeting that goes round, each round an item with its clock (T9)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import MeetingKind, Phase
from tui_minutes.domain.plan import Plan
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.standup import FIRST_LOOK, Grouping, Standup, ordered
from tui_minutes.domain.timing import not_before
from tui_minutes.i18n import tr
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import current_item
from tui_minutes.services.meetings import make
from tui_minutes.services.phases import in_session
from tui_minutes.services.session import first_pending, put_on_table, stop_clocks
from tui_minutes.store import rows, standups
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AgendaRow, EntryRow, MeetingRow, StandupRow

LONGEST = 3600
"""Nobody has more seconds than this."""


@commanded
def begin(
    store: Store,
    command: Command,
    grouped_by: Grouping,
    zone: str,
    department: str = "",
    seconds_each: int = 0,
) -> str:
    """Begin a standup of `department` ("" for everybody), in the series of the one before; its uid.

    The one that runs already is gone on with. Refused("seconds_out_of_range").
    """
    if running := standups.running():
        return running
    before = standups.last(department)
    title = tr("Standup · {department}", department=department) if department else tr("Standup")
    follows = before.meeting.uid if before else None
    meeting = make(command, Plan(title, kind=MeetingKind.STANDUP, zone=zone, follows=follows))
    meeting.light, meeting.phase, meeting.started_at = True, Phase.IN_SESSION, command.at
    meeting.save()
    seen = before.last_change if before else standups.last_change(before=command.at - FIRST_LOOK)
    row = rows.add(
        StandupRow, command, meeting=meeting, grouped_by=grouped_by, department=department,
        seconds_each=_seconds(seconds_each), after_change=seen, begun_change=standups.last_change(),
    )  # fmt: skip
    _add_rounds(command, standups.standup(row), meeting)
    _go_on(command, meeting)
    return meeting.uid


def _add_rounds(command: Command, standup: Standup, meeting: MeetingRow) -> None:
    """A round for each group that has none yet, behind those that there are."""
    there = {item.title for item in rows.agenda(meeting)}
    groups = [one for one in standups.groups(standup, command.at) if one.name not in there]
    position = rows.next_position(AgendaRow, meeting)
    for nth, group in enumerate(ordered(groups)):
        rows.add(AgendaRow, command, meeting=meeting, title=group.name, position=position + nth)


def _go_on(command: Command, meeting: MeetingRow) -> str | None:
    """Open the next round that nobody has seen; its uid, None after the last."""
    following = first_pending(meeting, current_item(meeting))
    if following is None:
        return None
    put_on_table(command, meeting, following, command.at)
    return following.uid


@commanded
def next_round(store: Store, command: Command, meeting_uid: str) -> str | None:
    """Go on to the next round, those skipped and newly come included; None (and no change) after the last."""
    meeting = in_session(meeting_uid)
    _add_rounds(command, standups.find(meeting_uid), meeting)
    return _go_on(command, meeting)


@commanded
def set_seconds(store: Store, command: Command, meeting_uid: str, seconds: int) -> None:
    """Give each round so many seconds, 0 for no timer; Refused("seconds_out_of_range") beyond an hour."""
    row = _standup(in_session(meeting_uid))
    row.seconds_each = _seconds(seconds)
    row.save()


def _seconds(seconds: int) -> int:
    if not 0 <= seconds <= LONGEST:
        raise Refused("seconds_out_of_range")
    return seconds


@commanded
def end(store: Store, command: Command, meeting_uid: str) -> None:
    """The standup was held: it has seen the history up to now. Rounds not shown stay on record as such."""
    meeting = in_session(meeting_uid)
    row = _standup(meeting)
    _close(meeting, command.at, Phase.HELD)
    row.last_change = standups.last_change()
    row.save()


@commanded
def cancel(store: Store, command: Command, meeting_uid: str) -> None:
    """Call off a standup in which nothing was said; the next one sees what this one would have seen.

    Refused("standup_not_empty") when something was taken down or changed.
    """
    meeting = in_session(meeting_uid)
    if not is_empty(meeting_uid):
        raise Refused("standup_not_empty", number=meeting.number)
    _close(meeting, command.at, Phase.CANCELLED)


def is_empty(meeting_uid: str) -> bool:
    """Whether nothing was taken down, and no outcome was changed while it ran."""
    standup, meeting = standups.find(meeting_uid), rows.row(MeetingRow, meeting_uid)
    changed = standups.last_change() > standup.begun_change
    return not (changed or EntryRow.select().where(EntryRow.meeting == meeting).exists())


def _close(meeting: MeetingRow, at: datetime, phase: Phase) -> None:
    stop_clocks(meeting, at)
    current = current_item(meeting)
    if current is not None:
        current.state = "done"
        current.save()
    meeting.phase, meeting.ended_at = phase, not_before(at, meeting.started_at)
    meeting.save()


def _standup(meeting: MeetingRow) -> StandupRow:
    """The standup that `meeting` is; Refused("no_standup") for any other meeting."""
    found = standups.of_meeting(meeting)
    if found is None:
        raise Refused("no_standup", number=meeting.number)
    return found
