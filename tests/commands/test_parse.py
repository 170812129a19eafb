"""`tui-minutes parse`: lines in, what they are taken for out."""

from __future__ import annotations

import io
import json
import sys

import pytest

from tui_minutes.cli import main
from tui_minutes.commands.parse import parse_people

ROOM = ["--day", "2026-11-21", "--country", "CN", "--people", "张三/销售部,李四/市场部,Jane Doe/Sales"]
KEYS = (
    "raw kind speaker text owners department due deliverable resources cc priority parent value source "
    "proposer result votes next doubtful number command args warnings"
)


def parsed(monkeypatch: pytest.MonkeyPatch, typed: str, *options: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return main([*options[:2], "parse", *ROOM, *options[2:]])


def test_one_object_for_each_line_that_is_not_blank(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "李四：同意 \n\n  \n* 改期 by @jane => passed 5:0:1\n- 海报 @李四 截止周五\n"
    assert parsed(monkeypatch, typed, "--lang", "en", "--json") == 0
    point, motion, action = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(point)[: len(KEYS.split())] == KEYS.split()
    assert (point["raw"], point["text"], point["due"], point["owners"]) == ("李四：同意 ", "同意", None, [])
    assert motion["votes"] == {"for": 5, "against": 0, "abstain": 1}
    assert action["due"] == "2026-11-27"
    assert action["warnings"] == [{"code": "no_deliverable", "words": []}]


def test_people_read_it_in_their_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parsed(monkeypatch, "- poster @jane by fri\n/item 3\n", "--lang", "en")
    assert capsys.readouterr().out.splitlines() == [
        "action | poster | owner: Jane Doe | due: 2026-11-27 Fri | ! no_deliverable",
        "command | /item 3",
    ]
    parsed(monkeypatch, "* 改期 提出人：李四 结果：通过 赞成7 反对1", "--lang", "zh")
    assert capsys.readouterr().out == "临时动议 | 改期 | 提出人: 李四 | 结果: 通过 | 票数: 7:1:0\n"


def test_hostile_lines_come_out_harmless(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parsed(monkeypatch, "李四：\x1b]52;c;eA==\x07half \ud800\n", "--lang", "en", "--json")
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert json.loads(printed)["text"] == "half"
    parsed(monkeypatch, "李四：\x1b[2Jfoo\n", "--lang", "en")
    assert capsys.readouterr().out == "point | foo | speaker: 李四\n"


def test_a_country_nobody_knows_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("foo\n"))
    assert main(["parse", "--country", "ZZ"]) == 1
    assert "ZZ" in capsys.readouterr().err


def test_people_may_have_no_department() -> None:
    people = parse_people(" 张三 / 销售部 ，Jane Doe,, ")
    assert [(person.name, person.department) for person in people.all] == [
        ("张三", "销售部"),
        ("Jane Doe", ""),
    ]
    assert parse_people("").all == ()
