"""``next``: the next meeting planned from the shell, with what comes along said (B8)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.screens.test_next_meeting import held
from tui_minutes.cli import DONE, NOT_FOUND, WRONG_USAGE, main
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Level
from tui_minutes.services import agenda, meetings
from tui_minutes.store.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``next`` on a store with one weekly meeting that is over, the evening after it."""
    held(tmp_path).store.close()
    monkeypatch.setattr("tui_minutes.commands.next.now", lambda: datetime(2026, 11, 27, 12, tzinfo=UTC))

    def ran(*args: str) -> tuple[int, str, str]:
        code = main(["--db", str(tmp_path / "minutes.db"), "--lang", "en", "next", *args])
        return code, *capsys.readouterr()

    return ran


def agendas(folder: Path) -> dict[str, list[str]]:
    """The agenda of each meeting in the store, by number."""
    store = Store.open(folder / "minutes.db")
    found = {one.number: [item.title for item in store.record(one.uid).agenda] for one in store.meetings()}
    store.close()
    return found


COMING = ["定金与展位图", "物料清单", "值班安排", "Q-001 停车位够不够"]


def test_it_plans_what_it_prints(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("M-2026-001")
    assert code == DONE
    assert "M-2026-002  2026-12-04 Fri 14:00–14:45" in out
    assert "物料清单  carried over, from M-2026-001" in out
    assert "展位选择  discussed" in out
    assert agendas(tmp_path)["M-2026-002"] == COMING


def test_a_preview_plans_nothing(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("m-2026-001", "--preview", "--json")
    told = json.loads(out)
    assert code == DONE
    assert (told["number"], told["start"], told["zone"]) == (None, "2026-12-04T14:00", "Asia/Shanghai")
    assert [one["title"] for one in told["comes_along"]] == COMING
    assert {one["from"] for one in told["comes_along"]} == {"M-2026-001"}
    assert told["ends_here"] == [{"title": "展位选择", "number": None, "by": "discussed"}]
    assert list(agendas(tmp_path)) == ["M-2026-001"]


def test_called_twice_it_plans_one_meeting_and_takes_along_what_waits(run: Run, tmp_path: Path) -> None:
    assert "M-2026-002" in run("M-2026-001")[1]
    code, out, _ = run("M-2026-001")
    assert code == DONE
    assert "M-2026-002" in out
    assert "Nothing is open" in out
    assert len(agendas(tmp_path)) == 2


def test_what_waits_for_a_confidential_meeting_is_covered(run: Run, tmp_path: Path) -> None:
    run("M-2026-001")
    store = Store.open(tmp_path / "minutes.db")
    planned = store.meeting_by_number("M-2026-002")
    assert planned is not None
    at = datetime(2026, 11, 27, 12, tzinfo=UTC)
    agenda.remove_item(store, Command.new(at, "周岚", "周岚"), store.record(planned.uid).agenda[1].uid)
    meetings.update(store, Command.new(at, "周岚", "周岚"), planned.uid, level=Level.SECRET)
    store.close()
    out = run("M-2026-001", "--preview")[1]
    assert "M-2026-002  2026-12-04 Fri 14:00–14:45" in out
    assert "物料清单" not in out
    assert "carried over, from M-2026-001" in out
    assert "物料清单" in run("M-2026-001", "--preview", "--reveal")[1]


def test_the_date_can_be_said(run: Run, tmp_path: Path) -> None:
    assert "2026-12-03 Thu 14:30–15:15" in run("M-2026-001", "--on", "2026-12-03T14:30")[1]
    code, _, err = run("M-2026-001", "--on", "sometime")
    assert code == WRONG_USAGE
    assert "sometime" in err
    assert len(agendas(tmp_path)) == 2


def test_a_meeting_that_is_not_there_has_no_next(run: Run) -> None:
    assert run("M-2026-999")[0] == NOT_FOUND
