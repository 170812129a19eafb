"""``import`` and ``ledger --format``: shown, then stored on a yes; no file is replaced by chance."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importing_play import HEAD, ROWS, edited, workbook
from tui_minutes.cli import DONE, FAILED, NOT_FOUND, WRONG_USAGE, main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in Chinese on a store of its own: exit code, stdout, stderr."""
    monkeypatch.setattr("tui_minutes.commands.import_ledger.machine_zone", lambda: "Asia/Shanghai")

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(["--db", str(tmp_path / "a.db"), "--as", "林晓", "--lang", "zh", *arguments])
        return code, *capsys.readouterr()

    return command


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(workbook(tmp_path / "台账.xlsx"))


def test_without_a_yes_the_plan_is_shown_and_nothing_stored(run: Run, file: str) -> None:
    code, out, _ = run("import", file)
    assert code == FAILED
    assert "新增 3 · 修改 0 · 不变 0 · 有误 0" in out
    assert "行政周例会、成本专题会" in out
    assert "韩磊、周岚、方晴" in out
    assert json.loads(run("ledger", "--json")[1]) == []


def test_with_yes_it_is_taken_over_once(run: Run, file: str) -> None:
    assert run("import", file, "--yes")[0] == DONE
    assert [one["text"] for one in json.loads(run("ledger", "--json")[1])] == ["印海报", "订展位", "核对报销"]
    code, out, _ = run("import", file)
    assert code == DONE
    assert "不变 3" in out


def test_one_wrong_row_keeps_all_out_and_says_where_and_why(run: Run, tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    rows[1][5] = "11/5"
    code, out, _ = run("import", str(workbook(tmp_path / "b.xlsx", rows)), "--yes")
    assert code == FAILED
    assert "有误" in out
    assert "“11/5”有歧义" in out
    assert json.loads(run("ledger", "--json")[1]) == []


def test_the_plan_as_json(run: Run, file: str) -> None:
    code, out, _ = run("import", file, "--json", "--yes")
    plan = json.loads(out)
    assert (code, plan["stored"], plan["new"], plan["wrong"]) == (DONE, True, 3, 0)
    assert plan["rows"][0]["row"] == 3
    assert plan["rows"][0]["changes"]["due"] == [None, "2026-12-10"]
    assert {"name": "韩磊", "department": "市场部"} in plan["people"]


def test_columns_are_named_on_the_command_line(run: Run, tmp_path: Path) -> None:
    head = ("编号", "来源会议", "领导要求", *HEAD[3:])
    path = str(workbook(tmp_path / "b.xlsx", ROWS, head))
    assert run("import", path)[0] == FAILED
    assert run("import", path, "--map", "领导要求=text", "--yes")[0] == DONE
    for wrong in ("领导要求", "=text", "领导要求=words"):
        assert run("import", path, "--map", wrong)[0] == WRONG_USAGE
    assert run("import", path, "--map", "没有=text")[0] == FAILED


def test_a_file_that_is_not_there_is_exit_code_3(run: Run, tmp_path: Path) -> None:
    assert run("import", str(tmp_path / "none.xlsx"))[0] == NOT_FOUND


def test_what_the_ledger_wrote_is_edited_and_taken_back(run: Run, file: str, tmp_path: Path) -> None:
    run("import", file, "--yes")
    out = tmp_path / "out.xlsx"
    assert run("ledger", "--filter", "负责人：韩磊", "--format", "xlsx", "--out", str(out))[0] == DONE
    edited(out, {("A-001", "备注"): "已催"})
    plan = json.loads(run("import", str(out), "--json", "--yes")[1])
    assert (plan["new"], plan["changed"], plan["unchanged"]) == (0, 1, 1)
    assert plan["rows"][0]["changes"] == {"remark": ["", "已催"]}


def test_a_file_is_replaced_only_when_that_is_said(run: Run, file: str, tmp_path: Path) -> None:
    run("import", file, "--yes")
    out = tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")
    code, _, err = run("ledger", "--format", "csv", "--out", str(out))
    assert (code, out.read_text(encoding="utf-8")) == (FAILED, "mine")
    assert str(out) in err
    assert run("ledger", "--format", "csv", "--out", str(out), "--force")[0] == DONE
    assert out.read_bytes().startswith("\ufeff编号,来源会议".encode())


def test_a_workbook_needs_a_file_and_a_file_a_form(run: Run, file: str, tmp_path: Path) -> None:
    run("import", file, "--yes")
    assert run("ledger", "--format", "xlsx")[0] == WRONG_USAGE
    assert run("ledger", "--out", str(tmp_path / "a.xlsx"))[0] == WRONG_USAGE
