"""Seals and amendments, in the minutes (E5)."""

from __future__ import annotations

from tui_minutes.documents.phrases import aside, moment, pair
from tui_minutes.domain.document import Line, Lines, Section
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.sealing import Seal
from tui_minutes.domain.signatures import Amendment
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label


def amendments(record: MeetingRecord) -> Section:
    """Corrections made after approval: what, why, by whom and when."""
    lines = tuple(
        Line(
            one.text,
            one.subject,
            (
                pair(tr("Reason"), one.reason),
                _signed(one, record.meeting),
            ),
        )
        for one in record.amendments
    )
    return Section(tr("Amendments"), (Lines(lines),) if lines else ())


def seals(record: MeetingRecord) -> Section:
    """Each seal in full, to be compared with `tui-minutes verify --seal`."""
    lines = tuple(
        Line(
            one.digest,
            label(one.kind),
            (_signed(one, record.meeting),),
            exact=True,
        )
        for one in record.seals
    )
    if not lines:
        return Section(tr("Seals"), ())
    return Section(tr("Seals"), (Lines(lines, tr("To be checked with: tui-minutes verify --seal …")),))


def _signed(one: Amendment | Seal, meeting: Meeting) -> str:
    hand = "" if one.entered_by == one.by else one.entered_by
    return f"{aside(one.by, pair(tr('entered by'), hand))} {moment(meeting, one.at)}"
