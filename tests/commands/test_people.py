"""``tui-minutes people``: listed, brought in after a look, merged and told apart again (B4)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played, played
from tui_minutes.cli import DONE, FAILED, NOT_FOUND, WRONG_USAGE, main

TEAM = "姓名,部门,职务,邮箱\n李四,技术部,工程师,li@example.com\n周岚,财务部,,\n"


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        yield one.plan().begin()


@pytest.fixture
def team(tmp_path: Path) -> Path:
    path = tmp_path / "team.csv"
    path.write_text(TEAM, encoding="utf-8")
    return path


def people(meeting: Played, *arguments: str) -> int:
    return main(["--lang", "en", "--db", str(meeting.store.path), "people", *arguments])


def names(capsys: pytest.CaptureFixture[str], meeting: Played, *words: str) -> list[str]:
    capsys.readouterr()
    assert people(meeting, "--json", *words) == DONE
    return [one["name"] for one in json.loads(capsys.readouterr().out)]


def test_everybody_is_listed_and_found(meeting: Played, capsys: pytest.CaptureFixture[str]) -> None:
    assert people(meeting) == DONE
    said = capsys.readouterr().out
    assert "韩磊" in said
    assert "Also called" in said
    assert names(capsys, meeting) == ["Nora Quinn", "周岚", "方晴", "韩磊"]
    assert names(capsys, meeting, "市场") == names(capsys, meeting, "list", "hanlei") == ["韩磊"]


def test_an_import_is_shown_first_and_done_when_told(
    meeting: Played, team: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert people(meeting, "import", str(team)) == FAILED
    assert "1 new, 1 doubtful" in capsys.readouterr().out
    assert "李四" not in names(capsys, meeting)
    assert people(meeting, "import", str(team), "--yes") == DONE
    assert capsys.readouterr().out.endswith("Taken over: 1 new\n")
    assert "李四" in names(capsys, meeting)
    assert people(meeting, "import", str(team), "--yes") == DONE
    assert "Nobody is new" in capsys.readouterr().out
    assert people(meeting, "import", str(team), "--yes", "--namesakes-are-new") == DONE
    assert names(capsys, meeting).count("周岚") == 2


def test_a_plan_as_json(meeting: Played, team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert people(meeting, "import", str(team), "--json") == FAILED
    told = json.loads(capsys.readouterr().out)
    assert [(row["row"], row["arrival"], row["namesakes"]) for row in told["rows"]] == [
        (2, "new", []), (3, "doubtful", ["行政部"]),
    ]  # fmt: skip
    assert told["stored"] is False


def test_a_row_that_is_wrong_stores_nothing(
    meeting: Played, team: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    team.write_text(f"{TEAM},技术部,,\n", encoding="utf-8")
    assert people(meeting, "import", str(team), "--yes") == FAILED
    assert "mend the rows" in capsys.readouterr().out
    assert "李四" not in names(capsys, meeting)


def test_a_team_can_come_before_the_first_meeting(tmp_path: Path, team: Path) -> None:
    store = tmp_path / "new" / "minutes.db"
    store.parent.mkdir()
    assert main(["--lang", "en", "--db", str(store), "people", "import", str(team), "--yes"]) == DONE


def test_two_are_merged_and_told_apart_again(
    meeting: Played, team: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people(meeting, "import", str(team), "--yes", "--namesakes-are-new")
    assert people(meeting, "merge", "李四", "韩磊") == DONE
    assert "李四" not in names(capsys, meeting)
    assert people(meeting, "split", "李四") == DONE
    assert "李四" in names(capsys, meeting)
    assert people(meeting, "merge", "周岚/财务部", "周岚/行政部") == DONE
    assert names(capsys, meeting).count("周岚") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("merge", "韩磊"), WRONG_USAGE, "people merge A B"),
        (("import",), WRONG_USAGE, "people import FILE"),
        (("split", "韩磊"), FAILED, "was not merged"),
        (("merge", "谁", "韩磊"), NOT_FOUND, "谁"),
        (("merge", "周岚", "韩磊"), FAILED, "周岚/财务部"),
        (("import", "/nowhere.csv"), NOT_FOUND, "/nowhere.csv"),
    ],
)
def test_what_cannot_be_done_is_said(
    meeting: Played, team: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int,
    said: str,
) -> None:  # fmt: skip
    people(meeting, "import", str(team), "--yes", "--namesakes-are-new")
    capsys.readouterr()
    assert people(meeting, *arguments) == code
    assert said in capsys.readouterr().err
