"""A recorder types in the capture line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from tests.support import HOSTILE, open_store, run_screen, shown, type_at_once
from tests.widgets.lines import LineScreen
from tui_minutes.store.store import Store
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.line_draft import Earlier, Entered, LineDraft
from tui_minutes.widgets.line_input import LineInput
from tui_minutes.widgets.reading import ReadingView


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


async def typed(pilot: Pilot[None], text: str) -> None:
    for character in text:
        await pilot.press({" ": "space"}.get(character, character))


def enter(pilot: Pilot[None], at: float) -> None:
    """Enter as it comes from a terminal, at the instant `at`."""
    event = events.Key("enter", "\r")
    event.time = at
    pilot.app.post_message(event)


async def test_what_a_line_is_taken_for_stands_under_it(store: Store) -> None:
    async with run_screen(store, LineScreen(), language="zh") as pilot:
        await typed(pilot, "- 完成海报@李四截止周五")
        assert "→ 行动 李四（市场部） · 截止 2026-12-04 周五" in shown(pilot.app)


async def test_a_vague_word_is_named_while_it_is_typed(store: Store) -> None:
    async with run_screen(store, LineScreen(), size=(132, 34)) as pilot:
        await typed(pilot, "- ship it asap @Jane by fri -> the box")
        assert "“asap” is vague" in shown(pilot.app)


async def test_enter_hands_the_line_over_and_frees_it(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "hello")
        await pilot.press("enter")
        await typed(pilot, "and")
        assert screen.submitted == ["hello"]
        assert screen.text == "and"


async def test_a_refused_line_comes_back_before_what_was_typed_since(store: Store) -> None:
    screen = LineScreen()
    screen.refuses = True
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "hello")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.text == "hello"


async def test_a_refused_command_gives_way_to_the_next_line_and_comes_back_by_undo(store: Store) -> None:
    screen = LineScreen()
    screen.refuses = True
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "/left Tom")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.text == "/left Tom"
        await typed(pilot, "Bob: no")
        assert screen.text == "Bob: no"
        for _ in "Bob: no":
            await pilot.press("ctrl+z")
        assert screen.text == "/left Tom"


async def test_a_held_enter_makes_one_line(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "once")
        for nth in range(20):
            enter(pilot, 1000 + 0.5 * (nth > 0) + nth * 0.03)
        await pilot.pause()
        assert screen.submitted == ["once"]
        enter(pilot, 1005)
        await pilot.pause()
        assert screen.submitted == ["once", ""]


async def test_a_line_that_came_at_once_is_entered_however_soon_after_the_one_before(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        for nth, text in enumerate(("first", "second")):
            screen.capture.take(text)
            enter(pilot, 1000 + nth * 0.1)
            await pilot.pause()
        assert screen.submitted == ["first", "second"]


async def test_what_is_typed_before_the_line_is_stored_belongs_to_the_next_one(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        for key in ("a", "b", "enter", "c", "d", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await pilot.pause()
        assert screen.submitted == ["ab", "cd"]


async def test_keys_that_come_at_once_act_in_their_order(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        type_at_once(pilot.app, "teh")
        for key in ("backspace", "backspace"):
            pilot.app.post_message(events.Key(key, None))
        type_at_once(pilot.app, "he")
        for key in ("home", "delete"):
            pilot.app.post_message(events.Key(key, None))
        type_at_once(pilot.app, "T")
        await pilot.pause()
        await pilot.press("enter")
        assert screen.submitted == ["The"]


async def test_undo_takes_back_words_then_asks_for_the_last_entry(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "two words")
        await pilot.press("ctrl+z")
        assert screen.text == "two "
        await pilot.press("ctrl+z")
        assert screen.text == ""
        await pilot.press("ctrl+y", "ctrl+y")
        assert screen.text == "two words"
        await pilot.press("enter", "ctrl+z", "ctrl+y")
        assert [type(one) for one in screen.said] == [
            CaptureLine.Submitted,
            CaptureLine.Undo,
            CaptureLine.Redo,
        ]


async def test_a_paste_of_one_line_is_typed_and_of_many_is_handed_on(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        field = pilot.app.screen.query_one(LineInput)
        field.post_message(events.Paste("one line\n"))
        await pilot.pause()
        assert screen.text == "one line"
        field.post_message(events.Paste("- a\r\n\r\n- b\n"))
        await pilot.pause()
        assert screen.text == "one line"
        (pasted,) = screen.said
        assert isinstance(pasted, CaptureLine.Pasted)
        assert pasted.block == "- a\n- b"


async def test_tab_completes_a_name_in_the_line(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "- poster @Ja")
        await pilot.press("tab")
        assert screen.text.startswith("- poster @Jane Doe")
        assert screen.capture.is_typing


async def test_an_earlier_line_is_edited_and_the_half_typed_one_comes_back(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "half")
        await pilot.press("up")
        (asked,) = screen.said
        assert isinstance(asked, CaptureLine.EditEarlier)
        assert (asked.step, asked.editing) == (-1, None)
        screen.capture.show_earlier(Earlier("uid-7", "#7"), "said before")
        await pilot.pause()
        assert screen.text == "said before"
        assert "Correct #7" in shown(pilot.app)
        await typed(pilot, "!")
        await pilot.press("enter")
        corrected = screen.said[-1]
        assert isinstance(corrected, CaptureLine.Submitted)
        assert corrected.editing == Earlier("uid-7", "#7")
        assert screen.text == "half"


async def test_escape_leaves_an_earlier_line_as_it_was(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "half")
        screen.capture.show_earlier(Earlier("uid-7", "#7"), "said before")
        await pilot.press("escape")
        assert screen.text == "half"
        assert screen.submitted == []


async def test_a_key_cycles_the_decision_an_action_hangs_on(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        screen.capture.parents = ("D-003", "D-002", "D-001")
        await typed(pilot, "- poster")
        seen = []
        for _ in range(3):
            await pilot.press("ctrl+b")
            seen.append(screen.text)
        assert seen == ["- poster for D-002", "- poster for D-001", "- poster"]


async def test_letters_that_are_no_shortcut_go_to_the_line(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        screen.query_one("#list").focus()
        await pilot.press("j")
        assert screen.text == ""
        await pilot.press("同", "意")
        assert screen.text == "同意"
        assert screen.capture.is_typing


async def test_hostile_text_is_cleaned_and_shown_as_it_is(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen, size=(132, 34)) as pilot:
        pilot.app.screen.query_one(LineInput).post_message(events.Paste("+ " + " ".join(HOSTILE)))
        await pilot.pause()
        assert "[@click=app.quit]x[/]" in screen.text
        assert not {"\x1b", "\x07", "\u202e"} & set(shown(pilot.app))


async def test_a_draft_is_written_after_a_second_not_at_every_key(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        begun = monotonic()
        await typed(pilot, "half typed")
        assert len(screen.drafts) <= monotonic() - begun
        while not screen.drafts or LineDraft.decode(screen.drafts[-1]).text != "half typed":
            await pilot.pause(0.05)
        assert len(screen.drafts) <= monotonic() - begun


async def test_a_draft_brings_back_text_and_cursor(store: Store) -> None:
    screen = LineScreen(draft=LineDraft("half typed", cursor=4).encode())
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "-")
        assert screen.text == "half- typed"


async def test_a_line_that_reached_the_disk_does_not_come_back(store: Store) -> None:
    entered = Entered("stored", "c1"), Entered("lost", "c2"), Entered("never begun")
    screen = LineScreen(draft=LineDraft("", unsaved=entered).encode(), done=("c1",))
    async with run_screen(store, screen):
        assert screen.text == "lost never begun"


async def test_switching_the_language_keeps_line_cursor_and_focus(store: Store) -> None:
    screen = LineScreen()
    async with run_screen(store, screen) as pilot:
        await typed(pilot, "half typed")
        await pilot.press("left", "left", "ctrl+l")
        await pilot.pause()
        assert "记录" in shown(pilot.app)
        await typed(pilot, "!")
        assert screen.text == "half typ!ed"


async def test_a_key_draws_the_line_and_its_reading_and_nothing_else(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run_screen(store, LineScreen()) as pilot:
        await typed(pilot, "- a")
        drawn: set[str] = set()
        refresh, layouts = Widget.refresh, []

        def watch(self: Widget, *regions: object, **how: object) -> Widget:
            drawn.add(type(self).__name__)
            layouts.extend([type(self).__name__] if how.get("layout") else [])
            return refresh(self, *regions, **how)  # type: ignore[arg-type]

        monkeypatch.setattr(Widget, "refresh", watch)
        await typed(pilot, "bc @李四")
        monkeypatch.undo()
        assert drawn <= {LineInput.__name__, ReadingView.__name__}
        assert layouts == []
