"""``tui-minutes purge``: what goes is said first; then it is gone, and ``verify`` tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_scripts import Shell
from tests.played import PLAN, Played
from tui_minutes.cli import DONE, FAILED, NOT_FOUND
from tui_minutes.store.store import Store


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    store = Store.open(tmp_path / "minutes.db")
    Played(store, PLAN).approve()
    store.close()
    return Shell(tmp_path / "minutes.db", capsys)


def test_without_a_yes_it_says_what_goes_and_changes_nothing(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "minutes.md"
    assert shell.run("export", "M-2026-001", "--output", str(out)) == DONE
    before = shell.path.read_bytes()
    assert shell.run("purge", "M-2026-001", "--reason", "GDPR") == FAILED
    for said in ("lines of the log go", "called off with it: D-001", str(out), "Nothing was changed"):
        assert said in shell.out
    assert shell.path.read_bytes() == before


def test_with_a_yes_it_is_gone_and_every_command_says_so(shell: Shell) -> None:
    assert shell.run("--as", "周敏", "purge", "M-2026-001", "--reason", "客户要求", "--yes") == DONE
    assert "Purged: M-2026-001" in shell.out
    assert shell.run("verify") == DONE
    assert "M-2026-001 was purged on" in shell.out
    assert "by 周敏: 客户要求" in shell.out
    [purge] = shell.json("verify")["purges"]
    assert (purge["by"], purge["reason"]) == ("周敏", "客户要求")
    for command in (["list"], ["show", "M-2026-001"], ["ledger"], ["export", "M-2026-001"], ["remind"]):
        assert shell.run("--reveal", *command) == DONE, shell.err
        assert PLAN.title not in shell.out
    assert shell.run("--reveal", "ledger", "--history", "A-001") == DONE
    assert "客户要求" in shell.out
    assert shell.run("doctor") == DONE, shell.out
    assert shell.run("purge", "M-2026-001", "--reason", "again", "--yes") == FAILED
    assert "only its number is left" in shell.err


def test_reason_and_meeting_are_needed(shell: Shell) -> None:
    assert shell.run("purge", "M-2026-001", "--yes") == FAILED
    assert "needs a reason" in shell.err
    assert shell.run("purge", "M-2026-009", "--reason", "x", "--yes") == NOT_FOUND
