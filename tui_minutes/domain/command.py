"""A command: whose word it is, who typed it, when, and an id that makes a retry harmless."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from tui_minutes.domain.dataclass import dataclass


def new_uid(at: datetime) -> str:
    """A UUIDv7 of the instant `at` (RFC 9562): uids made later sort later."""
    millis = int(at.timestamp() * 1000)
    random = secrets.randbits(74)
    value = (millis & (1 << 48) - 1) << 80 | 7 << 76 | (random >> 62) << 64 | 2 << 62 | random & (1 << 62) - 1
    return str(UUID(int=value))


@dataclass(frozen=True, slots=True)
class Command:
    """One act of a person. `by` is whose act it is, `entered_by` who typed it; `at` is a UTC instant."""

    id: str
    at: datetime
    by: str
    entered_by: str

    @classmethod
    def new(cls, at: datetime, by: str, entered_by: str) -> Command:
        """A fresh command; send the same one again to retry it."""
        return cls(new_uid(at), at, by, entered_by)

    def part(self, nth: int) -> Command:
        """The command for the `nth` of several lines taken down at once: each can be taken back alone."""
        return replace(self, id=f"{self.id}.{nth}")
