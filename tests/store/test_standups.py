"""What a standup reads, it reads by indexes: a ledger may have a hundred thousand outcomes (T9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meeting import played
from tests.statements import plan, statements
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import standups as service
from tui_minutes.store import standups


@pytest.mark.parametrize("grouping", list(Grouping))
def test_rounds_are_read_by_indexes(grouping: Grouping, tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as team:
        team.plan().begin()
        team.say("- 付定金 @韩磊、周岚 截止12月4日")
        team.read_back().seal()
        uid = service.begin(team.store, team.command(), grouping, "Asia/Shanghai")
        standup = standups.find(uid)
        name = team.store.record(uid).agenda[0].title
        with statements(team.store) as said:
            assert standups.groups(standup, team.now)
            assert any(standups.outcomes_of(standup, name, team.now))
            standups.changes(standup.after_change, None, ["x"])
            standups.running()
            standups.last()
        plans = [step for one in said for step in plan(team.store, one)]
    assert plans
    assert [step for step in plans if step.startswith("SCAN") and "json_each" not in step] == []
