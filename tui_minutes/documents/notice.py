"""What goes out before a meeting: the notice, and the agenda by the clock (B1-B4, B6)."""

from __future__ import annotations

from datetime import date

from tui_minutes.documents.circulation import attachments
from tui_minutes.documents.phrases import aside, listed, marked, stretch
from tui_minutes.documents.proposed import NOT_ANY, Proposed, proposed_decisions
from tui_minutes.documents.sections import aims, document
from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.document import Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.going_out import GoingOut
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.timetable import planned
from tui_minutes.i18n import speaking, tr
from tui_minutes.i18n.dates import day_long, from_to, minutes_text
from tui_minutes.i18n.labels import label


def notice_document(
    record: MeetingRecord, going: GoingOut, materials_due: date | None, proposed: Proposed = NOT_ANY
) -> Document:
    """The notice: when, where, why, about what, with whom; what is `proposed`, to be prepared, to be read."""
    with speaking(record.meeting.language):
        sections = (
            _when_and_where(record),
            aims(record),
            timed_agenda(record),
            proposed_decisions(record, proposed),
            _prepare(record, materials_due),
            attachments(record, going),
            invited(record),
            _contact(record),
        )
        return document(record, tr("Notice: {title}", title=record.meeting.title), sections, going)


def agenda_document(record: MeetingRecord, proposed: Proposed = NOT_ANY) -> Document:
    """The agenda by the clock, with what is `proposed`, to lie on the table."""
    with speaking(record.meeting.language):
        sections = (
            _when_and_where(record),
            aims(record),
            timed_agenda(record),
            proposed_decisions(record, proposed),
        )
        return document(record, tr("Agenda: {title}", title=record.meeting.title), sections)


def _when_and_where(record: MeetingRecord) -> Section:
    meeting = record.meeting
    planned = stretch(meeting, meeting.scheduled_start, meeting.scheduled_end)
    pairs = (
        (tr("Time"), aside(planned, meeting.zone) if planned else tr("not fixed yet")),
        (tr("Place"), meeting.place or tr("not fixed yet")),
        (tr("Kind"), label(meeting.kind)),
        (tr("Number"), meeting.number),
        (tr("Convener"), _having(record, Role.CONVENER)),
        (tr("Chair"), _having(record, Role.CHAIR)),
        (tr("Recorder"), _having(record, Role.RECORDER) or meeting.recorder),
    )
    return Section(tr("Time and place"), (Facts(tuple(one for one in pairs if one[1])),))


def _having(record: MeetingRecord, role: Role) -> str:
    return listed(person.name for person in record.people if role in person.roles)


def timed_agenda(record: MeetingRecord) -> Section:
    """The items with when each begins and ends, counted from the planned start (B3)."""
    columns = (tr("No."), tr("Begin and end"), tr("Item"), tr("Facilitator"), tr("Length"))
    slots = planned(record)
    rows = tuple(
        (
            str(number),
            from_to(*slots[item.uid].local(record.meeting)),
            marked(item.title, item.level, record.meeting.level),
            item.facilitator,
            minutes_text(item.minutes) if item.minutes else tr("no limit"),
        )
        for number, item in enumerate(record.agenda, 1)
    )
    return Section(tr("Agenda"), (Grid(columns, rows, (7, 20, 43, 16, 14)),) if rows else ())


def _prepare(record: MeetingRecord, due: date | None) -> Section:
    """What agenda items ask of people (B3)."""
    lines = tuple(
        Line(item.prepare, item.facilitator, (tr("for: {title}", title=item.title),))
        for item in record.agenda
        if item.prepare
    )
    caption = tr("by {day}", day=day_long(due)) if due else ""
    return Section(tr("To be prepared"), (Lines(lines, caption),) if lines else ())


def invited(record: MeetingRecord) -> Section:
    """Who is asked to come, with their part; observers last (B4)."""
    people = sorted(record.people, key=lambda person: person.is_observer)
    columns = (tr("Name"), tr("Department"), tr("Title"), tr("Role"))
    rows = tuple((one.name, one.department, one.title, _roles(one)) for one in people)
    return Section(tr("Participants"), (Grid(columns, rows, (22, 26, 24, 28)),) if rows else ())


def _roles(person: Participant) -> str:
    return listed(label(role) for role in person.roles)


def _contact(record: MeetingRecord) -> Section:
    """Whom to ask: the recorder, else the convener or chair, with an address where it is known (B6)."""
    for role in (Role.RECORDER, Role.CONVENER, Role.CHAIR):
        for person in record.people:
            if role in person.roles:
                return Section(tr("Contact"), (Lines((Line(aside(person.name, person.email)),)),))
    known = record.meeting.recorder
    return Section(tr("Contact"), (Lines((Line(known),)),) if known else ())
