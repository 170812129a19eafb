"""The tracker: what a team opens in its standup (T1, T2, T5-T8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual.events import Key, ScreenResume

from tests.meeting import Played
from tests.screens.tracker_play import go_to, later, sealed, table
from tests.support import Clock, open_store, run_app, shown, type_in
from tui_minutes.domain.outcomes import Act, Quality, Status
from tui_minutes.screens.dialogs.ask import Ask
from tui_minutes.screens.move_words import MoveMenu
from tui_minutes.services import outcomes


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with sealed(tmp_path) as one:
        yield one


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_ledger_shows_what_is_late_and_who_owes_it(
    meeting: Played, size: tuple[int, int], language: str
) -> None:
    async with run_app(meeting.store, size=size, language=language, clock=later(meeting, 3)) as pilot:
        await pilot.press("ctrl+g")
        text = shown(pilot.app)
        assert ("1 overdue" if language == "en" else "1 逾期") in text
        late = "late by 2 days" if language == "en" else "逾期 2 天"
        assert any("A-002" in line and "Nora" in line and late in line for line in text.splitlines())
        assert "付定金[/]" in text


async def test_the_detail_says_every_reason_and_since_when(meeting: Played) -> None:
    async with run_app(meeting.store, clock=later(meeting, 5)) as pilot:
        await pilot.press("ctrl+g", "enter")
        await pilot.pause()
        text = shown(pilot.app)
        assert "late by 4 days, since 11-28 Sat" in text
        assert "not acknowledged, asked 11-27 Fri" in text


async def test_an_empty_ledger_says_what_will_stand_there(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store, size=(80, 24), language="zh") as pilot:
        await pilot.press("ctrl+g")
        assert "决议、行动项和未解决问题将列在这里" in shown(pilot.app)
    store.close()


async def test_keys_never_go_into_the_hidden_search_line(meeting: Played) -> None:
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g")
        pilot.app.screen.set_focus(None)  # as while it is being composed, on a slow machine
        pilot.app.screen.post_message(ScreenResume())
        await pilot.pause()
        await pilot.press("d")
        assert isinstance(pilot.app.screen, Ask)


async def test_the_wide_space_of_an_input_method_is_a_space(meeting: Played) -> None:
    async with run_app(meeting.store) as pilot:
        await pilot.press("ctrl+g", "ctrl+k")
        for character in "Ａ－００２　＠周岚　截止下周三":
            pilot.app.post_message(Key(character, character))
        await pilot.pause()
        await pilot.press("enter")
        assert meeting.outcome("A-002").owners == ("周岚",)
        await pilot.press("escape")
        pilot.app.post_message(Key("\u3000", "\u3000"))
        await pilot.pause()
        assert isinstance(pilot.app.screen, MoveMenu)


async def test_an_owner_acknowledges_by_one_key_and_enter(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        one = await go_to(pilot, meeting, "A-001")
        await pilot.press("a", "enter")
        await pilot.pause()
        assert meeting.outcome("A-001").status is Status.IN_PROGRESS
        step = meeting.store.history(one.uid)[-1]
        assert (step.act, step.by, step.entered_by) == (Act.ACKNOWLEDGE, "韩磊", "王敏")
        selected = table(pilot).selected
        assert selected is not None
        assert selected.outcome.number == "A-001", "the cursor stays on its outcome"


async def test_a_delay_says_who_is_to_be_told(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        one = await go_to(pilot, meeting, "A-001")
        await pilot.press("d", "right", "tab")
        await type_in(pilot, "12/9")
        await pilot.press("ctrl+s")
        await pilot.pause()
        after = meeting.outcome("A-001")
        assert (after.status, str(after.due)) == (Status.DELAYED, "2026-12-09")
        assert meeting.store.history(one.uid)[-1].cause
        assert "to be told: 周岚" in shown(pilot.app)


async def test_a_cause_in_own_words_is_typed_into_its_field_at_once(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24), language="zh") as pilot:
        await pilot.press("ctrl+g")
        one = await go_to(pilot, meeting, "A-001")
        await pilot.press("d")
        await pilot.pause()
        await type_in(pilot, "场馆停电三天")
        await pilot.press("enter", "tab")
        await type_in(pilot, "12/9")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert meeting.store.history(one.uid)[-1].cause == "场馆停电三天"


async def test_done_then_confirmed_by_somebody_else_and_undone(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        one = await go_to(pilot, meeting, "A-001")
        await pilot.press("c")
        await type_in(pilot, "paid")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert meeting.outcome("A-001").status is Status.DONE
        await pilot.press("c")
        assert "paid" in shown(pilot.app), "whoever confirms reads what was reported"
        await pilot.press("right", "ctrl+s")
        await pilot.pause()
        after = meeting.outcome("A-001")
        assert (after.status, after.quality) == (Status.CLOSED, Quality.GOOD)
        assert meeting.store.history(one.uid)[-1].by == "王敏"
        await pilot.press("z")
        await pilot.pause()
        assert "confirmed and closed" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert meeting.outcome("A-001").status is Status.DONE


async def test_space_offers_what_is_possible_now_each_with_its_letter(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        await go_to(pilot, meeting, "A-001")
        await pilot.press("space")
        await pilot.pause()
        text = shown(pilot.app)
        assert "a  Acknowledge" in text
        assert "Confirm and close" not in text
        await pilot.press("q")
        await type_in(pilot, "which account?")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert meeting.outcome("A-001").unclear == "which account?"


async def test_an_action_is_split_as_the_line_would_read_its_parts(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        await go_to(pilot, meeting, "A-001")
        await pilot.press("space", "p")
        await type_in(pilot, "首付 @Nora Quinn 截止12月2日")
        await pilot.press("tab")
        await type_in(pilot, "尾款")
        await pilot.press("ctrl+s")
        await pilot.pause()
        first = meeting.outcome("A-001")
        assert (first.text, first.owners, str(first.due)) == ("首付", ("Nora Quinn",), "2026-12-02")
        assert (meeting.outcome("A-003").text, meeting.outcome("A-003").owners) == ("尾款", ("韩磊",))


async def test_past_midnight_what_was_due_is_late_and_days_count_from_the_new_day(meeting: Played) -> None:
    clock = Clock(datetime(2026, 11, 28, 23, 59, 50, tzinfo=ZoneInfo("Asia/Shanghai")))
    async with run_app(meeting.store, clock=clock) as pilot:
        await pilot.press("ctrl+g")
        await go_to(pilot, meeting, "A-002")
        await pilot.press("ctrl+k")
        await type_in(pilot, "by tomorrow")
        assert "2026-11-29 Sun" in shown(pilot.app)
        clock.forward(seconds=20)
        pilot.app.screen.show_time()  # type: ignore[attr-defined]  # as it does every second
        await pilot.pause()
        assert "late by 1 day" in shown(pilot.app)
        assert "2026-11-30 Mon" in shown(pilot.app)


async def test_an_owner_cannot_close_what_is_theirs(meeting: Played) -> None:
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        await go_to(pilot, meeting, "A-001")
        await pilot.press("c")
        await type_in(pilot, "paid")
        await pilot.press("ctrl+s", "c", "tab", "tab")
        await pilot.press("ctrl+u")
        await type_in(pilot, "韩磊")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert meeting.outcome("A-001").status is Status.DONE
        assert "someone else has to close it" in shown(pilot.app)


async def test_confidential_words_are_shown_only_when_revealed(meeting: Played) -> None:
    outcomes.update(meeting.store, meeting.command(), meeting.outcome("A-001").uid, {"level": "secret"})
    async with run_app(meeting.store, size=(80, 24)) as pilot:
        await pilot.press("ctrl+g")
        await go_to(pilot, meeting, "A-001")
        assert "付定金" not in shown(pilot.app)
        await pilot.press("d")
        assert "A-001 is secret: Ctrl+R shows it" in shown(pilot.app)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "付定金" in shown(pilot.app)
