"""What is worded before the meeting: decisions proposed, and what was talked over beforehand (B3, D4)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from tui_minutes.domain.dataclass import dataclass

if TYPE_CHECKING:  # whoever asks what became of one has them
    from tui_minutes.domain.outcomes import Outcome
    from tui_minutes.domain.record import MeetingRecord


class ProposalKind(StrEnum):
    """A decision to be put to the room (拟决议), or a note of a talk before the meeting (会前沟通)."""

    DECISION = "decision"
    TALK = "talk"


_DECISION = {"en": "decision: ", "zh": "决议："}
"""The word that makes a line a decision, in each language of minutes."""


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

    def as_line(self, language: str) -> str:
        """The decision as it would be typed, in the language of the minutes."""
        return f"{_DECISION[language]}{self.text}"


def decisions(proposals: Iterable[Proposal], item_uid: str) -> list[Proposal]:
    """The decisions proposed for an item, in order: the first is number 1 where people name them."""
    return [one for one in proposals if one.item_uid == item_uid and one.kind is ProposalKind.DECISION]


def became(record: MeetingRecord, proposal: Proposal) -> Outcome | None:
    """What a proposal has become; one whose line was withdrawn waits again."""
    if proposal.entry_uid is None:
        return None
    made = [one for one in record.outcomes if one.entry_uid == proposal.entry_uid and not one.withdrawn]
    return made[-1] if made else None


def waiting(record: MeetingRecord, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The decisions that were proposed and are not decided."""
    return [one for one in proposals if one.kind is ProposalKind.DECISION and became(record, one) is None]
