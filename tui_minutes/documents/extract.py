"""What one person or one department takes along from a meeting (F1)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.documents import circulation, outcomes, sealing, sections
from tui_minutes.documents.phrases import due, listed, pair
from tui_minutes.documents.short import brief
from tui_minutes.domain.document import Document, Grid, Lines, Section
from tui_minutes.domain.extracts import concerning, decisions_of
from tui_minutes.domain.leaving_out import NOTHING, Omitted
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Part
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import mark, speaking, tr, tr_late
from tui_minutes.i18n.dates import day_long

_TITLES = {
    Part.RESPONSIBLE: mark("Responsible for"),
    Part.HELPER: mark("Helping with"),
    Part.COPIED: mark("Copied on"),
}


def extract_document(
    record: MeetingRecord,
    name: str,
    now: datetime,  # noqa: ARG001 - every maker of a document is called alike
    omitted: Omitted = NOTHING,
) -> Document:
    """What `name`, a person or a department, owns, helps with and is copied on, with the decisions behind it.

    Refused("nothing_for") when that is nothing.
    """
    theirs = concerning(record, name)
    everything = tuple(one for some in theirs.values() for one in some)
    if not everything:
        raise Refused("nothing_for", name=name, number=record.meeting.number)
    decisions = decisions_of(record, everything)
    with speaking(record.meeting.language):
        lines = tuple(outcomes.decision_line(one, record) for one in decisions)
        parts = (
            brief(record),
            circulation.left_out(omitted),
            *(_table(part, some, record) for part, some in theirs.items()),
            Section(tr("The decisions behind it"), (Lines(lines),) if lines else ()),
            sections.next_meeting(record),
            sealing.amendments(record),
        )
        title = tr("Extract for {name}: {title}", name=name, title=record.meeting.title)
        return sections.document(record, title, parts)


def _table(part: Part, some: tuple[Outcome, ...], record: MeetingRecord) -> Section:
    """Actions and questions; decisions stand below in full."""
    columns = (
        tr("Number"), tr("Task"), tr("Responsible"), tr("Due"), tr("Deliverable"), tr("Resources"),
        tr("Remark"),
    )  # fmt: skip
    rows = tuple(_row(one, record) for one in some if one.kind is not OutcomeKind.DECISION)
    grid = Grid(columns, rows, (18, 48, 26, 33, 26, 25, 26))
    return Section(tr_late(_TITLES[part]), (grid,) if rows else ())


def _row(one: Outcome, record: MeetingRecord) -> tuple[str, ...]:
    feedback = pair(tr("Next feedback"), day_long(one.next_feedback) if one.next_feedback else "")
    return (
        one.number,
        outcomes.outcome_text(one, record),
        listed(one.owners),
        due(one),
        one.deliverable,
        one.resources,
        listed((feedback, outcomes.remarks(one, record))),
    )
