"""What is exported says what the screen shows: the rows of a view, no word that is covered (F4, B7)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.meeting import PLAN, Played
from tests.screens.export_play import choose, export, held, settled, write
from tests.support import Clock, run_app, shown, type_in
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanItem


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with held(tmp_path) as one:
        yield one


@pytest.fixture
def sealed(meeting: Played) -> Played:
    return meeting.read_back().seal()


async def test_the_ledger_goes_out_as_it_is_shown(sealed: Played, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    async with run_app(sealed.store, clock=Clock(sealed.now), first=sealed.uid) as pilot:
        await pilot.press("ctrl+g", "S")
        await export(pilot, path, "csv")
        assert numbers(path) == ["A-002", "A-001", "D-001"], "by due date"
        await pilot.press("/")
        await type_in(pilot, "owner:韩磊")
        await pilot.press("enter")
        path.unlink()
        await export(pilot, path, "csv")
        assert numbers(path) == ["A-001"]
        await pilot.press("x", "v")
        path.unlink()
        await export(pilot, path, "only the 1 that is marked", "csv")
        assert len(numbers(path)) == 1
        path.unlink()
        await export(pilot, path, "ledger", "csv")
        assert len(numbers(path)) == 3


async def test_what_is_more_confidential_is_in_or_out_as_chosen(meeting: Played, tmp_path: Path) -> None:
    secret = PlanItem("裁撤分部", 10, level=Level.SECRET)
    mixed = Played(meeting.store, now=meeting.now).plan(replace(PLAN, agenda=(*PLAN.agenda, secret))).begin()
    mixed.say("+ 订A馆 p1")
    mixed.read_back().seal()
    async with run_app(mixed.store, clock=Clock(mixed.now), first=mixed.uid) as pilot:
        await pilot.press("enter")  # it may be shown
        await pilot.pause()
        await export(pilot, tmp_path / "all.md", "the minutes", "the minutes, all of it", "md")
        name = "the minutes, without what is more confidential"
        await choose(pilot, "the minutes", name, "md")
        assert "M-2026-002-for-others.md" in shown(pilot.app)
        await write(pilot, tmp_path / "others.md")
    assert "裁撤分部" in (tmp_path / "all.md").read_text(encoding="utf-8")
    assert "裁撤分部" not in (tmp_path / "others.md").read_text(encoding="utf-8")


async def test_headings_of_the_ledger_stand_in_the_file(sealed: Played, tmp_path: Path) -> None:
    async with run_app(sealed.store, clock=Clock(sealed.now), first=sealed.uid) as pilot:
        await pilot.press("ctrl+g", "b")
        await pilot.pause()
        await pilot.press("down", "enter")
        await export(pilot, tmp_path / "ledger.md", "md")
    text = (tmp_path / "ledger.md").read_text(encoding="utf-8")
    places = [text.index(one) for one in ("## Nora Quinn (1)", "A-002", "韩磊 (1)", "A-001", "nobody (1)")]
    assert places == sorted(places)


def numbers(path: Path) -> list[str]:
    """The numbers in a ledger, row by row."""
    _, *rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    return [row[0] for row in rows if row]


@pytest.mark.parametrize(("keys", "form"), [(("ctrl+o",), "txt"), (("ctrl+g",), "csv")])
async def test_what_is_secret_stays_covered_until_it_is_revealed(
    sealed: Played, tmp_path: Path, keys: tuple[str, ...], form: str
) -> None:
    secret = Played(sealed.store, now=sealed.now).plan(replace(PLAN, title="裁撤分部", level=Level.SECRET))
    secret.begin().say("- 通知房东 @韩磊 截止11月20日 -> 回执")
    secret.read_back().seal()
    async with run_app(secret.store, clock=Clock(secret.now), first=sealed.uid) as pilot:
        await pilot.press(*keys)
        for way in ("covered", "open"):
            await export(pilot, tmp_path / way, form)
            await pilot.press("ctrl+r")
            await settled(pilot)
    covered, open_ = ((tmp_path / way).read_text(encoding="utf-8-sig") for way in ("covered", "open"))
    for words in ("通知房东",):
        assert words not in covered
        assert words in open_
    assert "裁撤分部" not in covered


async def test_the_meetings_that_are_found_go_out_and_the_search_stays(
    meeting: Played, tmp_path: Path
) -> None:
    Played(meeting.store, now=meeting.now).plan(replace(PLAN, title="预算会"))
    async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
        await pilot.press("/")
        await type_in(pilot, "预算")
        await export(pilot, tmp_path / "found.md", "md")
        assert pilot.app.screen.query_one("#search", Input).value == "预算"
    text = (tmp_path / "found.md").read_text(encoding="utf-8")
    assert "预算会" in text
    assert "春季展会筹备会" not in text


async def test_where_there_is_nothing_it_says_so(tmp_path: Path, meeting: Played) -> None:
    async with run_app(meeting.store, clock=Clock(meeting.now)) as pilot:
        await pilot.press("R")
        await settled(pilot)
        await pilot.press("ctrl+e")
        await settled(pilot)
        assert "There is nothing here to export" in shown(pilot.app)
