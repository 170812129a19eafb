"""The decisions that were worded ahead, as JSON (B3, D4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents.plain import veiled
from tui_minutes.documents.sight import Sight
from tui_minutes.domain.proposals import Proposal, ProposalKind, became
from tui_minutes.domain.record import MeetingRecord


def proposals_array(
    record: MeetingRecord, found: Iterable[Proposal], *, reveal: bool = False
) -> list[dict[str, Any]]:
    """One object for each decision put to the room, with the number it became; notes of talks go nowhere.

    Confidential words are hidden unless `reveal`: by the level of the meeting, the item, and what it became.
    """
    sight = Sight(record, ZoneInfo(record.meeting.zone), reveal)
    return [_proposed(one, sight) for one in found if one.kind is ProposalKind.DECISION]


def _proposed(one: Proposal, sight: Sight) -> dict[str, Any]:
    outcome = became(sight.record, one)
    hidden = sight.hides(sight.record.item(one.item_uid), outcome.level if outcome else None)
    return {
        "uid": one.uid,
        "agenda_item_uid": one.item_uid,
        **veiled({"text": one.text}, hidden=hidden),
        "outcome": outcome.number if outcome else None,
        "hidden": hidden,
    }
