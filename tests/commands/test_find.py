"""``find``: meetings, outcomes and lines of all meetings, as tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played
from tui_minutes.cli import DONE, NOT_FOUND, WRONG_USAGE, main
from tui_minutes.domain.meeting import Level
from tui_minutes.store.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``find`` in December on a store with a meeting, and a secret one."""
    store = Store.open(tmp_path / "minutes.db")
    one = Played(store).plan().begin()
    one.say("韩磊：展台靠近南门更好[/]")
    one.say("- 订南门展位 @韩磊 截止 2026-12-01")
    secret = Played(store, now=one.now).plan(replace(PLAN, title="南门并购", level=Level.SECRET)).begin()
    secret.say("韩磊：底价三百万")
    store.close()
    monkeypatch.setattr("tui_minutes.commands.find.now", lambda: datetime(2026, 12, 9, 3, tzinfo=UTC))
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Asia/Shanghai")

    def ran(*args: str) -> tuple[int, str, str]:
        code = main(["--db", str(tmp_path / "minutes.db"), "--lang", "en", "find", *args])
        return code, *capsys.readouterr()

    return ran


def test_what_is_found_stands_in_tables(run: Run) -> None:
    code, out, _ = run("南门", "who:韩磊")
    assert code == DONE
    assert "展台靠近南门更好[/]" in out
    assert "A-001" in out
    assert "并购" not in out


def test_what_is_shown_of_a_secret_line_says_its_level(run: Run) -> None:
    assert run("底价")[0] == NOT_FOUND
    code, out, _ = run("底价", "--reveal")
    assert code == DONE
    assert "底价三百万" in out
    assert "Confidentiality: secret" in out


def test_json_holds_the_three_and_of_what_there_is_more(run: Run) -> None:
    code, out, _ = run("南门", "--limit", "1", "--json")
    found = json.loads(out)
    assert code == DONE
    assert [one["number"] for one in found["outcomes"]] == ["A-001"]
    assert [(one["meeting"], one["speaker"]) for one in found["lines"]] == [("M-2026-001", "韩磊")]
    assert found["meetings"] == found["more"] == []


def test_nothing_found_is_an_exit_code_of_its_own(run: Run) -> None:
    assert run("没有的词")[0] == NOT_FOUND


@pytest.mark.parametrize("asked", [" ", "is:nonsense"])
def test_what_is_not_understood_is_said(run: Run, asked: str) -> None:
    code, out, err = run(asked)
    assert (code, out) == (WRONG_USAGE, "")
    assert err
