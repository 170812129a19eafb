"""The course of a meeting: start, items and their clocks, breaks, extension, on to readback (D1, D2)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.domain.agenda import ItemState, Origin
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import speaking, tr
from tui_minutes.services.agenda import put_on
from tui_minutes.services.attendance import seat_recorder
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import current_item, note_event
from tui_minutes.services.phases import in_session, unsealed
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AgendaRow, MeetingRow, SpanRow


@commanded
def start(store: Store, command: Command, meeting_uid: str, started_at: datetime | None = None) -> None:
    """Begin, now or as scheduled (`started_at`), with the first item that is still to come.

    Without check-in the one who types is present, and others are marked while it runs.
    """
    meeting = unsealed(meeting_uid)
    if meeting.phase not in (Phase.PLANNED, Phase.CHECK_IN):
        raise Refused("already_running", number=meeting.number)
    if meeting.phase == Phase.PLANNED:
        seat_recorder(command, meeting)
    meeting.phase = Phase.IN_SESSION
    meeting.started_at = started_at or command.at
    meeting.save()
    first = first_pending(meeting, None)
    if first is not None:
        put_on_table(command, meeting, first, meeting.started_at)


@commanded
def next_item(store: Store, command: Command, meeting_uid: str) -> str | None:
    """Close the item on the table and open the next one; its uid, or None (and no change) after the last."""
    meeting = in_session(meeting_uid)
    following = first_pending(meeting, current_item(meeting))
    if following is None:
        return None
    put_on_table(command, meeting, following, command.at)
    return following.uid


@commanded
def open_item(store: Store, command: Command, item_uid: str) -> None:
    """Put any item on the table, also one that was put off or done already."""
    item = rows.row(AgendaRow, item_uid)
    put_on_table(command, in_session(item.meeting.uid), item, command.at)


@commanded
def back(store: Store, command: Command, meeting_uid: str) -> None:
    """Return to the item that was on the table before. Refused("no_item_before") at the first."""
    meeting = in_session(meeting_uid)
    before = rows.item_before(meeting, current_item(meeting))
    if before is None:
        raise Refused("no_item_before")
    put_on_table(command, meeting, before, command.at)


@commanded
def add_topic(store: Store, command: Command, meeting_uid: str, title: str) -> str:
    """A new item that nobody planned, right after the one on the table, and open at once; its uid."""
    meeting = in_session(meeting_uid)
    current = current_item(meeting)
    item = put_on(command, meeting, PlanItem(title, origin=Origin.TOPIC))
    if current is not None:
        order = [one for one in rows.agenda(meeting) if one.uid != item.uid]
        order.insert([one.uid for one in order].index(current.uid) + 1, item)
        for position, one in enumerate(order, start=1):
            one.position = position
            one.save()
    put_on_table(command, meeting, item, command.at)
    return item.uid


@commanded
def defer(store: Store, command: Command, item_uid: str) -> None:
    """Put an item off to the next meeting; if it was on the table, the next one comes."""
    item = rows.row(AgendaRow, item_uid)
    with speaking(item.meeting.language):
        words = tr("Put off to the next meeting: {title}", title=item.title)
    _set_aside(command, item, ItemState.DEFERRED, words)


@commanded
def take_offline(store: Store, command: Command, item_uid: str) -> None:
    """Take an item out of the meeting, to be settled by a few afterwards (会后专项)."""
    item = rows.row(AgendaRow, item_uid)
    with speaking(item.meeting.language):
        words = tr("Taken off line: {title}", title=item.title)
    _set_aside(command, item, ItemState.OFFLINE, words)


def _set_aside(command: Command, item: AgendaRow, state: ItemState, words: str) -> None:
    meeting = in_session(item.meeting.uid)
    was_open = item.state == ItemState.OPEN
    note_event(command, meeting, words)
    if was_open:
        stop_clocks(meeting, command.at)
    item.state = state
    item.save()
    following = first_pending(meeting, item) if was_open else None
    if following is not None:
        put_on_table(command, meeting, following, command.at)


@commanded
def extend_item(store: Store, command: Command, item_uid: str, minutes: int) -> None:
    """Give an item more minutes."""
    item = rows.row(AgendaRow, item_uid)
    in_session(item.meeting.uid)
    item.extra += _some(minutes)
    item.save()


@commanded
def extend_meeting(store: Store, command: Command, meeting_uid: str, minutes: int) -> None:
    """Let the whole meeting go on for so many minutes more."""
    meeting = unsealed(meeting_uid)
    meeting.extended += _some(minutes)
    meeting.save()


def _some(minutes: int) -> int:
    if not 0 < minutes <= 600:
        raise Refused("minutes_out_of_range")
    return minutes


@commanded
def pause(store: Store, command: Command, meeting_uid: str) -> None:
    """A break: all clocks stand still. Pausing twice is one pause."""
    meeting = in_session(meeting_uid)
    if _on_break(meeting):
        return
    stop_clocks(meeting, command.at)
    with speaking(meeting.language):
        note_event(command, meeting, tr("Break"))
    rows.add(SpanRow, command, meeting=meeting, item=None, start=command.at)


@commanded
def resume(store: Store, command: Command, meeting_uid: str) -> None:
    """The break is over; the item that was on the table goes on."""
    meeting = in_session(meeting_uid)
    if not _on_break(meeting):
        return
    stop_clocks(meeting, command.at)
    with speaking(meeting.language):
        note_event(command, meeting, tr("The meeting goes on"))
    go_on(command, meeting)


@commanded
def to_readback(store: Store, command: Command, meeting_uid: str) -> None:
    """From discussion to readback; the item's clock stops, the meeting's runs on."""
    meeting = in_session(meeting_uid)
    stop_clocks(meeting, command.at)
    meeting.phase = Phase.READBACK
    meeting.save()


@commanded
def back_to_session(store: Store, command: Command, meeting_uid: str) -> None:
    """From readback back into the discussion; the item that was on the table goes on."""
    meeting = unsealed(meeting_uid)
    if meeting.phase != Phase.READBACK:
        return
    meeting.phase = Phase.IN_SESSION
    meeting.save()
    go_on(command, meeting)


def stop_clocks(meeting: MeetingRow, at: datetime) -> None:
    """End what runs: an item's time, or a break. A clock set back never makes a span negative."""
    for span in rows.running_spans(meeting):
        span.end = max(at, span.start)
        span.save()


def _on_break(meeting: MeetingRow) -> bool:
    return any(span.item_id is None for span in rows.running_spans(meeting))


def go_on(command: Command, meeting: MeetingRow) -> None:
    """The clock of the item on the table runs again."""
    item = current_item(meeting)
    if item is not None:
        rows.add(SpanRow, command, meeting=meeting, item=item, start=command.at)


def first_pending(meeting: MeetingRow, after: AgendaRow | None) -> AgendaRow | None:
    """The next item still to come, looked for behind `after` first, then from the top."""
    agenda = rows.agenda(meeting)
    place = [item.uid for item in agenda].index(after.uid) + 1 if after else 0
    return next((item for item in agenda[place:] + agenda[:place] if item.state == ItemState.PENDING), None)


def put_on_table(command: Command, meeting: MeetingRow, item: AgendaRow, at: datetime) -> None:
    """Open an item at an instant, closing the one on the table; its clock runs from then on."""
    current = current_item(meeting)
    if current is not None and current.uid == item.uid and rows.running_spans(meeting):
        return
    stop_clocks(meeting, at)
    if current is not None and current.uid != item.uid:
        current.state = ItemState.DONE
        current.save()
    item.state = ItemState.OPEN
    item.save()
    rows.add(SpanRow, command, meeting=meeting, item=item, start=at)
