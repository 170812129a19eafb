"""Finding things in all meetings, as text and as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents.data import meeting_line
from tui_minutes.documents.found import found_document
from tui_minutes.documents.ledger_data import outcome_object
from tui_minutes.domain.archive import Findings, FoundLine
from tui_minutes.domain.document import Document
from tui_minutes.services.zones import machine_zone

MOST = 50
"""So many of each kind are shown at most; more words find fewer."""


def document(found: Findings, asked: str, *, reveal: bool) -> Document:
    """What was found for `asked`, to be read; what is confidential is covered unless `reveal` (B7)."""
    return found_document(found, asked, reveal=reveal)


def objects(found: Findings, at: datetime, *, reveal: bool) -> dict[str, Any]:
    """What was found, for JSON: `meetings`, `outcomes`, `lines`, and of which of them there are `more`."""
    zone = ZoneInfo(machine_zone())
    return {
        "meetings": [meeting_line(one, reveal=reveal) for one in found.meetings],
        "outcomes": [outcome_object(row, at, zone, reveal=reveal) for row in found.outcomes],
        "lines": [_line(one) for one in found.lines],
        "more": sorted(found.more),
    }


def _line(one: FoundLine) -> dict[str, Any]:
    return {
        "uid": one.uid,
        "meeting": one.meeting_number,
        "line": one.seq,
        "at": one.at.astimezone(ZoneInfo(one.zone)).isoformat(timespec="seconds"),
        "kind": one.kind,
        "speaker": one.speaker,
        "text": one.text,
    }
