"""A meeting as records, for the tests of what is drawn from them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tests.support import START
from tui_minutes.domain.agenda import AgendaItem, ItemState, Span
from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, OutcomePerson, Part, Priority
from tui_minutes.domain.record import MeetingRecord


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


MEETING = Meeting(
    uid="m",
    number="M-2026-012",
    title="Q3 项目进度协调会",
    zone="Asia/Shanghai",
    phase=Phase.IN_SESSION,
    started_at=START,
)
AGENDA = (
    AgendaItem("i1", 1, "上月行动项回顾", 10, state=ItemState.DONE, spans=(Span(at(0), at(9.5)),)),
    AgendaItem("i2", 2, "推广优先级", 15, facilitator="李四", state=ItemState.OPEN, spans=(Span(at(9.5)),)),
    AgendaItem("i3", 3, "研发资源调配", 20),
    AgendaItem("i4", 4, "里程碑", 10, state=ItemState.DEFERRED),
)
DECISION = Outcome(
    "d",
    "D-031",
    OutcomeKind.DECISION,
    "优先推广功能B",
    "m",
    entry_uid="e3",
    item_uid="i2",
    priority=Priority.URGENT,
    people=(OutcomePerson(Part.DECIDER, "张三"),),
)
ACTION = Outcome(
    "a",
    "A-057",
    OutcomeKind.ACTION,
    "完成海报初稿",
    "m",
    entry_uid="e4",
    item_uid="i2",
    parent_uid="d",
    people=(OutcomePerson(Part.RESPONSIBLE, "李四"), OutcomePerson(Part.COPIED, "销售部")),
    department="市场部",
    due=date(2026, 12, 4),
    deliverable="海报初稿",
)
BARE = Outcome(
    "b", "A-058", OutcomeKind.ACTION, "渠道排期表", "m", entry_uid="e5", item_uid="i2", parent_uid="d"
)


def entry(seq: int, kind: EntryKind, text: str, **more: object) -> Entry:
    return Entry(f"e{seq}", seq, at(10 + seq), kind, text, item_uid="i2", **more)  # type: ignore[arg-type]


ENTRIES = (
    entry(1, EntryKind.POINT, "主张优先推广功能A", speaker="李四"),
    entry(2, EntryKind.DATA, "选择B 68%", source="Q3 客户调研"),
    entry(3, EntryKind.DECISION, "优先推广功能B", outcome_uid="d"),
    entry(4, EntryKind.ACTION, "完成海报初稿", outcome_uid="a"),
    entry(5, EntryKind.ACTION, "渠道排期表", outcome_uid="b"),
    entry(6, EntryKind.NOTE, "no more", withdrawn=True),
    entry(7, EntryKind.DISAGREEMENT, "口径不同", speaker="王五", doubtful=True),
    entry(8, EntryKind.MOTION, "客户投诉响应", proposer="赵六"),
)
RECORD = MeetingRecord(MEETING, agenda=AGENDA, entries=ENTRIES, outcomes=(DECISION, ACTION, BARE))
