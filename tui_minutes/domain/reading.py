"""What a typed line is taken for: the one record that comes out of the capture line."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Any

from tui_minutes.domain.dataclass import dataclass


class Kind(StrEnum):
    """The kinds of line; the values are the words of `parse --json`."""

    POINT = "point"
    DISAGREEMENT = "disagreement"
    DATA = "data"
    DECISION = "decision"
    ACTION = "action"
    QUESTION = "question"
    MOTION = "motion"
    NOTE = "note"
    COMMAND = "command"
    CONTINUATION = "continuation"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to look at, never a refusal: its code (rule 9) and the words of the line that it is about."""

    code: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Votes:
    """How many voted for, against, and abstained."""

    for_: int
    against: int
    abstain: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A line taken apart. `raw` is the line as typed; `text` what is left when marks and fields are out."""

    raw: str
    kind: Kind
    text: str = ""
    speaker: str | None = None
    owners: tuple[str, ...] = ()
    department: str | None = None
    due: date | None = None
    due_next_meeting: bool = False
    deliverable: str | None = None
    resources: str | None = None
    cc: tuple[str, ...] = ()
    priority: str | None = None
    parent: str | None = None
    value: str | None = None
    source: str | None = None
    proposer: str | None = None
    result: str | None = None
    votes: Votes | None = None
    next: date | None = None
    doubtful: bool = False
    number: str | None = None
    command: str | None = None
    args: str = ""
    cautions: tuple[Caution, ...] = ()
    no_action: bool = False
    status: str | None = None
    cause: str | None = None
    remedy: str | None = None
    outcome_result: str | None = None
    act: str | None = None
    leftover: str | None = None
    quality: str | None = None
    superseded_by: str | None = None
    decided_by: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The object `parse --json` prints: the documented keys in their order, then the later ones."""
        printed = {key: _plain(getattr(self, key)) for key in _DOCUMENTED}
        printed["warnings"] = [{"code": c.code, "words": list(c.words)} for c in self.cautions]
        return printed | {key: _plain(getattr(self, key)) for key in _LATER}


_DOCUMENTED = [
    "raw",
    "kind",
    "speaker",
    "text",
    "owners",
    "department",
    "due",
    "deliverable",
    "resources",
    "cc",
    "priority",
    "parent",
    "value",
    "source",
    "proposer",
    "result",
    "votes",
    "next",
    "doubtful",
    "number",
    "command",
    "args",
]
_LATER = [
    "due_next_meeting",
    "no_action",
    "status",
    "cause",
    "remedy",
    "outcome_result",
    "act",
    "leftover",
    "quality",
    "superseded_by",
    "decided_by",
]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Votes):
        return {name.rstrip("_"): count for name, count in asdict(value).items()}
    return list(value) if isinstance(value, tuple) else value
