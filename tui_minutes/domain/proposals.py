"""What is worded before the meeting: decisions proposed, and what was talked over beforehand (B3, D4)."""

from __future__ import annotations

from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass


class ProposalKind(StrEnum):
    """A decision to be put to the room (拟决议), or a note of a talk before the meeting (会前沟通)."""

    DECISION = "decision"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal of an agenda item: `text` is a line as it would be typed, without the mark of its kind.

    `entry_uid` is the line that it became in the meeting, None while it waits.
    """

    uid: str
    item_uid: str
    kind: ProposalKind
    text: str
    entry_uid: str | None = None
