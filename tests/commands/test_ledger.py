"""``ledger``: a filter as in the search line, views, groups, why rows need attention, the history of one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.meeting import PLAN, Played
from tui_minutes.cli import DONE, NOT_FOUND, WRONG_USAGE, main
from tui_minutes.domain.meeting import Level
from tui_minutes.services import views
from tui_minutes.store.store import Store

LATER = datetime(2026, 12, 9, 3, tzinfo=UTC)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sealed meeting with outcomes, and a secret one."""
    path = tmp_path_factory.mktemp("ledger") / "minutes.db"
    store = Store.open(path)
    one = Played(store).plan().begin()
    one.say("- 印 500 份海报 #展会 @韩磊 截止 2026-12-01 -> 海报")
    one.say("- 订展位 @Nora Quinn 截止 2026-12-20 -> 合同")
    one.say("+ 采用 B 方案")
    one.say("? 谁出场地费 @周岚 下次反馈：2026-12-30")
    one.read_back().seal()
    views.save(store, one.command(), "韩磊的", "负责人：韩磊", "due", "status")
    secret = Played(store, now=one.now).plan(replace(PLAN, title="裁员", level=Level.SECRET)).begin()
    secret.say("- 联系律师 @韩磊 截止 2026-12-20 -> 合同")
    secret.read_back().seal()
    store.close()
    return path


@pytest.fixture
def run(ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``ledger`` on a day in December: exit code, stdout, stderr."""
    monkeypatch.setattr("tui_minutes.commands.ledger.now", lambda: LATER)
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Asia/Shanghai")

    def command(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(["--db", str(ledger), "--as", "周岚", *arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        return code, *capsys.readouterr()

    return command


def numbers(run: Run, *arguments: str) -> list[str]:
    return [row["number"] for row in objects(run, *arguments)]


def objects(run: Run, *arguments: str) -> Any:
    code, out, err = run("ledger", *arguments, "--json")
    assert code == DONE, err
    return json.loads(out)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--filter", "owner:韩磊 is:late"], ["A-001"]),
        (["--filter", "负责人：韩磊，状态：逾期"], ["A-001"]),
        (["--filter", "owner:hl"], ["A-001", "A-003"]),
        (["--filter", "#展会"], ["A-001"]),
        (["--filter", "due<今天"], ["A-001"]),
        (["--filter", 'due<"in 3 working days"', "--country", "CN"], ["A-001"]),
        (["--filter", "owner:me"], ["Q-001"]),
        (["--filter", "kind:action", "--owner", "Nora Quinn"], ["A-002"]),
        (["--filter", "kind:action -owner:韩磊", "--open"], ["A-002"]),
        (["--filter", "律师"], []),
        (["--filter", "律师", "--reveal"], ["A-003"]),
        (["--view", "late"], ["A-001"]),
        (["--view", "逾期的"], ["A-001"]),
        (["--view", "韩磊的", "--filter=-is:late"], ["A-003"]),
        (["--kind", "action", "--limit", "2"], ["A-001", "A-002"]),
        (["--limit", "0"], []),
    ],
)
def test_what_is_asked_for_is_found(run: Run, arguments: list[str], found: list[str]) -> None:
    assert numbers(run, *arguments) == found


def test_by_attention_the_late_one_comes_first_and_says_why(run: Run) -> None:
    first, *_ = objects(run, "--sort", "attention")
    assert first["number"] == "A-001"
    assert first["needs"][0] == {"need": "late", "since": "2026-12-01", "days": 8}
    _, out, _ = run("ledger", "--lang", "en", "--filter", "is:late")
    assert "late by 8 days" in out


def test_rows_stand_together_under_headings(run: Run) -> None:
    _, out, _ = run("ledger", "--lang", "zh", "--group", "owner", "--filter", "类型：行动")
    assert [line for line in out.splitlines() if line.startswith("##")] == [
        "## Nora Quinn (1)",
        "## 韩磊 (2)",
    ]
    assert "律师" not in out


@pytest.mark.parametrize("group", ["owner", "meeting", "department", "status"])
def test_within_a_group_rows_are_sorted_as_asked(run: Run, group: str) -> None:
    grouped = [one["number"] for one in objects(run, "--group", group)]
    inside = [one["number"] for one in objects(run, "--group", group, "--sort", "number")]
    assert sorted(grouped) == sorted(inside)
    _, out, _ = run("ledger", "--group", group, "--sort", "number")
    _, usual, _ = run("ledger", "--group", group)
    for under in out.split("## ")[1:]:
        numbers = re.findall(r"^[ADQ]-\d{3}", under, re.MULTILINE)
        assert numbers == sorted(numbers)
    assert re.findall("^## .*", out, re.MULTILINE) == re.findall("^## .*", usual, re.MULTILINE)


def test_a_view_brings_its_order_and_grouping(run: Run) -> None:
    _, out, _ = run("ledger", "--lang", "zh", "--view", "韩磊的")
    assert "## 待确认 (2)" in out


@pytest.mark.parametrize("typed", ["is:lat", "owner:", "onwer:韩磊"])
def test_a_filter_that_is_not_understood_is_wrong_usage(run: Run, typed: str) -> None:
    code, out, err = run("ledger", "--filter", typed)
    assert (code, out) == (WRONG_USAGE, "")
    assert typed in err


def test_the_views_are_listed_in_the_language(run: Run) -> None:
    _, out, _ = run("--lang", "zh", "ledger", "--views")
    assert "状态：逾期" in out
    assert "负责人：韩磊" in out
    assert [view["code"] for view in objects(run, "--views")][-2:] == ["everything", None]


def test_what_is_not_there_is_exit_code_3(run: Run) -> None:
    for arguments in (["--view", "nothing"], ["--history", "A-999"]):
        code, out, err = run("ledger", *arguments)
        assert (code, out) == (NOT_FOUND, "")
        assert arguments[1] in err


def test_the_history_of_one_tells_who_when_what_and_why(run: Run) -> None:
    _, out, _ = run("ledger", "--lang", "en", "--history", "a-001")
    assert "A-001 印 500 份海报 #展会" in out
    assert "captured" in out
    assert "sealed by the room" in out
    assert "late by 8 days" in out
    told = objects(run, "--history", "A-001")
    assert [step["entered_by"] for step in told["history"]][:1] == ["小林"]


def test_the_history_of_a_secret_one_tells_no_words(run: Run) -> None:
    _, out, _ = run("ledger", "--history", "A-003")
    assert "A-003" in out
    assert "律师" not in out
    assert "裁员" not in out
    _, out, _ = run("ledger", "--history", "A-003", "--reveal")
    assert "联系律师" in out
