"""Series of meetings: what they have, which meetings belong to one, where its agenda items come from (B8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tui_minutes.domain.meeting import Level, Meeting, Phase
from tui_minutes.domain.rhythm import OnHoliday, Rhythm
from tui_minutes.domain.series import Recurring, Series
from tui_minutes.store import meetings, rows
from tui_minutes.store.rows import among, columns
from tui_minutes.store.tables import (
    AgendaRow,
    LaidAsideRow,
    MeetingRow,
    OccurrenceRow,
    OutcomeRow,
    RecurringRow,
    SeriesRow,
    SourceRow,
)

_WITHOUT = " EXDATE;VALUE=DATE:"
"""Behind a rule stands, spelt as in calendars, on which days there is no meeting."""


def read(series_uid: str) -> Series:
    """The series with this uid; Refused("not_found") when there is none."""
    return series_of(rows.row(SeriesRow, series_uid))


def series_of(one: SeriesRow) -> Series:
    """A row as the domain knows it, with the recurring items that have not ended."""
    return Series(
        one.uid, one.title, _rhythm(one), one.template, one.policy, one.quorum,
        tuple(recurring_of(item) for item in recurring_rows(one)),
    )  # fmt: skip


def _rhythm(one: SeriesRow) -> Rhythm | None:
    if not one.rule or one.first is None:
        return None
    on_holiday = OnHoliday(one.on_holiday) if one.on_holiday else OnHoliday.MOVE
    rule, _, days = one.rule.partition(_WITHOUT)
    without = tuple(date.fromisoformat(day) for day in days.split(",") if day)
    return Rhythm(rule, one.first, one.zone, one.minutes, on_holiday, without)


def set_rhythm(one: SeriesRow, rhythm: Rhythm | None) -> None:
    """Keep the rhythm of a series; None for one that has no dates of its own."""
    if rhythm is None:
        one.rule, one.first, one.zone, one.minutes, one.on_holiday = "", None, "", 0, ""
    else:
        days = ",".join(f"{day:%Y%m%d}" for day in rhythm.without)
        one.rule = f"{rhythm.rule}{_WITHOUT}{days}" if days else rhythm.rule
        one.first, one.zone = rhythm.first, rhythm.zone
        one.minutes, one.on_holiday = rhythm.minutes, rhythm.on_holiday
    one.save()


def recurring_rows(series: SeriesRow) -> list[RecurringRow]:
    """The items that each meeting of a series has from now on, in order."""
    query = RecurringRow.select().where((RecurringRow.series == series) & ~RecurringRow.ended)
    return list(query.order_by(RecurringRow.position, RecurringRow.id))


def recurring_of(one: RecurringRow) -> Recurring:
    """A row as the domain knows it."""
    level = Level(one.level) if one.level else None
    return Recurring(one.title, one.minutes, one.facilitator, one.prepare, level, one.uid)


def members(meeting: MeetingRow) -> list[MeetingRow]:
    """The meetings of the series of `meeting` and all that it follows, in the order they were made.

    What was purged has nothing left to go on with.
    """
    chain = among(MeetingRow.id, (one.id for one in rows.meetings_between(meeting)))
    which = chain | (MeetingRow.series == meeting.series_id) if meeting.series_id else chain
    query = MeetingRow.select().where(which & (MeetingRow.phase != Phase.PURGED))
    return list(query.order_by(MeetingRow.id))


def meetings_of(series_uid: str) -> list[Meeting]:
    """The meetings of a series, newest first."""
    return meetings.all_meetings(which=MeetingRow.series == rows.row(SeriesRow, series_uid))


def slots(wanted: Sequence[MeetingRow]) -> dict[int, datetime]:
    """The places of some meetings in the rhythm of their series, by the meeting's key."""
    query = OccurrenceRow.select(OccurrenceRow.meeting, OccurrenceRow.slot)
    return dict(rows.pairs(query.where(among(OccurrenceRow.meeting, (one.id for one in wanted)))))


def items(wanted: Sequence[MeetingRow]) -> list[AgendaRow]:
    """The agenda items of some meetings, in the order they were made."""
    query = AgendaRow.select().where(among(AgendaRow.meeting, (one.id for one in wanted)))
    return list(query.order_by(AgendaRow.id))


def sources(wanted: Sequence[AgendaRow]) -> dict[int, SourceRow]:
    """Where some items come from, by the item's key; nothing of what goes on with an earlier one."""
    query = SourceRow.select().where(among(SourceRow.item, (one.id for one in wanted)))
    return {one.item_id: one for one in query}


def laid_aside() -> tuple[set[int], set[int]]:
    """What nobody takes up any more: the keys of items, and those of meetings whose focus it is."""
    found = list(columns(LaidAsideRow.select(LaidAsideRow.item, LaidAsideRow.focus_of)))
    return {item for item, _ in found if item}, {meeting for _, meeting in found if meeting}


def origins(meeting_uid: str) -> dict[str, str]:
    """The numbers of the meetings that the agenda items of a meeting come from, by the item's uid."""
    own = rows.agenda(rows.row(MeetingRow, meeting_uid))
    earlier = AgendaRow.select(AgendaRow, MeetingRow).join(MeetingRow)
    carried = {one.id: one for one in earlier.where(among(AgendaRow.id, (it.carried_from_id for it in own)))}
    made = sources(own)
    found = {}
    for item in own:
        source = made.get(item.id)
        if before := carried.get(item.carried_from_id):
            found[item.uid] = before.meeting.number
        elif source and (source.outcome_id or source.focus_of_id):
            meeting = source.outcome.meeting if source.outcome_id else source.focus_of
            found[item.uid] = meeting.number
    return found


def questions(meeting_uid: str) -> dict[str, str]:
    """The uids of the questions that have an agenda item of their own in a meeting, by the item's uid."""
    query = SourceRow.select(AgendaRow.uid, OutcomeRow.uid).join(AgendaRow).switch(SourceRow).join(OutcomeRow)
    return dict(rows.pairs(query.where(AgendaRow.meeting == rows.row(MeetingRow, meeting_uid))))
