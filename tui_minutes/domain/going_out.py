"""How the minutes get to people: who is on the list, who asked for corrections, what went out (F2, F3)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import Paper


class Because(StrEnum):
    """Why somebody is on the distribution list: asked to the meeting, copied, head of a department, added."""

    ASKED = "asked"
    COPIED = "copied"
    HEAD = "head"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody on the distribution list; `cleared` for what is above the level of the meeting, too (F3)."""

    uid: str
    name: str
    email: str = ""
    department: str = ""
    reason: Because = Because.ADDED
    cleared: bool = False


class DispatchState(StrEnum):
    """How far a dispatch got. What is still `going` may have arrived: it is not sent again unasked."""

    GOING = "going"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One document on its way to one recipient by one channel.

    `edition` is a digest of what it says: the same one goes to nobody twice by the same channel. `trouble`
    is the code of a refusal, "" for none.
    """

    uid: str
    document: Paper
    edition: str
    recipient: str
    channel: str
    state: DispatchState
    at: datetime
    by: str
    entered_by: str
    address: str = ""
    trouble: str = ""


class CorrectionState(StrEnum):
    """What became of a correction that was asked for (F2)."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that a reader `by` asks for; taken, or declined with the `answer` why (F2)."""

    uid: str
    subject: str
    text: str
    by: str
    entered_by: str
    at: datetime
    state: CorrectionState = CorrectionState.OPEN
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Circulation:
    """The draft is with its readers from one instant until another (F2)."""

    opened_at: datetime
    until: datetime
    by: str
    entered_by: str


class MaterialKind(StrEnum):
    """Something to read, or a raw record of the meeting itself."""

    READING = "reading"
    RECORDING = "recording"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Material:
    """Something to read for a meeting, or its raw record: where it is (a path or a link), for whom (B7).

    `note` is its summary. A `level` of None is that of the meeting; `audience` are the names of those who see
    it, none for everybody who is cleared for its level.
    """

    uid: str
    title: str
    place: str = ""
    note: str = ""
    level: Level | None = None
    kind: MaterialKind = MaterialKind.READING
    audience: tuple[str, ...] = ()

    def is_for(self, *names: str) -> bool:
        """Whether all of `names` may see it; without names, whether everybody may."""
        return not self.audience or (bool(names) and set(names) <= set(self.audience))


@dataclass(frozen=True, slots=True)
class GoingOut:
    """All of it for one meeting, each tuple in its natural order."""

    materials: tuple[Material, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    circulation: Circulation | None = None
    corrections: tuple[Correction, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()

    @property
    def open_corrections(self) -> tuple[Correction, ...]:
        """Those that nobody has answered: they stand in the way of approval (F2)."""
        return tuple(one for one in self.corrections if one.state is CorrectionState.OPEN)


NOWHERE = GoingOut()
"""Nothing is attached, and nobody is on a list."""
