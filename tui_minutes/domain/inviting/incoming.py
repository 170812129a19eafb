"""A meeting that comes from outside, and what it would do to those that are here (B8)."""

from __future__ import annotations

from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import Plan
from tui_minutes.domain.rhythm import Rhythm


@dataclass(frozen=True, slots=True)
class Incoming:
    """A meeting as an event of a calendar, or a plan, has it; `file` is what that is called.

    `event` and `recurrence` say which event it is, `sequence` and `stamp` which word about it; of a plan
    `event` is where it lies and `digest` what it says. `declined` are the names of those who will not come,
    `left_out` how many guests are too many for a list. A `whole_day` says no time of its own.
    """

    file: str
    event: str
    plan: Plan
    recurrence: str = ""
    sequence: int = 0
    stamp: str = ""
    digest: str = ""
    rhythm: Rhythm | None = None
    declined: tuple[str, ...] = ()
    left_out: int = 0
    materials: tuple[Material, ...] = ()
    whole_day: bool = False
    called_off: bool = False


class Treatment(StrEnum):
    """What becomes of an incoming meeting.

    It is `new` or has `changed`; says the `same` as before, or something `older`; the meeting has `begun`, or
    is called `off` by it; what is called off is `left out` of its series, `unknown` here, or is so `already`;
    the invitation is our `own`; a plan has been made a meeting `before`.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OLDER = "older"
    BEGUN = "begun"
    OFF = "off"
    LEFT_OUT = "left_out"
    ALREADY_OFF = "already_off"
    UNKNOWN = "unknown"
    OWN = "own"
    BEFORE = "before"


DOES_SOMETHING = (Treatment.NEW, Treatment.CHANGED, Treatment.OFF, Treatment.LEFT_OUT)


class Aspect(StrEnum):
    """What of a meeting an invitation may change."""

    TITLE = "title"
    TIME = "time"
    PLACE = "place"
    LEVEL = "level"
    GOAL = "goal"
    EXPECTED = "expected"
    AGENDA = "agenda"
    RHYTHM = "rhythm"
    MATERIALS = "materials"
    PEOPLE = "people"
    DECLINED = "declined"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class AspectChange:
    """An aspect that the invitation says otherwise than before; `kept` where it was changed here since.

    `value` is what it says: text, the start, people, items, a rhythm.
    """

    aspect: Aspect
    value: object
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The meeting that an event or a plan was made into, and what the event said at the time.

    `plan` is the meeting as it is planned now, `rhythm` that of its series, `materials` what there is to
    read for it; `marks` are those of the event when it last came, by aspect; `own` says that the invitation
    is our own.
    """

    uid: str
    number: str
    phase: Phase
    plan: Plan
    rhythm: Rhythm | None = None
    materials: tuple[Material, ...] = ()
    sequence: int = 0
    stamp: str = ""
    marks: dict[str, list[str]] | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """An incoming meeting, what becomes of it, and of which meeting that is here."""

    incoming: Incoming
    treatment: Treatment
    known: Known | None = None
    changes: tuple[AspectChange, ...] = ()
