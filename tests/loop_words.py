"""What is typed and looked for in the test of the whole loop, in each language."""

from __future__ import annotations

from dataclasses import dataclass

PLAN = """
title = "{title}"
kind = "coordination"
start = 2026-11-09T14:00:00
end = 2026-11-09T15:00:00
goal = "{goal}"
[[people]]
name = "{chair}"
department = "{office}"
roles = ["chair", "decider"]
[[people]]
name = "{owner}"
department = "{sales}"
[[agenda]]
title = "{item}"
minutes = 20
"""


@dataclass(frozen=True)
class Words:
    """`plan` fills the plan; `outcomes` are the lines of the meeting; the others are named by their use."""

    plan: dict[str, str]
    outcomes: tuple[str, ...]
    asked: str
    note: str
    cause: str
    remedy: str
    to_tell: str
    carried: str
    no_action: str
    result: str
    made_clear: str
    done: str
    changed_since: str
    news: tuple[str, ...]
    summary: tuple[str, ...]
    review: tuple[str, ...]
    measure: str
    closed_of_owner: str

    @property
    def chair(self) -> str:
        """Who leads, and is copied."""
        return self.plan["chair"]

    @property
    def owner(self) -> str:
        """Who has to do it."""
        return self.plan["owner"]


WORDS = {
    "en": Words(
        plan={
            "title": "Autumn fair", "goal": "Decide which stand we book", "item": "The stand",
            "chair": "Ann Baker", "office": "Admin", "owner": "Bob Stone", "sales": "Sales",
        },
        outcomes=(
            "+ we book stand A @Ann",
            "- sign the contract @Bob by 11/13 -> contract cc Ann",
            "- print the posters @Bob by 11/20 -> posters",
            "? who pays for the parking @Ann next 11/12",
        ),
        asked="which size?",
        note="Q-001 the fair is asked",
        cause="short of resources",
        remedy="Ann lends one",
        to_tell="to be told: Ann Baker",
        carried="sales pays for the parking",
        no_action="D-002 no action",
        result="signed by both",
        made_clear="A-002 explain: A3, both sides",
        done="A-002 done result: 40 printed",
        changed_since="Changed since 11-10",
        news=("in progress → closed", "due 11-13", "cause: short of", "Ann lends one", "signed by both"),
        summary=("Changed   1 done", "40 printed", "A3, both sides"),
        review=("November 2026", "On-time rate  1 of 2", "1 done late", "short of resources"),
        measure="book the printer a week earlier @Bob by 12/11",
        closed_of_owner="owner:Bob is:closed",
    ),
    "zh": Words(
        plan={
            "title": "秋季展会筹备", "goal": "确定预订哪个展位", "item": "展位",
            "chair": "安岚", "office": "行政部", "owner": "石磊", "sales": "销售部",
        },
        outcomes=(
            "决议：预订A展位 @安岚",
            "- 签订合同 @石磊 截止11月13日 -> 合同 抄送安岚",
            "- 印海报 @石磊 截止11月20日 -> 海报",
            "待定：停车费谁出 @安岚 下次反馈：11/12",
        ),
        asked="多大尺寸？",
        note="Q-001 已问组委会",
        cause="资源不足",
        remedy="向安岚借一人",
        to_tell="须告知：安岚",
        carried="停车费由销售部出",
        no_action="D-002 无需行动",
        result="双方已签字",
        made_clear="A-002 说明：A3，双面",
        done="A-002 完成 成果：已印40张",
        changed_since="自 11-10",
        news=("执行中 → 已关闭", "11-13", "资源不足", "向安岚借一人", "双方已签字"),
        summary=("1 项完成", "已印40张", "A3，双面"),
        review=("2026年11月", "按时率  1/2", "1 逾期完成", "资源不足"),
        measure="提前一周联系印刷厂 @石磊 截止12月11日",
        closed_of_owner="负责人：石磊 状态：已关闭",
    ),
}  # fmt: skip
