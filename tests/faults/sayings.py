"""What a recorder types in a long meeting: lines of all kinds in both languages, and what is done between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tests.terminal import F8
from tui_minutes.domain.agenda import Span
from tui_minutes.domain.outcomes import Change
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.store.store import Store

SAYINGS = (
    "周岚：应先定展位 {n}",
    "Nora Quinn: the banner goes to hall {n}",
    "... and it hangs from beam {n}",
    "韩磊！：第 {n} 号厅太远",
    "+ 采用第 {n} 套方案",
    "……第 {n} 套至少到年底",
    "- 准备第 {n} 份物料@韩磊 截止周五 -> 物料表",
    "+ we take offer {n} no action",
    "- @Nora draft poster {n} by 12/4 ++ photos",
    "A-001 ++ 人手 {n}",
    "? 第 {n} 天谁值班 @方晴",
    "Q: who opens door {n} next 12/4",
    "= visitors {n}000 <- gate report",
    "数据：到场={n} 来源：门卫",
    "* 先搭第 {n} 座展台 提出人：韩磊 结果：通过 赞成2 反对0 弃权1",
    "motion: buy lamp {n} by @Nora => shelved",
    "a note of no kind {n}",
    "备注：第 {n} 台投影仪坏了（存疑）",
    "\\行动：第 {n} 个字面意思",
)
MENDED, PROGRESS, TOPIC = " 改", "进展顺利", "新议题"

_CTRL_G, _CTRL_K, _CTRL_U, _UP = "\x07", "\x0b", "\x15", "\x1b[A"


@dataclass(frozen=True, slots=True)
class Act:
    """What a recorder does beside typing lines: the keys of each step, and the bytes that answer them.

    `trace` is what the capture line may still show when it was cut short.
    """

    name: str
    steps: tuple[tuple[str, bytes], ...]
    trace: str = ""


def acts(n: int, line: str, paused: bool) -> list[Act]:
    """The acts of which a recorder chooses the `n`-th, after `line`; a break is ended before anything else.

    A line that adds to another one is not corrected: it is said anew.
    """
    pause = Act("break", ((F8, rb"all clocks stand still|The meeting goes on"),))
    topic = Act("topic", ((f"/topic {TOPIC} {n}\r", b"Item [0-9]+: "),), f"/topic {TOPIC} {n}")
    mended = (_UP, b"Correct [0-9]"), (f"{MENDED}{n}\r", rb"Line \d+ corrected")
    if paused:
        return [pause]
    if line.startswith(("...", "……", "A-")):
        return [pause, topic]
    return [pause, topic, Act("correction", mended, f"{MENDED}{n}")]


def follow_up(n: int) -> Act:
    """Something is heard of an earlier meeting's action, and noted in the tracker."""
    noted = f"{_CTRL_U}A-001 {PROGRESS} {n}\r"
    return Act("follow-up", ((_CTRL_G, b"Decision ledger"), (_CTRL_K, b"Record"), (noted, b"A-001 saved")))


def boundaries(spans: tuple[Span, ...]) -> list[datetime]:
    """When spans began, and when they ended."""
    return [at for span in spans for at in (span.start, span.end) if at]


COUNTS: Mapping[str, Callable[[Store, MeetingRecord], int]] = {
    "break": lambda _, record: len(boundaries(record.breaks)),
    "topic": lambda _, record: sum(TOPIC in item.title for item in record.agenda),
    "correction": lambda _, record: sum(entry.raw.count(MENDED) for entry in record.entries),
    "follow-up": lambda store, _: sum(PROGRESS in change.note for change in _history(store)),
}
"""How often the store says that each act was done."""


def _history(store: Store) -> tuple[Change, ...]:
    action = store.outcome_by_number("A-001")
    return store.history(action.uid) if action else ()
