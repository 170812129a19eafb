"""The tracker: what a team opens in its standup (T1, T6, T8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content

from tests.meeting import Played, played
from tests.support import Clock, open_store, run_app, shown
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.services import outcomes
from tui_minutes.widgets.ledger_line import ledger_line
from tui_minutes.widgets.ledger_table import LedgerTable


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A sealed meeting with a decision, two actions and a question."""
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin()
        for line in (
            "+ 订A馆 p1",
            "- 付定金[/] @韩磊 截止12月4日 -> 回单",
            "- 画展板 @Nora Quinn 截止明天",
            "? 停车位 @周岚",
        ):
            one.say(line)
        one.read_back().seal()
        yield one


def later(meeting: Played, days: int) -> Clock:
    clock = Clock(meeting.now)
    clock.forward(minutes=days * 24 * 60)
    return clock


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_ledger_shows_what_is_late_and_who_owes_it(
    meeting: Played, size: tuple[int, int], language: str
) -> None:
    async with run_app(meeting.store, size=size, language=language, clock=later(meeting, 3)) as pilot:
        await pilot.press("ctrl+g")
        text = shown(pilot.app)
        assert ("1 overdue" if language == "en" else "1 逾期") in text
        late = "2 days late" if language == "en" else "逾期 2 天"
        assert any("A-002" in line and "Nora" in line and late in line for line in text.splitlines())
        assert "付定金[/]" in text


async def test_an_empty_ledger_says_what_will_stand_there(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store, size=(80, 24), language="zh") as pilot:
        await pilot.press("ctrl+g")
        assert "决议、行动项和未解决问题将列在这里" in shown(pilot.app)
    store.close()


async def test_a_status_a_note_and_a_date_land_in_the_ledger_with_history(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "u", *"halfway", "ctrl+s")
        first = pilot.app.screen.query_one(LedgerTable).selected
        assert first is not None
        number = first.outcome.number
        assert meeting.outcome(number).status is Status.IN_PROGRESS
        assert meeting.store.history(first.outcome.uid)[-1].note == "halfway"
        await pilot.press("enter")
        await pilot.pause()
        assert "halfway" in shown(pilot.app)


async def test_a_line_updates_the_selected_row_or_the_one_it_names(meeting: Played) -> None:
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g", "ctrl+k", *"A-001 delayed because no", "space", *"money by 12/9", "enter")
        await pilot.pause()
        action = meeting.outcome("A-001")
        assert (action.status, str(action.due), str(action.original_due)) == (
            Status.DELAYED, "2026-12-09", "2026-12-04",
        )  # fmt: skip
        assert "12-09" in shown(pilot.app)


async def test_search_filter_and_everything_again(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g", "slash", *"Nora", "enter")
        text = shown(pilot.app)
        assert "A-002" in text
        assert "A-001" not in text
        assert "search Nora" in text
        await pilot.press("x")
        assert "A-001" in shown(pilot.app)


async def test_what_somebody_else_changed_is_not_overwritten(meeting: Played) -> None:
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g", "u", *"mine")
        chosen = pilot.app.screen_stack[-2].query_one(LedgerTable).selected
        assert chosen is not None
        outcomes.update(meeting.store, meeting.command("韩磊"), chosen.outcome.uid, {"remark": "theirs"})
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "changed by someone else" in shown(pilot.app)
        assert meeting.outcome(chosen.outcome.number).remark == "theirs"
        assert all(step.note != "mine" for step in meeting.store.history(chosen.outcome.uid))


async def test_an_owner_cannot_close_what_is_theirs(meeting: Played) -> None:
    meeting.typist = "韩磊"
    async with run_app(meeting.store) as pilot:
        pilot.app.entered_by = "韩磊"  # type: ignore[attr-defined]
        await pilot.press("ctrl+g", "ctrl+k", *"A-001 ", *"关闭", "enter")
        await pilot.pause()
        assert meeting.outcome("A-001").status is not Status.CLOSED


async def test_confidential_words_are_shown_only_when_revealed(meeting: Played) -> None:
    outcomes.update(meeting.store, meeting.command(), meeting.outcome("A-001").uid, {"level": "secret"})
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        assert "付定金" not in shown(pilot.app)
        await pilot.press("ctrl+r")
        assert "付定金" in shown(pilot.app)


async def test_ten_thousand_rows_are_drawn_only_where_they_are_seen(
    meeting: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def watch(row: LedgerRow, *rest: Any) -> Content:
        drawn.append(row.outcome.number)
        return ledger_line(row, *rest)

    monkeypatch.setattr("tui_minutes.widgets.ledger_table.ledger_line", watch)
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g")
        table = pilot.app.screen.query_one(LedgerTable)
        many = list(meeting.store.ledger()) * 2500
        drawn.clear()
        table.show(many, pilot.app.screen.showing)  # type: ignore[attr-defined]
        await pilot.pause()
        assert 0 < len(drawn) < 200
