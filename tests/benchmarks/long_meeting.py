"""A meeting that goes on for three hours, with all that is written down in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path

from tests.meeting import PLAN, played
from tui_minutes.domain.capture import parse
from tui_minutes.domain.command import Command
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import discussion, lines

DURATION = timedelta(hours=3)

SAID = (
    "周岚：第 {n} 个展位靠门，来的人多",
    "Nora Quinn: option {n} needs more light",
    "韩磊！：第 {n} 种做法太贵",
    "= 调查 {n} 份 =68% <- 问卷",
    "- 准备第 {n} 份物料 @韩磊 截止周五 -> 物料表",
    "note: slide {n} shown again",
)


def said(entries: int) -> list[str]:
    """So many lines as they are typed: points, disagreement, data, actions, notes."""
    return [line.format(n=n) for n, line in enumerate(islice(cycle(SAID), entries), 1)]


def hold(path: Path, entries: int) -> None:
    """Put a meeting in session into the store at `path`: it began three hours ago if anything was said."""
    with played(path) as meeting:
        now = datetime.now(UTC)
        meeting.now = now - (DURATION if entries else timedelta(minutes=10))
        meeting.plan(PLAN).begin()
        context = lines.context(meeting.record, meeting.store.people(), now.date(), WEEKENDS)
        step = (now - meeting.now) / (entries + 1)
        for line in said(entries):
            meeting.now += step
            command = Command.new(meeting.now, meeting.typist, meeting.typist)
            discussion.record_line(meeting.store, command, meeting.uid, parse(line, context))
