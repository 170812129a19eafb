"""The log of a meeting: what was said, as it was typed, and every wording it had (D3, D8)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.reading import Votes


class EntryKind(StrEnum):
    """What a line of the log is. `event` is written by the program: people coming, breaks, items."""

    POINT = "point"
    DISAGREEMENT = "disagreement"
    DATA = "data"
    DECISION = "decision"
    ACTION = "action"
    QUESTION = "question"
    MOTION = "motion"
    NOTE = "note"
    CONTINUATION = "continuation"
    UPDATE = "update"
    EVENT = "event"


OUTCOME_KINDS = (EntryKind.DECISION, EntryKind.ACTION, EntryKind.QUESTION)


class MotionResult(StrEnum):
    """How an ad-hoc motion ended (D2)."""

    PASSED = "passed"
    REJECTED = "rejected"
    SHELVED = "shelved"
    OFFLINE = "offline"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Revision:
    """What a line said before a change: `before` and `after` hold the fields that changed."""

    at: datetime
    by: str
    entered_by: str
    act: str
    before: dict[str, object]
    after: dict[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    `seq` is its number within the meeting, `at` the instant it was said, `raw` the line as typed. `continues`
    is the uid of the line a continuation belongs to; `outcome_uid` of the outcome that the line made.
    """

    uid: str
    seq: int
    at: datetime
    kind: EntryKind
    text: str
    raw: str = ""
    speaker: str = ""
    value: str = ""
    source: str = ""
    proposer: str = ""
    result: MotionResult | None = None
    votes: Votes | None = None
    item_uid: str | None = None
    continues: str | None = None
    outcome_uid: str | None = None
    withdrawn: bool = False
    doubtful: bool = False
    entered_by: str = ""
    revisions: tuple[Revision, ...] = ()


def split_speaker(text: str) -> tuple[str, str]:
    """The name before the first colon and what follows it; two empty strings when there is no colon."""
    for place, character in enumerate(text):
        if character in ":：":
            return text[:place].strip().rstrip("!！"), text[place + 1 :].strip()
    return "", ""


def join_text(first: str, more: str) -> str:
    """Two pieces of one sentence: a space between them where neither side is Chinese."""
    if not (first and more):
        return first or more
    return f"{first} {more}" if first[-1].isascii() and more[0].isascii() else f"{first}{more}"
