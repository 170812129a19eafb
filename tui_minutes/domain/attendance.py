"""Who takes part, in which role, and who is in the room (B4, C1)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass


class Role(StrEnum):
    """What a person is in a meeting; one may be several (B4)."""

    CONVENER = "convener"
    CHAIR = "chair"
    RECORDER = "recorder"
    DECIDER = "decider"
    DOER = "doer"
    ATTENDEE = "attendee"
    OBSERVER = "observer"


class Attendance(StrEnum):
    """The state set at check-in (C1)."""

    UNMARKED = "unmarked"
    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    EXCUSED = "excused"


class Movement(StrEnum):
    """What is time-stamped of a person while the meeting runs."""

    ARRIVED = "arrived"
    LEFT = "left"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class AttendanceEvent:
    """Someone arrived, left or returned at an instant (UTC)."""

    uid: str
    kind: Movement
    at: datetime


@dataclass(frozen=True, slots=True)
class Participant:
    """A person as they were that day. `substitutes` names the person they stand in for."""

    uid: str
    name: str
    person_uid: str | None = None
    department: str = ""
    title: str = ""
    email: str = ""
    roles: tuple[Role, ...] = (Role.ATTENDEE,)
    state: Attendance = Attendance.UNMARKED
    reason: str = ""
    substitutes: str = ""
    walk_in: bool = False
    position: int = 0
    readings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    events: tuple[AttendanceEvent, ...] = ()

    @property
    def is_observer(self) -> bool:
        """An observer or expert sits apart: no vote, no signature."""
        return set(self.roles) <= {Role.OBSERVER}

    @property
    def came(self) -> bool:
        """Whether they were there at all."""
        return self.state in (Attendance.PRESENT, Attendance.LATE)

    @property
    def has_left(self) -> bool:
        """Whether they came and are gone now."""
        return bool(self.events) and self.events[-1].kind is Movement.LEFT

    @property
    def here(self) -> bool:
        """Whether they are in the room now."""
        return self.came and not self.has_left

    @property
    def may_decide(self) -> bool:
        """Decision makers, and where none is named, the chair and the convener may decide (D4)."""
        return bool({Role.DECIDER, Role.CHAIR, Role.CONVENER} & set(self.roles))


def deciders_present(people: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Those in the room who may decide: the named decision makers, else chair and convener (D4)."""
    named = [p for p in people if Role.DECIDER in p.roles]
    return tuple(p for p in (named or people) if p.here and p.may_decide)


def voters(people: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Everyone who came and is no observer: those asked to sign (E3)."""
    return tuple(p for p in people if p.came and not p.is_observer)
