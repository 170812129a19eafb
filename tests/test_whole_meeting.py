"""A whole meeting by keys and lines, in each language: from the plan to minutes and tracker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.hands import Hands
from tests.support import Clock, open_store, run_app
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Hearing
from tui_minutes.services.verification import verify
from tui_minutes.store.store import Store

PLANS = {
    "en": """
title = "Autumn fair"
kind = "coordination"
start = 2026-11-27T14:00:00
end = 2026-11-27T15:00:00
goal = "Decide which stand we book"
[[people]]
name = "Ann Baker"
department = "Admin"
roles = ["chair", "decider"]
[[people]]
name = "Bob Stone"
department = "Sales"
[[people]]
name = "Dora Lin"
department = "Design"
[[agenda]]
title = "The stand"
minutes = 20
[[agenda]]
title = "Who is there when"
minutes = 15
[[agenda]]
title = "Budget"
minutes = 10
""",
    "zh": """
title = "秋季展会筹备"
kind = "coordination"
start = 2026-11-27T14:00:00
end = 2026-11-27T15:00:00
goal = "确定预订哪个展位"
[[people]]
name = "安岚"
department = "行政部"
roles = ["chair", "decider"]
[[people]]
name = "石磊"
department = "销售部"
[[people]]
name = "林朵"
department = "设计组"
[[agenda]]
title = "展位"
minutes = 20
[[agenda]]
title = "值班安排"
minutes = 15
[[agenda]]
title = "预算"
minutes = 10
""",
}


@dataclass(frozen=True)
class Script:
    """What is typed, and the words looked for."""

    absent: str
    first_item: tuple[str, ...]
    second_item: tuple[str, ...]
    mend: str
    objection: str
    owner: str
    minutes: tuple[str, ...]


SCRIPTS = {
    "en": Script(
        absent="/absent Dora sick",
        first_item=(
            "Bob: stand A is dear",
            "Ann!: but it is seen by everyone",
            "= stand A =4.2k EUR <- offer of the fair",
            "+ we book stand A p1",
            "- sign the contract @Bob -> contract",
            "... ++ 500 EUR cc Ann",
        ),
        second_item=(
            "? who is there on Sunday @Ann next 12/2",
            "* open at nine by @Bob => passed 2:0:0",
            "/in Dora",
        ),
        mend="by 12/4",
        objection="/object Bob too dear",
        owner="Bob Stone",
        minutes=("we book stand A", "contract", "500 EUR", "too dear", "4.2k EUR", "Budget"),
    ),
    "zh": Script(
        absent="/缺席 林朵 病假",
        first_item=(
            "石磊：A展位太贵",
            "安岚！：但人流最多",
            "数据：A展位报价 =4.2万元 来源：组委会",
            "决议：预订A展位 紧急",
            "- 签订合同@石磊 -> 合同",
            "……资源：500元 抄送安岚",
        ),
        second_item=(
            "待定：周日谁值班 @安岚 下次反馈：12/2",
            "动议：九点开门 提出人：石磊 结果：通过 2:0:0",
            "/到 林朵",
        ),
        mend="截止12月4日",
        objection="/异议 石磊 太贵",
        owner="石磊",
        minutes=("预订A展位", "签订合同", "500元", "太贵", "4.2万元", "预算"),
    ),
}


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_from_the_plan_to_the_tracker(tmp_path: Path, language: str) -> None:
    script, plan = SCRIPTS[language], tmp_path / "plan.toml"
    plan.write_text(PLANS[language] + "\n", encoding="utf-8")
    store, clock = open_store(tmp_path), Clock()
    async with run_app(store, language=language, clock=clock) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("i")
        await hands.field(str(plan))
        await hands.press("enter")
        assert hands.at == "PrepareScreen"
        await _check_in(hands, script)
        await _meet(hands, script, store)
        await _read_back(hands, script, store)
        await _approve(hands, script, store)
        await hands.press("ctrl+g")
        assert hands.at == "TrackerScreen"
        assert all(number in hands.text for number in ("D-001", "A-001", "Q-001"))
    store.close()


async def _check_in(hands: Hands, script: Script) -> None:
    await hands.press("f9")
    assert hands.at == "CheckInScreen"
    await hands.line(script.absent)
    await hands.press("escape", "A", "f9")
    assert hands.at == "MeetingScreen"


async def _meet(hands: Hands, script: Script, store: Store) -> None:
    for line in script.first_item:
        await hands.line(line)
    hands.clock.forward(minutes=19)
    await hands.press("f5")
    for line in script.second_item:
        await hands.line(line)
    await hands.press("f8", "f8")
    record = store.record(store.meetings()[0].uid)
    assert [outcome.number for outcome in record.live] == ["D-001", "A-001", "Q-001"]
    action = record.numbered("A-001")
    assert action is not None
    assert (action.owners, action.due, bool(action.resources)) == ((script.owner,), None, True)
    assert [entry.result for entry in record.motions] == ["passed"]
    assert len(record.breaks) == 1
    await hands.press("f9", "enter")
    assert hands.at == "ReadbackScreen"


async def _read_back(hands: Hands, script: Script, store: Store) -> None:
    uid = store.meetings()[0].uid
    await hands.line(script.objection)
    await hands.press("enter")
    objections = store.record(uid).objections
    assert [(one.name, one.settled) for one in objections] == [(script.owner, False)]
    await hands.press("j")
    await hands.line(script.mend)
    action = store.record(uid).numbered("A-001")
    assert action is not None
    assert action.due == date(2026, 12, 4)
    await hands.press("A")
    hearings = [outcome.hearing for outcome in store.record(uid).live]
    assert hearings == [Hearing.RESERVATION, Hearing.AGREED, Hearing.AGREED]
    await hands.press("s", "end", "enter", "A", "s", "enter", "enter")
    record = store.record(uid)
    assert record.meeting.phase is Phase.SIGNED
    assert len(record.seals) == 1
    assert {one.name for one in record.confirmations} == {person.name for person in record.people}


async def _approve(hands: Hands, script: Script, store: Store) -> None:
    """The chair approves; the minutes hold what was said, on a screen long enough to show them whole."""
    assert hands.at == "MinutesScreen"
    await hands.press("p", "enter")
    record = store.record(store.meetings()[0].uid)
    assert record.meeting.phase is Phase.APPROVED
    assert len(record.seals) == 2
    assert verify(store).ok
    await hands.pilot.resize_terminal(132, 200)
    await hands.pilot.pause()
    missing = [words for words in script.minutes if words not in hands.text]
    assert not missing
    await hands.pilot.resize_terminal(132, 34)
