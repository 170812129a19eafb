"""The form for the next meeting: date, place and focus (E2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.moments import moment
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.services import followups, readback
from tui_minutes.widgets.names import joined


def ask_next_meeting(screen: BaseScreen, record: MeetingRecord, done: Callable[[str], None]) -> None:
    """Ask for date, place and focus of the next meeting, and fill in what is due by then."""
    meeting, calendar = record.meeting, screen.host.calendar
    today = meeting.local(screen.host.now()).date()

    def meant(typed: str) -> datetime | None:
        return moment(typed, today, calendar)

    def day_typed(typed: str) -> str:
        start = meant(typed)
        return _day_and_time(start) if start else ""

    def check(values: Values) -> tuple[str, str] | None:
        start = meant(values["when"])
        if values["when"] and start is None:
            return "when", tr(
                "“{typed}” is no date and time: try “fri 14:00” or “12/4 9:30”", typed=values["when"]
            )
        if start and start < meeting.local(screen.host.now()).replace(tzinfo=None):
            return "when", tr("{when} is past", when=_day_and_time(start))
        return None

    def answered(values: Values | None) -> None:
        if values is not None:
            _fix(screen, record, meant(values["when"]), values, done)

    start = meeting.next_start or _by_rhythm(screen, meeting)
    screen.app.push_screen(Ask(tr("Next meeting"), _fields(meeting, start, day_typed), check=check), answered)


def _by_rhythm(screen: BaseScreen, meeting: Meeting) -> datetime | None:
    """The next date of the series, where it has a rhythm."""
    host = screen.host
    return followups.preview(host.store, meeting.uid, host.now(), host.calendar).when.start


def _fields(meeting: Meeting, start: datetime | None, day_typed: Callable[[str], str]) -> list[Field]:
    usual = dates.clock(meeting.planned_start) if meeting.planned_start else "14:00"
    when = f"{start:%Y-%m-%d %H:%M}" if start else ""
    return [
        Field("when", tr("Date and time"), when, hint=tr("fri {time}", time=usual), note=day_typed),
        Field("place", tr("Place"), meeting.next_place or meeting.place),
        Field("focus", tr("Focus"), meeting.next_focus, hint=tr("which actions are checked then")),
    ]


def _day_and_time(start: datetime) -> str:
    return f"{dates.day_long(start.date())} {dates.clock(start)}"


def _fix(
    screen: BaseScreen,
    record: MeetingRecord,
    start: datetime | None,
    values: Values,
    done: Callable[[str], None],
) -> None:
    waiting = [outcome.number for outcome in record.live if outcome.due_next_meeting]
    said = tr("Next meeting: {when}", when=_day_and_time(start)) if start else tr("The next meeting is open")
    if start and waiting:
        said += tr("; due by then: {numbers}", numbers=joined(waiting))
    uid = record.meeting.uid
    screen.carry_out(
        lambda store, command: readback.set_next_meeting(
            store, command, uid, start, values["place"], values["focus"]
        ),
        lambda _: done(said),
    )
