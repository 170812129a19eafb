"""What people agreed to and what was sealed, as JSON (E3, E5)."""

from __future__ import annotations

from typing import Any

from tui_minutes.documents.plain import instant, veiled
from tui_minutes.documents.sight import Sight
from tui_minutes.domain.signatures import Objection


def confirmations(sight: Sight) -> list[dict[str, Any]]:
    """Who agreed or objected, those taken back too."""
    return [
        {
            "name": one.name,
            "verdict": one.verdict,
            "way": one.way,
            **veiled({"words": one.words}, hidden=sight.hides()),
            "at": instant(one.at, sight.zone),
            "entered_by": one.entered_by,
            "voided_at": instant(one.voided_at, sight.zone),
            "voided_by": one.voided_by or None,
        }
        for one in sight.record.confirmations
    ]


def objections(sight: Sight) -> list[dict[str, Any]]:
    """What was objected to, and how it was settled; hidden with the outcome it is about."""
    return [_objection(one, sight) for one in sight.record.objections]


def _objection(one: Objection, sight: Sight) -> dict[str, Any]:
    about = sight.record.outcome(one.outcome_uid)
    level = about.level if about else sight.record.meeting.level
    hidden = sight.hides(sight.record.item(about.item_uid if about else None), level)
    return {
        "outcome": about.number if about else None,
        "name": one.name,
        **veiled({"text": one.text, "settlement": one.settlement}, hidden=hidden),
        "at": instant(one.at, sight.zone),
        "settled": one.settled,
    }


def seals(sight: Sight) -> list[dict[str, Any]]:
    """The seals, oldest first."""
    return [
        {
            "seq": one.seq,
            "kind": one.kind,
            "at": instant(one.at, sight.zone),
            "by": one.by,
            "entered_by": one.entered_by,
            "digest": one.digest,
            "previous": one.previous or None,
        }
        for one in sight.record.seals
    ]


def amendments(sight: Sight) -> list[dict[str, Any]]:
    """What was corrected after the approval."""
    return [
        {
            **veiled({"subject": one.subject, "text": one.text, "reason": one.reason}, hidden=sight.hides()),
            "by": one.by,
            "entered_by": one.entered_by,
            "at": instant(one.at, sight.zone),
        }
        for one in sight.record.amendments
    ]
