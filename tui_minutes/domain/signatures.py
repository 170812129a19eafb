"""Signatures, objections and amendments: what people put their names to (E1, E3, E5)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass


class Verdict(StrEnum):
    """What a person says when asked to sign (E3)."""

    AGREED = "agreed"
    OBJECTED = "objected"


class Way(StrEnum):
    """How a signature was given; each is said by the recorder's hand, in the room or afterwards."""

    IN_ROOM = "in_room"
    ALL_AT_ONCE = "all_at_once"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One signature. `voided_at` is set when a change of outcome `voided_by` (a number) made it void."""

    uid: str
    participant_uid: str
    name: str
    verdict: Verdict
    way: Way
    at: datetime
    entered_by: str
    words: str = ""
    voided_at: datetime | None = None
    voided_by: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing has changed since it was given."""
        return self.voided_at is None


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection to an outcome, by name; settled on the spot, or left on record (E1)."""

    uid: str
    outcome_uid: str
    name: str
    text: str
    at: datetime
    settled: bool = False
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction made after approval: what it concerns, the new words, and why (E5)."""

    uid: str
    subject: str
    text: str
    reason: str
    by: str
    entered_by: str
    at: datetime
