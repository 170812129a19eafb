"""People answer the small forms and lists by keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.pilot import Pilot

from tests.support import HOSTILE, open_store, run_screen, shown
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


T = TypeVar("T")
STATES = (Option("open", "执行中"), Option("late", "延期", "!"), Option("done", "已完成"))


async def ask(pilot: Pilot[None], dialog: Dialog[T]) -> list[T | None]:
    """Show `dialog`; the answers come into the list."""
    answers: list[T | None] = []
    pilot.app.push_screen(dialog, answers.append)
    await pilot.pause()
    return answers


async def test_choosing_from_a_list(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, Choose("状态", STATES, current="late"))
        await pilot.press("j", "enter")
        assert answers == ["done"]


async def test_escape_chooses_nothing(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, Choose("状态", STATES))
        await pilot.press("escape")
        assert answers == [None]


async def test_a_long_list_is_searched_by_typing(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, Choose("状态", STATES, search=True))
        await pilot.press("延")
        assert "执行中" not in shown(pilot.app)
        await pilot.press("enter")
        assert answers == ["late"]


async def test_a_search_that_finds_nothing_says_so(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, Choose("状态", STATES, search=True))
        await pilot.press("q", "enter")
        assert "Nothing found" in shown(pilot.app)
        assert answers == []


@pytest.mark.parametrize(("key", "answer"), [("enter", True), ("y", True), ("n", False), ("escape", None)])
async def test_a_question_is_answered_with_one_key(store: Store, key: str, answer: bool | None) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, Confirm("Sign now?", ["2 gaps"], yes="sign"))
        assert "2 gaps" in shown(pilot.app)
        assert "Enter sign · Esc back" in shown(pilot.app)
        await pilot.press(key)
        assert answers == [answer]


def a_form(kept: list[Mapping[str, str]] | None = None) -> Ask:
    return Ask(
        "Action",
        [
            Field("text", "What", required=True, note=lambda text: "vague" if "asap" in text else ""),
            Field("status", "Status", "late", STATES),
            Field("due", "Due"),
        ],
        check=lambda values: ("due", "no such day") if values["due"] == "32" else None,
        keep=kept.append if kept is not None else None,
    )


async def test_a_form_gives_what_was_typed_and_chosen(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, a_form())
        await pilot.press("a", "b", "tab", "right", "tab", "f", "ctrl+s")
        assert answers == [{"text": "ab", "status": "done", "due": "f"}]


async def test_a_field_with_choices_opens_their_list(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, a_form())
        await pilot.press("a", "enter", "enter", "k", "enter", "ctrl+s")
        assert answers == [{"text": "a", "status": "open", "due": ""}]


async def test_a_wrong_field_is_named_and_nothing_is_lost(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, a_form())
        await pilot.press("ctrl+s")
        assert "What is missing" in shown(pilot.app)
        await pilot.press("a", "tab", "tab", "3", "2", "ctrl+s")
        assert "no such day" in shown(pilot.app)
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "due"
        await pilot.press("backspace", "backspace", "ctrl+s")
        assert answers == [{"text": "a", "status": "late", "due": ""}]


async def test_a_field_warns_while_it_is_typed(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        await ask(pilot, a_form())
        await pilot.press(*"asap")
        assert "vague" in shown(pilot.app)


async def test_escape_keeps_a_draft_of_the_form(store: Store) -> None:
    kept: list[Mapping[str, str]] = []
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, a_form(kept))
        await pilot.press("a", "escape")
        assert answers == [None]
        assert kept[0]["text"] == "a"


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_text_stands_as_it_is(store: Store, hostile: str) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        dialogs: tuple[Dialog[Any], ...] = (
            Choose(hostile, [Option("k", hostile, hostile)]),
            Confirm(hostile, [hostile], yes=hostile),
            Show(hostile, [hostile]),
            Ask(hostile, [Field("f", hostile, hostile, hint=hostile)]),
        )
        for dialog in dialogs:
            await ask(pilot, dialog)
            assert "\x1b" not in shown(pilot.app)
            await pilot.press("escape")


async def test_a_click_on_a_key_of_the_hint_presses_it(store: Store) -> None:
    async with run_screen(store, BaseScreen()) as pilot:
        answers = await ask(pilot, Confirm("End?", ["It stays on record."], yes="end"))
        lines = shown(pilot.app).split("\n")
        y = next(nth for nth, line in enumerate(lines) if "Enter end" in line)
        await pilot.click(offset=(lines[y].index("Enter end") + 1, y))
        await pilot.pause()
        assert answers == [True]
