"""The minutes of a meeting as a document, in the language of the minutes (F1, G1-G3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tui_minutes.documents import attendance, circulation, discussion, outcomes, sealing
from tui_minutes.documents.phrases import aside, length, listed, marked, stretch
from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.document import Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.going_out import NOWHERE, GoingOut
from tui_minutes.domain.leaving_out import NOTHING, Omitted
from tui_minutes.domain.meeting import Level, Phase, highest
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import speaking, tr
from tui_minutes.i18n.dates import clock, day_long, minutes_text
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.origins import origin_text


def minutes_document(
    record: MeetingRecord,
    now: datetime,
    going: GoingOut = NOWHERE,
    omitted: Omitted = NOTHING,
    due: datetime | None = None,
) -> Document:
    """The minutes of `record` as they stand at `now`; parts with nothing to say are left out.

    `going` says what is attached and to whom they go, `omitted` how much stayed out for these readers,
    `due` by when they should be out.
    """
    with speaking(record.meeting.language):
        sections = (
            basics(record, going),
            circulation.left_out(omitted),
            aims(record),
            agenda(record, now),
            *discussion.sections(record),
            outcomes.actions(record),
            outcomes.questions(record),
            outcomes.gaps_named(record),
            next_meeting(record),
            attendance.attendance(record),
            outcomes.objections(record),
            attendance.signatures(record),
            circulation.attachments(record, going),
            circulation.distribution(record, going, due),
            circulation.corrections(record, going),
            sealing.amendments(record),
            sealing.seals(record),
        )
        return document(record, tr("Minutes: {title}", title=record.meeting.title), sections, going)


def document(
    record: MeetingRecord, title: str, sections: Iterable[Section], going: GoingOut = NOWHERE
) -> Document:
    """A document of a meeting in its language, under its number and level, without empty `sections`."""
    return Document(
        title=title,
        level=label(document_level(record, going)),
        language=record.meeting.language,
        sections=tuple(section for section in sections if section.blocks),
        reference=record.meeting.number,
    )


def document_level(record: MeetingRecord, going: GoingOut = NOWHERE) -> Level:
    """The highest level of anything that a document tells of (B7)."""
    levels = (
        *(item.level for item in record.agenda),
        *(outcome.level for outcome in record.live),
        *(material.level for material in going.materials),
    )
    return highest(record.meeting.level, *(level for level in levels if level))


def basics(record: MeetingRecord, going: GoingOut = NOWHERE) -> Section:
    """Basic information: number, kind, time, place, level, who led and who wrote (B1)."""
    meeting = record.meeting
    planned_end = meeting.planned_end and meeting.instant(meeting.planned_end)
    planned = stretch(meeting, meeting.scheduled_start, planned_end)
    pairs = (
        (tr("Number"), meeting.number),
        (tr("Kind"), label(meeting.kind)),
        (tr("Confidentiality"), label(document_level(record, going))),
        (tr("Planned"), aside(planned, meeting.zone) if planned else ""),
        (tr("Held"), stretch(meeting, meeting.started_at, meeting.ended_at)),
        (tr("Place"), meeting.place),
        (tr("Convener"), having(record, Role.CONVENER)),
        (tr("Chair"), having(record, Role.CHAIR)),
        (tr("Recorder"), having(record, Role.RECORDER) or meeting.recorder),
        *attendance.who_was_there(record),
        (tr("State"), standing(meeting.phase)),
    )
    return Section(tr("Basic information"), (filled(pairs),))


def filled(pairs: tuple[tuple[str, str], ...]) -> Facts:
    """Those of `pairs` that have a value."""
    return Facts(tuple(one for one in pairs if one[1]))


def having(record: MeetingRecord, role: Role) -> str:
    """The names of those who have `role` in the meeting."""
    return listed(person.name for person in record.people if role in person.roles)


def standing(phase: Phase) -> str:
    """How far the minutes are: draft, signed, approved."""
    match phase:
        case Phase.APPROVED:
            return tr("signed by the room, approved by the chair")
        case Phase.SIGNED:
            return tr("signed by the room, not yet approved by the chair")
        case Phase.CANCELLED | Phase.PURGED:
            return label(phase)
        case _:
            return tr("draft, not yet signed")


def aims(record: MeetingRecord) -> Section:
    """Goal and expected outcome (B2)."""
    goal = (Line(record.meeting.goal),) if record.meeting.goal else ()
    blocks = [Lines(goal)] if goal else []
    if record.meeting.expected:
        blocks.append(Lines(tuple(Line(text) for text in record.meeting.expected), tr("Expected outcome")))
    return Section(tr("Goal"), tuple(blocks))


def agenda(record: MeetingRecord, now: datetime) -> Section:
    """The items with the time given and spent (B3, D1)."""
    columns = (
        tr("No."),
        tr("Item"),
        tr("Facilitator"),
        tr("Time given"),
        tr("Time spent"),
        tr("Result"),
    )
    rows = tuple(_agenda_row(number, item, record, now) for number, item in enumerate(record.agenda, 1))
    return Section(tr("Agenda"), (Grid(columns, rows, (7, 38, 14, 13, 13, 15)),) if rows else ())


def _agenda_row(number: int, item: AgendaItem, record: MeetingRecord, now: datetime) -> tuple[str, ...]:
    title = marked(item.title, item.level, record.meeting.level)
    return (
        str(number),
        aside(title, origin_text(item.origin)),
        item.facilitator,
        minutes_text(item.minutes + item.extra) if item.allotted else "",
        length(item.spent(record.meeting.ended_at or now)) if item.was_opened else "",
        label(item.state),
    )


def next_meeting(record: MeetingRecord) -> Section:
    """Date, place and focus of the next meeting (E2)."""
    start = record.meeting.next_start
    pairs = (
        (tr("Time"), f"{day_long(start)} {clock(start)}" if start else ""),
        (tr("Place"), record.meeting.next_place),
        (tr("Focus"), record.meeting.next_focus),
    )
    facts = filled(pairs)
    return Section(tr("Next meeting"), (facts,) if facts.pairs else ())
