"""What a stretch of an outcome's history comes down to, told in one breath (T8, T9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Act, Change, Part, Status

_QUIET = {"hearing", "doubtful", "provisional", "original_due", "done_on", "created_at"}
"""Fields that tell nobody anything in a standup."""

_BY_STATUS = {
    Status.DONE: Act.REPORT,
    Status.CLOSED: Act.CONFIRM,
    Status.DELAYED: Act.DELAY,
    Status.CANCELLED: Act.CANCEL,
    Status.SUPERSEDED: Act.SUPERSEDE,
}


@dataclass(frozen=True, slots=True)
class News:
    """What became of an outcome over some steps: from what to what, whatever lay between.

    `acts` each once, in order; `new` when it was captured or sealed in them. A pair is None where nothing
    changed in the end. `cause`, `remedy`, `result`, `answer` and what was not clear (`asked`) are those said
    last, `by` whose acts they were.
    """

    acts: tuple[Act, ...] = ()
    new: bool = False
    status: tuple[Status, Status] | None = None
    due: tuple[date | None, date | None] | None = None
    owners: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    cause: str = ""
    remedy: str = ""
    result: str = ""
    answer: str = ""
    asked: str = ""
    notes: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


def news(changes: Sequence[Change]) -> News | None:
    """What `changes` of one outcome, oldest first, come down to; None when that is nothing.

    A step that was undone, and its undoing, are told no more.
    """
    undone = {change.undoes for change in changes if change.undoes}
    steps = [one for one in changes if one.undoes is None and one.uid not in undone and _tells(one)]
    if not steps:
        return None
    new = any(_is_new(one) for one in steps)
    told = [one for one in steps if not _is_new(one)]
    status, due, people = (_span(told, field) for field in ("status", "due", "people"))
    owners = (_owners(people[0]), _owners(people[1])) if people else None
    return News(
        acts=tuple(dict.fromkeys(act_of(one) for one in told)),
        new=new,
        status=(Status(str(status[0])), Status(str(status[1]))) if status and status[0] else None,
        due=(_day(due[0]), _day(due[1])) if due else None,
        owners=owners if owners and owners[0] != owners[1] else None,
        cause=_last(one.cause for one in told),
        remedy=_last(one.remedy for one in told),
        result=_written(told, "result"),
        answer=_written(told, "answer"),
        asked=_written(told, "unclear"),
        notes=tuple(one.note for one in told if one.note),
        by=tuple(dict.fromkeys(one.by for one in steps)),
    )


def act_of(change: Change) -> Act:
    """What the step was; of one that has no name for it, what its fields say."""
    if change.act is not Act.EDIT:
        return change.act
    fields = {name: pair[1] for name, pair in change.changes.items() if name not in _QUIET}
    if "status" in fields and (act := _BY_STATUS.get(Status(str(fields["status"])))):
        return act
    before, after = change.changes.get("people", ((), ()))
    if _owners(before)[:1] != _owners(after)[:1]:
        return Act.HAND_OVER
    return Act.EDIT if fields else Act.NOTE


def _tells(change: Change) -> bool:
    """Whether a step has anything to tell."""
    loud = set(change.changes) - _QUIET
    return bool(loud or change.note or change.cause or change.remedy or change.act or _is_new(change))


def _is_new(change: Change) -> bool:
    """Whether the step is where it was captured, or agreed to by the room."""
    captured = change.changes.get("text", ("",))[0] is None
    return captured or change.changes.get("provisional", (None, None))[1] is False


def _span(steps: Sequence[Change], field: str) -> tuple[object, object] | None:
    """From what the first of `steps` to what the last of them changed `field`; None when it is the same."""
    pairs = [one.changes[field] for one in steps if field in one.changes]
    if not pairs or pairs[0][0] == pairs[-1][1]:
        return None
    return pairs[0][0], pairs[-1][1]


def _owners(people: object) -> tuple[str, ...]:
    """The owners among people as history tells them: part, name, department."""
    spelt = people if isinstance(people, list | tuple) else ()
    return tuple(name for part, name, *_ in spelt if part in (Part.RESPONSIBLE, Part.HELPER))


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _written(steps: Sequence[Change], field: str) -> str:
    """What the last of `steps` that wrote anything into `field` wrote."""
    return _last(str(one.changes[field][1] or "") for one in steps if field in one.changes)


def _last(words: Iterable[str]) -> str:
    """The last of `words` that says anything."""
    return ([""] + [word for word in words if word])[-1]
