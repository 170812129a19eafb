"""Reminders as JSON: what `remind --json` prints; keys are added, never removed (docs/json.md)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tui_minutes.documents import reminders as document
from tui_minutes.documents.plain import day, veiled
from tui_minutes.domain.reminders import Letter, Reminder
from tui_minutes.i18n.checklist import check_text


def letter_object(
    letter: Letter, on: date, channels: Sequence[str], *, reveal: bool = False
) -> dict[str, Any]:
    """What one person is reminded of on the day `on` and by which `channels`, in the words that are sent."""
    return {
        "recipient": letter.recipient,
        "channels": list(channels),
        "title": document.title(letter, on),
        "text": document.text(letter, on),
        "reminders": [_reminder(one, reveal=reveal) for one in letter.reminders],
    }


def _reminder(one: Reminder, *, reveal: bool) -> dict[str, Any]:
    matter = one.matter
    hidden = matter.hidden and not reveal
    text = check_text(matter.check, matter.text)
    return {
        "reason": matter.why,
        "also": list(matter.also),
        "concern": one.concern,
        "uid": matter.subject,
        "number": matter.number,
        "meeting": matter.meeting_number,
        **veiled({"text": text, "question": matter.question, "about": matter.about}, hidden=hidden),
        "owners": list(matter.owners),
        "department": matter.department,
        "day": day(matter.day),
        "days": matter.days,
        "due": day(matter.due),
        "lacks": list(matter.lacks),
        "urgent": matter.urgent,
        "confidentiality": matter.level,
        "hidden": hidden,
    }
