"""The ledger of all meetings: its rows, what is filtered, how it is counted (T1, T6, T8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Change, Outcome, OutcomeKind, Priority, Status, sort_number
from tui_minutes.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An outcome with where it comes from. `level` is the highest of meeting, item and itself (B7).

    Its days end in the IANA `zone` of its meeting.
    """

    outcome: Outcome
    meeting_number: str
    meeting_title: str
    agenda_item: str
    parent_number: str | None
    becomes_number: str | None
    level: Level
    history: tuple[Change, ...] = ()
    zone: str = "UTC"
    standing: Standing = Standing()  # noqa: RUF009 - frozen, and the same for all that need nothing


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What a person wants to see; None or "" means all. Names match whole, `text` anywhere."""

    owner: str = ""
    department: str = ""
    meeting: str = ""
    kind: OutcomeKind | None = None
    status: Status | None = None
    priority: Priority | None = None
    late: bool = False
    open_only: bool = False
    text: str = ""

    def accepts(self, row: LedgerRow, today: date) -> bool:
        """Whether `row` is wanted on the day `today`."""
        one = row.outcome
        wanted = (
            not self.owner or self.owner in one.owners,
            not self.department or self.department in (one.department, *(p.department for p in one.people)),
            not self.meeting or self.meeting.upper() == row.meeting_number,
            self.kind is None or one.kind is self.kind,
            self.status is None or one.status is self.status,
            self.priority is None or one.priority is self.priority,
            not self.late or one.late_days(today) > 0,
            not self.open_only or one.is_open,
            not self.text or self.text.casefold() in searchable(row),
        )
        return all(wanted)


def searchable(row: LedgerRow) -> str:
    """Everything a search looks through, folded for comparison."""
    one = row.outcome
    parts = (one.number, one.text, one.deliverable, one.resources, one.remark, one.department, one.result)
    names = (person.name for person in one.people)
    return "\n".join((*parts, *names, row.meeting_number, row.meeting_title, row.agenda_item)).casefold()


@dataclass(frozen=True, slots=True)
class LedgerCounts:
    """The figures on top of the tracker."""

    late: int = 0
    due_this_week: int = 0
    unacknowledged: int = 0
    stale: int = 0
    unconfirmed: int = 0
    in_progress: int = 0
    done: int = 0
    closed: int = 0


def count(rows: Iterable[LedgerRow], today: date) -> LedgerCounts:
    """Count `rows` on the day `today`; a week ends on its Sunday."""
    week_end = today + timedelta(days=6 - today.weekday())
    outcomes = [row.outcome for row in rows]

    def having(*statuses: Status) -> int:
        return sum(o.status in statuses for o in outcomes)

    return LedgerCounts(
        late=sum(o.late_days(today) > 0 for o in outcomes),
        due_this_week=sum(
            o.is_open and o.status is not Status.DONE and o.due is not None and today <= o.due <= week_end
            for o in outcomes
        ),
        unconfirmed=having(Status.UNCONFIRMED),
        in_progress=having(Status.IN_PROGRESS, Status.DELAYED),
        done=having(Status.DONE),
        closed=having(Status.CLOSED),
    )


SORTS = ("due", "number", "owner", "status", "priority", "updated")
"""What the ledger can be sorted by."""


def sort_rows(rows: Iterable[LedgerRow], by: str) -> list[LedgerRow]:
    """`rows` sorted by one of `SORTS`; by due date what is done comes last."""
    far = date.max
    keys = {
        "due": lambda r: (_standing(r.outcome), r.outcome.due or far, sort_number(r.outcome.number)),
        "number": lambda r: sort_number(r.outcome.number),
        "owner": lambda r: (r.outcome.owners[:1] or ("\uffff",), r.outcome.due or far),
        "status": lambda r: (list(Status).index(r.outcome.status), r.outcome.due or far),
        "priority": lambda r: (_rank(r.outcome.priority), r.outcome.due or far),
        "updated": lambda r: -(r.outcome.updated_at.timestamp() if r.outcome.updated_at else 0),
    }
    return sorted(rows, key=keys[by])


def _standing(outcome: Outcome) -> int:
    """To do first, then what waits for somebody to confirm it, then what is closed."""
    return 2 if not outcome.is_open else int(outcome.status is Status.DONE)


def _rank(priority: Priority | None) -> int:
    return list(Priority).index(priority) if priority else len(Priority)
