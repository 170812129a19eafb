"""Half a year of meetings in a few lines: what was promised, done in time or late, moved and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.meeting import PLAN, Played
from tui_minutes.domain.capture import parse
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act, Quality
from tui_minutes.domain.plan import Plan
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import discussion, lines, moves

NOW = datetime(2026, 11, 3, 1, 0, tzinfo=UTC)
"""A Tuesday morning in Shanghai: October is over, and is reviewed."""


def at(day: str, hour: int = 6) -> datetime:
    """That hour (UTC) of a day."""
    return datetime.fromisoformat(f"{day}T{hour:02}:00+00:00")


def hold(meeting: Played, day: str, *said: str, plan: Plan = PLAN) -> None:
    """A meeting on `day`, from its plan to the seal of the room."""
    meeting.now = at(day)
    start = at(day).replace(tzinfo=None) + timedelta(hours=8)
    meeting.plan(replace(plan, start=start, end=start + timedelta(hours=1))).begin()
    for line in said:
        say(meeting, line)
    meeting.read_back().seal()


def say(meeting: Played, line: str) -> Entry:
    """Type a line on the day it is."""
    context = lines.context(meeting.record, meeting.store.people(), meeting.now.date(), WEEKENDS)
    return discussion.record_line(meeting.store, meeting.command(), meeting.uid, parse(line, context))


def move(meeting: Played, day: str, number: str, act: Act, by: str = "", **given: object) -> None:
    """A move with an outcome on `day`."""
    meeting.now = at(day)
    one = meeting.in_ledger(number)
    moves.move(meeting.store, meeting.command(by), one.uid, act, Given(**given))  # type: ignore[arg-type]


def done(meeting: Played, day: str, number: str, quality: Quality | None = None) -> None:
    """The owner reports it done; somebody else confirms it, where there is a mark for it."""
    owner = meeting.in_ledger(number).owners[0]
    move(meeting, day, number, Act.REPORT, owner, result="交付", deliverable="附件")
    if quality:
        move(meeting, day, number, Act.CONFIRM, "周岚", quality=quality)


def delay(meeting: Played, day: str, number: str, cause: str, to: str) -> None:
    """The owner says why it takes longer, and until when."""
    owner = meeting.in_ledger(number).owners[0]
    move(meeting, day, number, Act.DELAY, owner, cause=cause, remedy="加人", due=date.fromisoformat(to))


def half_a_year(meeting: Played) -> Played:
    """A decision, eight actions and a question in five meetings; `NOW` is after them.

    Due in October by their first dates: A-004 (done in time), A-005 (done late, after a delay), A-006 (not
    done, moved to December), A-007 (called off), A-008 (done in time).
    """
    hold(meeting, "2026-06-02", "- 订场地 @韩磊 截止6月12日", "- 画草图 @Nora Quinn 截止6月20日")
    done(meeting, "2026-06-11", "A-001", Quality.GOOD)
    done(meeting, "2026-07-03", "A-002")
    hold(meeting, "2026-08-04", "- 谈赞助 @韩磊 截止8月20日")
    done(meeting, "2026-08-20", "A-003", Quality.GOOD)
    hold(
        meeting,
        "2026-09-22",
        "+ 展台用环保材料 p1",
        "- 采购板材 @韩磊 截止10月8日",
        "- 设计展板 @Nora Quinn 截止10月15日",
        "- 印手册 @Nora Quinn 截止10月20日",
        "- 租货车 @韩磊 截止10月21日",
    )
    done(meeting, "2026-10-08", "A-004", Quality.GOOD)
    hold(
        meeting,
        "2026-10-09",
        "- 值班表 @周岚 截止10月30日",
        "- 布展方案 @韩磊 截止11月27日",
        "? 停车位 @周岚",
    )
    delay(meeting, "2026-10-14", "A-005", "资源不足", "2026-10-25")
    delay(meeting, "2026-10-19", "A-006", "客户要改 logo", "2026-11-02")
    move(meeting, "2026-10-20", "A-007", Act.CANCEL, "周岚", reason="改用快递", decided_by="周岚")
    done(meeting, "2026-10-24", "A-005", Quality.FAIR)
    done(meeting, "2026-10-29", "A-008")
    delay(meeting, "2026-11-01", "A-006", "人手不够", "2026-12-04")
    meeting.now = NOW
    return meeting
