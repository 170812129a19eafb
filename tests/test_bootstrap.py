"""From a bare Python to a running program: what is made, when, and what is said when it cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest

from tui_minutes import bootstrap

ABSENT = ["a_library_that_nobody_has"]


class Installed:
    """Stands for the commands that make an environment: notes them, and makes the Python they would make."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.commands: list[list[str]] = []
        self.fault: Callable[[], None] = lambda: None

    def run(self, command: list[object], **_: object) -> None:
        self.commands.append([str(part) for part in command])
        if "pip" in self.commands[-1]:
            self.fault()
        python = self.checkout / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    @property
    def installations(self) -> int:
        return sum("pip" in command for command in self.commands)


class Restarted(Exception):
    """Stands for the program that takes over."""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    def restart(path: str, command: list[str]) -> None:
        raise Restarted(command)

    (tmp_path / "pyproject.toml").write_text("[project]\n")
    made = Installed(tmp_path)
    monkeypatch.setattr(bootstrap, "_ROOT", tmp_path)
    monkeypatch.setattr(subprocess, "run", made.run)
    monkeypatch.setattr(os, "execv", restart)
    monkeypatch.setattr(sys, "argv", ["tui-minutes", "list", "--json"])
    monkeypatch.delenv(bootstrap._RESTARTED, raising=False)
    return made


def start() -> list[str]:
    """One start of a program that lacks a library; gives the command that takes over."""
    with pytest.raises(Restarted) as restarted:
        bootstrap.ensure("tui_minutes", ABSENT)
    os.environ.pop(bootstrap._RESTARTED)
    command: list[str] = restarted.value.args[0]
    return command


def test_nothing_happens_where_everything_is_there(installed: Installed) -> None:
    bootstrap.ensure("tui_minutes", ["json"])
    assert installed.commands == []


def test_the_first_start_installs_in_one_line_and_passes_the_arguments_on(
    installed: Installed, capsys: pytest.CaptureFixture[str]
) -> None:
    command = start()
    assert command[1:] == ["-m", "tui_minutes", "list", "--json"]
    assert command[0] == str(installed.checkout / ".venv" / "bin" / "python")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1


def test_the_second_start_installs_nothing(installed: Installed, capsys: pytest.CaptureFixture[str]) -> None:
    start()
    capsys.readouterr()
    start()
    assert installed.installations == 1
    assert capsys.readouterr().err == ""


def test_a_changed_project_is_installed_again(installed: Installed) -> None:
    start()
    (installed.checkout / "pyproject.toml").write_text("[project]\ndependencies = []\n")
    start()
    assert installed.installations == 2


def test_the_tests_install_what_they_need_besides(installed: Installed) -> None:
    start()
    with pytest.raises(Restarted):
        bootstrap.ensure("tests", ABSENT, extra="test")
    assert installed.commands[-1][-1] == f"{installed.checkout}[test]"


def test_an_interrupted_installation_is_done_again(installed: Installed) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    installed.fault = interrupt
    with pytest.raises(SystemExit, match="130"):
        bootstrap.ensure("tui_minutes", ABSENT)
    installed.fault = lambda: None
    start()
    assert installed.installations == 2


def test_of_two_starts_at_once_only_one_installs(installed: Installed) -> None:
    together = Barrier(2)

    def first_start() -> None:
        together.wait()
        bootstrap._prepare(installed.checkout, "")

    starts = [Thread(target=first_start) for _ in range(2)]
    for one in starts:
        one.start()
    for one in starts:
        one.join()
    assert installed.installations == 1


def test_a_failed_installation_is_told(installed: Installed, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise subprocess.CalledProcessError(1, "pip")

    installed.fault = fail
    with pytest.raises(SystemExit, match="1"):
        bootstrap.ensure("tui_minutes", ABSENT)
    assert "installation failed" in capsys.readouterr().err


def test_a_debian_python_without_venv_names_the_package_in_both_languages(
    installed: Installed, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "find_spec", lambda name: None)
    for lang in ("C.UTF-8", "zh_CN.UTF-8"):
        monkeypatch.setenv("LANG", lang)
        with pytest.raises(SystemExit, match="1"):
            bootstrap.ensure("tui_minutes", ABSENT)
    english, chinese = capsys.readouterr().err.splitlines()
    assert "sudo apt install python3-venv" in english
    assert chinese.startswith("这个 Python 无法")
    assert installed.commands == []


def test_outside_a_checkout_nothing_is_made(installed: Installed, capsys: pytest.CaptureFixture[str]) -> None:
    (installed.checkout / "pyproject.toml").unlink()
    with pytest.raises(SystemExit, match="1"):
        bootstrap.ensure("tui_minutes", ABSENT)
    assert ABSENT[0] in capsys.readouterr().err
    assert list(installed.checkout.iterdir()) == []


def test_what_is_still_missing_after_the_restart_makes_no_endless_loop(
    installed: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(bootstrap._RESTARTED, "1")
    with pytest.raises(SystemExit, match="1"):
        bootstrap.ensure("tui_minutes", ABSENT)
    assert installed.commands == []


def test_an_old_python_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))
    with pytest.raises(SystemExit, match="1"):
        bootstrap.ensure("tui_minutes", ABSENT)
    assert "3.11" in capsys.readouterr().err
