"""What is filled in by hand: the preparation checklist and the sign-in sheet (B5, C1)."""

from __future__ import annotations

from collections.abc import Iterable

from tui_minutes.documents.phrases import listed, marked, stretch
from tui_minutes.documents.sections import document
from tui_minutes.domain.checklist import Preparation
from tui_minutes.domain.document import Document, Facts, Grid, Section
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import speaking, tr
from tui_minutes.i18n.checklist import ticked_text, what_text
from tui_minutes.i18n.dates import day_long
from tui_minutes.i18n.labels import label

SPARE_ROWS = 4
"""Lines of a sign-in sheet for who comes unasked."""


def checklist_document(record: MeetingRecord, preparations: Iterable[Preparation]) -> Document:
    """What is to be ready, by whom and when, ticked where it is, with room to tick the rest off."""
    with speaking(record.meeting.language):
        columns = (tr("Done"), tr("What"), tr("Who"), tr("By when"), tr("Remark"))
        rows = tuple(_row(record.meeting, one) for one in preparations)
        sections = (_heading(record), Section(tr("Checklist"), (Grid(columns, rows, (8, 42, 15, 18, 17)),)))
        return document(record, tr("Preparation: {title}", title=record.meeting.title), sections)


def _row(meeting: Meeting, one: Preparation) -> tuple[str, ...]:
    what = marked(what_text(one), one.level, meeting.level)
    day = day_long(one.due) if one.due else ""
    remark = listed(part for part in (one.kept.note, ticked_text(one.kept, meeting)) if part)
    return "☑" if one.is_done else "□", what, one.who, day, remark


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
