"""What the clock says during a meeting, in words: time left, time to sum up, time over (D1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from textual.content import Content

from tui_minutes.domain.agenda import AgendaItem, Tone
from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.readback import gaps_of
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.timetable import over_by
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.timers import TONES, timer
from tui_minutes.widgets.wrapping import shorten

_ZERO = timedelta(0)


def title_words(record: MeetingRecord, now: datetime, width: int) -> Content:
    """The item on the table and what is left of its time, in `width` cells: its title gives way.

    A `width` below 1 is one that is not known yet.
    """
    item = record.current_item
    if item is None:
        return Content(tr("Log"))
    title, clock = Content(f"{item.position} {item.title}"), _dot() + _item_clock(record, item, now)
    return (shorten(title, width - clock.cell_length) if width > 0 else title) + clock


def _item_clock(record: MeetingRecord, item: AgendaItem, now: datetime) -> Content:
    """What is left of the time of an item, coloured as it feels."""
    if record.paused:
        return Content.styled(tr("break"), "bold $warning")
    if not item.allotted:
        return Content(timer(item.spent(now)))
    left, tone = item.left(now), item.tone(now)
    words = tr("{time} over", time=timer(-left)) if left < _ZERO else tr("{time} left", time=timer(left))
    return Content.styled(words, "" if tone is Tone.CALM else f"bold {TONES[tone]}")


def bottom_words(record: MeetingRecord, now: datetime, proposed: int, *, is_narrow: bool) -> Content:
    """The lower border of the log: a cue, else, where no panes say it, what is `proposed` and counts."""
    return cue(record, now) or (counts(record, proposed) if is_narrow else Content())


def keys_of_a_line() -> Content:
    """The lower border while a line of the log is chosen: what can be done with it."""
    return Content(tr("Enter menu · e correct · a action · w withdraw · Esc back to the line"))


def cue(record: MeetingRecord, now: datetime) -> Content:
    """What the chair should hear now, and the key that helps; the most urgent alone."""
    end, item = record.meeting.scheduled_end, record.current_item
    if record.paused:
        return Content.styled(tr("Break: F8 goes on"), "bold $warning")
    if lost := _no_quorum(record):
        return lost
    if end is not None and now > end:
        words = tr("{time} past the planned end: F9 readback, F4 extend", time=timer(now - end))
        return Content.styled(words, "bold $error")
    if end is not None and record.meeting.time_to_sum_up(now):
        words = tr("Time to sum up: the meeting has {time} left, F4 extend", time=timer(end - now))
        return Content.styled(words, "bold $warning")
    if item is not None and item.tone(now) is Tone.RED:
        return Content.styled(tr("This item is over its time: F5 next, F4 extend"), "bold $error")
    return _too_long(record, now)


def _too_long(record: MeetingRecord, now: datetime) -> Content:
    """By how much what is to come will take too long, before it is too late to cut."""
    over = over_by(record, now)
    if not over:
        return Content()
    words = tr("{minutes} over at this pace: F4 cuts", minutes=dates.minutes_text(over))
    return Content.styled(words, "$warning")


def _no_quorum(record: MeetingRecord) -> Content:
    if not record.quorum:
        return Content()
    from tui_minutes.widgets.quorum import no_quorum

    return no_quorum(record)


def counts(record: MeetingRecord, proposed: int) -> Content:
    """The outcomes so far and how many decisions are `proposed`, for screens without room for the panes."""
    parts = [Content(words) for words in _counted(record)]
    if proposed:
        parts.insert(0, Content.styled(ntr("F11: {n} proposed", "F11: {n} proposed", proposed), "$said"))
    lacking = sum(bool(gaps_of(record, outcome)) for outcome in record.live)
    if lacking:
        parts.append(Content.styled(ntr("{n} incomplete", "{n} incomplete", lacking), "$error"))
    return _dot().join(parts)


def _counted(record: MeetingRecord) -> Iterator[str]:
    numbers = {kind: len(record.of_kind(kind)) for kind in OutcomeKind}
    if n := numbers[OutcomeKind.DECISION]:
        yield ntr("{n} decision", "{n} decisions", n)
    if n := numbers[OutcomeKind.ACTION]:
        yield ntr("{n} action", "{n} actions", n)
    if n := numbers[OutcomeKind.QUESTION]:
        yield ntr("{n} open question", "{n} open questions", n)


def _dot() -> Content:
    return Content.styled(f" {glyph('·')} ", "$faint")
