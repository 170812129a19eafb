"""Reading what a review counts: the outcomes and the history of its period, by their indexes (T10)."""

from __future__ import annotations

from datetime import date, datetime
from functools import reduce
from operator import or_

from peewee import JOIN, Expression, fn

from tui_minutes.domain.hindsight import TOLD, Stand, Step
from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.domain.outcomes import ENDED, Act, OutcomeKind, Quality, Status
from tui_minutes.domain.period import Period
from tui_minutes.domain.review import Reviewed
from tui_minutes.store.rows import columns
from tui_minutes.store.tables import (
    AgendaRow,
    HistoryRow,
    MeetingRow,
    OutcomeRow,
    TrackedRow,
)

OPEN = tuple(status for status in Status if status not in ENDED)
_HIDDEN = tuple(level for level in Level if is_hidden(level))
_STANDS = ~OutcomeRow.provisional & ~OutcomeRow.withdrawn
"""Sealed, and not taken back: what was converted while it was captured never was sealed."""

Moments = tuple[datetime, datetime]
"""The UTC instants at which a period begins and ends."""


def outcomes_of(period: Period, moments: Moments) -> list[Reviewed]:
    """The outcomes made, due (by their first date) or done in `period`."""
    begin, end = moments
    made = (OutcomeRow.created_at >= begin) & (OutcomeRow.created_at < end)
    due = OutcomeRow.original_due.between(period.first, period.last)
    done = OutcomeRow.done_on.between(period.first, period.last)
    query = (
        OutcomeRow.select(
            OutcomeRow.kind, OutcomeRow.status, OutcomeRow.department, TrackedRow.owner,
            OutcomeRow.created_at, OutcomeRow.original_due, OutcomeRow.done_on, OutcomeRow.quality,
        )
        .join(TrackedRow)
        .where(_STANDS & (made | due | done))
    )  # fmt: skip
    return [
        Reviewed(
            OutcomeKind(kind), Status(status), department, person, begin <= created < end, first, finished,
            Quality(quality) if quality else None,
        )
        for kind, status, department, person, created, first, finished, quality in columns(query)
    ]  # fmt: skip


def due_in(period: Period) -> list[tuple[Status, date, date | None, int]]:
    """Status, first date and day done of all that had their first date in `period`, and how many are so."""
    same = (OutcomeRow.status, OutcomeRow.original_due, OutcomeRow.done_on)
    query = OutcomeRow.select(*same, fn.COUNT(OutcomeRow.id)).group_by(*same)
    found = query.where(_STANDS & OutcomeRow.original_due.between(period.first, period.last))
    return [(Status(status), first, done, n) for status, first, done, n in columns(found)]


def causes_of(moments: Moments, *, reveal: bool) -> list[tuple[str, bool]]:
    """The words of each delay reported between two instants, and whether they are to be kept covered.

    A step that was undone does not count.
    """
    begin, end = moments
    undone = HistoryRow.select(HistoryRow.undoes).where(HistoryRow.undoes.is_null(False))
    query = (
        HistoryRow.select(HistoryRow.cause, OutcomeRow.level, MeetingRow.level, AgendaRow.level)
        .join(OutcomeRow)
        .join(MeetingRow, on=OutcomeRow.meeting == MeetingRow.id)
        .join(AgendaRow, JOIN.LEFT_OUTER, on=OutcomeRow.item == AgendaRow.id)
        .where((HistoryRow.at >= begin) & (HistoryRow.at < end) & _STANDS)
        .where((HistoryRow.cause != "") & (HistoryRow.act != Act.UNDO) & HistoryRow.id.not_in(undone))
        .order_by(HistoryRow.id)
    )
    return [
        (cause, not reveal and any(level in _HIDDEN for level in levels)) for cause, *levels in columns(query)
    ]


def stands_and_steps(first: datetime, last: datetime) -> tuple[dict[int, Stand], list[Step]]:
    """Every outcome that may have been open at an instant between two, by key, as it stands now; and its
    steps since the first of them that decide what was open, and late, oldest first.
    """
    made = OutcomeRow.created_at < last
    lived = made & (OutcomeRow.updated_at >= first)
    return {**_stands(made & OutcomeRow.status.in_(OPEN)), **_stands(lived)}, _steps(lived, first)


def _stands(condition: Expression) -> dict[int, Stand]:
    query = OutcomeRow.select(
        OutcomeRow.id, OutcomeRow.created_at, OutcomeRow.status, OutcomeRow.due, OutcomeRow.provisional,
        OutcomeRow.withdrawn,
    ).where(condition)  # fmt: skip
    return {key: Stand(made, Status(status), *more) for key, made, status, *more in columns(query)}


def _steps(lived: Expression, first: datetime) -> list[Step]:
    told = (fn.INSTR(HistoryRow.changes, f'"{name}"') > 0 for name in TOLD)
    query = (
        HistoryRow.select(HistoryRow.outcome, HistoryRow.at, HistoryRow.changes)
        .where(HistoryRow.outcome.in_(OutcomeRow.select(OutcomeRow.id).where(lived)))
        .where((HistoryRow.at >= first) & reduce(or_, told))
        .order_by(HistoryRow.id)
    )
    return [
        Step(key, at, {name: changes[name][0] for name in TOLD if name in changes})
        for key, at, changes in columns(query)
    ]


def waiting(period: Period, today: date) -> list[str]:
    """The uids of what is still to be done and was due in `period` by its first date, or is late since then;
    by due date.
    """
    to_do = _STANDS & OutcomeRow.status.in_([status for status in OPEN if status is not Status.DONE])
    late = OutcomeRow.due < period.as_of(today)
    due = OutcomeRow.original_due.between(period.first, period.last)
    query = OutcomeRow.select(OutcomeRow.uid).where(to_do & (late | due))
    return [uid for (uid,) in columns(query.order_by(OutcomeRow.due, OutcomeRow.id))]
