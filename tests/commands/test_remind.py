"""`tui-minutes remind` as people and cron run it: what is printed, sent, and given as exit code (T4)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.played import PLAN, Played
from tui_minutes.cli import DONE, FAILED, WRONG_USAGE, main
from tui_minutes.domain.meeting import Level
from tui_minutes.store.store import Store

DAY = ("--day", "2026-12-20")
"""All that is due is late, whatever the hour of the day is."""


@pytest.fixture(scope="module")
def two_meetings(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with a meeting that waits for approval and a secret one."""
    path = tmp_path_factory.mktemp("two") / "minutes.db"
    store = Store.open(path)
    Played(store).sign()
    Played(store, replace(PLAN, title="裁员方案", level=Level.SECRET)).sign()
    store.close()
    return path.read_bytes()


class Shell:
    """Runs command lines on a store and keeps what they printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self.capsys = folder / "minutes.db", capsys
        self.out = self.err = ""

    def run(self, *arguments: str, lang: str = "en") -> int:
        """The exit code of `remind`."""
        try:
            code = main(["--db", str(self.path), "--lang", lang, "remind", *arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        self.out, self.err = self.capsys.readouterr()
        return code


@pytest.fixture
def shell(tmp_path: Path, two_meetings: bytes, capsys: pytest.CaptureFixture[str]) -> Shell:
    shell = Shell(tmp_path, capsys)
    shell.path.write_bytes(two_meetings)
    return shell


@pytest.fixture
def config() -> Path:
    return Path(os.environ["TUI_MINUTES_CONFIG"])


def test_one_text_a_person_and_a_summary_at_the_end(shell: Shell) -> None:
    assert shell.run(*DAY) == DONE
    assert [line for line in shell.out.splitlines() if line.startswith("==")] == [
        "== Tom Reed · no channel",
        "== 何平 · no channel",
        "== 周敏 · no channel",
    ]
    assert "- A-001 提交铺货计划: due 2026-12-01 Tue; 19 days late" in shell.out
    assert shell.out.splitlines()[-1] == "8 reminders to 3 people"
    assert shell.err == ""


def test_the_texts_speak_chinese_too(shell: Shell) -> None:
    assert shell.run(*DAY, "--owner", "何平", lang="zh") == DONE
    assert "何平，请关注以下事项（2026-12-20 周日）：" in shell.out
    assert "【已逾期】\n- A-001 提交铺货计划：2026-12-01 周二 到期；逾期 19 天（M-2026-001）" in shell.out
    assert shell.out.splitlines()[-1] == "2 条提醒，共 1 人"


def test_a_secret_is_covered_until_it_is_revealed(shell: Shell) -> None:
    shell.run(*DAY, "--json")
    [tom] = [one for one in json.loads(shell.out)["letters"] if one["recipient"] == "Tom Reed"]
    assert [(one["number"], one["hidden"], one["text"]) for one in tom["reminders"]] == [
        ("A-001", False, "提交铺货计划"),
        ("A-002", True, None),
    ]
    assert "- A-002 •••: due" in tom["text"]
    shell.run(*DAY, "--reveal")
    assert "裁员方案" in shell.out


def test_nobody_to_remind_is_fine(shell: Shell) -> None:
    assert shell.run("--day", "2026-12-20", "--owner", "Nobody") == DONE
    assert shell.out == "Nobody to remind\n"


def test_a_day_that_is_none_is_wrong_usage(shell: Shell) -> None:
    for day in ("2026-13-01", "0001-01-01", "9999-12-31", "[/]"):
        assert shell.run("--day", day) == WRONG_USAGE


def test_sending_without_channels_says_where_to_name_them(shell: Shell, config: Path) -> None:
    assert shell.run(*DAY, "--send") == FAILED
    assert (shell.out, str(config) in shell.err) == ("", True)


def test_without_apprise_it_says_how_to_get_it(
    shell: Shell, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text('[remind]\ndefault = ["mail"]\nchannels = { mail = "mailtos://x" }')
    monkeypatch.setitem(sys.modules, "apprise", None)
    assert shell.run(*DAY, "--send") == FAILED
    assert "pip install 'tui-minutes[notify]'" in shell.err
    assert shell.run(*DAY) == DONE


def test_settings_that_are_wrong_are_refused_without_the_address(shell: Shell, config: Path) -> None:
    config.write_text('[remind]\ndefault = ["post"]\nchannels = { mail = "mailtos://bot:pass@x" }')
    assert shell.run(*DAY) == FAILED
    assert "remind.default" in shell.err
    assert "pass" not in shell.err


class Server:
    """A place on this machine that takes apprise's JSON messages, but those for Tom."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        taken = self.taken

        class Handler(BaseHTTPRequestHandler):
            """Keeps what is posted."""

            def do_POST(self) -> None:
                """Say yes or no."""
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                welcome = "Tom" not in self.path
                if welcome:
                    taken.append(body)
                self.send_response(200 if welcome else 500)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                """Keep quiet."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"json://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def close(self) -> None:
        """Take no more."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.close()


def cron(shell: Shell, config: Path, server: Server, *options: str) -> subprocess.CompletedProcess[str]:
    """The command as cron runs it: no terminal, hardly an environment, no locale."""
    env = {
        "HOME": str(shell.path.parent),
        "LANG": "C",
        "PATH": os.environ["PATH"],
        "TUI_MINUTES_CONFIG": str(config),
        "ANY_URL": f"{server.address}/{{name}}?+token=hush",
    }
    script = "import sys; from tui_minutes.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", script, "--db", str(shell.path), "remind", *DAY, "--send", *options]
    return subprocess.run(
        command, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=60
    )


def test_cron_sends_by_apprise_tells_what_failed_and_never_twice(
    shell: Shell, config: Path, server: Server
) -> None:
    config.write_text('[remind]\ndefault = ["any"]\nchannels = { any = "env:ANY_URL" }', encoding="utf-8")
    first = cron(shell, config, server)
    assert first.returncode == FAILED
    assert first.stdout.splitlines() == [
        "何平 by any: 2 reminders",
        "周敏 by any: 4 reminders",
        "6 reminders sent to 2 people, 1 message failed",
    ]
    assert first.stderr == "Tom Reed by any: it did not take the message\n"
    assert "hush" not in first.stdout + first.stderr
    assert [one["title"] for one in server.taken] == [
        "2 reminders, 2026-12-20 Sun",
        "4 reminders, 2026-12-20 Sun",
    ]
    assert server.taken[0]["message"].startswith("何平, please look at this (2026-12-20 Sun):")
    second = cron(shell, config, server)
    assert (second.returncode, second.stdout) == (FAILED, "1 message failed, 6 already sent today\n")
    third = cron(shell, config, server, "--owner", "何平")
    assert (third.returncode, third.stdout) == (DONE, "Nobody to remind, 2 already sent today\n")
    assert len(server.taken) == 2
    assert b"hush" not in shell.path.read_bytes()
