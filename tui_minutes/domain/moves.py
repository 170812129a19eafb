"""The moves that lead an outcome from status to status until it is closed, in one table (T1, T2, T5-T7)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Act, Outcome, OutcomeKind, Part, Quality, Status
from tui_minutes.domain.refusal import Refused


class Detail(StrEnum):
    """What a move may be told; the value is the name of its field in `Given`."""

    NOTE = "note"
    CAUSE = "cause"
    REMEDY = "remedy"
    DUE = "due"
    RESULT = "result"
    DELIVERABLE = "deliverable"
    LEFTOVER = "leftover"
    QUALITY = "quality"
    REASON = "reason"
    DECIDED_BY = "decided_by"
    OWNERS = "owners"
    QUESTION = "question"
    ANSWER = "answer"
    BY_NUMBER = "by_number"
    NEXT_FEEDBACK = "next_feedback"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Share:
    """One of the parts into which an outcome is split; without owners or date it keeps those of the whole."""

    text: str
    owners: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """Everything a move may be told; what is empty was not said.

    `due` and `next_feedback` are days in the meeting's zone; `owners` names, the responsible one first;
    `by_number` is the number of the decision that takes the place of this one.
    """

    note: str = ""
    cause: str = ""
    remedy: str = ""
    due: date | None = None
    due_next_meeting: bool = False
    result: str = ""
    deliverable: str = ""
    leftover: str = ""
    quality: Quality | None = None
    reason: str = ""
    decided_by: str = ""
    owners: tuple[str, ...] = ()
    question: str = ""
    answer: str = ""
    by_number: str = ""
    next_feedback: date | None = None
    parts: tuple[Share, ...] = ()

    def has(self, detail: Detail) -> bool:
        """Whether `detail` was said, and not in spaces only."""
        value = getattr(self, detail.value)
        if detail is Detail.DUE:
            return value is not None or self.due_next_meeting
        return bool(value.strip() if isinstance(value, str) else value)


@dataclass(frozen=True, slots=True)
class Move:
    """A rule: which kinds in which statuses may make the move, where it leads (None: the status stays).

    `needs` has to be said, `asks` may be; `clears` are the fields that it empties.
    """

    act: Act
    kinds: tuple[OutcomeKind, ...]
    from_: tuple[Status, ...]
    to: Status | None = None
    needs: tuple[Detail, ...] = ()
    asks: tuple[Detail, ...] = (Detail.NOTE,)
    clears: tuple[str, ...] = ()

    def details(self, kind: OutcomeKind) -> tuple[Detail, ...]:
        """What a form asks for an outcome of that kind, the obligatory first; only actions deliver (D5)."""
        wanted = (*self.needs, *self.asks)
        return tuple(one for one in wanted if one is not Detail.DELIVERABLE or kind is OutcomeKind.ACTION)


_ALL = tuple(OutcomeKind)
_TASKS = (OutcomeKind.DECISION, OutcomeKind.ACTION)
_QUESTIONS = (OutcomeKind.QUESTION,)
_OPEN = (Status.UNCONFIRMED, Status.IN_PROGRESS, Status.DELAYED)
_REPORTED = (Status.DONE,)
_ENDED = (Status.CLOSED, Status.CANCELLED, Status.SUPERSEDED)
_NOTE = (Detail.NOTE,)

_TABLE = (
    Move(
        Act.ACKNOWLEDGE, _ALL, (Status.UNCONFIRMED, Status.DELAYED), Status.IN_PROGRESS, clears=("unclear",)
    ),
    Move(Act.ASK_BACK, _ALL, _OPEN, needs=(Detail.QUESTION,), asks=()),
    Move(Act.EXPLAIN, _ALL, _OPEN, needs=_NOTE, asks=(), clears=("unclear",)),
    Move(Act.NOTE, _ALL, tuple(Status), needs=_NOTE, asks=()),
    Move(
        Act.DELAY, _ALL, _OPEN, Status.DELAYED,
        needs=(Detail.CAUSE, Detail.DUE), asks=(Detail.REMEDY, Detail.NOTE),
    ),
    Move(
        Act.REPORT, _TASKS, _OPEN, Status.DONE,
        needs=(Detail.RESULT,), asks=(Detail.DELIVERABLE, Detail.LEFTOVER), clears=("unclear",),
    ),
    Move(Act.ANSWER, _QUESTIONS, _OPEN, Status.DONE, needs=(Detail.ANSWER,), clears=("unclear",)),
    Move(Act.PUT_OFF_FEEDBACK, _QUESTIONS, _OPEN, needs=(Detail.NEXT_FEEDBACK,)),
    Move(Act.CONFIRM, _ALL, _REPORTED, Status.CLOSED, asks=(Detail.QUALITY, Detail.NOTE)),
    Move(Act.SEND_BACK, _ALL, _REPORTED, Status.IN_PROGRESS, needs=(Detail.REASON,), asks=()),
    Move(
        Act.REOPEN, _ALL, (*_ENDED, *_REPORTED), Status.IN_PROGRESS,
        needs=(Detail.REASON,), asks=(), clears=("quality", "superseded_by"),
    ),
    Move(
        Act.HAND_OVER, _ALL, _OPEN, Status.UNCONFIRMED,
        needs=(Detail.OWNERS,), asks=(Detail.DUE, Detail.NOTE), clears=("unclear",),
    ),
    Move(Act.SPLIT, (OutcomeKind.ACTION, OutcomeKind.QUESTION), _OPEN, needs=(Detail.PARTS,)),
    Move(
        Act.CANCEL, _ALL, (*_OPEN, *_REPORTED), Status.CANCELLED,
        needs=(Detail.REASON,), asks=(Detail.DECIDED_BY,), clears=("unclear",),
    ),
    Move(
        Act.SUPERSEDE, (OutcomeKind.DECISION,), (*_OPEN, *_REPORTED, Status.CLOSED), Status.SUPERSEDED,
        needs=(Detail.BY_NUMBER,),
    ),
    Move(Act.EDIT, _ALL, tuple(Status), asks=(Detail.OWNERS, Detail.DUE, Detail.NOTE)),
)  # fmt: skip

MOVES: Mapping[Act, Move] = {move.act: move for move in _TABLE}
"""Every move by its act, in the order in which a menu shows them. `EDIT` changes fields and no status."""


def possible(outcome: Outcome) -> tuple[Act, ...]:
    """The moves that `outcome` can make as it stands, in the order of a menu."""
    return tuple(act for act in MOVES if act is not Act.EDIT and _refusal(outcome, act) is None)


def check(outcome: Outcome, act: Act, by: str, given: Given, today: date) -> None:
    """Raise Refused when `by` cannot make the move with what is `given`; `today` in the zone of its meeting.

    Refused: no_longer_stands, move_of_other_kind, move_not_possible, nothing_unclear, move_needs (naming what
    is missing), date_past, delay_not_later, split_too_few, close_by_owner (T6).
    """
    if refused := _refusal(outcome, act):
        raise refused
    for detail in MOVES[act].needs:
        if not given.has(detail):
            raise Refused("move_needs", act=act, detail=detail, number=outcome.number)
    if act is Act.CONFIRM and by in outcome.owners:
        raise Refused("close_by_owner", name=by, number=outcome.number)
    if act is Act.SPLIT and (len(given.parts) < 2 or not all(one.text.strip() for one in given.parts)):
        raise Refused("split_too_few", number=outcome.number)
    _check_days(outcome, act, given, today)


def _refusal(outcome: Outcome, act: Act) -> Refused | None:
    """Why the outcome cannot make this move at all, whatever is said with it."""
    move = MOVES[act]
    if not outcome.is_live:
        return Refused("no_longer_stands", number=outcome.number)
    if outcome.kind not in move.kinds:
        return Refused("move_of_other_kind", act=act, kind=outcome.kind, number=outcome.number)
    if outcome.status not in move.from_:
        return Refused("move_not_possible", act=act, status=outcome.status, number=outcome.number)
    if act is Act.EXPLAIN and not outcome.unclear:
        return Refused("nothing_unclear", number=outcome.number)
    return None


def _check_days(outcome: Outcome, act: Act, given: Given, today: date) -> None:
    """A promised day is still to come, and a delay leads to a later one (T5)."""
    days = {Act.DELAY: given.due, Act.PUT_OFF_FEEDBACK: given.next_feedback}
    day = days.get(act)
    if day is None:
        return
    if day < today:
        raise Refused("date_past", day=day.isoformat(), number=outcome.number)
    if act is Act.DELAY and outcome.due is not None and day <= outcome.due:
        raise Refused("delay_not_later", day=outcome.due.isoformat(), number=outcome.number)


def told(outcome: Outcome, act: Act) -> tuple[str, ...]:
    """Whom the move concerns besides whoever made it: of a delay those copied, of an answer all (T5, T7).

    What is explained, sent back, reopened or handed over is asked of the owners of now (T2).
    """
    if act is Act.DELAY:
        return outcome.names(Part.COPIED)
    if act in (Act.EXPLAIN, Act.SEND_BACK, Act.REOPEN, Act.HAND_OVER):
        return outcome.owners
    if act is Act.ANSWER:
        return tuple(dict.fromkeys(person.name for person in outcome.people))
    return ()
