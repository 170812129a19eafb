"""A short meeting played through the services, for tests that need a sealed one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tui_minutes.domain.attendance import Attendance, Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.reading import Kind, Reading, Votes
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.signatures import Verdict
from tui_minutes.services import (
    approval,
    attendance,
    discussion,
    meetings,
    outcomes,
    readback,
    session,
    signing,
)
from tui_minutes.store.store import Store

BEGIN = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)

PLAN = Plan(
    title="秋季新品发布协调会",
    kind=MeetingKind.COORDINATION,
    start=datetime.fromisoformat("2026-11-27T14:00"),
    end=datetime.fromisoformat("2026-11-27T15:00"),
    zone="Asia/Shanghai",
    place="二楼 201",
    goal="确定新品发布日期",
    expected=("《发布日程》",),
    language="zh",
    people=(
        PlanPerson("周敏", "产品部", "总监", "zhoumin@example.com", (Role.CHAIR, Role.DECIDER)),
        PlanPerson("Tom Reed", "Sales"),
        PlanPerson("何平", "生产部"),
        PlanPerson("外聘顾问", roles=(Role.OBSERVER,)),
    ),
    agenda=(PlanItem("发布日期", 20, "周敏", "请生产部带上排产表"), PlanItem("渠道预算", 15)),
)


class Played:
    """A meeting and the clock by which it is played: each command comes a minute after the last."""

    def __init__(self, store: Store, plan: Plan = PLAN) -> None:
        self.store = store
        self.at = BEGIN
        self.uid = meetings.create(store, self.command(), plan)

    def command(self, by: str = "周敏") -> Command:
        """The next command."""
        self.at += timedelta(minutes=1)
        return Command.new(self.at, by, "记录员")

    @property
    def record(self) -> MeetingRecord:
        """The meeting as it stands."""
        return self.store.record(self.uid)

    def say(self, kind: Kind, text: str, **fields: object) -> None:
        """Take down a line."""
        reading = Reading(raw=text, kind=kind, text=text, **fields)  # type: ignore[arg-type]
        discussion.record_line(self.store, self.command(), self.uid, reading)

    def hold(self) -> None:
        """From check-in to the last word: a point, data, a disagreement, a motion and outcomes."""
        chair, tom, he, adviser = self.record.people
        attendance.open_check_in(self.store, self.command(), self.uid)
        for person in (chair, adviser):
            attendance.mark(self.store, self.command(), person.uid, Attendance.PRESENT)
        attendance.mark(self.store, self.command(), he.uid, Attendance.ABSENT, "出差")
        session.start(self.store, self.command(), self.uid)
        attendance.come(self.store, self.command(), tom.uid)
        self.say(Kind.POINT, "我们需要两周铺货", speaker="Tom Reed")
        point = self.record.entries[-1]
        for doubtful in (True, False):
            discussion.set_doubtful(self.store, self.command(), point.uid, doubtful)
        self.say(Kind.DATA, "渠道库存", value="4.2 万件", source="仓储日报")
        self.say(Kind.DISAGREEMENT, "两周太短", speaker="周敏")
        self.say(Kind.MOTION, "先做线上首发", proposer="Tom Reed", result="passed", votes=Votes(2, 0, 1))
        self.say(Kind.DECISION, "12 月 15 日发布")
        self.say(
            Kind.ACTION,
            "提交铺货计划",
            owners=("Tom Reed", "何平"),
            due=date(2026, 12, 1),
            deliverable="铺货计划表",
            resources="仓储数据",
        )
        self.say(Kind.QUESTION, "海外版何时发布", owners=("周敏",), next=date(2026, 12, 4))
        session.to_readback(self.store, self.command(), self.uid)

    def sign(self) -> None:
        """Read back, one reservation, sign, and the room's seal."""
        self.hold()
        question = self.record.outcomes[-1]
        readback.reserve(self.store, self.command(), question.uid, "Tom Reed", "应尽早定")
        readback.agree_rest(self.store, self.command(), self.uid)
        signing.sign(self.store, self.command(), self.uid, self.record.people[0].uid, Verdict.AGREED)
        signing.sign_all(self.store, self.command(), self.uid)
        signing.seal_room(self.store, self.command(), self.uid)

    def approve(self) -> None:
        """All up to the chair's seal, an amendment, and an action that goes on in the ledger."""
        self.sign()
        action = self.record.numbered("A-001")
        assert action is not None
        outcomes.update(self.store, self.command(), action.uid, {"due": date(2026, 12, 3)}, cause="缺货")
        approval.approve(self.store, self.command(), self.uid)
        approval.amend(self.store, self.command(), self.uid, "A-001", "交付渠道部", "写漏了")
        outcomes.update(
            self.store, self.command(), action.uid, {"owners": ("何平",), "status": "in_progress"}
        )


SECRET = Level.SECRET
