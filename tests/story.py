"""The sample meeting played on, for pictures: what is said, decided, read back, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tests.support import Clock
from tui_minutes.domain.capture import Reading, parse
from tui_minutes.domain.command import Command
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import attendance, demo, discussion, lines, outcomes, readback, session, signing
from tui_minutes.store.store import Store

ZONE = "Asia/Shanghai"
BEGIN = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)
"""14:00 in Shanghai, a Friday."""


@dataclass(frozen=True, slots=True)
class Script:
    """What is typed, by language: `lines` of each item, updates with their owners, half-typed lines.

    `typing` is one of the meeting, `updating` of the tracker, `said` of the standup, `measure` of the review.
    """

    typist: str
    lines: tuple[tuple[str, ...], ...]
    typing: str
    doubts: tuple[str, str]
    updates: tuple[tuple[str, str], ...]
    updating: str
    said: str
    measure: str


SCRIPTS = {
    "zh": Script(
        "林小曼",
        (
            ("陈立：检查清单已交，测试全部通过", "A-001 完成 成果：清单已归档", "A-002 执行中"),
            ("郑凯：新规则先在两个城市试行", "+ 积分新规则先在两个城市试行 p2 无需行动"),
            (
                "陈立：首批一成用户，错误率一直在下降",
                "= 首批错误率 =0.3% <- 监控平台",
                "吴倩！：晚班还没排满，放量太快热线接不住",
                "周敏：放量和排班要同步",
                "+ 第二批下周一放量到三成 p1",
                "- 完成放量前检查 @陈立 截止下周一 -> 检查记录 ++ 测试 1 人 抄送：客服部",
                "- 排出放量期间的晚班",
                "? 老会员的积分何时迁移 @郑凯 下次反馈：12/4",
                "* 投诉当天回复 提出人：@吴倩 结果：通过 4:0:0",
            ),
        ),
        "- 尽快写好放量通知 @郑凯 截止周三 -> 通知定稿 ++ 客服问答",
        ("郑凯", "检查最好提前一天"),
        (
            ("陈立", "A-004 执行中"),
            ("陈立", "A-004 延期 原因：资源不足 措施：向客服部借测试 1 人 截止+8d"),
            ("周敏", "Q-001 执行中"),
        ),
        "A-005 @吴倩 截止下周三",
        "A-004 完成 成果：检查记录已归档 遗留：灰度开关待复核",
        "每周三先问延期原因，当场定措施 @周岚 截止周五 -> 延期清单",
    ),
    "en": Script(
        "Lin Moore",
        (
            (
                "Tom: the checklist is filed, all tests passed",
                "A-001 done result: filed",
                "A-002 in progress",
            ),
            ("Ben: try the new rules in two cities", "+ new bonus rules in two cities first p2 no action"),
            (
                "Tom: a tenth of the users, and the error rate keeps falling",
                "= error rate =0.3% <- monitoring",
                "Ana!: evenings are not staffed, the hotline cannot take more",
                "+ second step on Monday, to a third of the users p1",
                "- finish the check before it @Tom by next mon -> check list ++ 1 tester cc Support",
                "- staff the evenings of the second step",
                "? when do points of old members move @Ben next 12/4",
            ),
        ),
        "- write the notice asap @Ben by wed -> final text ++ questions from Support",
        ("Ben Okafor", "better a day earlier"),
        (
            ("Tom Becker", "A-004 in progress"),
            ("Tom Becker", "A-004 delayed cause: no tester remedy: one from Support by +8d"),
            ("Priya Nair", "Q-001 in progress"),
        ),
        "A-005 @Ana by next wed",
        "A-004 done result: check list filed left over: one switch to look at again",
        "ask for causes of delay on Wednesdays @周岚 by fri -> list of delays",
    ),
}


class Story:
    """The sample's second meeting in `store`, taken further step by step by a clock of its own."""

    def __init__(self, store: Store, language: str) -> None:
        self.store, self.script, self.clock = store, SCRIPTS[language], Clock(BEGIN)
        self.uid = demo.fill(store, BEGIN, language, ZONE, self.script.typist)

    @property
    def record(self) -> MeetingRecord:
        """The meeting as it stands."""
        return self.store.record(self.uid)

    def command(self, by: str = "", minutes: float = 0.5) -> Command:
        """The next command, some minutes later."""
        self.clock.forward(minutes=minutes)
        return Command.new(self.clock(), by or self.script.typist, self.script.typist)

    def reading(self, line: str) -> Reading:
        """What a typed line is taken for."""
        day = self.clock().astimezone(ZoneInfo(ZONE)).date()
        return parse(line, lines.context(self.record, self.store.people(), day, WEEKENDS))

    def check_in(self) -> None:
        """The door is open."""
        attendance.open_check_in(self.store, self.command(), self.uid)

    def begin(self) -> None:
        """Everyone is there, the first item is open."""
        self.check_in()
        attendance.mark_all_present(self.store, self.command(minutes=4), self.uid)
        session.start(self.store, self.command(), self.uid)

    def talk(self) -> None:
        """Item by item up to the third, which runs on."""
        for nth, said in enumerate(self.script.lines):
            if nth:
                session.next_item(self.store, self.command(), self.uid)
            for line in said:
                reading = self.reading(line)
                discussion.record_line(self.store, self.command(minutes=1.3), self.uid, reading)

    def read_back(self) -> None:
        """The first outcomes are agreed, one of them with a reservation."""
        session.to_readback(self.store, self.command(minutes=8), self.uid)
        name, words = self.script.doubts
        first, second, third, *_ = self.record.live
        for outcome in (first, second):
            readback.agree(self.store, self.command(), outcome.uid)
        readback.reserve(self.store, self.command(), third.uid, name, words)

    def sign(self) -> None:
        """The room agrees to the rest and signs."""
        readback.agree_rest(self.store, self.command(), self.uid)
        signing.sign_all(self.store, self.command(), self.uid)
        signing.seal_room(self.store, self.command(), self.uid)

    def follow(self) -> None:
        """What becomes of it in the week after."""
        for owner, line in self.script.updates:
            command, reading = self.command(owner, minutes=24 * 60), self.reading(line)
            outcome = self.store.outcome_by_number(reading.number or "")
            assert outcome is not None
            outcomes.apply(self.store, command, outcome.uid, reading)
