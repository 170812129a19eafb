"""What an outcome said when the file was made: only a cell that differs from that was edited (T11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tui_minutes.domain.outcomes import Act, Change, Outcome, OutcomePerson, Part, Priority, Quality, Status

_DAYS = ("due", "original_due", "done_on", "next_feedback")
_CODES = {"status": Status, "priority": Priority, "quality": Quality}
_WORDS = ("text", "department", "deliverable", "resources", "result", "remark", "due_next_meeting")


def as_of(now: Outcome, history: Sequence[Change], version: int) -> Outcome:
    """The outcome as it was in an earlier `version`; `history` is all of it, oldest first."""
    later = history[len(history) - max(now.version - version, 0) :]
    was: dict[str, Any] = {}
    for change in reversed(later):
        was |= _fields((name, pair[0]) for name, pair in change.changes.items())
    return replace(now, **was)


def as_imported(now: Outcome, history: Iterable[Change]) -> Outcome:
    """The outcome as imports have told it, whatever became of it since.

    What no import has told is empty: a cell that still is was never filled in. One that no import has
    touched is as it is now.
    """
    history = tuple(history)
    if not any(change.act is Act.IMPORT for change in history):
        return now
    told: dict[str, Any] = {
        **dict.fromkeys(_WORDS, ""), **dict.fromkeys(_DAYS), "due_next_meeting": False,
        "status": Status.UNCONFIRMED, "priority": None, "people": (),
    }  # fmt: skip
    for change in history:
        if change.act is Act.IMPORT:
            told |= _fields((name, pair[1]) for name, pair in change.changes.items())
    return replace(now, **told)


def _fields(told: Iterable[tuple[str, object]]) -> dict[str, Any]:
    """Columns as history tells them, as an outcome has them; those that no ledger file has are left out."""
    found: dict[str, Any] = {}
    for name, value in told:
        if name in _DAYS:
            found[name] = date.fromisoformat(str(value)) if value else None
        elif name in _CODES:
            found[name] = _CODES[name](str(value)) if value else None
        elif name in _WORDS:
            found[name] = bool(value) if name == "due_next_meeting" else value or ""
        elif name == "people":
            spelt = value if isinstance(value, list | tuple) else ()
            found[name] = tuple(OutcomePerson(Part(part), who, where) for part, who, where in spelt)
    return found
