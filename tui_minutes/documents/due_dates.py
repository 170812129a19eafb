"""Due dates for a calendar: a task and an all-day event for each (F4, T4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from icalendar import Alarm, Calendar, Event, Todo

from tui_minutes.documents.ledger_cells import LedgerPaper
from tui_minutes.documents.phrases import aside, listed, pair
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.text import clean
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label

_ONE_DAY = timedelta(days=1)
_STATES = {
    Status.UNCONFIRMED: "NEEDS-ACTION",
    Status.IN_PROGRESS: "IN-PROCESS",
    Status.DELAYED: "IN-PROCESS",
    Status.DONE: "COMPLETED",
    Status.CLOSED: "COMPLETED",
    Status.CANCELLED: "CANCELLED",
    Status.SUPERSEDED: "CANCELLED",
}
_FINISHED = (Status.DONE, Status.CLOSED)


def render(paper: LedgerPaper) -> bytes:
    """A calendar (RFC 5545) of all rows that have a due date.

    Each is known by the uid of its outcome: taken in again, it takes the place of what was there before.
    What is done stays as a task; an event, with a word the day before, there is of what is still to be done.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//tui-minutes//ledger//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", paper.title or tr("Decision ledger"))
    for row in paper.shown:
        for entry in _entries(paper, row):
            calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _entries(paper: LedgerPaper, row: LedgerRow) -> Iterator[Todo | Event]:
    one = row.outcome
    if one.due is None or not one.is_live:
        return
    task = Todo()
    _describe(task, paper, row, f"{one.uid}@tui-minutes")
    task.add("due", one.due)
    task.add("status", _STATES[one.status])
    if one.status in _FINISHED:
        task.add("completed", one.updated_at or paper.at)
        task.add("percent-complete", 100)
    yield task
    if not one.is_open or one.status is Status.DONE:
        return
    event = Event()
    _describe(event, paper, row, f"{one.uid}-due@tui-minutes")
    event.add("dtstart", one.due)
    event.add("dtend", one.due + _ONE_DAY)
    event.add("transp", "TRANSPARENT")
    event.add_component(_word_before(event))
    yield event


def _describe(entry: Todo | Event, paper: LedgerPaper, row: LedgerRow, uid: str) -> None:
    one = row.outcome
    entry.add("uid", uid)
    entry.add("dtstamp", paper.at)
    entry.add("sequence", one.version)
    entry.add("summary", clean(f"{one.number} {one.text}"))
    facts = (
        pair(tr("Responsible"), aside(listed(one.owners), one.department)),
        pair(tr("Deliverable"), one.deliverable),
        pair(tr("Source meeting"), f"{row.meeting_number} {row.meeting_title}".strip()),
        pair(tr("Status"), label(one.status)),
    )
    entry.add("description", "\n".join(clean(fact) for fact in facts if fact))
    entry.add("class", "CONFIDENTIAL" if is_hidden(row.level) else "PUBLIC")
    if one.updated_at:
        entry.add("last-modified", one.updated_at)


def _word_before(event: Event) -> Alarm:
    """The day before, as the owner is reminded (T4)."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", -_ONE_DAY)
    return alarm
