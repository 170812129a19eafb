"""The Meeting screen: what people type and press, what they see, and what is in the store then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget

from tests.meeting import Played
from tests.screens.meeting_play import Session, in_session
from tests.support import Clock, open_store, run_app
from tui_minutes.domain.meeting import Phase
from tui_minutes.services import followups, session
from tui_minutes.store.drafts import Drafts
from tui_minutes.widgets.line_input import LineInput
from tui_minutes.widgets.log_pane import LogPane

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
        assert now.play.item.title == "物料清单"
        await now.press("f5")
        assert now.play.item.title == "物料清单"
        now.clock.forward(seconds=6)
        await now.press("f5")
        now.clock.forward(seconds=6)
        await now.press("f5")
        assert "On to the readback?" in now.text
        assert now.record.meeting.phase is Phase.IN_SESSION
        await now.press("escape")
        assert now.play.item.title == "值班安排"


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
        now.screen.show_time()
        await now.pilot.pause()
        assert "3:00 over" in now.text or "2:00 over" in now.text
        assert "This item is over its time" in now.text
        now.clock.forward(minutes=36)
        now.screen.show_time()
        await now.pilot.pause()
        assert "Time to sum up" in now.text
        now.clock.forward(minutes=20)
        now.screen.show_time()
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


async def test_the_half_typed_line_survives_a_restart(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.type("- 半句")
        await now.press("left")
        now.app.save_drafts()
        path, uid = now.play.store.path, now.play.uid
    store = open_store(path.parent)
    async with run_app(store, first=uid) as pilot:
        field = pilot.app.screen.query_one(LineInput)
        assert (field.value, field.cursor_position) == ("- 半句", 3)
    store.close()


async def test_what_was_carried_out_does_not_come_back_after_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[str, str]] = []
    write = Drafts.write

    def watch(self: Drafts, key: str, text: str) -> None:
        written.append((key, text))
        write(self, key, text)

    monkeypatch.setattr(Drafts, "write", watch)
    async with in_session(tmp_path) as now:
        await now.enter("/topic 新议题")
        path, uid, drafts = now.play.store.path, now.play.uid, now.app.drafts
        assert [item.title for item in now.record.agenda].count("新议题") == 1
    key, at_the_end = next(one for one in reversed(written) if "/topic" in one[1])
    write(drafts, key, at_the_end)
    store = open_store(path.parent)
    async with run_app(store, first=uid) as pilot:
        assert pilot.app.screen.query_one(LineInput).value == ""
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


async def test_the_clock_repaints_two_rows_of_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with in_session(tmp_path, ["韩磊：A区贵"]) as now:
        log = now.screen.query_one(LogPane)
        painted: list[tuple[Region, ...]] = []
        paint = log.refresh

        def watch(*regions: Region, **how: bool) -> Widget:
            painted.append(regions)
            return paint(*regions, **how)

        monkeypatch.setattr(log, "refresh", watch)
        now.clock.forward(seconds=1)
        now.screen.show_time()
        assert painted
        assert all(regions for regions in painted), "the whole log"
        assert all(region.height == 1 for regions in painted for region in regions)
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
        assert now.play.parent("A-001").number == "D-001"


async def test_a_click_opens_an_item_and_a_line(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["韩磊：A区贵"]) as now:
        rows = now.text.split("\n")
        y = next(nth for nth, row in enumerate(rows) if "物料清单" in row)
        await now.pilot.click(offset=(8, y))
        await now.pilot.click(offset=(8, y))
        await now.pilot.pause()
        assert now.play.item.title == "物料清单"
        assert now.focus == "capture-input"


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
        await now.press("shift+tab", "d", *"已付", "ctrl+s")
        assert play.in_ledger("A-001").status == "done"
        await now.press("j", "t", "tab", *"12/9", "shift+tab", "enter", *"缺人", "enter", "ctrl+s")
        changed = play.in_ledger("A-002")
        assert changed.due == date(2026, 12, 9)
        assert play.store.history(changed.uid)[-1].cause == "缺人"
        await now.enter("A-002 执行中")
        assert play.in_ledger("A-002").status == "in_progress"
    play.store.close()


async def test_a_question_left_open_becomes_a_decision_of_this_meeting(tmp_path: Path) -> None:
    play = Played(open_store(tmp_path)).plan().begin()
    play.say("? 停车位够不够")
    play.read_back().seal()
    play.uid = followups.follow_up(play.store, play.command(), play.uid)
    play.begin()
    clock = Clock(play.now)
    async with run_app(play.store, language="zh", clock=clock, first=play.uid) as pilot:
        now = Session(play, clock, pilot)
        await now.press("shift+tab", "enter")
        assert "说明问题" in now.text or "给出答复" in now.text, "Enter offers what can be done with it"
        await now.press("escape", "v", "ctrl+u", *"租下东侧停车场", "shift+tab", "right", "ctrl+s")
        assert "Q-001 已转为 D-001" in now.text
        assert play.outcome("D-001").text == "租下东侧停车场"
        assert play.in_ledger("Q-001").superseded_by == "D-001"
    play.store.close()


async def test_an_item_is_read_back_at_once_and_the_meeting_goes_on(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        await now.press("ctrl+f")
        assert "nothing to read back" in now.said
        await now.enter("+ 选A区")
        await now.press("ctrl+f")
        assert type(now.pilot.app.screen).__name__ == "ReadbackScreen"
        await now.press("y", "escape")
        assert type(now.pilot.app.screen).__name__ == "MeetingScreen"
        assert now.record.meeting.phase is Phase.IN_SESSION
        assert now.record.outcomes[0].hearing == "agreed"
