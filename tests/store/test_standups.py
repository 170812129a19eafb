"""What a standup reads, it reads by indexes: a ledger may have a hundred thousand outcomes (T9)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.meeting import played
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import standups as service
from tui_minutes.store import standups


@pytest.mark.parametrize("grouping", list(Grouping))
def test_rounds_are_read_by_indexes(
    grouping: Grouping, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans: list[str] = []
    with played(tmp_path / "minutes.db") as team:
        team.plan().begin()
        team.say("- 付定金 @韩磊、周岚 截止12月4日")
        team.read_back().seal()
        uid = service.begin(team.store, team.command(), grouping, "Asia/Shanghai")
        execute = team.store.database.execute_sql

        def watch(sql: str, params: Any = None, *rest: Any) -> Any:
            if sql.startswith("SELECT"):
                plans.extend(row[3] for row in execute(f"EXPLAIN QUERY PLAN {sql}", params).fetchall())
            return execute(sql, params, *rest)

        standup = standups.find(uid)
        name = team.store.record(uid).agenda[0].title
        monkeypatch.setattr(team.store.database, "execute_sql", watch)
        assert standups.groups(standup, team.now)
        assert any(standups.outcomes_of(standup, name, team.now))
        standups.changes(standup.after_change, None, ["x"])
        standups.running()
        standups.last()
    assert plans
    assert [plan for plan in plans if plan.startswith("SCAN") and "json_each" not in plan] == []
