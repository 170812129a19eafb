"""The clock on the wall: what is left of the item on the table, in figures and in words (D1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tui_minutes.domain.agenda import AgendaItem, Tone
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, tr
from tui_minutes.widgets.timers import timer


@dataclass(frozen=True, slots=True)
class Face:
    """What a clock shows: figures, words under them, how it feels, and the share of the time that is `used`.

    `used` is None where there is no limit.
    """

    figures: str = ""
    words: str = ""
    tone: Tone = Tone.CALM
    used: float | None = None


def face(record: MeetingRecord, now: datetime) -> Face:
    """The clock of a meeting at the instant `now`; an empty one where no time presses."""
    meeting = record.meeting
    if meeting.phase in (Phase.PLANNED, Phase.CHECK_IN):
        return _before(meeting, now)
    if meeting.phase is not Phase.IN_SESSION:
        return Face()
    if record.paused:
        began = next(span.start for span in record.breaks if span.end is None)
        since = dates.clock(meeting.local(began))
        return Face(timer(now - began), tr("of a break, since {time}", time=since), Tone.AMBER)
    item = record.current_item
    shown = _of_item(item, now) if item else Face(timer(record.elapsed(now)), tr("since the meeting began"))
    return _with_the_end(shown, meeting, now)


def _before(meeting: Meeting, now: datetime) -> Face:
    """The time of day, and when it begins."""
    begin, figures = meeting.scheduled_start, dates.clock(meeting.local(now))
    if begin is None:
        return Face(figures)
    when = dates.clock(meeting.local(begin))
    if now >= begin:
        return Face(figures, tr("should have begun at {time}", time=when), Tone.AMBER)
    same_day = meeting.local(begin).date() == meeting.local(now).date()
    return Face(figures, tr("begins at {time}", time=when) if same_day else "")


def _of_item(item: AgendaItem, now: datetime) -> Face:
    if not item.allotted:
        return Face(timer(item.spent(now)), tr("for this item so far"))
    tone, left, used = item.tone(now), item.left(now), item.spent(now) / item.allotted
    if tone is Tone.RED:
        return Face(f"+{timer(-left)}", tr("over the time of this item"), tone, used)
    if tone is Tone.AMBER:
        return Face(timer(left), tr("left: come to an end"), tone, used)
    minutes = dates.minutes_text(int(item.allotted / timedelta(minutes=1)))
    return Face(timer(left), tr("left of {minutes}", minutes=minutes), tone, used)


def _with_the_end(shown: Face, meeting: Meeting, now: datetime) -> Face:
    """Say also when the meeting itself comes to its end."""
    end = meeting.scheduled_end
    if end is None or not meeting.time_to_sum_up(now):
        return shown
    words = tr("sum up: it ends at {time}", time=dates.clock(meeting.local(end)))
    if now > end:
        words = tr("past the planned end")
    return replace(shown, words=f"{shown.words}\n{words}")
