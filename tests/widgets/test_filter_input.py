"""The search line: what is typed is completed by Tab, and said in words under the line."""

from __future__ import annotations

from datetime import date

import pytest
from textual.app import App, ComposeResult

from tui_minutes.domain.filters import Filter
from tui_minutes.domain.filters.completion import Vocabulary
from tui_minutes.domain.people import People, Person
from tui_minutes.i18n import set_language
from tui_minutes.widgets.filter_input import FilterInput, FilterReading

KNOWN = Vocabulary(
    date(2026, 11, 21),
    people=People([Person("李四", "市场部", readings=("lisi", "ls"))]),
    meetings=(("M-2026-012", "周例会"),),
    labels=("预算",),
)


class Line(App[None]):
    """Nothing but the line."""

    heard: Filter | None = None
    entered = False

    def compose(self) -> ComposeResult:
        yield FilterInput(lambda: KNOWN)

    def on_filter_input_changed(self, event: FilterInput.Changed) -> None:
        self.heard = event.filter

    def on_filter_input_submitted(self) -> None:
        self.entered = True


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("own", "owner:"),
        ("负", "负责人："),
        ("owner:ls", "owner:李四"),
        ("负责人：lisi", "负责人：李四"),
        ("lisi", "owner:李四"),
        ("is:la", "is:late"),
        ("状态：逾", "状态：逾期"),
        ("is:late,st", "is:late,stale"),
        ("dept:市", "dept:市场部"),
        ("meeting:周", "meeting:M-2026-012"),
        ("due:th", 'due:"this week"'),
        ("#预", "#预算"),
        ("预算 -kind:q", "预算 -kind:question"),
        ("逾", "状态：逾期"),
    ],
)
async def test_tab_completes_in_place(typed: str, completed: str) -> None:
    app = Line()
    async with app.run_test(size=(80, 10)) as pilot:
        line = app.query_one(FilterInput)
        line.load(typed)
        line.focus_field()
        await pilot.press("tab")
        assert line.text == completed


async def test_tab_goes_round_to_what_was_typed() -> None:
    app = Line()
    async with app.run_test(size=(80, 10)) as pilot:
        line = app.query_one(FilterInput)
        line.load("is:u")
        line.focus_field()
        seen = []
        for _ in range(4):
            await pilot.press("tab")
            seen.append(line.text)
        assert seen == ["is:unclear", "is:unacknowledged", "is:unconfirmed", "is:u"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "! is:x is not understood · “海报” · owner 李四 · late or stale · due before 2026-11-27 Fri",
        ),
        ("zh", "! 看不懂“is:x” · “海报” · 负责人 李四 · 逾期或久未更新 · 截止早于 2026-11-27 周五"),
    ],
)
async def test_the_line_says_what_it_is_taken_for(language: str, said: str) -> None:
    set_language(language)
    app = Line()
    async with app.run_test(size=(120, 10)) as pilot:
        line = app.query_one(FilterInput)
        line.load("海报 owner:ls is:late,stale due<周五 is:x")
        await pilot.pause()
        assert app.query_one(FilterReading).render().plain == said
        assert app.heard == line.filter


async def test_enter_goes_on_and_leaves_the_filter() -> None:
    app = Line()
    async with app.run_test(size=(80, 10)) as pilot:
        line = app.query_one(FilterInput)
        line.focus_field()
        await pilot.press("a", "enter")
        assert app.entered
        assert line.text == "a"
