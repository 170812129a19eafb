"""Decisions, actions and unresolved questions: what a meeting leaves behind (D4, D5, D6, T1)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level


class OutcomeKind(StrEnum):
    """The three kinds of outcome."""

    DECISION = "decision"
    ACTION = "action"
    QUESTION = "question"


LETTERS = {OutcomeKind.DECISION: "D", OutcomeKind.ACTION: "A", OutcomeKind.QUESTION: "Q"}


class Status(StrEnum):
    """待确认, 执行中, 延期, 已完成 (reported), 已关闭, 已取消, 已被取代 (T1)."""

    UNCONFIRMED = "unconfirmed"
    IN_PROGRESS = "in_progress"
    DELAYED = "delayed"
    DONE = "done"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


ENDED = (Status.CLOSED, Status.CANCELLED, Status.SUPERSEDED)


class Priority(StrEnum):
    """紧急, 重要, 常规 (D4)."""

    URGENT = "urgent"
    IMPORTANT = "important"
    ROUTINE = "routine"


class Part(StrEnum):
    """What a person is to an outcome: the first responsible one answers for it, helpers help (D5)."""

    RESPONSIBLE = "responsible"
    HELPER = "helper"
    COPIED = "copied"
    DECIDER = "decider"


class Hearing(StrEnum):
    """Where an outcome stands in the readback (E1)."""

    UNREAD = "unread"
    AGREED = "agreed"
    RESERVATION = "reservation"
    NOT_AGREED = "not_agreed"


class Quality(StrEnum):
    """How good the result is, in the eyes of whoever confirmed it (T6, T10)."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class Act(StrEnum):
    """What a step in an outcome's life was, as history tells it (T2, T5, T6, T8).

    The empty one is a change of fields that no rule has a name for.
    """

    EDIT = ""
    ACKNOWLEDGE = "acknowledge"
    ASK_BACK = "ask_back"
    EXPLAIN = "explain"
    NOTE = "note"
    DELAY = "delay"
    REPORT = "report"
    CONFIRM = "confirm"
    SEND_BACK = "send_back"
    CANCEL = "cancel"
    REOPEN = "reopen"
    HAND_OVER = "hand_over"
    SUPERSEDE = "supersede"
    SPLIT = "split"
    ANSWER = "answer"
    PUT_OFF_FEEDBACK = "put_off_feedback"
    UNDO = "undo"
    IMPORT = "import"
    PURGE = "purge"


@dataclass(frozen=True, slots=True)
class OutcomePerson:
    """A person, a department or a name as typed, with the part they have in an outcome."""

    part: Part
    name: str
    department: str = ""
    person_uid: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One decision, action or question, in the ledger from the moment it is captured (T1).

    `due`, `original_due`, `next_feedback`, `done_on` are days in the meeting's zone. `provisional` until the
    room has sealed it. `becomes` is the uid of what it was converted to before the seal; it counts no more.
    `superseded_by` is the number of the later outcome that took its place, `supersedes` are the numbers of
    those whose place it took: all of them still stand where they were agreed.
    `unclear` is what its owner asked back instead of acknowledging it (T2), `answer` what a question was
    answered (T7), `leftover` what is left over of a completed one and `quality` how good it is (T6).
    `version` counts its changes: an update names the version it saw.
    """

    uid: str
    number: str
    kind: OutcomeKind
    text: str
    meeting_uid: str
    entry_uid: str | None = None
    item_uid: str | None = None
    parent_uid: str | None = None
    people: tuple[OutcomePerson, ...] = ()
    department: str = ""
    due: date | None = None
    due_next_meeting: bool = False
    original_due: date | None = None
    deliverable: str = ""
    resources: str = ""
    priority: Priority | None = None
    status: Status = Status.UNCONFIRMED
    level: Level = Level.INTERNAL
    no_action: bool = False
    next_feedback: date | None = None
    done_on: date | None = None
    result: str = ""
    remark: str = ""
    unclear: str = ""
    answer: str = ""
    leftover: str = ""
    quality: Quality | None = None
    provisional: bool = True
    doubtful: bool = False
    withdrawn: bool = False
    hearing: Hearing = Hearing.UNREAD
    becomes: str | None = None
    superseded_by: str | None = None
    supersedes: tuple[str, ...] = ()
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def names(self, *parts: Part) -> tuple[str, ...]:
        """The names of those who have one of `parts` in it, in order."""
        return tuple(person.name for person in self.people if person.part in parts)

    @property
    def owners(self) -> tuple[str, ...]:
        """The responsible one first, then the helpers."""
        return self.names(Part.RESPONSIBLE) + self.names(Part.HELPER)

    @property
    def is_live(self) -> bool:
        """Whether it still counts in its meeting: neither withdrawn nor turned into another."""
        return not self.withdrawn and self.becomes is None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.status not in ENDED

    def late_days(self, today: date) -> int:
        """Calendar days past its due date; 0 when on time, done, ended or without a date (T1)."""
        if self.due is None or not self.is_open or self.status is Status.DONE:
            return 0
        return max((today - self.due).days, 0)


@dataclass(frozen=True, slots=True)
class Change:
    """One step in an outcome's history: who (`by`), who typed it, when, fields from and to, why (T8).

    `undoes` is the uid of the step that this one takes back.
    """

    uid: str
    at: datetime
    by: str
    entered_by: str
    changes: dict[str, tuple[object, object]]
    cause: str = ""
    remedy: str = ""
    note: str = ""
    act: Act = Act.EDIT
    undoes: str | None = None


def sort_number(number: str) -> tuple[str, int]:
    """A key that sorts `A-9` before `A-10`, whatever the prefix."""
    head, _, tail = number.rpartition("-")
    return head, int(tail) if tail.isdigit() else 0
