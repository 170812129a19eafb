"""Who was asked when: the instant from which an acknowledgement is waited for (T2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tui_minutes.domain.judging import asked_at
from tui_minutes.domain.outcomes import Act, Change

MADE = datetime(2026, 11, 16, 2, tzinfo=UTC)


def step(minute: int, act: Act = Act.EDIT, **changes: tuple[object, object]) -> Change:
    return Change(str(minute), MADE + timedelta(minutes=minute), "王敏", "王敏", changes, act=act)


LI, ZHAO = [["responsible", "李四", ""]], [["responsible", "赵六", ""]]


@pytest.mark.parametrize(
    ("changes", "minute"),
    [
        ([step(0, text=(None, "印海报"), people=(None, LI))], 0),
        ([step(0), step(5, provisional=(True, False))], 5),
        ([step(0), step(5, provisional=(True, False)), step(9, people=(LI, ZHAO))], 9),
        ([step(0), step(5), step(9, people=(LI, [*LI, ["copied", "张总", ""]]))], 0),
        ([step(0), step(7, Act.REOPEN, status=("closed", "unconfirmed")), step(9, note=("", "x"))], 7),
        ([step(0), step(6, Act.ASK_BACK, unclear=("", "哪种纸？"))], 6),
        ([step(0), step(6, unclear=("", "?")), step(8, Act.EXPLAIN, unclear=("?", ""))], 8),
    ],
)
def test_who_is_asked_when(changes: list[Change], minute: int) -> None:
    assert asked_at(changes) == MADE + timedelta(minutes=minute)


def test_without_a_history_nobody_was_asked() -> None:
    assert asked_at(()) is None
