"""Which meeting reviews which period (T10)."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import SEALED, Phase
from tui_minutes.domain.period import Period
from tui_minutes.store import rows
from tui_minutes.store.tables import MeetingRow, ReviewRow


def of_period(period: Period) -> MeetingRow | None:
    """The newest meeting that reviews `period` and was not called off."""
    same = (ReviewRow.first == period.first) & (ReviewRow.last == period.last)
    query = MeetingRow.select().join(ReviewRow, on=ReviewRow.meeting == MeetingRow.id)
    found: MeetingRow | None = (
        query.where(same & (MeetingRow.phase != Phase.CANCELLED)).order_by(ReviewRow.id.desc()).first()
    )
    return found


def before(period: Period) -> MeetingRow | None:
    """The last signed meeting that reviewed an earlier period, or this one."""
    query = MeetingRow.select().join(ReviewRow, on=ReviewRow.meeting == MeetingRow.id)
    held = (ReviewRow.last <= period.last) & MeetingRow.phase.in_(SEALED)
    found: MeetingRow | None = query.where(held).order_by(ReviewRow.last.desc(), ReviewRow.id.desc()).first()
    return found


def keep(command: Command, meeting: MeetingRow, period: Period) -> None:
    """Keep on record that `meeting` reviews `period`."""
    rows.add(ReviewRow, command, meeting=meeting, first=period.first, last=period.last)
