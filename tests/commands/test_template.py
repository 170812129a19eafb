"""`tui-minutes template` as people run it: listed, shown, made from a meeting (B1)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.meeting import PLAN, played
from tui_minutes.cli import DONE, FAILED, NOT_FOUND, WRONG_USAGE, main
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import Plan
from tui_minutes.services import templates
from tui_minutes.store.tables import ExportRow

Out = pytest.CaptureFixture[str]


def call(folder: Path, *words: str) -> int:
    return main(["--db", str(folder / "minutes.db"), "template", *words])


def test_the_kinds_are_listed_with_ones_own_and_a_broken_one_is_named(tmp_path: Path, capsys: Out) -> None:
    assert call(tmp_path, "list") == DONE
    assert "decision_review" in capsys.readouterr().out
    templates.own_folder().mkdir()
    (templates.own_folder() / "巡检.toml").write_text('kind = "incident"\nminutes = 20', encoding="utf-8")
    (templates.own_folder() / "old.toml").write_text("kind = ", encoding="utf-8")
    assert call(tmp_path, "list") == FAILED
    out, err = capsys.readouterr()
    assert "巡检" in out
    assert "20 min" in out
    assert "old.toml: line 1" in err


def test_one_is_shown_as_it_is_written(tmp_path: Path, capsys: Out) -> None:
    assert call(tmp_path, "show", "decision") == DONE
    assert 'quorum = "2/3"' in capsys.readouterr().out
    assert main(["--lang", "zh", "template", "show", "decision"]) == DONE
    assert 'title = "就决议草案表决"' in capsys.readouterr().out
    assert call(tmp_path, "show", "nowhere") == NOT_FOUND
    assert call(tmp_path, "show") == WRONG_USAGE


def test_a_meeting_makes_one_without_names_unless_they_are_asked_for(tmp_path: Path, capsys: Out) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(replace(PLAN, expected=("韩磊的报价",)))
        number = meeting.record.meeting.number
    assert call(tmp_path, "save", number, "展会") == DONE
    out, err = capsys.readouterr()
    path = Path(out.strip())
    assert path == templates.own_folder() / "展会.toml"
    assert "展位选择" in path.read_text(encoding="utf-8")
    assert "韩磊" not in path.read_text(encoding="utf-8")
    with played(tmp_path / "minutes.db") as meeting:
        assert [one.path for one in ExportRow.select()] == [str(path)], "a purge names it"
    assert "1 text was left out; --with-people takes names along" in err
    assert call(tmp_path, "save", number, "展会", "--with-people") == FAILED, "it is there already"
    assert call(tmp_path, "save", number, "展会", "--with-people", "--replace") == DONE
    assert "韩磊" in path.read_text(encoding="utf-8")


def test_what_is_confidential_goes_in_only_when_revealed(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(replace(PLAN, level=Level.SECRET))
        number = meeting.record.meeting.number
    assert call(tmp_path, "save", number, "a") == DONE
    assert templates.named("a").plan.agenda == ()
    assert call(tmp_path, "save", number, "b", "--reveal") == DONE
    assert len(templates.named("b").plan.agenda) == 3


def test_a_meeting_with_short_minutes_is_exported_in_short(tmp_path: Path, capsys: Out) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(templates.filled(Plan("抢修", zone="Asia/Shanghai", language="zh", template="incident")))
        meeting.begin()
        meeting.say("：备用线路已接通")
        meeting.read_back().seal()
        number = meeting.record.meeting.number
    export = ["--db", str(tmp_path / "minutes.db"), "export", number]
    assert main(export) == DONE
    short = capsys.readouterr().out
    assert main([*export, "--document", "short"]) == DONE
    assert capsys.readouterr().out == short
    assert main([*export, "--document", "minutes"]) == DONE
    assert len(capsys.readouterr().out) > len(short)
    assert main([*export, "--format", "json"]) == DONE


def test_papers_look_as_the_template_says(tmp_path: Path, capsys: Out) -> None:
    templates.own_folder().mkdir()
    own = templates.own_folder() / "board.toml"
    own.write_text('looks = "/nowhere/board.docx"', encoding="utf-8")
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan(replace(PLAN, template="board"))
        number = meeting.record.meeting.number
    notice = ["--db", str(tmp_path / "minutes.db"), "export", number, "--document", "notice"]
    word = [*notice, "--format", "docx", "--out", str(tmp_path / "notice.docx")]
    assert main(word) == FAILED
    assert "/nowhere/board.docx cannot be read" in capsys.readouterr().err
    assert main(notice) == DONE, "text has no looks"
    own.unlink()
    assert main(word) == DONE
