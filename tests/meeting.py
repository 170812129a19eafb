"""A meeting for tests that need no screen: a team, a plan, a clock that only tests move, lines as typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.capture import Reading, parse
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import attendance, discussion, lines, meetings, readback, session, signing
from tui_minutes.store.store import Store

START = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)
"""14:00 in Shanghai, a Friday."""

PLAN = Plan(
    title="春季展会筹备会",
    zone="Asia/Shanghai",
    start=datetime(2026, 11, 27, 14, 0),
    end=datetime(2026, 11, 27, 15, 0),
    language="zh",
    people=(
        PlanPerson("周岚", "行政部", "经理", roles=(Role.CHAIR,)),
        PlanPerson("韩磊", "市场部"),
        PlanPerson("Nora Quinn", "Design"),
        PlanPerson("方晴", "数据组", roles=(Role.OBSERVER,)),
    ),
    agenda=(PlanItem("展位选择", 10), PlanItem("物料清单", 20), PlanItem("值班安排", 5)),
)


@dataclass
class Played:
    """A meeting under test: every command happens at `now`, which moves a minute each time."""

    store: Store
    uid: str = ""
    now: datetime = START
    typist: str = "小林"
    last: Command = field(init=False)

    def command(self, by: str = "") -> Command:
        """A fresh command, a minute after the one before."""
        self.now += timedelta(minutes=1)
        self.last = Command.new(self.now, by or self.typist, self.typist)
        return self.last

    @property
    def record(self) -> MeetingRecord:
        """The meeting as it stands in the store."""
        return self.store.record(self.uid)

    def plan(self, plan: Plan = PLAN) -> Played:
        """Store the plan."""
        self.uid = meetings.create(self.store, self.command(), plan)
        return self

    def begin(self) -> Played:
        """Everyone is there, the first item is open."""
        attendance.open_check_in(self.store, self.command(), self.uid)
        attendance.mark_all_present(self.store, self.command(), self.uid)
        session.start(self.store, self.command(), self.uid)
        return self

    def say(self, line: str) -> Entry:
        """Type a line and press Enter."""
        return discussion.record_line(self.store, self.command(), self.uid, self.reading(line))

    def reading(self, line: str) -> Reading:
        """What a line is taken for now."""
        context = lines.context(self.record, self.store.people(), START.date(), WEEKENDS)
        return parse(line, context)

    def outcome(self, number: str) -> Outcome:
        """The outcome with exactly this number."""
        found = self.record.numbered(number)
        assert found is not None
        return found

    @property
    def item(self) -> AgendaItem:
        """The item on the table."""
        found = self.record.current_item
        assert found is not None
        return found

    def person(self, name: str) -> Participant:
        """The participant with exactly this name."""
        found = self.record.participant(name)
        assert found is not None
        return found

    def in_ledger(self, number: str) -> Outcome:
        """The outcome with this number, whichever meeting it is of."""
        found = self.store.outcome_by_number(number)
        assert found is not None
        return found

    def parent(self, number: str) -> Outcome:
        """What the outcome with this number hangs on."""
        found = self.record.parent(self.outcome(number))
        assert found is not None
        return found

    def read_back(self) -> Played:
        """On to the readback, and the room agrees to all."""
        session.to_readback(self.store, self.command(), self.uid)
        readback.agree_rest(self.store, self.command(), self.uid)
        return self

    def seal(self) -> Played:
        """Everyone in the room signs."""
        signing.sign_all(self.store, self.command(), self.uid)
        signing.seal_room(self.store, self.command(), self.uid)
        return self


@contextmanager
def played(path: Path) -> Iterator[Played]:
    """A store at `path` with nothing in it yet."""
    store = Store.open(path)
    try:
        yield Played(store)
    finally:
        store.close()
