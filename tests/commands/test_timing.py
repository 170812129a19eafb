"""``timing``: planned against spent, of a meeting and over its series (B3, D1)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played, played
from tests.services.test_time_spent import BUDGET, REPORT, again, hold
from tui_minutes.cli import DONE, NOT_FOUND, main
from tui_minutes.domain.meeting import Level

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``timing`` on two meetings of a series: 14 and 24 minutes for what had 10 and 20."""
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(replace(PLAN, agenda=(REPORT, replace(BUDGET, level=Level.SECRET))))
        hold(meeting, 14, 20)
        hold(again(meeting, replace(REPORT, minutes=20), BUDGET), 24, 20)
        last = meeting.now
    monkeypatch.setattr("tui_minutes.commands.timing.now", lambda: last + timedelta(days=1))

    def ran(*args: str) -> tuple[int, str]:
        code = main(["--db", str(tmp_path / "minutes.db"), "--lang", "en", "timing", *args])
        return code, capsys.readouterr().out

    return ran


def test_a_meeting_tells_when_its_items_were_and_what_they_took(run: Run) -> None:
    code, text = run("M-2026-001")
    assert code == DONE
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "1 周报 14:04–14:18 10 min 10 min 14 min dealt with" in lines
    assert any(line.startswith("2 ••• 14:18–14:39 20 min 20 min 21 min") for line in lines), "covered"
    assert any(line.startswith("All of it 30 min 30 min") for line in lines)


def test_a_series_tells_the_averages(run: Run) -> None:
    _, text = run("M-2026-002", "--series")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "周报 2 15 min 19 min" in lines
    assert "预算" not in text, "it was secret once"
    assert "预算" in run("M-2026-002", "--series", "--reveal")[1]


def test_both_are_to_be_had_as_json(run: Run) -> None:
    found = json.loads(run("M-2026-001", "--json")[1])
    assert (found["meeting"], found["planned_minutes"]) == ("M-2026-001", 60)
    report, budget = found["items"]
    assert (report["title"], report["minutes"], report["spent_seconds"]) == ("周报", 10, 14 * 60)
    assert report["begins"] == "2026-11-27T14:04:00+08:00"
    assert (budget["title"], budget["hidden"]) == (None, True)
    series = json.loads(run("M-2026-002", "--series", "--json")[1])
    first = series["items"][0]
    assert (first["title"], first["meetings"], first["planned_minutes"], first["spent_minutes"]) == (
        "周报", 2, 15, 19,
    )  # fmt: skip
    assert [one["meeting"] for one in first["sittings"]] == ["M-2026-001", "M-2026-002"]


def test_a_meeting_that_is_not_there_is_not_found(run: Run) -> None:
    assert run("M-2020-001")[0] == NOT_FOUND


def test_of_a_meeting_to_come_the_plan_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with played(tmp_path / "a.db") as meeting:
        Played(meeting.store).plan()
    assert main(["--db", str(tmp_path / "a.db"), "--lang", "en", "timing", "M-2026-001"]) == DONE
    assert "展位选择" in capsys.readouterr().out
