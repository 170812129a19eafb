"""The preparation checklist of a meeting, as JSON (B5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents.plain import day, instant, veiled
from tui_minutes.domain.checklist import Preparation
from tui_minutes.domain.meeting import Meeting, is_hidden
from tui_minutes.i18n.checklist import what_text


def checklist_array(
    found: Iterable[Preparation], meeting: Meeting, *, reveal: bool = False
) -> list[dict[str, Any]]:
    """One object for each thing to be ready, in its words; confidential ones are hidden unless `reveal`."""
    zone = ZoneInfo(meeting.zone)
    return [
        {
            "check": one.kept.check,
            **veiled(
                {"what": what_text(one), "note": one.kept.note}, hidden=is_hidden(one.level) and not reveal
            ),
            "who": one.who,
            "due": day(one.due),
            "done": one.is_done,
            "by_itself": one.by_itself,
            "done_at": instant(one.kept.done_at, zone),
            "done_by": one.kept.done_by,
            "confidentiality": one.level,
        }
        for one in found
    ]
