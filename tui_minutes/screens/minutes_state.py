"""Where the minutes stand: due when, to whom, what is to be cleared up, who has not signed (E4, F2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual.content import Content

from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Part
from tui_minutes.domain.purging import Purge
from tui_minutes.domain.readback import gaps, unsigned
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.gaps import gap_text
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.purging import purge_text
from tui_minutes.screens.sign_seal import short_digest
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined


def deadline(record: MeetingRecord, now: datetime) -> Content:
    """When the minutes are due and to how many they go: amber while they wait for approval, red when late."""
    due = record.meeting.minutes_due()
    if due is None or record.meeting.phase is Phase.PURGED:
        return Content()
    local = record.meeting.local(due)
    when = f"{dates.day_short(local)} {dates.clock(local)}"
    said = ntr("due {when}, to {n} person", "due {when}, to {n} people", len(readers(record)), when=when)
    if record.meeting.phase is Phase.APPROVED:
        return Content.styled(said, "$success")
    if now > due:
        return Content.styled(f"{said}  {tr('{time} late', time=_length(now - due))}", "bold $error")
    return Content.styled(f"{said}  {tr('{time} left', time=_length(due - now))}", "$warning")


def readers(record: MeetingRecord) -> list[str]:
    """To whom the minutes go: everyone asked, and who is copied to an outcome (E4)."""
    copied = (name for outcome in record.live for name in outcome.names(Part.COPIED))
    return list(dict.fromkeys([*(person.name for person in record.people), *copied]))


def _length(time: timedelta) -> str:
    minutes = int(time.total_seconds() // 60)
    if minutes < 60:
        return dates.minutes_text(minutes)
    hours = minutes // 60
    if hours < 48:
        return ntr("{n} hour", "{n} hours", hours)
    return ntr("{n} day", "{n} days", hours // 24)


def state_rows(record: MeetingRecord, now: datetime, purges: Sequence[Purge] = ()) -> list[Row]:
    """Everything about it, part by part; parts with nothing to say are left out."""
    state = [Content.styled(label(record.meeting.phase), "bold"), *map(Content, map(purge_text, purges))]
    due = [deadline(record, now), Content.styled(joined(readers(record)), "$faint")]
    parts = [
        _part(tr("State"), state),
        _part(tr("The minutes"), [] if purges else due),
        _part(tr("To be cleared up (t)"), doubtful_lines(record)),
        _part(tr("Not signed yet (l)"), [Content(person.name) for person in unsigned(record)]),
        _part(tr("What is missing"), [] if purges else _gaps(record)),
        _part(tr("Seals"), _seals(record)),
        _part(tr("Amendments"), [Content(f"{one.subject}: {one.text}") for one in record.amendments]),
    ]
    return [row for part in parts for row in part][:-1]


def _part(heading: str, lines: Sequence[Content]) -> list[Row]:
    if not lines:
        return []
    return [Row((Content.styled(heading, "$faint"),)), *(Row((one,)) for one in lines), Row((Content(),))]


def doubtful_lines(record: MeetingRecord) -> list[Content]:
    """The lines that stand in the way of approval (D8)."""
    return [
        Content.styled(f"#{entry.seq} {entry.text}", "$warning")
        for entry in record.entries
        if entry.doubtful and not entry.withdrawn
    ]


def _gaps(record: MeetingRecord) -> list[Content]:
    return [Content.styled(f"{gap.subject}  {gap_text(gap.code)}", "$warning") for gap in gaps(record)]


def _seals(record: MeetingRecord) -> list[Content]:
    return [
        Content.assemble(
            (f"{glyph('✓')} {label(seal.kind)}  ", "$success"),
            dates.clock(record.meeting.local(seal.at)),
            (f"\n  {short_digest(seal.digest)}", "$faint"),
        )
        for seal in record.seals
    ]
