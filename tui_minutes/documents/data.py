"""A meeting as JSON: what `show --json` and `export --format json` print; keys are added, never removed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents import signing_data
from tui_minutes.documents.going_data import going_object
from tui_minutes.documents.ledger_data import agreed_object, outcome_object
from tui_minutes.documents.plain import instant, veiled
from tui_minutes.documents.sight import Sight
from tui_minutes.documents.vote_data import quorum_object, vote_object, whereabouts
from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Participant
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.going_out import NOWHERE, GoingOut
from tui_minutes.domain.meeting import Meeting, is_hidden
from tui_minutes.domain.readback import gaps
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.tracking import LedgerRow


def meeting_line(meeting: Meeting, due: datetime | None = None, *, reveal: bool = False) -> dict[str, Any]:
    """A meeting in a list, its minutes `due` then.

    A confidential one is hidden but for number and times unless `reveal`.
    """
    zone = ZoneInfo(meeting.zone)
    hidden = is_hidden(meeting.level) and not reveal
    end = meeting.planned_end and meeting.instant(meeting.planned_end)
    return {
        "uid": meeting.uid,
        "number": meeting.number,
        **veiled({"title": meeting.title}, hidden=hidden),
        "kind": meeting.kind,
        "phase": meeting.phase,
        **veiled(
            {"goal": meeting.goal, "expected": list(meeting.expected), "place": meeting.place}, hidden=hidden
        ),
        "start": instant(meeting.scheduled_start, zone),
        "end": instant(end, zone),
        "zone": meeting.zone,
        "started_at": instant(meeting.started_at, zone),
        "ended_at": instant(meeting.ended_at, zone),
        "minutes_due": instant(due, zone),
        "confidentiality": meeting.level,
        "language": meeting.language,
        "hidden": hidden,
    }


def meeting_object(
    record: MeetingRecord,
    agreed: MeetingRecord,
    rows: Iterable[LedgerRow],
    now: datetime,
    going: GoingOut = NOWHERE,
    due: datetime | None = None,
    *,
    reveal: bool = False,
) -> dict[str, Any]:
    """All of a meeting at `now`, times in its own zone.

    `rows` are its outcomes in the ledger with their history, `agreed` the record with the outcomes as the
    room sealed them (the same one before the seal), `going` how its papers get to people, the minutes `due`
    then.
    """
    shape = _Shape(record, ZoneInfo(record.meeting.zone), reveal, now)
    return {
        **meeting_line(record.meeting, due, reveal=reveal),
        "people": [shape.person(person) for person in record.people],
        "agenda": [shape.item(item) for item in record.agenda],
        "entries": [shape.entry(entry) for entry in record.entries],
        "outcomes": [shape.outcome(row, agreed) for row in rows],
        "confirmations": signing_data.confirmations(shape),
        "objections": signing_data.objections(shape),
        "quorum": quorum_object(record),
        "votes": shape.votes(),
        "next_meeting": shape.next_meeting(),
        "gaps": shape.gaps(),
        "seals": signing_data.seals(shape),
        "amendments": signing_data.amendments(shape),
        **going_object(going, record, reveal=reveal),
    }


@dataclass(frozen=True, slots=True)
class _Shape(Sight):
    now: datetime

    def person(self, one: Participant) -> dict[str, Any]:
        return {
            "uid": one.uid,
            "name": one.name,
            "department": one.department,
            "title": one.title,
            "email": one.email,
            "roles": list(one.roles),
            "attendance": one.state,
            **veiled({"reason": one.reason}, hidden=self.hides()),
            "substitutes": one.substitutes or None,
            "walk_in": one.walk_in,
            "events": [{"kind": event.kind, "at": instant(event.at, self.zone)} for event in one.events],
        }

    def item(self, one: AgendaItem) -> dict[str, Any]:
        hidden = self.hides(one)
        return {
            "uid": one.uid,
            **veiled({"title": one.title}, hidden=hidden),
            "minutes": one.minutes,
            "extra_minutes": one.extra,
            "spent_seconds": int(one.spent(self.record.meeting.ended_at or self.now).total_seconds()),
            "state": one.state,
            "origin": one.origin,
            "facilitator": one.facilitator,
            **veiled({"prepare": one.prepare}, hidden=hidden),
            "confidentiality": one.level or self.record.meeting.level,
        }

    def entry(self, one: Entry) -> dict[str, Any]:
        item = self.record.item(one.item_uid)
        votes = one.votes
        words = {
            "text": one.text,
            "value": one.value,
            "source": one.source,
            "raw": one.raw,
            "agenda_item": item.title if item else None,
        }
        return {
            "uid": one.uid,
            "seq": one.seq,
            "at": instant(one.at, self.zone),
            "kind": one.kind,
            "speaker": one.speaker,
            **veiled(words, hidden=self.hides(item)),
            "agenda_item_uid": one.item_uid,
            "proposer": one.proposer,
            "result": one.result,
            "votes": votes and {"for": votes.for_, "against": votes.against, "abstain": votes.abstain},
            "continues": next((e.seq for e in self.record.entries if e.uid == one.continues), None),
            "outcome_uid": one.outcome_uid,
            "doubtful": one.doubtful,
            "withdrawn": one.withdrawn,
            "entered_by": one.entered_by,
        }

    def outcome(self, row: LedgerRow, agreed: MeetingRecord) -> dict[str, Any]:
        shown = outcome_object(row, self.now, self.zone, reveal=self.reveal)
        that_day = None if row.outcome.provisional else agreed.outcome(row.outcome.uid)
        return {**shown, "agreed": agreed_object(that_day, hidden=shown["hidden"]) if that_day else None}

    def votes(self) -> list[dict[str, Any]]:
        return [
            vote_object(one, self.record, self.zone, hidden=self.hides(*whereabouts(one, self.record)))
            for one in self.record.votes
        ]

    def next_meeting(self) -> dict[str, Any] | None:
        meeting = self.record.meeting
        if not (meeting.next_start or meeting.next_place or meeting.next_focus):
            return None
        start = meeting.instant(meeting.next_start) if meeting.next_start else None
        words = {"place": meeting.next_place, "focus": meeting.next_focus}
        return {"start": instant(start, self.zone), **veiled(words, hidden=self.hides())}

    def gaps(self) -> list[dict[str, Any]]:
        """A gap names a number, a line or (hidden with it) the title of an item."""
        hidden = {item.uid for item in self.record.agenda if self.hides(item)}
        return [
            {"code": gap.code, **veiled({"subject": gap.subject}, hidden=gap.uid in hidden), "uid": gap.uid}
            for gap in gaps(self.record)
        ]
