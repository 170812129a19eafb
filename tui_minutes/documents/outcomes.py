"""What a meeting leaves behind: decisions, actions, questions, objections, gaps (D4-D6, E1)."""

from __future__ import annotations

from tui_minutes.documents.phrases import aside, due, listed, marked, pair, voted
from tui_minutes.domain.document import Grid, Line, Lines, Section
from tui_minutes.domain.outcomes import Hearing, Outcome, OutcomeKind, Part
from tui_minutes.domain.readback import gaps, vote_gaps
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.dates import day_long
from tui_minutes.i18n.gaps import gap_text
from tui_minutes.i18n.labels import label


def decisions(record: MeetingRecord) -> Section:
    """Each decision with its item, who decided, its priority and the actions that carry it out (D4)."""
    lines = tuple(
        decision_line(outcome, record, _item_title(outcome, record))
        for outcome in record.of_kind(OutcomeKind.DECISION)
    )
    return Section(tr("Decisions"), (Lines(lines),) if lines else ())


def _item_title(outcome: Outcome, record: MeetingRecord) -> str:
    item = record.item(outcome.item_uid)
    return item.title if item else ""


def decision_line(outcome: Outcome, record: MeetingRecord, item: str = "") -> Line:
    """One decision; `item` is the title of its agenda item where that is not said around it."""
    actions = listed(child.number for child in record.children(outcome))
    vote, lacking = record.vote_on(outcome), vote_gaps(record, outcome)
    details = (
        pair(tr("Item"), item),
        pair(tr("Decided by"), listed(outcome.names(Part.DECIDER))),
        *(voted(vote) if vote else ()),
        gap_text("no_quorum") if "no_quorum" in lacking and not vote else "",
        pair(tr("Priority"), label(outcome.priority) if outcome.priority else ""),
        pair(tr("Responsible"), listed(outcome.owners)),
        pair(tr("Due"), due(outcome)),
        pair(tr("Copied to"), listed(outcome.names(Part.COPIED))),
        pair(tr("Actions"), actions or (tr("none needed") if outcome.no_action else "")),
        pair(tr("Remark"), outcome.remark),
    )
    return Line(
        outcome_text(outcome, record),
        outcome.number,
        tuple(detail for detail in details if detail),
        flagged=outcome.doubtful or bool(lacking),
    )


def outcome_text(outcome: Outcome, record: MeetingRecord) -> str:
    """Its words, with what a reader must know beside them."""
    remarks = listed(
        (
            tr("to be cleared up") if outcome.doubtful else "",
            label(outcome.hearing) if outcome.hearing in (Hearing.RESERVATION, Hearing.NOT_AGREED) else "",
        )
    )
    return aside(marked(outcome.text, outcome.level, record.meeting.level), remarks)


def actions(record: MeetingRecord) -> Section:
    """The table of actions as the three guides draw it (D5, G1-G3)."""
    columns = (
        tr("Number"),
        tr("Task"),
        tr("Responsible"),
        tr("Department"),
        tr("Due"),
        tr("Deliverable"),
        tr("Resources"),
        tr("Remark"),
    )
    rows = tuple(_action(outcome, record) for outcome in record.of_kind(OutcomeKind.ACTION))
    return Section(tr("Actions"), (Grid(columns, rows, (18, 37, 25, 25, 25, 28, 22, 22)),) if rows else ())


def _action(outcome: Outcome, record: MeetingRecord) -> tuple[str, ...]:
    return (
        outcome.number,
        outcome_text(outcome, record),
        listed(outcome.owners),
        department(outcome),
        due(outcome),
        outcome.deliverable,
        outcome.resources,
        remarks(outcome, record),
    )


def remarks(outcome: Outcome, record: MeetingRecord) -> str:
    """What has no column of its own: the decision it carries out, its priority, who is copied, a remark."""
    above = record.parent(outcome)
    parts = (
        pair(tr("carries out"), above.number if above else ""),
        label(outcome.priority) if outcome.priority else "",
        pair(tr("copied to"), listed(outcome.names(Part.COPIED))),
        outcome.remark,
    )
    return listed(parts)


def department(outcome: Outcome) -> str:
    """The department of the outcome, else of those responsible."""
    theirs = (person.department for person in outcome.people if person.part is Part.RESPONSIBLE)
    return outcome.department or listed(dict.fromkeys(theirs))


def questions(record: MeetingRecord) -> Section:
    """Unresolved questions with temporary owner, research deadline and next feedback (D6)."""
    columns = (
        tr("Number"),
        tr("Question"),
        tr("Temporary owner"),
        tr("Department"),
        tr("To be found out by"),
        tr("Next feedback"),
        tr("Remark"),
    )
    rows = tuple(
        (
            outcome.number,
            outcome_text(outcome, record),
            listed(outcome.owners),
            department(outcome),
            due(outcome),
            day_long(outcome.next_feedback) if outcome.next_feedback else "",
            outcome.remark,
        )
        for outcome in record.of_kind(OutcomeKind.QUESTION)
    )
    grid = Grid(columns, rows, (18, 44, 26, 24, 33, 33, 28))
    return Section(tr("Unresolved questions"), (grid,) if rows else ())


def objections(record: MeetingRecord) -> Section:
    """Objections and reservations by name: settled, or left on record (E1)."""
    numbers = {outcome.uid: outcome.number for outcome in record.outcomes}
    lines = tuple(
        Line(
            pair(numbers.get(one.outcome_uid, ""), one.text) or numbers.get(one.outcome_uid, ""),
            one.name,
            (pair(tr("Settled"), one.settlement) or tr("Settled") if one.settled else tr("Left on record"),),
            flagged=not one.settled,
        )
        for one in record.objections
    )
    return Section(tr("Objections and reservations"), (Lines(lines),) if lines else ())


def gaps_named(record: MeetingRecord) -> Section:
    """What the minutes lack, each gap by its name (E1, E5)."""
    lines = tuple(Line(gap_text(gap.code), gap.subject, flagged=True) for gap in gaps(record))
    return Section(tr("What is missing"), (Lines(lines),) if lines else ())
