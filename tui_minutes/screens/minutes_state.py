"""Where the minutes stand: stage by stage, to whom, what is to be cleared up, who has not signed (E4, F2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual.content import Content

from tui_minutes.domain.going_out import Correction, GoingOut
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.outcomes import Part
from tui_minutes.domain.purging import Purge
from tui_minutes.domain.readback import gaps, unsigned
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.stages import Stage, Step
from tui_minutes.i18n import dates, mark, ntr, tr, tr_late
from tui_minutes.i18n.gaps import gap_text
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.purging import purge_text
from tui_minutes.screens.sign_seal import short_digest
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined

_MARKS = {True: ("✓", "$success"), False: ("·", "$faint")}
_WANTED = {
    Stage.SIGNED: mark("to be signed"),
    Stage.TIDIED: mark("to be tidied"),
    Stage.CIRCULATED: mark("open to corrections"),
    Stage.APPROVED: mark("to be approved"),
    Stage.SENT: mark("to be sent"),
}


def next_step(record: MeetingRecord, going: GoingOut, way: Sequence[Step], now: datetime) -> Content:
    """What is to be done next and by when: amber while there is time, red when late; green at the end.

    Before it stands how much is still in the way of approval, and then the instant has no room.
    """
    meeting, step = record.meeting, next((one for one in way if not one.done and one.due), None)
    if step is None or step.due is None:
        return Content.styled(tr("sent to everybody"), "$success") if way and way[-1].done else Content()
    hindrances = _in_the_way(record, going)
    when = "" if hindrances else f"{_when(meeting, step.due)}  "
    late = step.is_late(now)
    away = (
        tr("{time} late", time=_length(now - step.due))
        if late
        else tr("{time} left", time=_length(step.due - now))
    )
    said = f" {glyph('·')} ".join([*hindrances, f"{tr_late(_WANTED[step.stage])}: {when}{away}"])
    return Content.styled(said, "bold $error" if late else "$warning")


def _in_the_way(record: MeetingRecord, going: GoingOut) -> list[str]:
    """How many lines are to be cleared up, and corrections to be answered, with the keys for it."""
    if record.meeting.phase is not Phase.SIGNED:
        return []
    doubts, asked = len(doubtful_lines(record)), len(going.open_corrections)
    return [
        *([ntr("{n} doubt (t)", "{n} doubts (t)", doubts)] if doubts else []),
        *([ntr("{n} correction (c)", "{n} corrections (c)", asked)] if asked else []),
    ]


def _steps(meeting: Meeting, way: Sequence[Step], now: datetime) -> list[Content]:
    """Each stage with its mark: done when, or due when; what is late says so in words."""
    return [_step(meeting, one, now) for one in way]


def _step(meeting: Meeting, one: Step, now: datetime) -> Content:
    shape, style = _MARKS[one.done]
    at = one.at if one.done else one.due
    parts = [label(one.stage) if one.done else tr_late(_WANTED[one.stage]), _when(meeting, at) if at else ""]
    if one.is_late(now) and one.due:
        shape, style = "!", "bold $error"
        parts.append(tr("{time} late", time=_length(now - one.due)))
    return Content.styled(f"{glyph(shape)} {'  '.join(part for part in parts if part)}", style)


def _when(meeting: Meeting, at: datetime) -> str:
    local = meeting.local(at)
    return f"{dates.day_short(local)} {dates.clock(local)}"


def readers(record: MeetingRecord, going: GoingOut) -> list[str]:
    """To whom the minutes go: the list; without one everyone asked, and who is copied to an outcome (E4)."""
    if going.recipients:
        return [one.name for one in going.recipients]
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


def state_rows(
    record: MeetingRecord,
    going: GoingOut,
    way: Sequence[Step],
    now: datetime,
    purges: Sequence[Purge] = (),
) -> list[Row]:
    """Everything about it, part by part; parts with nothing to say are left out."""
    phase = [] if way else [Content.styled(label(record.meeting.phase), "bold")]
    state = [*phase, *map(Content, map(purge_text, purges)), *_steps(record.meeting, way, now)]
    to = [Content.styled(joined(readers(record, going)), "$faint")]
    parts = [
        _part(tr("State"), state),
        _part(tr("Readers (d)"), [] if purges else to),
        _part(tr("Corrections asked for (c)"), [_correction(one) for one in going.open_corrections]),
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


def _correction(one: Correction) -> Content:
    return Content.styled(f"{one.by}: {one.subject} {one.text}", "$warning")


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
