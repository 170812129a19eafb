"""The short form of the minutes: decisions, actions and questions only (F1)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.documents import circulation, outcomes, sealing, sections
from tui_minutes.documents.attendance import who_was_there
from tui_minutes.documents.phrases import stretch
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.document import Document, Section
from tui_minutes.domain.going_out import NOWHERE, GoingOut
from tui_minutes.domain.leaving_out import NOTHING, Omitted
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import speaking, tr


def short_document(
    record: MeetingRecord,
    now: datetime,  # noqa: ARG001 - every maker of a document is called alike
    going: GoingOut = NOWHERE,
    omitted: Omitted = NOTHING,
    due: datetime | None = None,
) -> Document:
    """What came out of the meeting, in its language; what stayed out for these readers is `omitted`.

    `going` says to whom it goes, `due` by when. Its attachments are not listed: their level does not count.
    """
    with speaking(record.meeting.language):
        parts = (
            brief(record),
            circulation.left_out(omitted),
            outcomes.decisions(record),
            outcomes.actions(record),
            outcomes.questions(record),
            sections.next_meeting(record),
            circulation.distribution(record, going, due),
            sealing.amendments(record),
        )
        title = tr("Decisions and actions: {title}", title=record.meeting.title)
        return sections.document(record, title, parts)


def brief(record: MeetingRecord) -> Section:
    """Which meeting it was: when, where, led by whom, who took part."""
    meeting = record.meeting
    pairs = (
        (tr("Number"), meeting.number),
        (tr("Held"), stretch(meeting, meeting.started_at, meeting.ended_at)),
        (tr("Place"), meeting.place),
        (tr("Chair"), sections.having(record, Role.CHAIR)),
        *who_was_there(record),
        (tr("State"), sections.standing(meeting.phase)),
    )
    return Section(tr("Basic information"), (sections.filled(pairs),))
