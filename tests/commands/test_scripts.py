"""The commands for scripts: what goes to stdout, what to stderr, and the exit codes."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.played import PLAN, Played
from tui_minutes.cli import DONE, FAILED, NOT_FOUND, WRONG_USAGE, main
from tui_minutes.domain.meeting import Level
from tui_minutes.store.store import Store


@pytest.fixture(scope="module")
def two_meetings(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with an approved meeting in English and a secret one."""
    path = tmp_path_factory.mktemp("two") / "minutes.db"
    store = Store.open(path)
    Played(store, replace(PLAN, language="en")).approve()
    Played(store, replace(PLAN, title="裁员方案", level=Level.SECRET)).sign()
    store.close()
    return path.read_bytes()


class Shell:
    """Runs command lines on a store and keeps what they printed."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self.capsys = path, capsys
        self.out = self.err = ""

    def run(self, *arguments: str) -> int:
        """The exit code."""
        try:
            code = main(["--db", str(self.path), *arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        self.out, self.err = self.capsys.readouterr()
        return code

    def json(self, *arguments: str) -> Any:
        """What a command that succeeds prints as JSON."""
        assert self.run(*arguments, "--json") == DONE, self.err
        return json.loads(self.out)


@pytest.fixture
def shell(tmp_path: Path, two_meetings: bytes, capsys: pytest.CaptureFixture[str]) -> Shell:
    path = tmp_path / "minutes.db"
    path.write_bytes(two_meetings)
    return Shell(path, capsys)


@pytest.mark.parametrize(
    "command", [["list"], ["ledger"], ["verify"], ["show", "M-2026-001"], ["export", "M-2026-001"]]
)
def test_a_store_that_is_not_there_is_said_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    shell = Shell(tmp_path / "none.db", capsys)
    assert shell.run(*command) == FAILED
    assert (shell.out, "none.db" in shell.err) == ("", True)
    assert not shell.path.exists()


def test_list_shows_meetings_newest_first_and_covers_the_secret_one(shell: Shell) -> None:
    assert shell.run("list") == DONE
    lines = shell.out.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["M-2026-002", "M-2026-001"]
    assert "裁员" not in shell.out
    assert shell.run("list", "--reveal") == DONE
    assert "裁员方案" in shell.out
    assert [meeting["title"] for meeting in shell.json("list")] == [None, PLAN.title]


def test_columns_line_up_under_chinese_words(shell: Shell) -> None:
    from rich.cells import cell_len

    assert shell.run("--lang", "zh", "ledger", "--kind", "question", "--reveal") == DONE
    head, rule, *rows = shell.out.splitlines()
    starts = [0, *(at + 2 for at in range(len(rule)) if rule[at : at + 2] == "  ")]
    for row in rows:
        before = row[: row.index("M-2026")]
        assert cell_len(before) == starts[-1]
    assert cell_len(head[: head.index("会议")]) == starts[-1]


def test_show_prints_the_minutes_and_json(shell: Shell) -> None:
    assert shell.run("show", "m-2026-001") == DONE
    assert "Minutes: 秋季新品发布协调会" in shell.out
    assert shell.json("show", "M-2026-001")["number"] == "M-2026-001"
    assert shell.run("show", "M-2026-002") == DONE
    assert "裁员" not in shell.out


def test_what_is_not_there_is_exit_code_3(shell: Shell) -> None:
    for command in ("show", "export"):
        assert shell.run(command, "M-2026-099") == NOT_FOUND
        assert (shell.out, "M-2026-099" in shell.err) == ("", True)


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ([], ["A-001", "A-002", "D-001", "D-002", "Q-001", "Q-002"]),
        (["--owner", "何平", "--meeting", "m-2026-001"], ["A-001"]),
        (["--kind", "decision"], ["D-001", "D-002"]),
        (["--status", "in_progress", "--kind", "action"], ["A-001"]),
        (["--meeting", "M-2026-001", "--department", "产品部"], ["D-001", "Q-001"]),
        (["--search", "铺货"], ["A-001"]),
        (["--search", "铺货", "--reveal"], ["A-001", "A-002"]),
        (["--priority", "urgent"], []),
    ],
)
def test_the_ledger_is_filtered(shell: Shell, filters: list[str], numbers: list[str]) -> None:
    assert [row["number"] for row in shell.json("ledger", *filters)] == numbers


def test_the_ledger_is_sorted_as_asked(shell: Shell) -> None:
    found = shell.json("ledger", "--kind", "action", "--sort", "due")
    assert [row["due"] for row in found] == ["2026-12-01", "2026-12-03"]


def test_a_status_there_is_not_is_wrong_usage(shell: Shell) -> None:
    assert shell.run("ledger", "--status", "finished") == WRONG_USAGE
    assert "in_progress" in shell.err


def test_export_writes_markdown_and_json(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("export", "M-2026-001") == DONE
    assert shell.out.startswith("# Minutes: 秋季新品发布协调会\n")
    assert shell.run("export", "M-2026-001", "--format", "json") == DONE
    assert json.loads(shell.out)["number"] == "M-2026-001"
    target = tmp_path / "minutes.md"
    target.write_text("old")
    assert shell.run("export", "M-2026-001", "--out", str(target)) == FAILED
    assert target.read_text() == "old"
    assert shell.run("export", "M-2026-001", "--out", str(target), "--force") == DONE
    assert (shell.out, str(target) in shell.err) == ("", True)
    assert target.read_text(encoding="utf-8").startswith("# Minutes: ")
    assert [path.name for path in tmp_path.glob(".minutes.md*")] == []


def test_an_export_that_cannot_be_written_leaves_nothing(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("export", "M-2026-001", "--out", str(tmp_path / "no" / "minutes.md")) == FAILED
    assert "cannot be written" in shell.err
    assert shell.run("export", "M-2026-001", "--out", str(tmp_path)) == FAILED


def test_verify_says_consistent_then_proven_then_what_differs(shell: Shell) -> None:
    assert shell.run("verify") == DONE
    assert shell.out.startswith("Consistent: 4 seals")
    seal = shell.json("show", "M-2026-001")["seals"][0]["digest"]
    assert shell.run("verify", "--seal", seal) == DONE
    assert shell.out.startswith("Proven")
    assert shell.run("verify", "--seal", "0" * 64) == FAILED
    assert "No seal of this store" in shell.out
    with sqlite3.connect(shell.path) as connection:
        connection.execute("UPDATE outcome SET text = '12 月 16 日发布' WHERE number = 'D-001'")
    connection.close()
    assert shell.run("verify") == FAILED
    assert "outcome D-001, text: sealed as “12 月 15 日发布”, now “12 月 16 日发布”" in shell.out
    assert shell.run("--lang", "zh", "verify") == FAILED
    assert "成果 D-001，text：封存时为“12 月 15 日发布”，现为“12 月 16 日发布”" in shell.out
    assert shell.run("verify", "--json") == FAILED
    assert {finding["code"] for finding in json.loads(shell.out)["findings"]} == {"row_changed"}


def test_a_plan_is_not_started_without_a_terminal_and_nothing_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path / "new.db", capsys)
    plan = tmp_path / "plan.toml"
    plan.write_text('title = "例会"', encoding="utf-8")
    assert shell.run("start", str(plan)) == WRONG_USAGE
    assert "terminal" in shell.err
    plan.write_text("titel = 3", encoding="utf-8")
    assert shell.run("start", str(plan)) == FAILED
    assert "plan.toml: titel" in shell.err
    assert shell.run("start", str(tmp_path / "none.toml")) == NOT_FOUND
    assert not shell.path.exists()


def test_hostile_words_print_as_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "hostile.db"
    store = Store.open(path)
    Played(store, replace(PLAN, title="[red]x[/red] \x1b]52;c;eA==\x07\u202ey", language="en"))
    store.close()
    shell = Shell(path, capsys)
    for command in (["list"], ["show", "M-2026-001"], ["export", "M-2026-001"]):
        assert shell.run(*command) == DONE
        assert "\x1b" not in shell.out
        assert "\u202e" not in shell.out
    assert shell.run("list") == DONE
    assert "[red]x[/red] y" in shell.out
