"""Prepare: basics, agenda and people by keyboard; warnings while one types; nothing wrong is stored."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.screens.home_play import ZONE, command, filled, press, where
from tests.support import HOSTILE, open_store, run_app, screen_text, shown, type_in
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.services import meetings, policies
from tui_minutes.settings import Settings
from tui_minutes.store.store import Store


def planned(folder: Path, plan: Plan) -> tuple[Store, str]:
    store = open_store(folder)
    return store, meetings.create(store, command(), plan)


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("zh", (80, 24)), ("zh", (132, 34))])
async def test_one_page_shows_basics_agenda_and_people(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    store, uid = filled(tmp_path, language)
    async with run_app(store, language=language, size=size, first=uid) as pilot:
        text = shown(pilot.app)
        meeting = store.record(uid).meeting
        for words in (meeting.number, meeting.title, meeting.goal, "2026-11-27", "14:50", "周敏 Priya Nair"):
            assert any(word in text for word in (words, *words.split())), words
        assert max(map(len, screen_text(pilot.app))) <= size[0]
    store.close()


async def test_an_item_is_named_also_while_people_have_the_room(tmp_path: Path) -> None:
    people = tuple(PlanPerson(name) for name in ("周岚", "韩磊", "方晴", "何平", "王五", "赵六"))
    start, end = datetime(2026, 12, 4, 14, 0), datetime(2026, 12, 4, 15, 0)
    plan = Plan("预算会", zone=ZONE, start=start, end=end, people=people, agenda=(PlanItem("预算", 20),))
    store, uid = planned(tmp_path, plan)
    async with run_app(store, language="zh", size=(80, 24), first=uid) as pilot:
        await press(pilot, "tab", "tab")
        rows = screen_text(pilot.app)
        assert any("1 预算" in row and "20 分钟" in row for row in rows)
        assert any("14:00–14:20" in row for row in rows)
        assert all(any(name in row for row in rows) for name in ("周岚", "赵六"))
    store.close()


async def test_the_basics_are_typed_with_times_as_people_say_them(tmp_path: Path) -> None:
    store, uid = planned(tmp_path, Plan("季度协调会", zone=ZONE))
    async with run_app(store, language="zh", first=uid) as pilot:
        await press(pilot, "e", "tab", "right", "tab")
        await type_in(pilot, "下周五下午2点")
        await press(pilot, "tab")
        await type_in(pilot, "90")
        await press(pilot, "tab")
        await type_in(pilot, "三楼")
        await press(pilot, "ctrl+s")
        meeting = store.record(uid).meeting
        assert meeting.planned_start == datetime(2026, 12, 4, 14, 0)
        assert meeting.planned_end == datetime(2026, 12, 4, 15, 30)
        assert (meeting.place, meeting.kind) == ("三楼", MeetingKind.STANDUP)
        await press(pilot, "escape")  # what a standup usually has is offered
        assert "2026-12-04 周五 14:00" in shown(pilot.app)
        assert "90 分钟" in shown(pilot.app)
    store.close()


async def test_a_wrong_time_is_explained_and_what_was_typed_stays(tmp_path: Path) -> None:
    store, uid = planned(tmp_path, Plan("Kick-off", zone=ZONE))
    async with run_app(store, first=uid) as pilot:
        await press(pilot, "j", "j", "enter")
        await type_in(pilot, "someday")
        await press(pilot, "ctrl+s")
        assert "“someday” is no time; try fri 14:00" in shown(pilot.app)
        await press(pilot, *["backspace"] * len("someday"))
        await type_in(pilot, "tomorrow 14:00")
        await press(pilot, "tab")
        await type_in(pilot, "13:00")
        await press(pilot, "ctrl+s")
        assert "The end must be after the start" in shown(pilot.app)
        await press(pilot, "escape")
        assert store.record(uid).meeting.planned_start is None
    store.close()


async def test_a_vague_goal_is_flagged_while_it_is_typed_and_on_the_page(tmp_path: Path) -> None:
    store, uid = planned(tmp_path, Plan("周会", zone=ZONE))
    async with run_app(store, language="zh", first=uid) as pilot:
        assert "没有会议目标" in shown(pilot.app)
        await press(pilot, *["j"] * 7, "enter")
        await type_in(pilot, "讨论工作进")
        assert "目标含糊" not in shown(pilot.app)
        await type_in(pilot, "展")
        assert "目标含糊" in shown(pilot.app)
        await press(pilot, "ctrl+s")
        assert store.record(uid).meeting.goal == "讨论工作进展"
        assert "目标含糊" in shown(pilot.app)
    store.close()


async def test_items_are_added_changed_moved_and_removed(tmp_path: Path) -> None:
    start = datetime(2026, 11, 27, 15, 0)
    plan = Plan("Fair", zone=ZONE, start=start, end=start.replace(minute=30), agenda=(PlanItem("Stand", 20),))
    store, uid = planned(tmp_path, plan)
    async with run_app(store, first=uid) as pilot:
        await press(pilot, "tab", "a")
        await type_in(pilot, "Rota of helpers")
        await press(pilot, "enter")
        await type_in(pilot, "ten")
        await press(pilot, "ctrl+s")
        assert "Minutes are a whole number" in shown(pilot.app)
        await press(pilot, *["backspace"] * 3)
        await type_in(pilot, "15")
        assert "the items need more minutes than are planned: 35, 30" in shown(pilot.app)
        await press(pilot, "ctrl+s")
        assert [(item.title, item.minutes) for item in store.record(uid).agenda] == [
            ("Stand", 20), ("Rota of helpers", 15),
        ]  # fmt: skip
        assert "35 of 30 min" in shown(pilot.app)
        await press(pilot, "J")
        assert [item.title for item in store.record(uid).agenda] == ["Rota of helpers", "Stand"]
        await press(pilot, "e", "tab", *["backspace"] * 2)
        await press(pilot, "5", "ctrl+s", "k", "d")
        assert [(item.title, item.minutes) for item in store.record(uid).agenda] == [("Stand", 5)]
    store.close()


async def test_people_remembered_are_offered_and_new_ones_typed(tmp_path: Path) -> None:
    store, _ = planned(tmp_path, Plan("旧会", zone=ZONE, people=(PlanPerson("曾敏", "法务部", "主管"),)))
    uid = meetings.create(store, command(), Plan("新会", zone=ZONE))
    async with run_app(store, language="zh", first=uid) as pilot:
        await press(pilot, "tab", "tab", "a")
        assert "曾敏" in shown(pilot.app)
        await type_in(pilot, "zengmin")
        await press(pilot, "enter")
        await type_in(pilot, "顾青/采购部")
        await press(pilot, "enter", "escape")
        people = store.record(uid).people
        assert [(one.name, one.department, one.title) for one in people] == [
            ("曾敏", "法务部", "主管"), ("顾青", "采购部", ""),
        ]  # fmt: skip
        await press(pilot, "k", "r", "j", "space", "enter")
        assert Role.CHAIR in store.record(uid).people[0].roles
        assert "主持人" in shown(pilot.app)
        await press(pilot, "j", "d")
        assert [one.name for one in store.record(uid).people] == ["曾敏"]
    store.close()


async def test_on_to_check_in_after_saying_what_is_missing(tmp_path: Path) -> None:
    store, uid = planned(tmp_path, Plan("周会", zone=ZONE))
    async with run_app(store, language="zh", first=uid) as pilot:
        await press(pilot, "f9")
        assert "还没有参会人" in shown(pilot.app)
        assert "没有议程" in shown(pilot.app)
        await press(pilot, "escape")
        assert store.record(uid).meeting.phase is Phase.PLANNED
        await press(pilot, "f9", "enter")
        assert store.record(uid).meeting.phase is Phase.CHECK_IN
        assert where(pilot) == "CheckInScreen"
    store.close()


async def test_a_complete_plan_goes_straight_to_check_in(tmp_path: Path) -> None:
    store, uid = filled(tmp_path)
    async with run_app(store, language="zh", first=uid) as pilot:
        await press(pilot, "ctrl+n")
        assert where(pilot) == "CheckInScreen"
    store.close()


async def test_a_cancelled_meeting_is_shown_and_refuses_changes_in_words(tmp_path: Path) -> None:
    store, uid = filled(tmp_path)
    meetings.cancel(store, command(), uid)
    async with run_app(store, language="zh", first=uid) as pilot:
        assert "已取消" in screen_text(pilot.app)[0]
        await press(pilot, "tab", "tab", "d")
        assert "M-2026-002 已取消" in shown(pilot.app)
        assert len(store.record(uid).people) == 6
    store.close()


async def test_hostile_words_in_every_field_change_nothing_but_themselves(tmp_path: Path) -> None:
    words = " ".join(HOSTILE)
    plan = Plan(
        words, zone=ZONE, place=words, goal=words, expected=(words,), level=Level.SECRET,
        people=(PlanPerson(words, words, words),), agenda=(PlanItem(words, 5, words, words),),
    )  # fmt: skip
    store, uid = planned(tmp_path, plan)
    async with run_app(store, size=(80, 24), first=uid) as pilot:
        await press(pilot, "enter")  # it may be seen
        assert "[@click=app.quit]x[/]" in shown(pilot.app)
        await press(pilot, "e")
        assert "[@click=app.quit]x[/]" in shown(pilot.app)
        await press(pilot, "escape", "tab", "e", "escape", "tab", "e", "escape", "r", "escape", "f9")
        assert where(pilot) == "Confirm"
    store.close()


async def test_the_rules_of_the_series_are_chosen_in_words_and_stay_for_the_next_meeting(
    tmp_path: Path,
) -> None:
    store, uid = filled(tmp_path)
    settings = Settings(first_run_done=True, name="王敏", policy={"design": {"preset": "coordination"}})
    async with run_app(store, language="zh", first=uid, settings=settings) as pilot:
        assert "默认：会议纪要与决议跟踪" in shown(pilot.app)
        await press(pilot, "e", "shift+tab", "enter")
        for words in ("协调会议", "会前准备与跟进", "design", "紧急 3 天，重要周五，其余月底"):
            assert words in shown(pilot.app)
        await press(pilot, "j", "j", "enter", "ctrl+s")
        assert store.record(uid).meeting.policy == "coordination"
        assert "未标优先级的按“重要”处理" in shown(pilot.app)
        past = next(one for one in store.meetings() if one.phase is Phase.APPROVED)
        assert past.policy == "coordination", "both are of one series"
    store.close()


async def test_a_preset_of_another_machine_is_kept_and_named(tmp_path: Path) -> None:
    store, uid = filled(tmp_path, "en")
    policies.choose(store, command(), store.record(uid).meeting.series or "", "night shift")
    async with run_app(store, first=uid) as pilot:
        assert "night shift, not configured here" in shown(pilot.app)
        await press(pilot, "e")
        await type_in(pilot, "!")
        await press(pilot, "ctrl+s")
        meeting = store.record(uid).meeting
        assert (meeting.title[-1], meeting.policy) == ("!", "night shift")
    store.close()
