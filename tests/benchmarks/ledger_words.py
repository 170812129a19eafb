"""What the people of a made-up firm talk about: the words of a large ledger."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import Any

from tui_minutes.domain.command import new_uid

KINDS = {"A": "action", "D": "decision", "Q": "question"}
DEPARTMENTS = ("市场部", "行政部", "财务部", "研发部", "采购部", "Design", "Logistics", "客服部")
SERIES = (
    "产品周例会",
    "展会筹备会",
    "成本专题会",
    "Supplier review",
    "Hiring round",
    "客户交付协调会",
    "季度复盘会",
)
TOPICS = ("进度", "预算", "场地与物料", "人手", "Delivery dates", "供应商报价", "风险与对策", "上线安排")

_SURNAMES = (
    ("林", "lin"), ("周", "zhou"), ("方", "fang"), ("许", "xu"), ("陆", "lu"), ("秦", "qin"),
    ("叶", "ye"), ("曾", "zeng"), ("沈", "shen"), ("程", "cheng"),
)  # fmt: skip
_GIVEN = (
    ("晓", "xiao"), ("岚", "lan"), ("一鸣", "yiming"), ("若水", "ruoshui"), ("志远", "zhiyuan"),
    ("可欣", "kexin"), ("建国", "jianguo"), ("思齐", "siqi"),
)  # fmt: skip
_LATIN = ("Nora Quinn", "Tom Becker", "Ines Duarte", "Paul Novak")

PEOPLE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *(
        (family + given, DEPARTMENTS[n % len(DEPARTMENTS)], (read + sound, read[0] + sound[0]))
        for n, ((family, read), (given, sound)) in enumerate(product(_SURNAMES, _GIVEN))
    ),
    *((name, DEPARTMENTS[n], ()) for n, name in enumerate(_LATIN)),
)
"""Name, department, readings."""

_VERBS = (
    "核对",
    "整理",
    "确认",
    "更新",
    "催办",
    "起草",
    "联系供应商落实",
    "评估",
    "Check",
    "Draft",
    "Send out",
    "Book",
)
_THINGS = (
    "第三季度的预算表", "展位搭建方案", "海报和易拉宝的印刷数量", "新版合同条款", "仓库盘点差异",
    "客户培训的场地", "上线前的回归测试清单", "招聘面试安排", "发货延误的原因", "会议室的投影设备",
    "the shipping labels", "the visitor survey", "the test plan for release 4",
    "the price list for spring", "the backup schedule",
)  # fmt: skip
_ENDS = (
    "，并发给各部门",
    "，下周前给出结论",
    "，费用不超过 8000 元",
    "",
    "",
    " and report back",
    " with two quotes",
    "，抄送财务",
)
DELIVERABLES = ("清单", "方案初稿", "会签单", "Test report", "对比表", "")
RESULTS = ("已按方案完成", "done, see the shared folder", "完成，剩余物料入库", "已发出", "")
NOTES = (
    "等供应商回复，预计周四有结果", "已完成一半", "和财务谈过，预算够用", "waiting for the second quote",
    "样品收到，颜色需要调整", "moved to the new template", "", "",
)  # fmt: skip


def sentence(chance: random.Random) -> str:
    """What is to be done, in either language or both."""
    return f"{chance.choice(_VERBS)}{chance.choice(_THINGS)}{chance.choice(_ENDS)}"


def directory(at: datetime) -> Iterator[dict[str, Any]]:
    """The people as the directory keeps them."""
    for name, department, readings in PEOPLE:
        yield {"uid": new_uid(at), "name": name, "department": department, "readings": list(readings)}
