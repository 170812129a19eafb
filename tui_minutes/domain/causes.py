"""Causes of delay: the short list from which they are counted (T5, T10)."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """资源不足, 需求变更, 外部环境, 等待他人, 估计不足, 优先级调整."""

    RESOURCES = "resources"
    REQUIREMENTS = "requirements"
    EXTERNAL = "external"
    DEPENDENCY = "dependency"
    UNDERESTIMATED = "underestimated"
    PRIORITIES = "priorities"


_WORDS: dict[Cause, tuple[str, ...]] = {
    Cause.PRIORITIES: ("priorit", "more urgent", "优先级", "优先处理", "让位", "插单", "更急"),
    Cause.REQUIREMENTS: (
        "requirement", "scope", "changed their mind", "change request", "redesign",
        "需求", "范围变", "改方案", "方案调整", "方案变",
    ),
    Cause.DEPENDENCY: (
        "waiting for", "wait for", "blocked", "depends on", "dependen", "approval", "not delivered",
        "等待", "等候", "等审批", "等批", "未批", "依赖", "卡在", "未到货", "没到货", "未回复", "没回复",
        "上游",
    ),
    Cause.UNDERESTIMATED: (
        "underestimat", "harder than", "took longer", "more work", "too optimistic",
        "估计不足", "低估", "预估", "工作量", "比预想", "比预期", "时间不够",
    ),
    Cause.RESOURCES: (
        "resource", "short of", "shortage", "understaffed", "no people", "no money", "budget", "sick",
        "on leave",
        "资源", "缺人", "人手", "人力", "缺少", "短缺", "缺货", "预算", "经费", "资金", "请假", "生病",
        "离职",
    ),
    Cause.EXTERNAL: (
        "external", "weather", "policy", "market", "supplier", "customs", "legal", "outage", "force majeure",
        "外部", "天气", "台风", "暴雨", "政策", "市场", "疫情", "供应商", "海关", "停电", "不可抗力",
    ),
}  # fmt: skip
"""Words that tell a cause, the more telling causes first: 等待供应商 waits, whoever is to blame.

An English one is the beginning of a word.
"""


def cause_of(text: str) -> Cause | None:
    """The cause that `text` (a code, its label or own words, in either language) tells; None: another one."""
    folded = " ".join(text.casefold().split())
    if folded in set(Cause):
        return Cause(folded)
    return next(
        (cause for cause, words in _WORDS.items() if any(_is_in(word, folded) for word in words)), None
    )


def _is_in(word: str, folded: str) -> bool:
    return f" {word}" in f" {folded}" if word.isascii() else word in folded
