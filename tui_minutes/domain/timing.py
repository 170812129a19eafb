"""The clock on the wall may be put forward or back while a meeting runs; how it is found out, and undone."""

from __future__ import annotations

from datetime import datetime, timedelta

from tui_minutes.domain.dataclass import dataclass

PUT = timedelta(seconds=2)
"""A clock that differs by less was not put: it runs a little fast or slow."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look at two clocks at once: the `wall` (a UTC instant), and the `steady` seconds that only run on."""

    wall: datetime
    steady: float


def put_by(before: Look, after: Look) -> timedelta:
    """By how much the clock on the wall was put between two looks; nothing when it just ran."""
    ran = timedelta(seconds=after.steady - before.steady)
    by = after.wall - before.wall - ran
    return by if abs(by) >= PUT else timedelta(0)


def not_before(at: datetime, earlier: datetime | None) -> datetime:
    """`at`, but never before what came `earlier`: what follows in order follows in time."""
    return at if earlier is None else max(at, earlier)
