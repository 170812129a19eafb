"""A meeting with what is confidential in it covered up: number, people and dates stay (B7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_minutes.domain.meeting import highest, is_hidden

if TYPE_CHECKING:  # who covers one of these has it
    from tui_minutes.domain.agenda import AgendaItem
    from tui_minutes.domain.discussion import Entry
    from tui_minutes.domain.going_out import GoingOut, Material
    from tui_minutes.domain.meeting import Level, Meeting
    from tui_minutes.domain.outcomes import Outcome
    from tui_minutes.domain.record import MeetingRecord
    from tui_minutes.domain.tracking import LedgerRow
    from tui_minutes.domain.verification import Finding

VEIL = "•••"
"""What stands where something is covered."""


def conceal(record: MeetingRecord) -> MeetingRecord:
    """`record` as people may see it who are not cleared for what is confidential or secret.

    Of a vote on something covered not even the counts are left.
    """
    levels = {item.uid: highest(record.meeting.level, *_own(item)) for item in record.agenda}
    covered = {uid for uid, level in levels.items() if is_hidden(level)}
    whole = is_hidden(record.meeting.level)
    shown = replace(
        record,
        agenda=tuple(_item(item) if item.uid in covered else item for item in record.agenda),
        entries=tuple(_entry(e) if whole or e.item_uid in covered else e for e in record.entries),
        outcomes=tuple(
            conceal_outcome(o) if whole or is_hidden(o.level) or o.item_uid in covered else o
            for o in record.outcomes
        ),
    )
    hidden = {outcome.uid for outcome in shown.outcomes if outcome.text == VEIL}
    lines = {entry.uid for entry in shown.entries if whole or entry.item_uid in covered}
    shown = replace(
        shown,
        votes=tuple(
            one for one in record.votes if one.outcome_uid not in hidden and one.entry_uid not in lines
        ),
        objections=tuple(
            replace(one, text=_veil(one.text), settlement=_veil(one.settlement))
            if one.outcome_uid in hidden
            else one
            for one in record.objections
        ),
    )
    return _meeting_covered(shown) if whole else shown


def has_hidden(record: MeetingRecord) -> bool:
    """Whether anything in a meeting is confidential or secret."""
    levels = [record.meeting.level, *(one.level for one in record.outcomes)]
    levels += [item.level for item in record.agenda if item.level]
    return any(map(is_hidden, levels))


def conceal_going(going: GoingOut, record: MeetingRecord) -> GoingOut:
    """How the papers of `record` get to people: materials of a level that is hidden are covered.

    A correction may be about anything: where something of the meeting is covered, all of them are.
    """
    level = record.meeting.level
    materials = tuple(
        replace(one, title=VEIL, place=_veil(one.place), note=_veil(one.note))
        if is_hidden(highest(level, *_own(one)))
        else one
        for one in going.materials
    )
    if not has_hidden(record):
        return replace(going, materials=materials)
    corrections = (
        replace(one, subject=_veil(one.subject), text=VEIL, answer=_veil(one.answer))
        for one in going.corrections
    )
    return replace(going, materials=materials, corrections=tuple(corrections))


def conceal_row(row: LedgerRow) -> LedgerRow:
    """A row of the ledger, covered when its level asks for it."""
    if not is_hidden(row.level):
        return row
    return replace(
        row, outcome=conceal_outcome(row.outcome), meeting_title=VEIL, agenda_item=_veil(row.agenda_item)
    )


def conceal_meeting(meeting: Meeting) -> Meeting:
    """The basics of a meeting, covered when its level asks for it."""
    if not is_hidden(meeting.level):
        return meeting
    return replace(
        meeting,
        title=VEIL,
        goal=_veil(meeting.goal),
        expected=tuple(VEIL for _ in meeting.expected),
        place=_veil(meeting.place),
        next_place=_veil(meeting.next_place),
        next_focus=_veil(meeting.next_focus),
    )


def conceal_outcome(outcome: Outcome) -> Outcome:
    """An outcome by number, owners and dates only."""
    return replace(
        outcome,
        text=VEIL,
        deliverable=_veil(outcome.deliverable),
        resources=_veil(outcome.resources),
        result=_veil(outcome.result),
        remark=_veil(outcome.remark),
        unclear=_veil(outcome.unclear),
        answer=_veil(outcome.answer),
        leftover=_veil(outcome.leftover),
    )


def conceal_finding(finding: Finding) -> Finding:
    """What differs from a seal over something confidential: the record and the field, not the words."""
    noun, _, name = finding.record.partition(" ")
    return replace(
        finding,
        record=f"{noun} {VEIL}" if noun in ("item", "time", "amendment") else f"{noun} {name}".rstrip(),
        sealed=finding.sealed if finding.sealed in (None, "") else VEIL,
        found=finding.found if finding.found in (None, "") else VEIL,
    )


def _veil(text: str) -> str:
    return VEIL if text else ""


def _own(item: AgendaItem | Material) -> tuple[Level, ...]:
    return (item.level,) if item.level else ()


def _item(item: AgendaItem) -> AgendaItem:
    return replace(item, title=VEIL, prepare=_veil(item.prepare))


def _entry(entry: Entry) -> Entry:
    return replace(
        entry,
        text=_veil(entry.text),
        raw=_veil(entry.raw),
        value=_veil(entry.value),
        source=_veil(entry.source),
        revisions=(),
    )


def _meeting_covered(record: MeetingRecord) -> MeetingRecord:
    return replace(
        record,
        meeting=conceal_meeting(record.meeting),
        people=tuple(replace(person, reason=_veil(person.reason)) for person in record.people),
        confirmations=tuple(replace(one, words=_veil(one.words)) for one in record.confirmations),
        amendments=tuple(
            replace(one, subject=VEIL, text=VEIL, reason=_veil(one.reason)) for one in record.amendments
        ),
    )
