"""Outcomes as JSON: what `ledger --json` prints; keys are added, never removed (docs/json.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents.plain import day, instant, veiled
from tui_minutes.domain.attending import Reason, needs
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import Change, Outcome, Part
from tui_minutes.domain.tracking import LedgerRow


def ledger_objects(
    rows: Iterable[LedgerRow], now: datetime, zone: ZoneInfo, *, reveal: bool = False
) -> list[dict[str, Any]]:
    """The `rows` with instants in `zone`, late counted at `now`; confidential ones hidden unless `reveal`."""
    return [outcome_object(row, now, zone, reveal=reveal) for row in rows]


def outcome_object(row: LedgerRow, now: datetime, zone: ZoneInfo, *, reveal: bool) -> dict[str, Any]:
    """One outcome with its history. A hidden one keeps number, owners, dates and codes (B7)."""
    one = row.outcome
    hidden = is_hidden(row.level) and not reveal
    late_days = one.late_days(now.astimezone(zone).date())
    return {
        "uid": one.uid,
        "number": one.number,
        "kind": one.kind,
        "meeting": row.meeting_number,
        **veiled({"meeting_title": row.meeting_title, "agenda_item": row.agenda_item or None}, hidden=hidden),
        "parent": row.parent_number,
        **veiled(_words(one) | _told_since(one), hidden=hidden),
        **_people_and_days(one),
        "done_on": day(one.done_on),
        "priority": one.priority,
        "status": one.status,
        "late": late_days > 0,
        "late_days": late_days,
        "needs": [_reason(reason) for reason in needs(row, now)],
        "provisional": one.provisional,
        "withdrawn": one.withdrawn,
        "becomes": row.becomes_number,
        "superseded_by": one.superseded_by,
        "supersedes": list(one.supersedes),
        "quality": one.quality,
        "confidentiality": row.level,
        "hidden": hidden,
        "version": one.version,
        "created_at": instant(one.created_at, zone),
        "updated_at": instant(one.updated_at, zone),
        "history": [_change(change, zone, hidden=hidden) for change in row.history],
    }


def agreed_object(outcome: Outcome, *, hidden: bool) -> dict[str, Any]:
    """What the room agreed to that day, whatever the ledger says since."""
    return {
        **veiled(_words(outcome), hidden=hidden),
        **_people_and_days(outcome),
        "priority": outcome.priority,
    }


def _words(one: Outcome) -> dict[str, Any]:
    return {
        "text": one.text,
        "deliverable": one.deliverable,
        "resources": one.resources,
    }


def _told_since(one: Outcome) -> dict[str, Any]:
    """What its owner and others said of it in the ledger."""
    return {
        "remark": one.remark,
        "result": one.result,
        "leftover": one.leftover,
        "answer": one.answer,
        "unclear": one.unclear,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"need": reason.need, "since": day(reason.since), "days": reason.days}


def _people_and_days(one: Outcome) -> dict[str, Any]:
    return {
        "owners": list(one.owners),
        "deciders": list(one.names(Part.DECIDER)),
        "cc": list(one.names(Part.COPIED)),
        "department": one.department,
        "due": day(one.due),
        "due_next_meeting": one.due_next_meeting,
        "original_due": day(one.original_due),
        "next_feedback": day(one.next_feedback),
        "no_action": one.no_action,
    }


def _change(change: Change, zone: ZoneInfo, *, hidden: bool) -> dict[str, Any]:
    return {
        "uid": change.uid,
        "undoes": change.undoes,
        "at": instant(change.at, zone),
        "by": change.by,
        "entered_by": change.entered_by,
        "act": change.act or None,
        "changes": {
            name: [None, None] if hidden else [before, after] for name, before, after in _fields(change)
        },
        **veiled({"cause": change.cause, "remedy": change.remedy, "note": change.note}, hidden=hidden),
    }


_NAMES = {"level": "confidentiality", "entry": "entry_uid", "item": "agenda_item_uid"}
_GROUPS = {
    "owners": (Part.RESPONSIBLE, Part.HELPER),
    "deciders": (Part.DECIDER,),
    "cc": (Part.COPIED,),
}


def _fields(change: Change) -> Iterator[tuple[str, object, object]]:
    """What changed, by the keys that the outcome itself has."""
    for name, (before, after) in change.changes.items():
        if name != "people":
            yield _NAMES.get(name, name), before, after
            continue
        for group, parts in _GROUPS.items():
            was, now = _named(before, parts), _named(after, parts)
            if was != now:
                yield group, was, now


def _named(people: object, parts: tuple[Part, ...]) -> list[object]:
    """The names of those of `people` (part, name, department) who have one of `parts`."""
    spelled = people if isinstance(people, list) else []
    return [name for part, name, _ in spelled if part in parts]
