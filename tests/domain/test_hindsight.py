"""What was open and late earlier is what stood there then, whatever happened since (T8, T10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.hindsight import Load, Stand, Step, loads
from tui_minutes.domain.outcomes import Status

BEGIN = datetime(2026, 10, 1, tzinfo=UTC)
changes = st.tuples(
    st.integers(0, 3),
    st.one_of(
        st.sampled_from(Status).map(lambda status: ("status", status)),
        (st.none() | st.dates(date(2026, 9, 20), date(2026, 11, 20))).map(lambda due: ("due", due)),
        st.booleans().map(lambda yes: ("withdrawn", yes)),
        st.booleans().map(lambda yes: ("provisional", yes)),
    ),
)


def lived(acts: list[tuple[int, tuple[str, object]]]) -> tuple[dict[int, Stand], list[Step], list[Load]]:
    """What four outcomes become when one of them changes each day; and the load before each of the days."""
    now = {
        key: Stand(BEGIN - timedelta(days=key), Status.UNCONFIRMED, None, provisional=True)
        for key in range(4)
    }
    steps, seen = [], []
    for nth, (key, (name, value)) in enumerate(acts):
        instant = BEGIN + timedelta(days=nth)
        seen.append(load(now, instant))
        before = getattr(now[key], name)
        told = before.isoformat() if isinstance(before, date) else before
        steps.append(Step(key, instant, {name: told}))
        now[key] = replace(now[key], **cast("dict[str, Any]", {name: value}))
    return now, steps, seen


def load(stands: dict[int, Stand], instant: datetime) -> Load:
    day = instant.date()
    there = [one for one in stands.values() if one.made_at < instant]
    return Load(sum(one.is_open for one in there), sum(one.is_late(day) for one in there))


@given(st.lists(changes, max_size=30))
def test_history_taken_back_shows_what_stood_there(acts: list[tuple[int, tuple[str, object]]]) -> None:
    now, steps, seen = lived(acts)
    moments = [
        (BEGIN + timedelta(days=nth), (BEGIN + timedelta(days=nth)).date()) for nth in range(len(acts))
    ]
    assert loads(now, steps, moments) == seen


def test_what_is_reported_done_is_open_but_not_late_and_what_was_made_later_is_not_there_yet() -> None:
    due = date(2026, 9, 1)
    now = {
        1: Stand(BEGIN - timedelta(days=9), Status.DONE, due),
        2: Stand(BEGIN - timedelta(days=9), Status.DELAYED, due),
        3: Stand(BEGIN + timedelta(days=1), Status.DELAYED, due),
    }
    assert loads(now, (), [(BEGIN, BEGIN.date())]) == [Load(2, 1)]
