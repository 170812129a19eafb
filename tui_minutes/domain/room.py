"""What of a meeting the room may see on the wall: outcomes, never the log, nothing above a level (B7)."""

from __future__ import annotations

from dataclasses import replace

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.meeting import Level, Meeting, Phase, highest
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.readback import unread
from tui_minutes.domain.record import MeetingRecord


def for_room(record: MeetingRecord, level: Level) -> MeetingRecord:
    """`record` for a wall that everybody sees who is cleared for `level`.

    The log, motions among it, the amendments, and why somebody is absent are not for the wall. Of an item or
    an outcome above `level` the number stays, of a meeting above it nothing but that and its times; what was
    a text is "".
    """
    if is_above(record.meeting.level, level):
        agenda = tuple(map(_bare_item, record.agenda))
        return MeetingRecord(_bare_meeting(record.meeting), agenda=agenda, breaks=record.breaks)
    items = {item.uid for item in record.agenda if item.level and is_above(item.level, level)}
    outcomes = {o.uid for o in record.outcomes if is_above(o.level, level) or o.item_uid in items}
    shown = [one for one in record.outcomes if one.uid not in outcomes]
    about = {one.uid for one in shown} | {one.entry_uid for one in shown if one.entry_uid}
    return MeetingRecord(
        record.meeting,
        people=tuple(replace(person, reason="", email="") for person in record.people),
        agenda=tuple(_bare_item(item) if item.uid in items else item for item in record.agenda),
        breaks=record.breaks,
        outcomes=tuple(_bare_outcome(one) if one.uid in outcomes else one for one in record.outcomes),
        confirmations=tuple(replace(one, words="") for one in record.confirmations),
        objections=tuple(one for one in record.objections if one.outcome_uid not in outcomes),
        seals=record.seals,
        votes=tuple(one for one in record.votes if about & {one.outcome_uid, one.entry_uid}),
        quorum=record.quorum,
    )


def is_above(level: Level, allowed: Level) -> bool:
    """Whether `level` is more confidential than what is `allowed`."""
    return highest(level, allowed) is not allowed


def read_out(record: MeetingRecord, on_show: str) -> Outcome | None:
    """The outcome that is before the room: `on_show` (a uid, "" for none), else the first that is unread.

    While the meeting goes on only what is on show: an item is read back at once. None where nothing is read.
    """
    if record.meeting.phase not in (Phase.IN_SESSION, Phase.READBACK):
        return None
    shown = next((one for one in record.live if one.uid == on_show), None)
    if shown or record.meeting.phase is Phase.IN_SESSION:
        return shown
    return next(iter(unread(record)), None)


def read_with(record: MeetingRecord, outcome: Outcome) -> tuple[Outcome, ...]:
    """All that is read back together with `outcome`, in reading order: of its item, or of the meeting."""
    if record.meeting.phase is Phase.READBACK:
        return record.live
    return tuple(one for one in record.live if one.item_uid == outcome.item_uid)


def _bare_meeting(meeting: Meeting) -> Meeting:
    return replace(meeting, title="", goal="", expected=(), place="", next_place="", next_focus="")


def _bare_item(item: AgendaItem) -> AgendaItem:
    return replace(item, title="", facilitator="", prepare="")


def _bare_outcome(outcome: Outcome) -> Outcome:
    """Number and place, and whether the room has agreed."""
    return Outcome(
        outcome.uid, outcome.number, outcome.kind, "", outcome.meeting_uid, item_uid=outcome.item_uid,
        parent_uid=outcome.parent_uid, level=outcome.level, hearing=outcome.hearing,
        withdrawn=outcome.withdrawn, becomes=outcome.becomes,
    )  # fmt: skip
