"""What the ledger names: owners, departments, meetings, labels, for completing what is asked of it."""

from __future__ import annotations

import re
from typing import Any

from peewee import Field, fn

from tui_minutes.store.searching import HIDDEN_FROM
from tui_minutes.store.tables import MeetingRow, OutcomeRow, TrackedRow
from tui_minutes.store.tracked_columns import ENDED

_LABEL = re.compile(r"[#＃]([^\s#＃\"“”,，;；。、:：()（）]+)")
_MEETINGS = 200
_LABELLED = 2_000
"""So many meetings, and outcomes with labels, are enough to choose from."""


def owners() -> list[str]:
    """All who are the first responsible of something, by name."""
    return _names(TrackedRow.owner)


def departments() -> list[str]:
    """All departments that answer for something, by name."""
    return _names(TrackedRow.department)


def _names(column: Field[str]) -> list[str]:
    """Read from the index that begins with the column."""
    query: Any = TrackedRow.select(column).distinct().where(column != "").order_by(column)
    return [name for (name,) in query.tuples()]


def meetings() -> list[tuple[str, str, str]]:
    """Number, title and level of the latest meetings, newest first."""
    query: Any = MeetingRow.select(MeetingRow.number, MeetingRow.title, MeetingRow.level)
    return list(query.order_by(MeetingRow.id.desc()).limit(_MEETINGS).tuples())


def labels() -> list[str]:
    """The labels in what is open and shown to all, each once, the latest first."""
    text = OutcomeRow.text.concat("\n").concat(OutcomeRow.remark)
    shown = (TrackedRow.stage < ENDED) & (TrackedRow.level < HIDDEN_FROM)
    marked = (fn.INSTR(text, "#") > 0) | (fn.INSTR(text, "＃") > 0)
    opened = TrackedRow.select(TrackedRow.outcome).where(shown)
    query: Any = OutcomeRow.select(text).where(OutcomeRow.id.in_(opened) & marked)
    texts = query.order_by(OutcomeRow.id.desc()).limit(_LABELLED).tuples()
    return list(dict.fromkeys(label for (one,) in texts for label in _LABEL.findall(one)))
