"""Every need against every other: the order of the ledger is the one in which `needs` tells them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest

from tests.meeting import START, Played, played
from tests.store.test_filtering import made
from tests.store.test_orders import rank
from tui_minutes.domain.attending import Need, needs
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.tracking import LedgerRow

HOURS = (-100, -8, 0, 17, 40, 100, 240)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """Outcomes of every kind and status, dated or not, asked back, provisional."""
    with played(tmp_path_factory.mktemp("ledger") / "minutes.db") as meeting:
        made(meeting, Random(11), 400)
        yield meeting


def listed(meeting: Played, hours: int) -> list[tuple[LedgerRow, tuple[object, ...]]]:
    now = START + timedelta(hours=hours)
    rows = meeting.store.page(Filter(), "attention", now, limit=1_000).rows
    return [(row, rank(row, now)) for row in rows]


@pytest.mark.parametrize("hours", HOURS)
def test_whatever_is_needed_first_stands_first(ledger: Played, hours: int) -> None:
    ranks = [place for _, place in listed(ledger, hours)]
    assert ranks == sorted(ranks)


def test_each_need_comes_before_another_one_in_these_rows(ledger: Played) -> None:
    """Else two of them could change places, and no test would tell."""
    first = set()
    for hours in HOURS:
        now = START + timedelta(hours=hours)
        reasons = [needs(row, now) for row, _ in listed(ledger, hours)]
        first |= {several[0].need for several in reasons if len(several) > 1}
    assert first >= set(Need) - {Need.WAITING, Need.DUE_THIS_WEEK}
