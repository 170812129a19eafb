"""What needs attention today, as Home draws it: what it is, why, and whose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from textual.content import Content

from tui_minutes.domain.attention import Attention, Concern
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.fluid_row import FluidRow
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.wrapping import shorten

_LOOKS = {
    Concern.LATE: ("!", "$error"),
    Concern.MINUTES_LATE: ("!", "$error"),
    Concern.STARTS_TODAY: ("▸", "$accent"),
    Concern.DUE_TODAY: ("▸", "$warning"),
    Concern.MINUTES_DUE: ("▸", "$warning"),
    Concern.UNSIGNED: ("?", "$warning"),
    Concern.DUE_THIS_WEEK: ("·", "$said"),
}
OUTCOME = "outcome"
"""The key of a row that leads to the ledger; the others hold the uid of a meeting."""

_ONE_LINE = 64
"""Cells from which number, text, reason and owner stand on one line."""


def attention_rows(found: Iterable[Attention], *, revealed: bool) -> list[Row]:
    """One row a thing, most urgent first; one line where there is room, else two."""
    return [
        FluidRow(
            key=f"{one.meeting.uid if one.meeting else OUTCOME} {nth}", draw=partial(_row, one, revealed)
        )
        for nth, one in enumerate(found)
    ]


def uid_of(key: str) -> str:
    """The meeting that a row with `key` leads to; `OUTCOME` for the ledger."""
    return key.partition(" ")[0]


def _row(one: Attention, revealed: bool, width: int) -> Row:
    shape, style = _LOOKS[one.concern]
    head = Content.styled(f"{glyph(shape)} ", f"bold {style}")
    number, text = _what(one, revealed)
    subject = Content.assemble((number, "bold"), " ", text)
    reason = Content("  ").join([Content.styled(_why(one), style), *_whose(one)])
    if width >= _ONE_LINE:
        room = max(width - 2 - reason.cell_length - 2, 8)
        line = shorten(subject, room)
        gap = " " * max(width - 2 - line.cell_length - reason.cell_length, 2)
        return Row((line + gap + reason,), head=head, wraps=False)
    return Row((subject, reason), head=head, wraps=False)


def _what(one: Attention, revealed: bool) -> tuple[str, str]:
    """The number and the words; of what is confidential only how confidential it is."""
    if one.row is not None:
        number, text, level = one.row.outcome.number, one.row.outcome.text, one.row.level
    elif one.meeting is not None:
        number, text, level = one.meeting.number, one.meeting.title, one.meeting.level
    hidden = is_hidden(level) and not revealed
    return number, tr("({level})", level=label(level)) if hidden else text


def _whose(one: Attention) -> list[Content]:
    row: LedgerRow | None = one.row
    return [Content.styled(row.outcome.owners[0], "$faint")] if row and row.outcome.owners else []


def _why(one: Attention) -> str:
    match one.concern:
        case Concern.LATE:
            return ntr("late by {n} day", "late by {n} days", -one.away.days)
        case Concern.DUE_TODAY:
            return tr("due today")
        case Concern.DUE_THIS_WEEK if one.row and one.row.outcome.due:
            return tr("due {day}", day=dates.day_short(one.row.outcome.due))
        case Concern.MINUTES_LATE:
            return tr("minutes to be approved, late by {time}", time=_length(-one.away))
        case Concern.MINUTES_DUE:
            return tr("minutes to be approved within {time}", time=_length(one.away))
        case Concern.UNSIGNED:
            return tr("not signed: {names}", names=joined(one.names))
    return _begins(one)


def _begins(one: Attention) -> str:
    start = one.meeting.planned_start if one.meeting else None
    clock = dates.clock(start) if start else ""
    if one.away < timedelta(0):
        return tr("should have begun at {clock}", clock=clock)
    return tr("begins at {clock}", clock=clock)


def _length(away: timedelta) -> str:
    """A length of time in its largest unit."""
    if away >= timedelta(days=2):
        return ntr("{n} day", "{n} days", away.days)
    if away >= timedelta(hours=1):
        return ntr("{n} hour", "{n} hours", away // timedelta(hours=1))
    return dates.minutes_text(away // timedelta(minutes=1))
