"""A plan file is taken whole, or refused in one sentence that says where, what, and what would be right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import speaking
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services.plan_files import LARGEST
from tui_minutes.services.plans import load

Write = Callable[[str | bytes], Path]
TWO = datetime.fromisoformat("2026-11-27T14:00")
THREE = datetime.fromisoformat("2026-11-27T15:00")

WHOLE = """
title = "秋季新品发布协调会"
kind = "coordination"
start = 2026-11-27T14:00:00
end = 2026-11-27T15:00:00
zone = "Asia/Shanghai"
place = "二楼 201"
confidentiality = "confidential"
goal = "确定新品发布日期"
expected = ["《发布日程》", "  "]
language = "zh"
[[people]]
name = "周敏"
department = "产品部"
title = "总监"
email = "zhoumin@example.com"
roles = ["chair", "decider", "chair"]
[[people]]
name = "Tom Reed"
[[agenda]]
title = "发布日期"
minutes = 20
facilitator = "周敏"
prepare = "请生产部带上排产表"
confidentiality = "secret"
decisions = ["12 月 1 日发布 @周敏", " "]
talks = ["生产部希望推迟一周"]
"""


@pytest.fixture
def plan(tmp_path: Path) -> Write:
    def write(text: str | bytes) -> Path:
        path = tmp_path / "plan.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def refused(path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        load(path)
    return caught.value


def test_everything_a_plan_can_say_is_taken(plan: Write) -> None:
    assert load(plan(WHOLE)) == Plan(
        title="秋季新品发布协调会",
        kind=MeetingKind.COORDINATION,
        start=TWO,
        end=THREE,
        zone="Asia/Shanghai",
        place="二楼 201",
        level=Level.CONFIDENTIAL,
        goal="确定新品发布日期",
        expected=("《发布日程》",),
        language="zh",
        people=(
            PlanPerson("周敏", "产品部", "总监", "zhoumin@example.com", (Role.CHAIR, Role.DECIDER)),
            PlanPerson("Tom Reed"),
        ),
        agenda=(
            PlanItem(
                "发布日期",
                20,
                "周敏",
                "请生产部带上排产表",
                level=Level.SECRET,
                proposals=(
                    (ProposalKind.DECISION, "12 月 1 日发布 @周敏"),
                    (ProposalKind.TALK, "生产部希望推迟一周"),
                ),
            ),
        ),
    )


def test_a_title_is_enough(plan: Write) -> None:
    assert load(plan('title = "Standup"')) == Plan("Standup")


@pytest.mark.parametrize("written", ['"2026-11-27T14:00"', '"2026-11-27 14:00:30"', "2026-11-27 14:00:59"])
def test_a_time_is_taken_to_the_minute_however_it_is_written(plan: Write, written: str) -> None:
    assert load(plan(f'title = "x"\nstart = {written}')).start == TWO


def test_a_time_with_offset_becomes_one_of_the_plans_zone(plan: Write) -> None:
    path = plan('title = "x"\nzone = "Asia/Shanghai"\nstart = 2026-11-27T06:00:00Z')
    assert load(path).start == TWO


def test_a_file_from_windows_is_read(plan: Write) -> None:
    assert load(plan('\ufefftitle = "x"\r\nplace = "y"\r\n')).place == "y"


def test_escape_and_control_characters_stay_outside(plan: Write) -> None:
    hostile = plan('title = "a\\u001b]52;c;eA==\\u0007b"\n[[people]]\nname = "\\u202e张三"')
    assert load(hostile).title == "ab"
    assert load(hostile).people[0].name == "张三"


WRONG = {
    "": ("title", "it is missing"),
    'title = "  "': ("title", "it is missing"),
    "title = 3": ("title", "text in quotes"),
    'title = "x"\nplaec = "y"': ("plaec", "place"),
    'title = "x"\nkind = "coordinaton"': ("kind", "coordination (one of regular"),
    'title = "x"\nkind = "party"': ("kind", "one of regular, standup, special"),
    'title = "x"\nconfidentiality = "top"': ("confidentiality", "public, internal, confidential, secret"),
    'title = "x"\nstart = 2026-11-27': ("start", "2026-11-27T14:00:00"),
    'title = "x"\nstart = "morgen"': ("start", "day and time"),
    'title = "x"\nstart = 0001-01-01T00:00:00': ("start", "day and time"),
    'title = "x"\nstart = 2026-11-27T14:00:00+08:00': ("start", "without offset"),
    'title = "x"\nend = 2026-11-27T14:00:00': ("start", "it is missing"),
    'title = "x"\nstart = 2026-11-27T14:00:00\nend = 2026-11-27T13:00:00': (
        "end",
        "later than 2026-11-27 14:00",
    ),
    'title = "x"\nzone = "Asia/Shangai"': ("zone", "Asia/Shanghai"),
    'title = "x"\nlanguage = "fr"': ("language", "one of en, zh"),
    'title = "x"\nexpected = "y"': ("expected", 'expected = ["…", "…"]'),
    'title = "x"\n[people]\nname = "y"': ("people", "[[people]]"),
    'title = "x"\n[[people]]\ndepartment = "y"': ("people[1].name", "it is missing"),
    'title = "x"\n[[people]]\nname = "y"\nrole = ["chair"]': ("people[1].role", "roles"),
    'title = "x"\n[[people]]\nname = "y"\nroles = "chair"': ("people[1].roles", "list of texts"),
    'title = "x"\n[[people]]\nname = "y"\nroles = ["chiar"]': ("people[1].roles", "chair (one of convener"),
    'title = "x"\n[[people]]\nname = "y"\nemail = "nowhere"': ("people[1].email", "name@example.com"),
    'title = "x"\n[[people]]\nname = "Y"\n[[people]]\nname = "y"': ("people[2].name", "y is there twice"),
    'title = "x"\n[[agenda]]\ntitle = "y"\n[[agenda]]\ntitle = "z"\nminutes = "15"': (
        "agenda[2].minutes",
        "whole minutes",
    ),
    'title = "x"\n[[agenda]]\ntitle = "y"\nminutes = -5': ("agenda[1].minutes", "it is -5"),
    'title = "x"\n[[agenda]]\ntitle = "y"\nminutes = true': ("agenda[1].minutes", "it is true"),
    'title = "x"\n[[agenda]]\ntitle = "y"\nminutes = 2000': ("agenda[1].minutes", "0 to 1440"),
    'title = "x"\nplace = 3. Stock\ngoal = "y"': ("line 2", "“place = 3. Stock” is not TOML"),
    'title = "x': ("line 1", "is not TOML"),
    'title = "x"\ntitle = "y"': ("line 2", "there twice"),
    'title = "x"\nstart = 2026-02-30T10:00:00': ("line 2", "is not TOML"),
    f'title = "x"\nminutes = {"9" * 5000}': ("line 2", "is not TOML"),
    "title = " + "[" * 100_000: ("line 1", "is not TOML"),
}


@pytest.mark.parametrize(("text", "said"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_plan_is_refused_with_place_fault_and_remedy(
    plan: Write, text: str, said: tuple[str, str]
) -> None:
    refusal = refused(plan(text))
    assert (refusal.code, refusal.params["file"], refusal.params["where"]) == (
        "plan_wrong",
        "plan.toml",
        said[0],
    )
    assert said[1] in refusal_text(refusal)
    assert len(refusal_text(refusal)) < 250


def test_two_people_of_one_name_are_told_apart_by_their_departments(plan: Write) -> None:
    two = plan(
        'title = "x"\n[[people]]\nname = "张伟"\ndepartment = "产品部"\n'
        '[[people]]\nname = "张伟"\ndepartment = "市场部"'
    )
    assert len(load(two).people) == 2


def test_a_file_in_another_encoding_names_the_line(plan: Write) -> None:
    refusal = refused(plan('title = "x"\nplace = "三楼"'.encode("gb18030")))
    assert refusal.params["where"] == "line 2"
    assert "UTF-8" in refusal_text(refusal)


def test_a_missing_plan_is_not_found(tmp_path: Path) -> None:
    refusal = refused(tmp_path / "nowhere.toml")
    assert refusal.code == "plan_not_found"
    assert "nowhere.toml" in refusal_text(refusal)


def test_a_folder_and_a_huge_file_are_no_plans(tmp_path: Path, plan: Write) -> None:
    assert "cannot be read" in refusal_text(refused(tmp_path))
    assert "256 KiB" in refusal_text(refused(plan(b"#" * (LARGEST + 1))))


def test_the_refusal_is_in_the_language_spoken(plan: Write) -> None:
    path = plan('title = "x"\n[[agenda]]\ntitle = "y"\nminutes = "15"')
    with speaking("zh"):
        assert (
            refusal_text(refused(path))
            == 'plan.toml：agenda[1].minutes：现为 "15"；应为：0 到 1440 之间的整数分钟'
        )


@given(st.text(st.sampled_from('abtile =\n[]"2026-11T:.#,{}\\u张'), max_size=60))
def test_whatever_is_written_is_taken_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, encoding="utf-8", newline="")
    try:
        said = load(path).title
    except Refused as refusal:
        said = refusal_text(refusal)
    assert said
