"""A meeting on the threshold of its readback, in each language, for the tests of readback and sign-off."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.meeting import Played
from tests.support import open_store
from tui_minutes.domain.attendance import Attendance, Role
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.services import attendance, session

NAMES = {
    "zh": (
        ("秦岚", "行政部"),
        ("鲁达", "市场部"),
        ("石秀", "销售部"),
        ("林冲", "客服部"),
        ("柴进", "数据组"),
    ),
    "en": (
        ("Ann Baker", "Admin"),
        ("Bob Stone", "Sales"),
        ("Dora Lin", "Design"),
        ("Fay Moor", "Care"),
        ("Gus Ray", "Data"),
    ),
}
LINES = {
    "zh": ("+ 先推功能B", "- 完成排期表 截止周五 -> 排期表", "? 预算口径 @石秀", "= 样本 =412家 <- 问卷"),
    "en": (
        "+ feature B goes first",
        "- finish the schedule by fri -> schedule",
        "? who pays @dora",
        "= sample =412 <- survey",
    ),
}


def begin(
    folder: Path, language: str = "en", lines: tuple[str, ...] | None = None, chair: str = ""
) -> Played:
    """A meeting in session: the fourth person absent, the fifth an observer, `lines` taken down."""
    people = [PlanPerson(name, department) for name, department in NAMES[language]]
    people[0] = PlanPerson(chair or people[0].name, people[0].department, roles=(Role.CHAIR,))
    people[4] = PlanPerson(people[4].name, people[4].department, roles=(Role.OBSERVER,))
    play = Played(open_store(folder))
    play.plan(
        Plan(
            title="排期会" if language == "zh" else "Schedule",
            zone="Asia/Shanghai",
            start=datetime(2026, 11, 27, 14, 0),
            end=datetime(2026, 11, 27, 15, 0),
            language=language,
            people=tuple(people),
            agenda=(PlanItem("优先级" if language == "zh" else "Priorities", 20),),
        )
    )
    attendance.open_check_in(play.store, play.command(), play.uid)
    missing = play.record.people[3].uid
    attendance.mark(play.store, play.command(), missing, Attendance.ABSENT, "visit")
    attendance.mark_all_present(play.store, play.command(), play.uid)
    session.start(play.store, play.command(), play.uid)
    for line in LINES[language] if lines is None else lines:
        play.say(line)
    return play


def at_readback(
    folder: Path, language: str = "en", lines: tuple[str, ...] | None = None, chair: str = ""
) -> Played:
    """The same meeting, its readback just opened."""
    play = begin(folder, language, lines, chair)
    session.to_readback(play.store, play.command(), play.uid)
    return play
