"""The ledger of all meetings: its rows, in which orders, how it is counted (T1, T6, T8)."""

from __future__ import annotations

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Change, Outcome
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
    standing: Standing = Standing()


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


SORTS = ("attention", "due", "number", "owner", "status", "priority", "updated", "meeting", "department")
"""What the ledger can be sorted by."""

GROUPINGS = ("owner", "meeting", "department", "status")
"""What its rows can stand together by."""
