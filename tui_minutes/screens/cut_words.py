"""Where to cut when the agenda does not fit, in words (B3, D1)."""

from __future__ import annotations

from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.timetable import Cut
from tui_minutes.i18n import tr
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.names import joined


def cut_text(record: MeetingRecord, cut: Cut) -> str:
    """What could be done, in one sentence."""
    lengths = lengths_text(record, cut)
    if cut.shorter and cut.last:
        return tr("shorten {lengths}, or leave out “{title}”", lengths=lengths, title=cut.last.title)
    if cut.shorter:
        return tr("shorten {lengths}", lengths=lengths)
    if cut.last:
        return tr("leave out “{title}”, or end later", title=cut.last.title)
    return tr("leave items out, or end later")


def lengths_text(record: MeetingRecord, cut: Cut) -> str:
    """The items that would be shorter, by their numbers: `1: 10→8, 2: 20→16`."""
    return joined(
        f"{item.position}: {item.minutes + item.extra}{glyph('→')}{cut.shorter[item.uid]}"
        for item in record.agenda
        if item.uid in cut.shorter
    )
