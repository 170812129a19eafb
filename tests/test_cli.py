"""What people type after ``tui-minutes``, and what comes back: words, streams and exit codes."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.meeting import Played
from tui_minutes import __version__, cli
from tui_minutes.domain.refusal import Refused


def run(*arguments: str) -> int:
    """The exit code of one command line, whichever way it ends."""
    try:
        return cli.main(list(arguments))
    except SystemExit as stopped:
        return int(stopped.code or 0)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., int]], None]:
    """Puts a command of our own in the place of ``list``."""

    def replace(instead: Callable[..., int]) -> None:
        monkeypatch.setattr(cli, "import_module", lambda name: SimpleNamespace(run=instead))

    return replace


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"tui-minutes {__version__}\n"


def test_help_speaks_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--lang", "en", "--help") == 0
    assert "list the meetings" in capsys.readouterr().out
    assert run("--lang=zh", "--help") == 0
    chinese = capsys.readouterr().out
    assert "列出会议" in chinese
    assert "用法：" in chinese
    assert not re.search(r"usage|options|show", chinese.replace("    show ", ""))


def test_the_language_comes_from_the_option_then_the_config_then_the_locale(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    run("--help")
    assert "列出会议" in capsys.readouterr().out
    Path(os.environ["TUI_MINUTES_CONFIG"]).write_text('language = "en"\n')
    run("--help")
    assert "list the meetings" in capsys.readouterr().out
    run("--lang", "zh", "--help")
    assert "列出会议" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["show"], ["--lang", "fr", "list"], ["parse", "--day", "soon"], ["list", "--jso"]],
)
def test_wrong_usage_is_2_and_goes_to_stderr(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "tui-minutes" in said.err


def test_what_there_is_to_choose_from_is_told_as_it_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--lang=en", "room", "--level", "hidden") == 2
    choices = "'public', 'internal', 'confidential', 'secret'"
    assert f"invalid choice: 'hidden' (choose from {choices})" in capsys.readouterr().err


def test_wrong_usage_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--lang", "zh", "show") == 2
    assert "缺少参数：M-2026-001" in capsys.readouterr().err


def test_without_a_terminal_it_says_what_to_use_instead(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "ledger" in said.err


@pytest.mark.parametrize(
    ("code", "exit_code"), [("settings_syntax", 1), ("not_found", 3), ("usage_terminal", 2)]
)
def test_a_refusal_is_told_on_stderr_with_its_exit_code(
    code: str,
    exit_code: int,
    command: Callable[[Callable[..., int]], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(args: object) -> int:
        raise Refused(code, number="M-2026-009", path="a.toml", reason="\x1b]52;c;AAAA\x07line 3")

    command(refuse)
    assert run("list") == exit_code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip()
    assert "\x1b" not in said.err


def test_options_may_stand_before_or_after_the_command(command: Callable[[Callable[..., int]], None]) -> None:
    seen: list[tuple[Path, str, str, bool]] = []

    def look(args: SimpleNamespace) -> int:
        seen.append((args.db, args.entered_by, args.country, args.reveal))
        return 0

    command(look)
    assert run("--db", "a.db", "--as", "Ann", "--country", "us", "--reveal", "list") == 0
    assert run("list", "--db", "a.db", "--as", "Ann", "--country", "us", "--reveal") == 0
    assert seen == [(Path("a.db"), "Ann", "US", True)] * 2


def test_who_types_is_the_one_named_then_the_one_set_then_the_login(
    command: Callable[[Callable[..., int]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(args: SimpleNamespace) -> int:
        seen.append(args.entered_by)
        return 0

    command(look)
    monkeypatch.setenv("USER", "login")
    run("list")
    Path(os.environ["TUI_MINUTES_CONFIG"]).write_text('name = "李四"\n', encoding="utf-8")
    run("list")
    run("--as", "\x1b[31mAnn", "list")
    assert seen == ["login", "李四", "Ann"]


def test_a_wrong_config_stops_the_program_but_neither_help_nor_doctor(
    command: Callable[[Callable[..., int]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(os.environ["TUI_MINUTES_CONFIG"]).write_text("colour = 1\n")
    command(lambda args: 0)
    assert run("list") == 1
    assert "colour" in capsys.readouterr().err
    assert run("--help") == 0
    assert run("doctor") == 0


def test_a_reader_that_goes_away_makes_no_noise() -> None:
    lines = b"note: a line that nobody waits for\n" * 20_000
    program = subprocess.Popen(
        [sys.executable, "-m", "tui_minutes", "parse", "--json", "--day", "2026-11-21"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with program, suppress(BrokenPipeError):
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        with suppress(BrokenPipeError):
            program.stdin.write(lines)
        said = program.stderr.read()
    assert said == b""
    assert program.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device that is always full")
@pytest.mark.parametrize(
    "command", [["ledger", "--views"], ["ledger", "--json"], ["doctor"], ["--help"]], ids=" ".join
)
def test_a_full_disk_behind_stdout_is_said(command: list[str], half: Played) -> None:
    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-m", "tui_minutes", "--db", str(half.store.path), *command]
        buffered = {**os.environ, "PYTHONUNBUFFERED": ""}
        ran = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, env=buffered)
    assert ran.returncode == 1
    assert ran.stderr == "The output could not be written: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the streams")
def test_a_closed_stream_is_as_good_as_empty(half: Played) -> None:
    for command in ("ledger", "parse", "doctor"):
        words = [sys.executable, "-m", "tui_minutes", "--db", str(half.store.path), command]
        ran = subprocess.run(["sh", "-c", f"{shlex.join(words)} <&- >&-"], capture_output=True, text=True)
        assert (ran.returncode, ran.stderr) == (0, "")


def test_two_dashes_are_no_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ledger", "--filter=--") == 2
    assert "-- is no value" in capsys.readouterr().err


def test_pipes_are_utf8_whatever_the_locale_says() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tui_minutes", "parse", "--json", "--day", "2026-11-21"],
        input="决议：采用方案甲 \udcff\n".encode("utf-8", "surrogateescape"),
        capture_output=True,
        env={**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        check=True,
    )
    assert "采用方案甲" in ran.stdout.decode("utf-8")
