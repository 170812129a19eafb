"""``tui-minutes start``: files become meetings, each whole or not at all; what became of them is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_scripts import Shell
from tui_minutes.cli import DONE, FAILED, NOT_FOUND, WRONG_USAGE
from tui_minutes.store.store import Store

SAMPLES = Path(__file__).parents[1] / "cases" / "invitations"


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "minutes.db", capsys)


def titles(shell: Shell) -> list[str]:
    """The meetings that are stored, by title."""
    store = Store.open(shell.path)
    try:
        return sorted(one.title for one in store.meetings())
    finally:
        store.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the program was opened on, in place of opening it."""
    seen: list[str] = []

    def show(_: Any, first: Any) -> int:
        seen.append(first(None))
        return DONE

    monkeypatch.setattr("tui_minutes.commands.start.show", show)
    monkeypatch.setattr("tui_minutes.commands.start.require_terminal", lambda: None)
    return seen


def test_one_invitation_opens_the_meeting(shell: Shell, opened: list[str]) -> None:
    assert shell.run("start", str(SAMPLES / "feishu.ics")) == DONE
    store = Store.open(shell.path)
    assert opened == [store.meetings()[0].uid]
    store.close()
    assert shell.out == ""


def test_several_files_are_told_and_home_is_opened(shell: Shell, opened: list[str]) -> None:
    assert shell.run("start", str(SAMPLES / "feishu.ics"), str(SAMPLES / "dingtalk.ics")) == DONE
    assert opened == [""]
    assert "M-2026-001  new  2026-11-30 Mon 10:00–11:30 (Asia/Shanghai)  新品发布跨部门协调会" in shell.out
    assert "M-2026-002  new  2026-12-01 Tue 15:00–16:00" in shell.out


def test_a_broken_file_is_said_and_stands_in_no_others_way(shell: Shell, opened: list[str]) -> None:
    assert (
        shell.run("start", *(str(SAMPLES / f"{name}.ics") for name in ("outlook_reply", "feishu"))) == FAILED
    )
    assert "outlook_reply.ics: the file: it is an answer to an invitation" in shell.err
    assert titles(shell) == ["新品发布跨部门协调会"]
    assert opened == []


def test_without_a_terminal_nothing_is_stored_unless_that_is_all_there_is_to_do(shell: Shell) -> None:
    invite = str(SAMPLES / "feishu.ics")
    assert shell.run("start", invite) == WRONG_USAGE
    assert not shell.path.exists()
    assert shell.run("start", "--store-only", invite) == DONE
    assert titles(shell) == ["新品发布跨部门协调会"]
    assert shell.run("start", "--store-only", str(shell.path.with_name("none.ics"))) == NOT_FOUND


def test_an_update_says_what_changes_and_an_older_one_that_nothing_does(shell: Shell) -> None:
    old, new = str(SAMPLES / "outlook_teams.ics"), str(SAMPLES / "outlook_update.ics")
    shell.run("start", "--store-only", old)
    assert shell.run("start", "--store-only", new) == DONE
    assert "M-2026-001  changed" in shell.out
    assert "    Newly invited: 方晴" in shell.out
    assert shell.run("start", "--store-only", old) == FAILED
    assert "older than what is known here; nothing changes" in shell.out
    assert len(titles(shell)) == 1


def test_what_is_confidential_is_covered_unless_revealed(shell: Shell) -> None:
    invite = str(SAMPLES / "exported_gbk.ics")
    shell.run("start", "--store-only", invite)
    assert "年度预算" not in shell.out
    shell.run("--reveal", "start", "--store-only", invite)
    assert "年度预算审议会" in shell.out


def test_a_plan_used_before_makes_another_meeting_only_with_again(shell: Shell, tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# 复盘\n", encoding="utf-8")
    for arguments in ((), (), ("--again",)):
        assert shell.run("start", "--store-only", *arguments, str(plan)) == DONE
    assert titles(shell) == ["复盘", "复盘"]


def test_it_speaks_chinese(shell: Shell) -> None:
    assert shell.run("--lang", "zh", "start", "--store-only", str(SAMPLES / "outlook_reply.ics")) == FAILED
    assert "这是对邀请的回复，不是邀请。没有保存任何内容" in shell.err
