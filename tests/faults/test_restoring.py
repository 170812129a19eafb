"""A backup is brought back after a look at it, and what it replaces is kept."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.meeting import Played
from tests.terminal import CTRL_Q, Terminal, minutes, settle
from tui_minutes.cli import main
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import backups
from tui_minutes.store.contents import reader
from tui_minutes.store.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], half: Played) -> Run:
    """A command on the store: exit code, stdout, stderr."""

    def ran(*arguments: str) -> tuple[int, str, str]:
        code = main(["--db", str(half.store.path), *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


def titles(path: Path) -> list[str]:
    with reader(path) as base:
        return [title for (title,) in base.execute("SELECT title FROM meeting ORDER BY id")]


def test_a_backup_is_looked_at_then_restored_and_the_other_is_kept(half: Played, run: Run) -> None:
    path = half.store.path
    assert run("backup")[0] == 0
    before = titles(path)
    [first] = backups.kept(path)
    half.plan().begin().say("备注：后来的话")
    after = titles(path)
    half.store.close()
    code, out, _ = run("restore")
    assert code == 0
    assert "--yes" in out
    assert [line.split()[-2:] for line in out.splitlines() if line.startswith("Meetings")] == [
        [str(len(after)), str(len(before))]
    ]
    assert titles(path) == after, "a look changes nothing"
    assert run("restore", "--yes")[0] == 0
    assert titles(path) == before
    replaced = next(one for one in backups.kept(path) if one.at > first.at)
    assert run("restore", replaced.name, "--yes")[0] == 0
    assert titles(path) == after


def test_nothing_is_restored_under_a_program_that_has_the_store_open(half: Played, run: Run) -> None:
    backups.make(half.store.path)
    half.plan()
    for _ in range(2):
        code, _, said = run("restore", "--yes")
        assert code == 1
        assert "close it first" in said
    second = Store.open(half.store.path)
    half.store.close()
    assert run("restore", "--yes")[0] == 1, "only a reader is left"
    second.close()
    assert run("restore", "--yes")[0] == 0


@pytest.mark.parametrize("hole", [0, 24, 4096, 9 * 4096], ids=["magic", "header", "schema", "inside"])
def test_a_damaged_store_is_kept_as_it_is_and_replaced(half: Played, run: Run, hole: int) -> None:
    path = half.store.path
    backups.make(path)
    before = titles(path)
    half.store.close()
    damaged = bytearray(path.read_bytes())
    damaged[hole : hole + 2048] = b"\xff" * 2048
    path.write_bytes(damaged)
    assert run("list")[0] == 1
    assert run("restore", "--yes")[0] == 0
    assert titles(path) == before
    [kept] = backups.folder(path).glob("*.damaged")
    assert kept.read_bytes()[100:] == damaged[100:], "but for the header, which says how its log is kept"


def test_a_store_that_is_gone_comes_back(half: Played, run: Run) -> None:
    before = titles(half.store.path)
    backups.make(half.store.path)
    half.store.close()
    half.store.path.unlink()
    assert "is gone or empty" in run("list")[2], "not as if there had never been anything"
    with pytest.raises(Refused, match="store_lost"):
        Store.open(half.store.path)
    assert run("restore", "--yes")[0] == 0
    assert titles(half.store.path) == before


def test_a_backup_that_is_damaged_or_of_something_else_is_refused(half: Played, run: Run) -> None:
    path = half.store.path
    backup = backups.make(path)
    assert backup is not None
    half.store.close()
    before = path.read_bytes()
    content = backup.path.read_bytes()
    backup.path.write_bytes(content[: len(content) // 2])
    code, _, said = run("restore", "--yes")
    assert (code, "cannot be unpacked" in said) == (1, True)
    strange = path.with_name("strange.txt")
    strange.write_text("minutes of the parish council\n" * 90)
    assert "is not a tui-minutes store" in run("restore", str(strange), "--yes")[2]
    assert "no single backup" in run("restore", "1999", "--yes")[2]
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} <= {
        path.name,
        "backups",
        "strange.txt",
        "minutes.db.lock",
        "minutes.db.sound",
    }


def test_backups_are_listed_and_copied_into_a_file(half: Played, run: Run, tmp_path: Path) -> None:
    out = run("backup")[1]
    assert "Backed up: " in out
    assert "Nothing has changed" in run("backup")[1]
    assert backups.kept(half.store.path)[0].name in run("backup", "--list")[1]
    assert backups.kept(half.store.path)[0].name in run("doctor")[1]
    target = tmp_path / "copy.db"
    assert run("backup", "--to", str(target))[0] == 0
    assert titles(target) == titles(half.store.path)
    assert run("backup", "--to", str(target))[0] == 1, "nothing is written over"
    half.store.close()
    assert run("restore", str(target), "--yes")[0] == 0


def test_a_program_that_is_started_makes_one_by_itself(half: Played) -> None:
    settle()
    path = half.store.path
    half.store.close()
    with Terminal(minutes("--db", str(path))) as terminal:
        terminal.wait_for("In progress|Decided|Latest|New")
        while not backups.kept(path):
            terminal.pump()
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    [backup] = backups.kept(path)
    listed = subprocess.run(
        minutes("--db", str(path), "backup", "--list"), capture_output=True, text=True, check=True
    )
    assert backup.name in listed.stdout


def test_a_backup_that_cannot_be_made_is_said_and_the_work_goes_on(half: Played) -> None:
    settle()
    half.now = datetime.now(UTC)
    half.plan().begin()
    path, uid = half.store.path, half.uid
    half.store.close()
    backups.folder(path).write_text("not a folder")
    with Terminal(minutes("--db", str(path))) as terminal:
        terminal.wait_for("No backup was made")
        terminal.send("\r")
        terminal.wait_for("Outcomes")
        terminal.send("noted all the same\r")
        terminal.wait_for(r"\d\d:\d\d  noted all the same")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    store = Store.open(path)
    assert store.record(uid).entries[-1].text == "noted all the same"
    store.close()


def test_at_a_terminal_it_asks(half: Played) -> None:
    settle()
    path = half.store.path
    backups.make(path)
    before = titles(path)
    half.plan()
    half.store.close()
    with Terminal(minutes("--db", str(path), "restore")) as terminal:
        terminal.wait_for("y/N")
        terminal.send("y\r")
        assert terminal.ended() == 0
    assert titles(path) == before
