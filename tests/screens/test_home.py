"""Home: what runs comes first, what is due is seen, and a meeting begins in a key or two."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.screens.home_play import ZONE, command, filled, press, where
from tests.support import HOSTILE, Clock, open_store, run_app, screen_text, shown, type_in
from tui_minutes.domain.meeting import Level, Phase
from tui_minutes.domain.plan import Plan, PlanPerson
from tui_minutes.screens.home import HomeScreen
from tui_minutes.services import meetings
from tui_minutes.settings import Settings
from tui_minutes.store.paging import Page
from tui_minutes.store.store import Store
from tui_minutes.widgets.ledger_table import LedgerTable
from tui_minutes.widgets.list_pane import ListPane


def begin(store: Store, title: str) -> str:
    return meetings.start_now(store, command(), title, ZONE, "zh")


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("zh", (80, 24)), ("zh", (132, 34))])
async def test_meetings_stand_in_three_groups_and_what_is_late_beside_them(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    store, _ = filled(tmp_path, language)
    begin(store, "抢修会")
    async with run_app(store, language=language, size=size) as pilot:
        text = shown(pilot.app)
        groups = ["进行中", "待召开", "已结束"] if language == "zh" else ["In progress", "Coming up", "Past"]
        places = [text.index(f"│ {name}") for name in groups]
        assert places == sorted(places)
        assert text.index("▸ M-2026-003") < text.index("· M-2026-002") < text.index("✓ M-2026-001")
        assert ("逾期 1 天" if language == "zh" else "late by 1 day") in text
        assert max(map(len, screen_text(pilot.app))) <= size[0]
    store.close()


async def test_enter_resumes_the_meeting_in_progress(tmp_path: Path) -> None:
    store, _ = filled(tmp_path)
    begin(store, "抢修会")
    async with run_app(store, language="zh") as pilot:
        await press(pilot, "enter")
        assert where(pilot) == "MeetingScreen"
        assert "抢修会" in shown(pilot.app)
    store.close()


async def test_an_empty_store_says_what_to_do_and_n_prepares_a_meeting(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        assert "No meetings yet" in shown(pilot.app)
        await press(pilot, "n")
        await type_in(pilot, "Spring fair")
        await press(pilot, "enter")
        assert where(pilot) == "PrepareScreen"
        (meeting,) = store.meetings()
        assert (meeting.title, meeting.phase, meeting.zone) == ("Spring fair", Phase.PLANNED, ZONE)
    store.close()


async def test_a_title_is_needed_and_what_is_missing_is_said(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        await press(pilot, "n", "enter")
        assert "Meeting title is missing" in shown(pilot.app)
        assert store.meetings() == []
    store.close()


async def test_a_meeting_starts_now_without_plan_or_title(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store, language="zh") as pilot:
        await press(pilot, "N", "enter")
        assert where(pilot) == "MeetingScreen"
        (meeting,) = store.meetings()
        assert (meeting.title, meeting.phase) == ("临时会议 11-27 周五 14:00", Phase.IN_SESSION)
    store.close()


async def test_the_next_meeting_of_a_past_one_takes_along_what_is_open(tmp_path: Path) -> None:
    store, _ = filled(tmp_path)
    async with run_app(store, language="zh") as pilot:
        await press(pilot, "j", "f")
        assert "下次会议已安排" in shown(pilot.app), "the sample has planned it"
        await press(pilot, "end", "enter")
        assert "以往会议的未完事项" in shown(pilot.app)
        await press(pilot, "enter")
        assert where(pilot) == "PrepareScreen"
        assert "以往会议的未完事项" in shown(pilot.app)
    store.close()


async def test_the_meeting_after_one_that_is_planned_leaves_it_what_it_has(tmp_path: Path) -> None:
    store, uid = filled(tmp_path)
    async with run_app(store, language="zh") as pilot:
        await press(pilot, "f")
        assert f"{store.record(uid).meeting.number} 的下次会议" in shown(pilot.app)
        assert store.record(uid).agenda[1].title not in shown(pilot.app)
        await press(pilot, "escape")
        assert where(pilot) == "HomeScreen"
        assert len(store.meetings()) == 2
    store.close()


async def test_a_plan_file_is_taken_whole_or_refused_in_one_message(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    plan = tmp_path / "plan.toml"
    plan.write_text('title = "季度复盘"\nkind = "revue"\n', encoding="utf-8")
    async with run_app(store) as pilot:
        await press(pilot, "i")
        await type_in(pilot, str(plan))
        await press(pilot, "enter")
        assert "plan.toml: kind: it is" in shown(pilot.app)
        assert store.meetings() == []
        plan.write_text('title = "季度复盘"\nkind = "review"\n', encoding="utf-8")
        await press(pilot, "enter")
        assert "季度复盘" in shown(pilot.app)
        assert store.meetings() == []
        await press(pilot, "enter")
        assert where(pilot) == "PrepareScreen"
        assert [one.title for one in store.meetings()] == ["季度复盘"]
    store.close()


async def test_search_finds_titles_numbers_and_people_and_a_chinese_character_begins_it(
    tmp_path: Path,
) -> None:
    store, _ = filled(tmp_path)
    people = (PlanPerson("褚遂良", "法务部"),)
    meetings.create(store, command(), Plan("合同范本修订", zone=ZONE, people=people))
    async with run_app(store, language="zh") as pilot:
        await type_in(pilot, "褚遂")
        assert "合同范本修订" in shown(pilot.app)
        assert "M-2026-001" not in shown(pilot.app)
        await press(pilot, "enter", "enter")
        assert where(pilot) == "PrepareScreen"
        await press(pilot, "escape", "escape")
        assert "M-2026-001" in shown(pilot.app)
        await press(pilot, "fullwidth_solidus")
        await type_in(pilot, "没有")
        assert "没有这样的会议" in shown(pilot.app)
    store.close()


async def test_a_secret_meeting_is_a_number_and_a_date_until_it_is_revealed(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    start = datetime(2026, 12, 3, 9, 30)
    meetings.create(store, command(), Plan("并购谈判", level=Level.SECRET, zone=ZONE, start=start))
    async with run_app(store) as pilot:
        assert "并购谈判" not in shown(pilot.app)
        assert "M-2026-001" in shown(pilot.app)
        await press(pilot, "/")
        await type_in(pilot, "并购")
        assert "M-2026-001" not in shown(pilot.app), "a search finds out nothing, either"
        await press(pilot, "escape", "d")
        assert "并购谈判" not in shown(pilot.app)
        await press(pilot, "escape", "ctrl+r")
        assert "并购谈判" in shown(pilot.app)
    store.close()


async def test_a_planned_meeting_is_called_off_after_asking(tmp_path: Path) -> None:
    store, uid = filled(tmp_path)
    async with run_app(store, language="zh") as pilot:
        await press(pilot, "d", "escape")
        assert store.record(uid).meeting.phase is Phase.PLANNED
        await press(pilot, "d", "enter")
        assert store.record(uid).meeting.phase is Phase.CANCELLED
        assert "已取消，记录保留" in shown(pilot.app)
    store.close()


async def test_hostile_titles_change_nothing_but_themselves(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for words in HOSTILE:
        begin(store, f"t{words}")
    async with run_app(store) as pilot:
        lines = screen_text(pilot.app)
        assert sum("today 14:00" in line for line in lines) == len(HOSTILE)
        assert "t[@click=app.quit]x[/]" in shown(pilot.app)
        assert not any(character in shown(pilot.app) for character in "\x1b\u202e")
    store.close()


async def test_a_mouse_opens_a_meeting_and_the_clock_shows_the_day(tmp_path: Path) -> None:
    store, _ = filled(tmp_path)
    async with run_app(store, language="zh", clock=Clock()) as pilot:
        assert "2026-11-27 周五 14:00" in screen_text(pilot.app)[0]
        await pilot.click("#meetings", offset=(10, 5), times=2)
        await pilot.pause()
        assert where(pilot) == "MinutesScreen"
    store.close()


async def test_the_language_changes_and_the_cursor_stays(tmp_path: Path) -> None:
    store, _ = filled(tmp_path)
    async with run_app(store) as pilot:
        await press(pilot, "j")
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        before = screen.meetings.cursor
        await press(pilot, "ctrl+l")
        assert "今日待办" in shown(pilot.app)
        assert screen.meetings.cursor == before
        assert screen.focused is screen.meetings
    store.close()


async def test_each_reason_says_since_when_and_whose_it_is(tmp_path: Path) -> None:
    store, _ = filled(tmp_path)
    async with run_app(store, language="zh") as pilot:
        text = shown(pilot.app)
        for words in (
            "逾期 1 天（自 11-26 周四）  陈立",
            "11-19 周四 已通知，未按时确认  郑凯",
            "待关闭确认  吴倩",
        ):
            assert words in text
        assert "第一跟踪人" not in text
    store.close()


async def test_an_outcome_that_needs_attention_leads_to_its_row_of_the_ledger(tmp_path: Path) -> None:
    store, _ = filled(tmp_path)
    async with run_app(store, language="zh") as pilot:
        pane = pilot.app.screen.query_one("#attention", ListPane)
        pane.focus()
        third = store.outcome_by_number("A-003")
        assert third is not None
        pane.cursor = next(key for key in pane.keys if third.uid in key)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(LedgerTable).cursor == third.uid
    store.close()


async def test_a_head_of_department_sees_what_is_theirs_to_track_first(tmp_path: Path) -> None:
    store, _ = filled(tmp_path)
    settings = Settings(first_run_done=True, name="吴倩")
    async with run_app(store, language="zh", settings=settings, size=(132, 34)) as pilot:
        text = shown(pilot.app)
        places = [text.index(words) for words in ("客服部：您是第一跟踪人", "A-003", "│ 其他", "A-001")]
        assert places == sorted(places)
        assert text.count("A-003") == 1
    store.close()


async def test_home_never_reads_the_whole_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, _ = filled(tmp_path)
    monkeypatch.setattr(Store, "ledger", None)
    limits: list[int] = []
    page = Store.page

    def counted(*args: Any, **more: Any) -> Page:
        limits.append(more["limit"])
        return page(*args, **more)

    monkeypatch.setattr(Store, "page", counted)
    async with run_app(store, language="zh") as pilot:
        assert "A-001" in shown(pilot.app)
    assert limits
    assert max(limits) <= 50
    store.close()


async def test_of_many_past_meetings_the_newest_are_listed_and_a_search_finds_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_minutes.screens.home.PAST", 2)
    monkeypatch.setattr("tui_minutes.screens.home_meetings.PAST", 2)
    store = open_store(tmp_path)
    for day, title in enumerate(("展位选择", "物料清单", "值班安排", "周例会"), start=1):
        start = datetime(2026, 11, day, 10, 0)
        uid = meetings.create(store, command(), Plan(title, zone=ZONE, start=start))
        if title != "周例会":
            meetings.cancel(store, command(), uid)
    async with run_app(store, language="zh") as pilot:
        text = shown(pilot.app)
        assert [title in text for title in ("展位选择", "物料清单", "值班安排", "周例会")] == [
            False,
            *[True] * 3,
        ]
        assert "更早的会议请按 / 搜索" in text
        await type_in(pilot, "展位")
        assert "展位选择" in shown(pilot.app)
        await press(pilot, "escape")
        assert "展位选择" not in shown(pilot.app)
    store.close()
