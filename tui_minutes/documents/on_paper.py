"""What is filled in by hand: the preparation checklist and the sign-in sheet (B5, C1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui_minutes.documents.phrases import aside, listed, pair, stretch
from tui_minutes.documents.sections import document
from tui_minutes.domain.checklist import Check, Preparation
from tui_minutes.domain.document import Document, Facts, Grid, Section
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import mark, speaking, tr, tr_late
from tui_minutes.i18n.dates import day_long
from tui_minutes.i18n.labels import label

SPARE_ROWS = 4
"""Lines of a sign-in sheet for who comes unasked."""

_CHECKS: Mapping[Check, str] = {
    Check.GOAL: mark("Goal and agenda are fixed"),
    Check.PEOPLE: mark("Participants are confirmed"),
    Check.NOTICE: mark("The notice has gone out"),
    Check.MATERIALS: mark("Materials have gone out"),
    Check.ROOM: mark("The room is booked, or the link is set up"),
    Check.EQUIPMENT: mark("Projector, microphone and connection are tested"),
    Check.RECORDING: mark("Recording is arranged, and announced"),
    Check.SIGN_IN: mark("The sign-in sheet is printed"),
    Check.TEA: mark("There is tea"),
}


def checklist_document(record: MeetingRecord, preparations: Iterable[Preparation]) -> Document:
    """What is to be ready, by whom and when, with room to tick it off."""
    with speaking(record.meeting.language):
        columns = (tr("Done"), tr("What"), tr("Who"), tr("By when"), tr("Remark"))
        rows = tuple(
            ("□", _what(one), one.who, day_long(one.due) if one.due else "", "") for one in preparations
        )
        sections = (_heading(record), Section(tr("Checklist"), (Grid(columns, rows, (8, 42, 15, 18, 17)),)))
        return document(record, tr("Preparation: {title}", title=record.meeting.title), sections)


def _what(one: Preparation) -> str:
    if one.check is Check.PREPARE:
        return aside(one.text, one.item)
    return pair(tr_late(_CHECKS[one.check]), one.text) or tr_late(_CHECKS[one.check])


def sign_in_document(record: MeetingRecord) -> Document:
    """Everyone asked, and some empty lines, with room for a signature and the time."""
    with speaking(record.meeting.language):
        columns = (tr("No."), tr("Name"), tr("Department"), tr("Role"), tr("Signature"), tr("Arrived at"))
        people = sorted(record.people, key=lambda person: person.is_observer)
        named = [(one.name, one.department, listed(label(role) for role in one.roles)) for one in people]
        lines = [*named, *[("", "", "")] * SPARE_ROWS]
        rows = tuple((str(number), *cells, "", "") for number, cells in enumerate(lines, 1))
        sheet = Section(tr("Attendance"), (Grid(columns, rows, (7, 18, 20, 18, 22, 15), by_hand=True),))
        return document(record, tr("Sign-in: {title}", title=record.meeting.title), (_heading(record), sheet))


def _heading(record: MeetingRecord) -> Section:
    meeting = record.meeting
    pairs = (
        (tr("Time"), stretch(meeting, meeting.scheduled_start, meeting.scheduled_end)),
        (tr("Place"), meeting.place),
    )
    return Section(tr("Meeting"), (Facts(tuple(one for one in pairs if one[1])),))
