"""The Meeting screen: what people type and press, what they see, and what is in the store then."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from tests.meeting import Played
from tests.screens.meeting_play import Session, in_session
from tests.support import Clock, open_store, run_app
from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.discussion import EntryKind
from tui_minutes.domain.meeting import Phase
from tui_minutes.services import followups, session
from tui_minutes.widgets.line_input import LineInput

SIZES = [(80, 24), (132, 34)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "words"), [("en", ("9:00 left", "Action")), ("zh", ("剩 9:00", "行动"))]
)
async def test_a_line_goes_to_disk_and_stands_in_the_log(
    tmp_path: Path, language: str, words: tuple[str, str], size: tuple[int, int]
) -> None:
    async with in_session(tmp_path, language=language, size=size) as now:
        now.clock.forward(seconds=53)
        await now.enter("- 订展位 @韩磊 截止周五 -> 合同")
        action = now.record.outcomes[0]
        assert (action.text, action.owners, action.due, action.deliverable) == (
            "订展位",
            ("韩磊",),
            date(2026, 12, 4),
            "合同",
        )
        assert action.number in now.said
        assert "A-001" in now.said
        assert "订展位" in now.text
        assert "12-04" in now.text
        assert all(word in now.text for word in words)
        assert now.typed == ""


async def test_next_item_is_ignored_just_after_a_change_and_offers_readback_at_the_end(
    tmp_path: Path,
) -> None:
    async with in_session(tmp_path) as now:
        now.clock.forward(seconds=30)
        await now.press("f5")
        assert now.record.current_item.title == "物料清单"
        await now.press("f5")
        assert now.record.current_item.title == "物料清单"
        now.clock.forward(seconds=6)
        await now.press("f5")
        now.clock.forward(seconds=6)
        await now.press("f5")
        assert "On to the readback?" in now.text
        assert now.record.meeting.phase is Phase.IN_SESSION
        await now.press("escape")
        assert now.record.current_item.title == "值班安排"


async def test_what_is_missing_is_said_before_readback(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["+ 选A区"]) as now:
        await now.press("f9")
        assert "D-001" in now.text
        assert "no action carries it out" in now.text
        assert "never opened" in now.text
        await now.press("enter")
        assert now.record.meeting.phase is Phase.READBACK
        assert type(now.pilot.app.screen).__name__ == "ReadbackScreen"


async def test_cues_in_words(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        now.clock.forward(minutes=12)
        now.pilot.app.screen.show_time()
        await now.pilot.pause()
        assert "3:00 over" in now.text or "2:00 over" in now.text
        assert "This item is over its time" in now.text
        now.clock.forward(minutes=36)
        now.pilot.app.screen.show_time()
        await now.pilot.pause()
        assert "Time to sum up" in now.text
        now.clock.forward(minutes=20)
        now.pilot.app.screen.show_time()
        await now.pilot.pause()
        assert "past the planned end" in now.text
        await now.press("f4", "j", "j", "j", "enter")
        assert now.record.meeting.extended == 15
        await now.press("f8")
        now.clock.forward(minutes=5)
        assert now.record.paused
        assert "Break: F8 goes on" in now.text
        await now.press("f8")
        assert not now.record.paused


async def test_an_earlier_line_is_corrected_and_the_half_typed_one_comes_back(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["韩磊：A区贵", "+ 选A区"]) as now:
        await now.type("? 预")
        await now.press("up")
        assert now.typed == "+ 选A区"
        await now.press("up")
        assert now.typed == "韩磊：A区贵"
        await now.press("了", "enter")
        assert now.typed == "? 预"
        said = [entry for entry in now.record.entries if entry.kind is EntryKind.POINT]
        assert [(one.text, one.raw) for one in said] == [("A区贵了", "韩磊：A区贵了")]
        assert said[0].revisions[0].before["text"] == "A区贵"


async def test_undo_on_an_empty_line_withdraws_and_redo_brings_back(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["- 订展位 @韩磊"]) as now:
        await now.press("ctrl+z")
        assert now.record.outcomes[0].withdrawn
        assert "withdrawn" in now.text
        await now.press("ctrl+y")
        assert not now.record.outcomes[0].withdrawn
        await now.type("x")
        await now.press("ctrl+z", "ctrl+z")
        assert now.record.outcomes[0].withdrawn


async def test_what_one_key_makes_of_the_last_line(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["韩磊：订展位 @韩磊 截止周五"]) as now:
        await now.press("f12")
        action = now.record.outcomes[0]
        assert (action.text, action.owners, action.due) == ("订展位", ("韩磊",), date(2026, 12, 4))
        await now.enter("何平：我也来")
        await now.press("f12")
        point = (
            now.record.entries[-1]
            if now.record.entries[-1].kind is EntryKind.POINT
            else now.record.entries[-2]
        )
        assert (point.speaker, point.text) == ("何平", "我也来")
        assert now.record.participant("何平").walk_in
        await now.enter("* 改到下午 by @何平")
        await now.press("f12")
        assert now.record.outcomes[-1].number == "D-001"
        assert now.record.motions[0].result == "passed"


async def test_an_unknown_owner_is_kept_and_made_known(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["- 印手册 @钱多"]) as now:
        assert now.record.outcomes[0].owners == ("钱多",)
        await now.press("f12")
        assert "Who is 钱多?" in now.text
        await now.press("j", "enter")
        assert now.record.participant("钱多").state == "absent"
        assert "钱多 is known now" in now.said


async def test_letters_act_on_the_line_under_the_cursor(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["韩磊：A区贵", "周岚：选B区"]) as now:
        await now.press("shift+tab", "k", "o")
        doubtful = [entry.text for entry in now.record.entries if entry.doubtful]
        assert doubtful == ["A区贵"]
        await now.press("enter")
        assert "It is cleared up" in now.text
        assert "Move it to another item" in now.text
        await now.press("escape", "m", "enter")
        moved = next(entry for entry in now.record.entries if entry.text == "A区贵")
        assert now.record.item(moved.item_uid).title == "物料清单"
        await now.press("escape")
        assert now.pilot.app.focused.id == "capture-input"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/item 9", "There is no item"),
        ("/extend soon", "How many minutes?"),
        ("/at 25:00 late", "When, and what?"),
        ("/at 11:00 too early", "not within this meeting"),
        ("/undo 99", "There is no line"),
        ("/left Bob", "not on the list"),
        ("A-777 @韩磊", "A-777"),
        ("/objection 韩磊 no", "no meaning here"),
    ],
)
async def test_bad_input_is_said_in_words_and_stays_in_the_line(tmp_path: Path, line: str, said: str) -> None:
    async with in_session(tmp_path) as now:
        await now.enter(line)
        assert said in now.said
        assert now.typed == line


async def test_commands(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        now.clock.forward(minutes=9)
        await now.enter("/item 3")
        assert now.record.current_item.title == "值班安排"
        await now.enter("/back")
        assert now.record.current_item.title == "展位选择"
        await now.enter("/+5")
        assert now.record.current_item.extra == 5
        await now.enter("/defer 2")
        assert now.record.agenda[1].state is ItemState.DEFERRED
        await now.enter("议题：保险")
        assert now.record.current_item.title == "保险"
        await now.enter("/offline")
        assert next(item for item in now.record.agenda if item.title == "保险").state is ItemState.OFFLINE
        await now.enter("/离席 韩磊")
        assert now.record.participant("韩磊").has_left
        await now.enter("/in 韩磊, 何平/财务部")
        assert now.record.participant("韩磊").here
        assert now.record.participant("何平").department == "财务部"
        await now.enter("/at 14:05 韩磊：迟到了")
        late = now.record.entries[-1]
        assert (late.speaker, now.record.meeting.local(late.at).strftime("%H:%M")) == ("韩磊", "14:05")
        await now.enter(f"/undo {late.seq}")
        assert now.record.entry(late.seq).withdrawn


async def test_a_busy_store_keeps_the_line_and_saves_it_once(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        other = sqlite3.connect(now.play.store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await now.enter("韩磊：等一下")
        assert "saved in a moment" in now.said
        other.rollback()
        other.close()
        await now.pilot.pause(0.6)
        assert [entry.text for entry in now.record.entries].count("等一下") == 1
        assert "saved" in now.said
        assert now.typed == ""


async def test_no_store_is_touched_while_typing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with in_session(tmp_path, ["+ 选A区"]) as now:
        asked: list[str] = []
        ask = now.play.store.database.execute_sql

        def listen(sql: str, *args: object) -> object:
            asked.append(sql)
            return ask(sql, *args)

        monkeypatch.setattr(now.play.store.database, "execute_sql", listen)
        await now.press(*"- order @han by fri")
        assert now.typed == "- order @han by fri"
        assert all("data_version" in sql for sql in asked)  # the look for other programs, once a second


async def test_the_half_typed_line_survives_a_restart(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.type("- 半句")
        await now.press("left")
        now.pilot.app.save_drafts()
        path, uid = now.play.store.path, now.play.uid
    store = open_store(path.parent)
    async with run_app(store, first=uid) as pilot:
        field = pilot.app.screen.query_one(LineInput)
        assert (field.value, field.cursor_position) == ("- 半句", 3)
    store.close()


async def test_hostile_words_stay_words(tmp_path: Path) -> None:
    wild = "[/] [@click=app.quit]x[/] \x1b]52;c;aGk=\x07 \u202eabc {n}"
    async with in_session(tmp_path, [f"韩磊：{wild}", f"+ {wild}", f"- {wild} @{wild[:3]}"]) as now:
        assert "[@click=app.quit]" in now.text
        assert "\x1b" not in now.text
        assert "\u202e" not in now.text
        await now.press("shift+tab", "g", "enter")
        assert "[@click=app.quit]" in now.text
        await now.press("escape", "f4", "escape", "f10", "escape", "f9")
        assert now.pilot.app.is_running


async def test_the_clock_repaints_two_rows_of_the_log(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["韩磊：A区贵"]) as now:
        log = now.pilot.app.screen.query_one("#log")
        painted: list[object] = []
        paint = log.refresh
        log.refresh = lambda *regions, **how: painted.extend(regions or ["whole"]) or paint(*regions, **how)
        now.clock.forward(seconds=1)
        now.pilot.app.screen.show_time()
        assert painted
        assert "whole" not in painted
        assert all(region.height == 1 for region in painted)
        await now.pilot.pause()


async def test_a_new_stage_elsewhere_is_followed(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        session.to_readback(now.play.store, now.play.command(), now.play.uid)
        await now.pilot.pause()
        await now.pilot.pause()
        assert type(now.pilot.app.screen).__name__ == "ReadbackScreen"


async def test_parent_is_cycled_by_one_key(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["+ 选A区", "+ 选B区"]) as now:
        await now.type("- 订位")
        assert "D-002" in now.text
        await now.press("ctrl+b", "enter")
        action = now.record.numbered("A-001")
        assert now.record.parent(action).number == "D-001"


async def test_an_update_says_from_what_to_what(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["- 订展位 @韩磊 截止周五"]) as now:
        await now.type("A-001 @nora by 12/3")
        assert "so far: 订展位 · 韩磊 · 12-04 Fri" in now.text
        await now.press("enter")
        assert now.record.outcomes[0].owners == ("Nora Quinn",)
        assert "12-04 Fri → 12-03 Thu" in now.said
        await now.press("up")
        assert now.typed == "A-001 @nora by 12/3"
        await now.press("backspace", "1", "enter")
        assert now.record.outcomes[0].due == date(2026, 12, 1)


async def test_the_menu_of_a_line_takes_its_letters(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["韩磊：A区贵", "- 订位"]) as now:
        await now.press("shift+tab", "enter", "q")
        assert now.record.numbered("Q-001").text == "订位"
        await now.press("g", "e", "!", "enter")
        assert now.record.entries[-1].kind is EntryKind.QUESTION
        said = next(entry for entry in now.record.entries if entry.speaker == "韩磊")
        assert said.text == "A区贵!"
        await now.press("shift+tab", "g", "h")
        assert "A区贵" in now.text
        assert "corrected" in now.text


async def test_a_click_opens_an_item_and_a_line(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["韩磊：A区贵"]) as now:
        rows = now.text.split("\n")
        y = next(nth for nth, row in enumerate(rows) if "物料清单" in row)
        await now.pilot.click(offset=(8, y))
        await now.pilot.click(offset=(8, y))
        await now.pilot.pause()
        assert now.record.current_item.title == "物料清单"
        assert now.pilot.app.focused.id == "capture-input"


async def test_the_language_changes_and_the_line_stays(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["+ 选A区"]) as now:
        await now.type("- 半句")
        await now.press("left", "ctrl+l")
        await now.pilot.pause()
        assert "议程" in now.text
        field = now.pilot.app.screen.query_one(LineInput)
        assert (field.value, field.cursor_position, field.has_focus) == ("- 半句", 3, True)


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_what_is_still_open_is_walked_through(tmp_path: Path, language: str) -> None:
    play = Played(open_store(tmp_path)).plan().begin()
    for line in ("- 订展位 @韩磊 截止周五", "- 印手册 @Nora Quinn 截止周五"):
        play.say(line)
    play.read_back().seal()
    play.uid = followups.follow_up(play.store, play.command(), play.uid)
    play.begin()
    clock = Clock(play.now)
    async with run_app(play.store, language=language, clock=clock, first=play.uid) as pilot:
        now = Session(play, clock, pilot)
        assert "订展位" in now.text
        assert "印手册" in now.text
        pilot.app.screen.query_one("#walk").focus()
        await now.press("d")
        assert play.store.outcome_by_number("A-001").status == "done"
        await now.press("j", "t", *"12/9", "enter", *"缺人", "enter", "enter")
        changed = play.store.outcome_by_number("A-002")
        assert changed.due == date(2026, 12, 9)
        assert play.store.history(changed.uid)[-1].cause == "缺人"
        await now.enter("A-002 执行中")
        assert play.store.outcome_by_number("A-002").status == "in_progress"
    play.store.close()
