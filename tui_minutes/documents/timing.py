"""Planned against spent: the items of a meeting, and those of its series on average (B3, D1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents.phrases import length
from tui_minutes.documents.plain import instant, veiled
from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.document import Grid
from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.time_spent import Sitting, Usual
from tui_minutes.domain.timetable import timetable
from tui_minutes.i18n import tr
from tui_minutes.i18n.dates import from_to, minutes_text
from tui_minutes.i18n.labels import label


def meeting_table(record: MeetingRecord, now: datetime) -> Grid:
    """The items of a meeting as it stands at `now`: when, planned, given with extensions, spent."""
    columns = (
        tr("No."), tr("Item"), tr("Begin and end"), tr("As planned"), tr("With extensions"), tr("Time spent"),
        tr("Result"),
    )  # fmt: skip
    slots, at = timetable(record, now), record.meeting.ended_at or now
    rows = [
        (
            str(item.position),
            item.title,
            from_to(*slots[item.uid].local(record.meeting)),
            minutes_text(item.minutes) if item.minutes else "",
            minutes_text(item.minutes + item.extra) if item.allotted else "",
            length(item.spent(at)) if item.was_opened else "",
            label(item.state),
        )
        for item in record.agenda
    ]
    planned = sum(item.minutes for item in record.agenda)
    given = sum(item.minutes + item.extra for item in record.agenda)
    whole = length(record.elapsed(at)) if record.meeting.started_at else ""
    total = ("", tr("All of it"), "", minutes_text(planned), minutes_text(given), whole, "")
    return Grid(columns, (*rows, total))


def meeting_object(record: MeetingRecord, now: datetime, *, reveal: bool) -> dict[str, Any]:
    """The same as JSON; confidential titles only with `reveal`."""
    meeting, zone, at = record.meeting, ZoneInfo(record.meeting.zone), record.meeting.ended_at or now
    slots = timetable(record, now)
    return {
        "meeting": meeting.number,
        "started_at": instant(meeting.started_at, zone),
        "ended_at": instant(meeting.ended_at, zone),
        "planned_minutes": meeting.planned_minutes or None,
        "spent_seconds": int(record.elapsed(at).total_seconds()),
        "items": [
            {
                "uid": item.uid,
                **_named(item.title, Sitting(meeting, item).level, reveal=reveal),
                "state": item.state,
                "begins": instant(slots[item.uid].start, zone),
                "ends": instant(slots[item.uid].end, zone),
                **_lengths(item, at),
            }
            for item in record.agenda
        ],
    }


def series_table(known: Sequence[Usual], *, reveal: bool) -> Grid:
    """What the items of a series take: in how many meetings, planned and spent on average."""
    columns = (tr("Item"), tr("In meetings"), tr("Planned on average"), tr("Spent on average"))
    rows = (
        (
            VEIL if is_hidden(one.level) and not reveal else one.title,
            str(len(one.sittings)),
            minutes_text(one.planned) if one.planned else "",
            minutes_text(one.spent),
        )
        for one in known
    )
    return Grid(columns, tuple(rows))


def series_object(number: str, known: Sequence[Usual], *, reveal: bool) -> dict[str, Any]:
    """The same as JSON, with each meeting; `number` is the meeting whose series it is."""
    return {
        "meeting": number,
        "items": [
            {
                **_named(one.title, one.level, reveal=reveal),
                "meetings": len(one.sittings),
                "planned_minutes": one.planned,
                "spent_minutes": one.spent,
                "sittings": [
                    {"meeting": sat.meeting.number, **_lengths(sat.item, sat.meeting.ended_at)}
                    for sat in one.sittings
                ],
            }
            for one in known
        ],
    }


def _named(title: str, level: Level, *, reveal: bool) -> Mapping[str, Any]:
    hidden = is_hidden(level) and not reveal
    return {**veiled({"title": title}, hidden=hidden), "hidden": hidden}


def _lengths(item: AgendaItem, at: datetime | None) -> Mapping[str, Any]:
    spent = int(item.spent(at).total_seconds()) if at else 0
    return {"minutes": item.minutes, "extra_minutes": item.extra, "spent_seconds": spent}
