"""What can be done with a line of the log: corrected, withdrawn, brought back, made something else (D8)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.screens.meeting_play import in_session
from tui_minutes.domain.discussion import EntryKind


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
        assert now.play.outcome("A-001").withdrawn
        assert "withdrawn" in now.text
        await now.press("ctrl+y")
        assert not now.play.outcome("A-001").withdrawn
        await now.type("x")
        await now.press("ctrl+z", "ctrl+z")
        assert now.play.outcome("A-001").withdrawn


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
        assert now.play.person("何平").walk_in
        await now.enter("* 改到下午 by @何平")
        await now.press("f12")
        assert now.record.outcomes[-1].number == "D-001"
        assert now.record.motions[0].result == "passed"


async def test_a_motion_that_was_taken_down_as_passed_becomes_one_decision(tmp_path: Path) -> None:
    async with in_session(tmp_path, []) as now:
        await now.enter("* 改到下午 by @韩磊 => 通过 3:0:0")
        assert "F12 makes it a decision" in now.said
        await now.press("f12")
        assert [one.number for one in now.record.outcomes] == ["D-001"]
        assert len(now.record.motions) == 1
        await now.press("shift+tab", "k", "p")
        assert len(now.record.outcomes) == 1


async def test_a_line_with_a_name_nobody_knows_says_how_to_make_it_known(tmp_path: Path) -> None:
    async with in_session(tmp_path, []) as now:
        await now.enter("何平：我也来")
        assert "F12 makes 何平 known" in now.said


async def test_an_unknown_owner_is_kept_and_made_known(tmp_path: Path) -> None:
    async with in_session(tmp_path, ["- 印手册 @钱多"]) as now:
        assert now.record.outcomes[0].owners == ("钱多",)
        await now.press("f12")
        assert "Who is 钱多?" in now.text
        await now.press("j", "enter")
        assert now.play.person("钱多").state == "absent"
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
        assert moved in now.record.log(now.record.agenda[1].uid)
        await now.press("escape")
        assert now.focus == "capture-input"


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
        assert now.play.outcome("Q-001").text == "订位"
        await now.press("g", "e", "!", "enter")
        assert now.record.entries[-1].kind is EntryKind.QUESTION
        said = next(entry for entry in now.record.entries if entry.speaker == "韩磊")
        assert said.text == "A区贵!"
        await now.press("shift+tab", "g", "h")
        assert "A区贵" in now.text
        assert "corrected" in now.text
