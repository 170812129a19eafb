"""The decisions that were worded ahead, as JSON (B3, D4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui_minutes.documents.plain import veiled
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.proposals import Proposal, ProposalKind, became
from tui_minutes.domain.record import MeetingRecord


def proposals_array(
    record: MeetingRecord, found: Iterable[Proposal], *, reveal: bool = False
) -> list[dict[str, Any]]:
    """One object for each decision put to the room, with the number it became; notes of talks go nowhere.

    Confidential words are hidden unless `reveal`: by the level of the meeting, the item, and what it became.
    """
    return [_proposed(record, one, reveal=reveal) for one in found if one.kind is ProposalKind.DECISION]


def _proposed(record: MeetingRecord, one: Proposal, *, reveal: bool) -> dict[str, Any]:
    outcome, item = became(record, one), record.item(one.item_uid)
    levels = (record.meeting.level, item and item.level, outcome and outcome.level)
    hidden = any(is_hidden(level) for level in levels if level) and not reveal
    return {
        "uid": one.uid,
        "agenda_item_uid": one.item_uid,
        **veiled({"text": one.text}, hidden=hidden),
        "outcome": outcome.number if outcome else None,
        "hidden": hidden,
    }
