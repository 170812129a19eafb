"""The summary of a standup, as it is sent round: what happened, and who is to be told of it (T5, T7, T9)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.meeting import played
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import minutes, moves, standups


def test_a_delay_names_those_who_are_copied_an_answer_all(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as team:
        team.plan().begin()
        for line in ("- 付定金 @韩磊 截止12月4日 -> 回单 cc 周岚", "? 停车位 @韩磊"):
            team.say(line)
        team.read_back().seal()
        uid = standups.begin(team.store, team.command(), Grouping.OWNER, "Asia/Shanghai")
        for number, act, given in (
            ("A-001", Act.DELAY, Given(cause="缺人", remedy="借人", due=date(2026, 12, 9))),
            ("Q-001", Act.ANSWER, Given(answer="够")),
        ):
            moves.move(team.store, team.command("韩磊"), team.in_ledger(number).uid, act, given)
        standups.end(team.store, team.command(), uid)
        delayed, answered = minutes.markdown(team.store, uid, team.now).split("A-001")[1].split("Q-001")
        assert "cause: 缺人" in delayed
        assert "to be told: 周岚\n" in delayed
        assert "answer: 够" in answered
        assert "to be told: 韩磊\n" in answered
