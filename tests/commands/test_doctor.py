"""What someone sends along when asking for help."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tui_minutes.cli import main


def test_it_tells_versions_and_paths_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", "a.db", "doctor"]) == 0
    english = capsys.readouterr().out
    assert "Versions" in english
    assert "No problems found." in english
    assert main(["--lang", "zh", "--db", "a.db", "doctor"]) == 0
    assert "未发现问题。" in capsys.readouterr().out


def test_json_has_the_same_facts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", "a.db", "--country", "us", "doctor", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["paths"]["store"] == "a.db"
    assert facts["paths"]["store_bytes"] is None
    assert facts["locale"]["country"] == "US"
    assert facts["problems"] == []


def test_it_makes_no_store(tmp_path: Path) -> None:
    main(["--db", str(tmp_path / "a.db"), "doctor"])
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_config_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    Path(os.environ["TUI_MINUTES_CONFIG"]).write_text("colour = 1\n")
    assert main(["doctor", "--json"]) == 1
    [problem] = json.loads(capsys.readouterr().out)["problems"]
    assert "colour" in problem


def test_a_country_without_a_calendar_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", "a.db", "--country", "xx", "doctor"]) == 1
    assert "No working days are known for “XX”" in capsys.readouterr().out


@pytest.mark.parametrize("shape", [[], ["--json"]], ids=["printed", "json"])
def test_what_stands_in_the_config_commands_no_terminal(
    capsys: pytest.CaptureFixture[str], shape: list[str]
) -> None:
    Path(os.environ["TUI_MINUTES_CONFIG"]).write_text('[policy]\n"\\u009b31m\\u202e" = 1\n')
    assert main(["--country", "c\x9bn", "doctor", *shape]) == 1
    assert not set("\x9b\u202e") & set(capsys.readouterr().out)


def test_a_damaged_store_is_a_problem_and_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "a.db"
    store.write_bytes(b"not a store at all" * 100)
    assert main(["--db", str(store), "doctor", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problems"]
    assert store.read_bytes() == b"not a store at all" * 100


def test_it_answers_with_its_input_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert main(["--db", "a.db", "doctor", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["terminal"]["interactive"] is False
