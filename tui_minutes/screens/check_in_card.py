"""The card from which the chair opens: goal, agenda, length, ground rules, recording announced (C2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.timetable import timetable
from tui_minutes.i18n import dates, mark, ntr, tr, tr_late
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined

_RULES = (
    mark("One speaks at a time, on the item that is on the table"),
    mark("Data before opinion: say where a figure comes from"),
    mark("Every action has an owner, a day and a deliverable"),
    mark("What belongs elsewhere is put off or taken off line, not discussed"),
)


def opening_card(record: MeetingRecord, now: datetime) -> list[Row]:
    """The card, row by row, in the spoken language; who begins at `now` ends then."""
    meeting = record.meeting
    parts = [
        _part(tr("Goal"), [Row((Content.styled(meeting.goal, "bold"),))] if meeting.goal else []),
        _part(tr("Expected outcome"), [_bullet(one) for one in meeting.expected]),
        _part(tr("Agenda"), list(_agenda(record, now))),
        _part(tr("Ground rules"), [_bullet(tr_late(rule)) for rule in _RULES]),
        _part(tr("Recording"), [_bullet(one) for one in _recording(record)]),
    ]
    return [row for part in parts for row in part][:-1]


def _part(heading: str, rows: list[Row]) -> list[Row]:
    """The rows under their heading, and a free line; nothing when there are none."""
    if not rows:
        return []
    return [Row((Content.styled(heading, "bold $accent"),)), *rows, Row((Content(),))]


def planned_length(record: MeetingRecord) -> str:
    """`60 min, 3 items, 15 min each`; without a plan, only the items."""
    minutes, items = record.meeting.planned_minutes, record.agenda
    parts = [dates.minutes_text(minutes)] if minutes else []
    parts.append(ntr("{n} item", "{n} items", len(items)))
    given = {item.minutes for item in items}
    if len(items) > 1 and len(given) == 1 and given != {0}:
        parts.append(tr("{minutes} each", minutes=dates.minutes_text(given.pop())))
    return f" {glyph('·')} ".join(parts)


def _agenda(record: MeetingRecord, now: datetime) -> Iterator[Row]:
    yield Row((Content.styled(planned_length(record), "$faint"),))
    slots = timetable(record, now)
    for item in record.agenda:
        parts = [Content(item.title)]
        when = dates.from_to(*slots[item.uid].local(record.meeting))
        parts += [Content.styled(when, "$said")] if when else []
        parts += [Content.styled(dates.minutes_text(item.minutes), "$faint")] if item.minutes else []
        parts += [Content.styled(item.facilitator, "$faint")] if item.facilitator else []
        yield Row((tuple(parts),), head=Content.styled(f"{item.position} ", "$accent"))


def _recording(record: MeetingRecord) -> Iterator[str]:
    named = [person.name for person in record.people if Role.RECORDER in person.roles]
    names = joined(named) or record.meeting.recorder
    if names:
        yield tr("Say that {names} takes the minutes", names=names)
    else:
        yield tr("Say that the minutes are taken as people speak")
    yield tr("What is agreed is read back at the end, and signed")


def _bullet(text: str) -> Row:
    return Row((Content(text),), head=Content.styled(f"{glyph('·')} ", "$faint"))
