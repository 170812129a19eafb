"""A plan in Markdown says what one in TOML says, and is refused by line when it is not understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import speaking
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services.plan_markdown import load

Write = Callable[[str], Path]
DOCS = Path(__file__).parents[2] / "docs" / "plans.md"

CHINESE = """# 秋季新品发布协调会

时间：2026年11月27日 14:00–15:00
时区：Asia/Shanghai
地点：二楼 201
类型：跨部门协调会
密级：机密
目标：确定新品发布日期
预期成果：《发布日程》；渠道表
语言：zh

## 议程
1. 发布日期（20 分钟）周敏
   准备：请生产部带上排产表
2. 背景

## 参会人
- 周敏，产品部，总监 <zhoumin@example.com>（主持人、决策人）
- Tom Reed
"""

ENGLISH = """# Spring fair

start: 2026-11-27 14:00
end: 2026-11-27 15:00
zone: Asia/Shanghai
kind: review meeting
goal: agree on the budget

## Expected outcomes
- a budget

## Agenda
- Budget – 20 min – Tom

## People
- Tom Reed, Sales <tom@example.com>
- Ann Lee

chair: Ann Lee
recorder: Zoe Park
"""


@pytest.fixture
def plan(tmp_path: Path) -> Write:
    def write(text: str) -> Path:
        path = tmp_path / "plan.md"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def refusal(path: Path) -> str:
    """Why the plan is refused, in English."""
    with speaking("en"), pytest.raises(Refused) as why:
        load(path)
    with speaking("en"):
        return refusal_text(why.value)


def test_a_plan_in_chinese(plan: Write) -> None:
    assert load(plan(CHINESE)) == Plan(
        title="秋季新品发布协调会", kind=MeetingKind.COORDINATION, start=datetime(2026, 11, 27, 14),
        end=datetime(2026, 11, 27, 15), zone="Asia/Shanghai", place="二楼 201", level=Level.SECRET,
        goal="确定新品发布日期", expected=("《发布日程》", "渠道表"), language="zh",
        people=(
            PlanPerson("周敏", "产品部", "总监", "zhoumin@example.com", (Role.CHAIR, Role.DECIDER)),
            PlanPerson("Tom Reed"),
        ),
        agenda=(PlanItem("发布日期", 20, "周敏", "请生产部带上排产表"), PlanItem("背景")),
    )  # fmt: skip


def test_decisions_worded_ahead_and_talks_stand_below_their_item(plan: Write) -> None:
    text = """# 预算会

议程：
1. 预算 – 20 min
   准备：去年的数字
   拟决议：批准 20 万元：展会 @周敏 截止12月4日
   - 拟决议：预留 2 万元
   会前沟通：财务同意上限 25 万元
2. 人员
   Proposed: two at the stand
   Talked over: Sales agrees
3. 决策流程
- 会前沟通：渠道
"""
    decision, talk = ProposalKind.DECISION, ProposalKind.TALK
    assert [(item.title, item.prepare, item.proposals) for item in load(plan(text)).agenda] == [
        (
            "预算",
            "去年的数字",
            (
                (decision, "批准 20 万元：展会 @周敏 截止12月4日"),
                (decision, "预留 2 万元"),
                (talk, "财务同意上限 25 万元"),
            ),
        ),
        ("人员", "", ((decision, "two at the stand"), (talk, "Sales agrees"))),
        ("决策流程", "", ()),
        ("会前沟通：渠道", "", ()),
    ]


def test_a_plan_in_english(plan: Write) -> None:
    assert load(plan(ENGLISH)) == Plan(
        title="Spring fair", kind=MeetingKind.REVIEW, start=datetime(2026, 11, 27, 14),
        end=datetime(2026, 11, 27, 15), zone="Asia/Shanghai", goal="agree on the budget",
        expected=("a budget",),
        people=(
            PlanPerson("Tom Reed", "Sales", email="tom@example.com"),
            PlanPerson("Ann Lee", roles=(Role.ATTENDEE, Role.CHAIR)),
            PlanPerson("Zoe Park", roles=(Role.ATTENDEE, Role.RECORDER)),
        ),
        agenda=(PlanItem("Budget", 20, "Tom Reed"),),
    )  # fmt: skip


def test_who_is_named_for_a_role_and_on_the_list_is_one(plan: Write) -> None:
    heads = "# 周会\n主持人：周敏\n记录人：周敏、林岚\n"
    path = plan(f"{heads}\n## 议程 / Agenda\n1. 回顾\n\n## 参会人\n- 周敏，产品部 <zm@example.com>\n- 王五\n")
    roles = (Role.ATTENDEE, Role.CHAIR, Role.RECORDER)
    assert load(path).people == (
        PlanPerson("周敏", "产品部", email="zm@example.com", roles=roles),
        PlanPerson("林岚", roles=(Role.ATTENDEE, Role.RECORDER)),
        PlanPerson("王五"),
    )
    assert "周敏 is there twice" in refusal(plan(f"{heads}## 参会人\n- 周敏\n- 周敏\n"))


def test_what_the_handbook_shows_is_a_plan(plan: Write) -> None:
    shown = DOCS.read_text(encoding="utf-8").split("```markdown\n")[1:]
    assert len(shown) == 2
    for text in shown:
        assert load(plan(text.partition("```")[0])).agenda


WRONG = [
    ("# x\nfoo bar\n", "plan.md: line 2: “foo bar” is not understood; right would be: one of title, time,"),
    ("# x\n## Stuff\n", "plan.md: line 2: there is no such heading; right would be: one of agenda, people"),
    ("# x\n## People\nAnn\n", "plan.md: line 3: “Ann” is not understood; right would be: - Name, department"),
    ("# x\ntime: tomorrow\n", 'plan.md: start: it is "tomorrow"'),
    ("# x\nkind: revue\n", 'plan.md: kind: it is "revue"; right would be: review'),
    ("# x\n## People\n- Ann (boss)\n", 'plan.md: people[1].roles: it is "boss"'),
    ("# x\n## People\n- Ann <nowhere>\n", "plan.md: people[1].email: it is nowhere"),
    ("goal: x\n", "plan.md: title: it is missing"),
    ("", "plan.md: title: it is missing"),
]


@pytest.mark.parametrize(("text", "said"), WRONG, ids=[said for _, said in WRONG])
def test_what_is_wrong_is_said_by_line_or_key(plan: Write, text: str, said: str) -> None:
    assert refusal(plan(text)).startswith(said)
