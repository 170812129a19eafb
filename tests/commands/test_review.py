"""``tui-minutes review``: on stdout, as Markdown, as JSON, into a file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.commands.test_scripts import Shell
from tests.meeting import Played
from tests.reviewed import NOW
from tui_minutes.cli import DONE, WRONG_USAGE
from tui_minutes.commands import review


@pytest.fixture
def shell(half: Played, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell on the morning of 3 November, beside half a year of meetings."""
    monkeypatch.setattr(review, "now", lambda: NOW)
    monkeypatch.setattr(review, "machine_zone", lambda: "Asia/Shanghai")
    return Shell(half.store.path, capsys)


def test_the_last_month_is_printed(shell: Shell) -> None:
    assert shell.run("review") == DONE
    assert shell.out.startswith("Review of decisions: October 2026\n")
    assert "On-time rate  2 of 4" in shell.out
    assert shell.run("--lang", "zh", "review", "--period", "10月") == DONE
    assert "按时率  2/4" in shell.out


def test_markdown_and_json_of_any_period(shell: Shell) -> None:
    assert shell.run("review", "--period", "2026-Q3", "--format", "md") == DONE
    assert shell.out.startswith("# Review of decisions: Q3 2026\n")
    found = shell.json("review", "--period", "2026-10")
    assert (found["period"], found["due"]["counted"], found["due"]["on_time"]) == ("2026-10", 4, 2)
    assert [one["number"] for one in found["outcomes"]] == ["A-006"]
    assert [month["open"] for month in found["trend"]] == [1, 1, 1, 6, 6]


def test_it_goes_into_a_file_whole(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "october.json"
    assert shell.run("review", "--json", "--output", str(target)) == DONE
    assert shell.out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["period"] == "2026-10"
    assert shell.run("review", "--output", str(tmp_path / "october.md")) == DONE
    assert (tmp_path / "october.md").read_text(encoding="utf-8").startswith("# Review")


@pytest.mark.skipif(os.name == "nt", reason="links and pipes as POSIX knows them")
def test_a_link_stays_a_link_and_a_device_a_device(shell: Shell, tmp_path: Path) -> None:
    target, link = tmp_path / "october.md", tmp_path / "link.md"
    target.touch()
    link.symlink_to(target)
    assert shell.run("review", "--out", str(link), "--force") == DONE
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("# Review")
    os.mkfifo(pipe := tmp_path / "pipe")
    reader = os.open(pipe, os.O_RDWR)
    assert shell.run("review", "--output", str(pipe)) == DONE
    assert os.read(reader, 8) == b"# Review"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_word_that_is_no_period_is_wrong_usage(shell: Shell) -> None:
    assert shell.run("review", "--period", "soon") == WRONG_USAGE
    assert "“soon” is no period" in shell.err
