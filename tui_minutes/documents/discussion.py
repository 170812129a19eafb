"""The discussion in the minutes: item by item, points, disagreements, data and motions (D2, D3)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_minutes.documents.outcomes import decision_line
from tui_minutes.documents.phrases import aside, listed, marked, pair, voted, votes
from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.document import Block, Line, Lines, Section
from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label

SPOKEN = (EntryKind.POINT, EntryKind.NOTE, EntryKind.UPDATE)


def sections(record: MeetingRecord) -> tuple[Section, ...]:
    """One section for the heading, then one part for what belongs to no item and one for each item."""
    loose = _blocks(record, None)
    if loose and not record.agenda:
        return (Section(tr("Discussion"), loose),)
    parts = [Section(tr("Outside the agenda"), loose, 2)] if loose else []
    for number, item in enumerate(record.agenda, 1):
        title = marked(item.title, item.level, record.meeting.level)
        parts.append(Section(f"{number}. {title}", _blocks(record, item), 2))
    spoken = [part for part in parts if part.blocks]
    return (Section(tr("Discussion"), (Lines(()),)), *spoken) if spoken else ()


def _blocks(record: MeetingRecord, item: AgendaItem | None) -> tuple[Block, ...]:
    uid = item.uid if item else None
    log = [entry for entry in record.log(uid) if not (entry.withdrawn or _shown_elsewhere(entry, record))]
    captions = {
        tr("Points"): SPOKEN,
        tr("Disagreements"): (EntryKind.DISAGREEMENT,),
        tr("Data"): (EntryKind.DATA,),
        tr("Motions"): (EntryKind.MOTION,),
    }
    groups = [
        Lines(tuple(_line(entry, record) for entry in log if entry.kind in kinds), caption)
        for caption, kinds in captions.items()
    ]
    return tuple(group for group in (*groups, *_came_of_it(record, uid)) if group.lines)


def _came_of_it(record: MeetingRecord, item_uid: str | None) -> Iterator[Lines]:
    """The decisions in full, actions and questions by number: they stand in tables of their own."""
    live = [outcome for outcome in record.live if outcome.item_uid == item_uid]
    decided = (outcome for outcome in live if outcome.kind is OutcomeKind.DECISION)
    yield Lines(tuple(decision_line(outcome, record) for outcome in decided), tr("Decisions"))
    numbers = listed(outcome.number for outcome in live if outcome.kind is not OutcomeKind.DECISION)
    yield Lines((Line(numbers),) if numbers else (), tr("Actions and questions"))


def _shown_elsewhere(entry: Entry, record: MeetingRecord) -> bool:
    """Whether the line only changed an outcome of this meeting: the outcome stands there as it became."""
    changed = entry.raw.upper()
    return entry.kind is EntryKind.UPDATE and any(changed.startswith(one.number) for one in record.outcomes)


def _line(entry: Entry, record: MeetingRecord) -> Line:
    """A line of the log with what was said on in it, and what is still to be cleared up."""
    more = (e.text for e in record.entries if e.continues == entry.uid and not e.withdrawn)
    return Line(
        aside(_text(entry), tr("to be cleared up") if entry.doubtful else ""),
        _lead(entry, record),
        (*(text for text in more if text), *_details(entry, record)),
        flagged=entry.doubtful or (entry.kind is EntryKind.DATA and not entry.source),
    )


def _lead(entry: Entry, record: MeetingRecord) -> str:
    if entry.kind is EntryKind.MOTION:
        return entry.proposer
    updated = record.outcome(entry.outcome_uid) if entry.kind is EntryKind.UPDATE else None
    return updated.number if updated else entry.speaker


def _text(entry: Entry) -> str:
    if entry.kind is EntryKind.DATA and entry.value:
        return pair(entry.text, entry.value) if entry.text else entry.value
    return entry.text or entry.raw


def _details(entry: Entry, record: MeetingRecord) -> tuple[str, ...]:
    match entry.kind:
        case EntryKind.DATA:
            return (pair(tr("Source"), entry.source) or tr("source not named"),)
        case EntryKind.MOTION:
            vote = record.vote_on(entry)
            ended = entry.result or (vote.majority if vote else None)
            result = label(ended) if ended else tr("left open")
            count = vote.count if vote else entry.votes
            said = pair(tr("Result"), aside(result, votes(count)))
            return (said, *(voted(vote)[1:] if vote else ()))
        case _:
            return ()
