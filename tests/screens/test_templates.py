"""n prepares a meeting as its kind usually is, and from n to the first line it is a handful of keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.meeting import PLAN, played
from tests.screens.home_play import ZONE, command, press, where
from tests.support import HOSTILE, in_front, open_store, run_app, screen_text, shown, type_in
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.i18n.labels import label
from tui_minutes.services import approval, meetings, templates
from tui_minutes.store.store import Store
from tui_minutes.store.tables import ExportRow


async def new(pilot: Pilot[None], title: str, *keys: str) -> None:
    """From Home: `n`, the title, then `keys`."""
    await press(pilot, "n")
    await type_in(pilot, title)
    await press(pilot, *keys)


def only_meeting(store: Store) -> str:
    (meeting,) = store.meetings()
    return meeting.uid


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_from_n_to_the_first_line_there_are_four_keys_beside_what_is_typed(
    tmp_path: Path, language: str
) -> None:
    store = open_store(tmp_path)
    async with run_app(store, language=language) as pilot:
        await press(pilot, "n")  # 1
        await type_in(pilot, "抢修")
        await press(pilot, "enter")  # 2
        await press(pilot, "f3")  # 3: nothing that is missing is asked for
        assert where(pilot) == "MeetingScreen"
        await type_in(pilot, "电源已切换")
        await press(pilot, "enter")  # 4
        record = store.record(only_meeting(store))
        assert [entry.text for entry in record.entries if entry.text == "电源已切换"]
        assert record.meeting.phase is Phase.IN_SESSION
        (person,) = record.people
        assert (person.name, person.here, Role.RECORDER in person.roles) == ("王敏", True, True)
        assert record.current_item
        assert record.current_item.position == 1
    store.close()


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("zh", (80, 24)), ("zh", (132, 34))])
async def test_prepare_opens_with_what_such_meetings_have(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    store = open_store(tmp_path)
    async with run_app(store, language=language, size=size) as pilot:
        await new(pilot, "仓库预算", "tab", "right", "right", "right", "tab")
        await type_in(pilot, "fri 14:00")
        await press(pilot, "enter")
        record = store.record(only_meeting(store))
        assert where(pilot) == "PrepareScreen"
        meeting = record.meeting
        assert (meeting.kind, meeting.language, meeting.policy) == (MeetingKind.DECISION, language, "minutes")
        assert meeting.planned_minutes == 60
        assert len(record.agenda) == 5
        assert record.quorum == "2/3"
        assert record.agenda[0].title in shown(pilot.app)
        await press(pilot, *"jjjjjjj")
        text = shown(pilot.app)
        assert ("例如：就第二仓库" if language == "zh" else "such as: Approve or reject") in text
        assert max(map(len, screen_text(pilot.app))) <= size[0]
    store.close()


async def test_a_wrong_time_is_said_and_the_title_stays(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        await new(pilot, "Budget", "tab", "tab")
        await type_in(pilot, "someday")
        await press(pilot, "enter")
        assert "“someday” is no time" in shown(pilot.app)
        assert "Budget" in shown(pilot.app)
        assert store.meetings() == []
    store.close()


async def test_ones_own_is_offered_and_a_broken_file_is_named(tmp_path: Path) -> None:
    folder = templates.own_folder()
    folder.mkdir()
    (folder / "巡检.toml").write_text('kind = "incident"\n[[agenda]]\ntitle = "配电房"', encoding="utf-8")
    (folder / "old.toml").write_text('kind = "[/]"', encoding="utf-8")
    store = open_store(tmp_path)
    async with run_app(store, language="zh") as pilot:
        await press(pilot, "n")
        assert "old.toml：kind" in shown(pilot.app)
        await type_in(pilot, "月度")
        await press(pilot, "tab", "left")
        assert "巡检" in shown(pilot.app)
        await press(pilot, "ctrl+s")
        assert "配电房" in shown(pilot.app)
        assert "突发事件会" in shown(pilot.app)
    store.close()


async def test_another_kind_offers_what_it_usually_has_and_keeps_what_was_typed(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        await new(pilot, "Budget", "enter")
        uid = only_meeting(store)
        await press(pilot, "e", "tab", "right", "right", "right", "ctrl+s")
        assert "as for: decision meeting?" in shown(pilot.app)
        await press(pilot, "enter")
        record = store.record(uid)
        assert (len(record.agenda), record.quorum) == (5, "2/3")
        assert record.agenda[3].title == "Vote on the proposal as worded"
        await press(pilot, "tab", "a")
        await type_in(pilot, "Own item")
        await press(pilot, "ctrl+s", "shift+tab", "j", "e", "right", "ctrl+s")
        assert "Agenda of" not in shown(pilot.app)
        await press(pilot, "enter")
        assert [item.title for item in store.record(uid).agenda][-1] == "Own item"
    store.close()


async def test_another_kind_can_be_left_as_it_is(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        await new(pilot, "Budget", "enter")
        await press(pilot, "e", "tab", "right", "right", "right", "ctrl+s", "escape")
        record = store.record(only_meeting(store))
        assert (record.meeting.kind, len(record.agenda)) == (MeetingKind.DECISION, 4)
    store.close()


async def test_who_is_wanted_is_chosen_from_those_invited_or_is_someone_new(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        await new(pilot, "Budget", "tab", "right", "right", "right", "enter")
        assert "convener: nobody yet" in shown(pilot.app)
        await press(pilot, "tab", "tab", "j", "enter")
        await press(pilot, "enter")  # the convener is invited already
        await press(pilot, "enter")
        await type_in(pilot, "周岚/行政部")
        await press(pilot, "enter")
        roles = {person.name: person.roles for person in store.record(only_meeting(store)).people}
        assert roles == {
            "王敏": (Role.CONVENER, Role.RECORDER, Role.ATTENDEE),
            "周岚": (Role.CHAIR,),
        }
        assert "convener: nobody yet" not in shown(pilot.app)
    store.close()


async def test_a_meeting_is_saved_as_a_template_and_offered_by_n(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    uid = meetings.create(store, command(), Plan("周会：A/B", zone=ZONE, agenda=(PlanItem("排产"),)))
    async with run_app(store, first=uid) as pilot:
        await press(pilot, "S", "enter")
        assert "Saved: n on Home offers it" in shown(pilot.app)
        assert templates.named("周会 A B").plan.agenda == (PlanItem("排产"),)
        assert [one.path for one in ExportRow.select()] == [str(templates.own_folder() / "周会 A B.toml")]
        await press(pilot, "escape")
        await new(pilot, "下周", "tab", "left", "enter")
        assert where(pilot) == "PrepareScreen"
        assert "排产" in shown(pilot.app)
        assert "周会 A B" in shown(pilot.app)
    store.close()


async def test_of_a_secret_meeting_words_and_names_go_along_only_when_ticked(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    people = (PlanPerson("周岚"),)
    plan = Plan("收购乙公司", zone=ZONE, level=Level.SECRET, agenda=(PlanItem("报价"),), people=people)
    uid = meetings.create(store, command(), plan)
    async with run_app(store) as pilot:
        in_front(pilot.app).host.revealed = True
        in_front(pilot.app).host.open_meeting(uid)
        await pilot.pause()
        await press(pilot, "S")
        assert "收购" not in shown(pilot.app), "a file name is read by anybody"
        await type_in(pilot, "board")
        await press(pilot, "enter")
        assert "1 text was left out" in shown(pilot.app)
        assert templates.named("board").plan.agenda == ()
        await press(pilot, "S")
        await type_in(pilot, "board")
        await press(pilot, "tab", "tab", "right", "ctrl+s")
        assert "Replace it?" in shown(pilot.app)
        await press(pilot, "enter")
        assert templates.named("board").plan.agenda == (PlanItem("报价"),)
        assert templates.named("board").plan.people == ()
    store.close()


async def test_a_name_that_no_file_can_have_is_said_in_the_form(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    uid = meetings.create(store, command(), Plan("Budget", zone=ZONE))
    async with run_app(store, first=uid) as pilot:
        await press(pilot, "ctrl+y")
        await type_in(pilot, "?")
        await press(pilot, "enter")
        assert "cannot be the name of a file" in shown(pilot.app)
    store.close()


async def test_what_is_written_in_a_template_is_text(tmp_path: Path) -> None:
    folder = templates.own_folder()
    folder.mkdir()
    lines = "\n".join(f"[[agenda]]\ntitle = '''{text}'''" for text in HOSTILE if "\x1b" not in text)
    (folder / "wild.toml").write_text(f"goal = '[/]'\nexpected = ['[b]']\n{lines}", encoding="utf-8")
    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        await new(pilot, "Budget", "tab", "left", "ctrl+s")
        text = shown(pilot.app)
        assert "such as: [/]" in text
        assert "[bold red]x" in text
    store.close()


@pytest.mark.parametrize(("template", "first"), [("incident", Paper.SHORT), ("decision", Paper.MINUTES)])
async def test_the_form_of_minutes_that_is_usual_is_offered_first(
    tmp_path: Path, template: str, first: Paper
) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(templates.filled(replace(PLAN, kind=MeetingKind.REGULAR, template=template))).begin()
        meeting.read_back().seal()
        approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
        async with run_app(meeting.store, first=meeting.uid) as pilot:
            offered = [one.name for one in in_front(pilot.app).exports()]
            assert offered[0] == label(first)
            assert len(offered) == len(set(offered))


async def test_a_series_without_a_rhythm_says_which_is_usual(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store, language="zh") as pilot:
        await new(pilot, "生产例会", "enter", "o")
        assert "通常每周" in shown(pilot.app)
    store.close()
