"""Small phrases that documents are made of, in the spoken language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tui_minutes.i18n import tr
from tui_minutes.i18n.dates import clock, day_long, minutes_text
from tui_minutes.i18n.labels import label

if TYPE_CHECKING:  # who has words for one of these has it
    from tui_minutes.domain.meeting import Level, Meeting
    from tui_minutes.domain.outcomes import Outcome
    from tui_minutes.domain.reading import Votes
    from tui_minutes.domain.voting import Vote


def listed(words: Iterable[str]) -> str:
    """The words that are not empty, one after the other: `a, b` or `a、b`."""
    return tr(", ").join(word for word in words if word)


def pair(name: str, value: str) -> str:
    """`name: value`, or nothing when there is no value."""
    return tr("{name}: {value}", name=name, value=value) if value else ""


def lead_in(name: str) -> str:
    """`name: `, before a value that is written in another way."""
    return tr("{name}: {value}", name=name, value="")


def aside(text: str, remark: str) -> str:
    """`text (remark)`; just the text when there is nothing to remark."""
    return tr("{text} ({remark})", text=text, remark=remark) if remark else text


def moment(meeting: Meeting, at: datetime | None) -> str:
    """Day and time of an instant in the meeting's zone; nothing for None."""
    if at is None:
        return ""
    local = meeting.local(at)
    return f"{day_long(local)} {clock(local)}"


def time_of(meeting: Meeting, at: datetime) -> str:
    """The time of an instant in the meeting's zone, with the day when it is not that of the start."""
    start = meeting.started_at or meeting.scheduled_start
    local = meeting.local(at)
    same_day = start is not None and meeting.local(start).date() == local.date()
    return clock(local) if same_day else moment(meeting, at)


def stretch(meeting: Meeting, start: datetime | None, end: datetime | None) -> str:
    """`2026-11-27 Fri 14:00 – 15:00` from two instants, either of which may be open."""
    if start is None:
        return ""
    begun = moment(meeting, start)
    if end is None:
        return begun
    same_day = meeting.local(start).date() == meeting.local(end).date()
    return f"{begun} – {clock(meeting.local(end)) if same_day else moment(meeting, end)}"


def length(span: timedelta) -> str:
    """A length of time in whole minutes."""
    return minutes_text(round(span.total_seconds() / 60))


def votes(count: Votes | None) -> str:
    """A count of votes."""
    if count is None:
        return ""
    return tr(
        "for {favour}, against {against}, abstaining {abstain}",
        favour=count.for_,
        against=count.against,
        abstain=count.abstain,
    )


def voted(vote: Vote) -> tuple[str, ...]:
    """What a vote came to with its counts, then who voted how, then what is to be known of it."""
    from tui_minutes.domain.voting import Choice  # the ledger, which is made of phrases too, has no votes
    from tui_minutes.i18n.gaps import gap_text

    by_name = vote.by_name
    return (
        pair(tr("Vote"), aside(label(vote.majority), votes(vote.count))),
        *(
            pair(label(choice), listed(vote.names(choice)))
            for choice in Choice
            if vote.names(choice) and (by_name or choice is Choice.RECUSED)
        ),
        *(gap_text(code) for code in vote.cautions if code != "not_carried"),
    )


def due(outcome: Outcome) -> str:
    """The day something is due, with its weekday."""
    if outcome.due:
        return day_long(outcome.due)
    return tr("next meeting") if outcome.due_next_meeting else ""


def marked(text: str, level: Level | None, usual: Level) -> str:
    """`text`, with its level in words where that is not the `usual` one of the meeting."""
    return aside(text, label(level)) if level and level is not usual else text
