"""Standup mode: a room looks at one person's outcomes, and each is updated in a key or two (T9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Paste

from tests.meeting import Played, played
from tests.screens.test_reading_aside import until
from tests.support import Clock, in_front, run_app, shown, type_in
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act, Status
from tui_minutes.domain.standup import Grouping
from tui_minutes.screens.standup import StandupScreen
from tui_minutes.screens.standup_begin import seconds_in
from tui_minutes.screens.standup_summary import StandupSummaryScreen
from tui_minutes.services import moves, outcomes, standups
from tui_minutes.services.verification import verify
from tui_minutes.widgets.standup_list import StandupList


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Played]:
    """A sealed meeting, a standup held after it, and one change since; 王敏 types."""
    with played(tmp_path / "minutes.db") as one:
        one.typist = "王敏"
        one.plan().begin()
        for line in (
            "- 付定金[/] @韩磊 截止11月30日 -> 回单",
            "- 寄样品 @韩磊 截止12月30日 -> 回执",
            "- 画展板 @Nora Quinn、韩磊 截止12月29日 -> 展板",
            "- 采购物料 截止12月18日",
        ):
            one.say(line)
        one.read_back().seal()
        for number, owner in (("A-001", "韩磊"), ("A-002", "韩磊"), ("A-003", "Nora Quinn")):
            moves.move(one.store, one.command(owner), one.in_ledger(number).uid, Act.ACKNOWLEDGE)
        uid = standups.begin(one.store, one.command(), Grouping.OWNER, "Asia/Shanghai")
        standups.end(one.store, one.command(), uid)
        one.now += timedelta(days=4)
        done = Given(note="快递已约好")
        moves.move(one.store, one.command("韩磊"), one.in_ledger("A-002").uid, Act.NOTE, done)
        yield one


def begin(team: Played, seconds: int = 0) -> str:
    team.uid = standups.begin(
        team.store, team.command(), Grouping.OWNER, "Asia/Shanghai", seconds_each=seconds
    )
    return team.uid


def history(team: Played, number: str) -> tuple[str, str, str]:
    """Whose word the last step was, who typed it, and its note."""
    last = team.store.history(team.in_ledger(number).uid)[-1]
    return last.by, last.entered_by, last.note


@pytest.mark.parametrize("size", [(80, 24), (132, 34)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_round_tells_what_changed_first_then_what_is_late(
    team: Played, size: tuple[int, int], language: str
) -> None:
    uid = begin(team)
    async with run_app(team.store, size=size, language=language, clock=Clock(team.now), first=uid) as pilot:
        text = shown(pilot.app)
        heads = ("Changed since 11-27", "Needs attention") if language == "en" else ("自 11-27", "需要关注")
        news, late = text.index("快递已约好"), text.index("付定金[/]")
        assert text.index(heads[0]) < news < text.index(heads[1]) < late
        assert ("late by 1 day" if language == "en" else "逾期 1 天") in text
        assert "韩磊" in text.splitlines()[2 if size[1] > 30 else 1]
        assert ("2 to come" if language == "en" else "还有 2 个") in text
        assert "Nora Quinn" in text


async def test_a_note_a_date_and_done_are_the_word_of_the_person_shown(team: Played) -> None:
    uid = begin(team)
    async with run_app(team.store, clock=Clock(team.now), first=uid) as pilot:
        await pilot.press("u")
        await type_in(pilot, "half way")
        await pilot.press("enter")
        assert history(team, "A-002") == ("韩磊", "王敏", "half way")
        await pilot.press("t")
        await type_in(pilot, "12/31")
        await pilot.press("ctrl+s")
        assert str(team.in_ledger("A-002").due) == "2026-12-31"
        assert history(team, "A-002")[:2] == ("韩磊", "王敏")
        await pilot.press("j", "c")
        await type_in(pilot, "paid")
        await pilot.press("ctrl+s")
        assert team.in_ledger("A-001").status is Status.DONE
        assert history(team, "A-001")[:2] == ("韩磊", "王敏")
        text = shown(pilot.app)
        assert "half way" in text
        assert "now: in progress → done" in text


async def test_what_is_updated_stays_where_it_stood(team: Played) -> None:
    uid = begin(team)
    async with run_app(team.store, clock=Clock(team.now), first=uid) as pilot:
        pane = pilot.app.screen.query_one(StandupList)
        before = pane.keys
        await pilot.press("j", "d", "down")
        await type_in(pilot, "12/20")
        await pilot.press("shift+tab")
        await pilot.press("escape")
        moves.move(
            team.store, team.command("韩磊"), team.in_ledger("A-001").uid, Act.REPORT, Given(result="ok")
        )
        await pilot.pause()
        assert pane.keys == before
        assert pane.cursor == team.in_ledger("A-001").uid


async def test_the_line_adds_an_action_of_the_person_shown_and_updates_by_number(team: Played) -> None:
    uid = begin(team)
    async with run_app(team.store, size=(80, 24), clock=Clock(team.now), first=uid) as pilot:
        await pilot.press("ctrl+k")
        await type_in(pilot, "- call the printer by fri")
        assert "韩磊" in shown(pilot.app).split("Record")[1]
        await pilot.press("enter")
        made = team.in_ledger("A-005")
        assert (made.owners, made.provisional, str(made.due)) == (("韩磊",), False, "2026-12-04")
        assert made.meeting_uid == uid
        assert history(team, "A-005")[:2] == ("韩磊", "王敏")
        await type_in(pilot, "A-003 waiting for paper")
        await pilot.press("enter")
        assert history(team, "A-003") == ("韩磊", "王敏", "waiting for paper")
        await type_in(pilot, "note: office closed on Friday")
        await pilot.press("enter")
        assert [entry.text for entry in team.record.entries][-1] == "office closed on Friday"
        assert team.record.entries[-1].item_uid == team.item.uid
        await pilot.press("escape", "G")
        pilot.app.screen.query_one(StandupList).scroll_end(animate=False)
        await pilot.pause()
        assert "· office closed on Friday" in shown(pilot.app)


async def test_somebody_who_was_quicker_is_shown_before_a_line_overwrites_it(team: Played) -> None:
    async with run_app(team.store, clock=Clock(team.now), first=begin(team)) as pilot:
        await pilot.press("ctrl+k")
        await type_in(pilot, "A-001 by 12/9")
        team.store.on_commit.remove(pilot.app.tell_changed)  # type: ignore[attr-defined]  # not noticed yet
        outcomes.update(
            team.store, team.command("Nora Quinn"), team.in_ledger("A-001").uid, {"remark": "催过"}
        )
        team.store.on_commit.append(pilot.app.tell_changed)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "Somebody was quicker" in shown(pilot.app)
        assert "催过" in shown(pilot.app)
        assert str(team.in_ledger("A-001").due) == "2026-11-30"
        await pilot.press("enter")
        await pilot.pause()
        assert str(team.in_ledger("A-001").due) == "2026-12-09"
        assert "A-001 by 12/9" not in shown(pilot.app), "the line is empty again"


async def test_pasted_lines_are_looked_at_then_all_taken_down_for_the_person_shown(team: Played) -> None:
    uid = begin(team)
    async with run_app(team.store, clock=Clock(team.now), first=uid) as pilot:
        await pilot.press("ctrl+k")
        pilot.app.screen.focused.post_message(Paste("行动：订餐\n备注：周五放假"))  # type: ignore[union-attr]
        await pilot.pause()
        assert "Pasted lines · 2 lines" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert team.in_ledger("A-005").owners == ("韩磊",)
        assert team.record.entries[-1].text == "周五放假"


async def test_words_alone_are_said_of_the_outcome_under_the_cursor(team: Played) -> None:
    uid = begin(team)
    async with run_app(team.store, size=(80, 24), language="zh", clock=Clock(team.now), first=uid) as pilot:
        await type_in(pilot, "合同已回传")
        await pilot.press("enter")
        assert history(team, "A-002") == ("韩磊", "王敏", "合同已回传")
        assert not team.record.entries


async def test_round_after_round_by_key_and_by_an_empty_line_then_the_summary(team: Played) -> None:
    uid = begin(team)
    clock = Clock(team.now)
    async with run_app(team.store, size=(80, 24), clock=clock, first=uid) as pilot:
        await pilot.press("n")
        assert team.item.title == "Nora Quinn"
        await pilot.press("u")
        await type_in(pilot, "[@click=app.quit]sketched")
        await pilot.press("enter", "p")
        assert team.item.title == "韩磊"
        await pilot.press("ctrl+k", "enter")
        assert team.item.title == ""
        assert "What nobody owns" in shown(pilot.app)
        await pilot.press("f9")
        assert "Everybody was shown" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(in_front(pilot.app), StandupSummaryScreen)
        assert team.record.meeting.phase is Phase.HELD
        text = shown(pilot.app)
        assert "Nora Quinn" in text
        assert "[@click=app.quit]sketched" in text
        await pilot.press("h")
        assert team.record.meeting.number in shown(pilot.app)
        assert "held" in shown(pilot.app)


async def test_who_was_not_shown_is_said_before_the_end_and_after(team: Played) -> None:
    uid = begin(team)
    async with run_app(team.store, language="zh", clock=Clock(team.now), first=uid) as pilot:
        await pilot.press("u")
        await type_in(pilot, "ok")
        await pilot.press("enter", "e")
        assert "未轮到：Nora Quinn、无人负责" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Not shown  Nora Quinn, What nobody owns" in shown(pilot.app)


async def test_after_a_crash_home_shows_the_standup_and_it_goes_on_where_it_was(team: Played) -> None:
    uid = begin(team, seconds=90)
    standups.next_round(team.store, team.command(), uid)
    clock = Clock(team.now)
    clock.forward(seconds=80)
    async with run_app(team.store, size=(80, 24), clock=clock) as pilot:
        assert "Nora Quinn" in shown(pilot.app)
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(in_front(pilot.app), StandupScreen)
        text = shown(pilot.app)
        assert "画展板" in text
        assert "0:10 left, time to sum up" in text
        clock.forward(seconds=25)
        pilot.app.screen.show_time()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "over by 0:15" in shown(pilot.app)


async def test_the_time_for_each_is_set_by_key_and_off_by_default(team: Played) -> None:
    uid = begin(team)
    clock = Clock(team.now)
    async with run_app(team.store, size=(80, 24), clock=clock, first=uid) as pilot:
        assert "left" not in shown(pilot.app).splitlines()[1]
        await pilot.press("T")
        await type_in(pilot, "soon")
        await pilot.press("enter")
        assert "How long?" in shown(pilot.app)
        await pilot.press("end", "ctrl+u")
        await type_in(pilot, "2 min")
        await pilot.press("enter")
        assert "2:00 left" in shown(pilot.app)


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("", 0), ("90", 90), ("1:30", 90), ("2 min", 120), ("2分钟", 120), ("45秒", 45), ("x", None)],
)
def test_times_as_people_type_them(typed: str, seconds: int | None) -> None:
    assert seconds_in(typed) == seconds


async def test_begun_from_home_as_it_went_the_last_time(team: Played) -> None:
    async with run_app(team.store, size=(80, 24), clock=Clock(team.now)) as pilot:
        await pilot.press("u")
        assert "Ctrl+S begin" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(in_front(pilot.app), StandupScreen)
        team.uid = in_front(pilot.app).meeting_uid or ""
        await pilot.press("e")
        assert "Call the standup off?" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert team.record.meeting.phase is Phase.CANCELLED


async def test_the_language_is_switched_and_everything_stays(team: Played) -> None:
    uid = begin(team)
    async with run_app(team.store, size=(80, 24), clock=Clock(team.now), first=uid) as pilot:
        await pilot.press("j", "ctrl+k")
        await type_in(pilot, "half")
        await pilot.press("ctrl+l")
        await pilot.pause()
        text = shown(pilot.app)
        assert "需要关注" in text
        assert "half" in text
        assert pilot.app.screen.query_one(StandupList).cursor == team.in_ledger("A-001").uid


async def test_confidential_words_stay_covered_until_revealed(team: Played) -> None:
    outcomes.update(team.store, team.command(), team.in_ledger("A-001").uid, {"level": "secret"})
    uid = begin(team)
    async with run_app(team.store, clock=Clock(team.now), first=uid) as pilot:
        assert "付定金" not in shown(pilot.app)
        pilot.app.screen.query_one(StandupList).cursor = team.in_ledger("A-001").uid
        await pilot.press("u")
        assert "Ctrl+R shows it" in shown(pilot.app)
        await pilot.press("ctrl+r")
        assert "付定金" in shown(pilot.app)


async def test_another_program_ends_it(team: Played) -> None:
    uid = begin(team)
    async with run_app(team.store, clock=Clock(team.now), first=uid) as pilot:
        standups.end(team.store, team.command(), uid)
        await pilot.pause()
        assert isinstance(in_front(pilot.app), StandupSummaryScreen)


async def test_a_standup_is_purged_from_its_summary(team: Played) -> None:
    async with run_app(team.store, clock=Clock(team.now), first=begin(team)) as pilot:
        await pilot.press("ctrl+k")
        await type_in(pilot, "- 向星河询价 截止周五")
        await pilot.press("enter", "f9")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, StandupSummaryScreen))
        assert "星河" in shown(pilot.app)
        await pilot.press("P", "tab")
        await type_in(pilot, "说多了")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "for good?" in shown(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: "is purged" in shown(pilot.app))
        assert "星河" not in shown(pilot.app)
        await pilot.press("P")
        await pilot.pause()
        assert isinstance(in_front(pilot.app), StandupSummaryScreen)
    assert len(verify(team.store).purges) == 1
