"""What stands on the wall at the end: the outcome being read, who signs, the seal (E1, E3, E5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from tui_minutes.domain.attendance import voters
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.readback import gaps_of, signatures, unsigned
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.room import read_with
from tui_minutes.domain.signatures import Verdict
from tui_minutes.i18n import dates, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.screens.readback_card import field_values
from tui_minutes.screens.readback_list import HEARD
from tui_minutes.screens.readback_marks import hearing_words
from tui_minutes.screens.readback_people import goes_out
from tui_minutes.screens.room_page import BLANK, Page, dotted, text_of, with_lost_quorum
from tui_minutes.screens.sign_seal import short_digest
from tui_minutes.screens.sign_summary import counted
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.kinds import LOOKS
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined, with_brackets
from tui_minutes.widgets.timers import gauge
from tui_minutes.widgets.wrapping import fit

_GAUGE = 24


def being_read(record: MeetingRecord, outcome: Outcome) -> Page:
    """One outcome in large words, what is missing in it, and how far the room has come (E1)."""
    together = read_with(record, outcome)
    nth = tr("{n} of {total}", n=together.index(outcome) + 1, total=len(together))
    item = record.item(outcome.item_uid)
    kind = f"{tr_late(LOOKS[outcome.kind].word)} {outcome.number}"
    above = dotted([nth, kind, item.title if item else ""])
    heard = sum(one.hearing in HEARD for one in together)
    words = tr("Confirmed {heard} / {total}", heard=heard, total=len(together))
    below = Content("   ").join(
        [hearing_words(outcome.hearing), gauge(heard / len(together), _GAUGE, "$success"), Content(words)]
    )
    facts = tuple(_facts(record, outcome))
    return Page(above, text_of(outcome), facts, with_lost_quorum(record, below))


def _facts(record: MeetingRecord, outcome: Outcome) -> Iterator[Row]:
    """The fields, one under the other; a missing one is named."""
    if not outcome.text:
        return
    lacking = gaps_of(record, outcome)
    fields = [field for field in field_values(record, outcome) if field[1] or field[2] in lacking]
    width = max((Content(name).cell_length for name, _, _ in fields), default=0) + 3
    for name, value, _ in fields:
        shown = Content.styled(value, "bold") if value else Content.styled(tr("missing"), "bold $error")
        yield Row((shown,), head=Content(fit(name, width)))
        yield BLANK
    for one in record.objections:
        if one.outcome_uid == outcome.uid and not one.settled:
            said = tr("{name}: {words}", name=one.name, words=one.text)
            yield Row((Content(said),), head=Content.styled(f"{glyph('≠')} ", "bold $warning"))


def signing(record: MeetingRecord) -> Page:
    """Who has signed by now (E3)."""
    asked, signed = voters(record.people), signatures(record)
    rows = []
    for person in asked:
        shape, style, words = "·", "", ""
        if given := signed.get(person.uid):
            agreed = given.verdict is Verdict.AGREED
            shape, style = ("✓", "bold $success") if agreed else ("≠", "bold $warning")
            words = tr("agrees") if agreed else tr("objects")
        elif person.has_left:
            words = tr("left early; may confirm later")
        fields = (Content.styled(person.name, "bold"), Content.styled(words, style))
        rows += [Row((fields,), head=Content.styled(f"{glyph(shape)}  ", style)), BLANK]
    above = dotted([tr("All is read back"), counted(record)])
    return Page(above, tr("Signatures {signed} / {asked}", signed=len(signed), asked=len(asked)), tuple(rows))


def sealed(record: MeetingRecord, now: datetime) -> Page:
    """What was sealed, by whom it is signed, when the minutes go out, when one meets again (E2, E4, E5)."""
    given = signatures(record).values()
    names = [
        one.name if one.verdict is Verdict.AGREED else with_brackets(one.name, tr("objects")) for one in given
    ]
    rows = [
        (tr("Outcomes"), counted(record)),
        (tr("Signed by"), joined(names)),
        (tr("Not signed"), joined(one.name for one in unsigned(record))),
        (tr("Seal"), short_digest(record.seals[0].digest) if record.seals else ""),
        (tr("Minutes"), goes_out(record, now) if record.meeting.phase is Phase.SIGNED else ""),
        (tr("Next meeting"), _next_meeting(record)),
    ]
    shown = [(name, words) for name, words in rows if words]
    width = max(Content(name).cell_length for name, _ in shown) + 3
    spaced = [
        row
        for name, words in shown
        for row in (Row((Content.styled(words, "bold"),), head=Content(fit(name, width))), BLANK)
    ]
    heading = tr("Signed and sealed") if record.seals else label(record.meeting.phase)
    return Page(dotted([record.meeting.number, record.meeting.title]), heading, tuple(spaced))


def _next_meeting(record: MeetingRecord) -> str:
    start = record.meeting.next_start
    if start is None:
        return ""
    return dotted([f"{dates.day_long(start.date())} {dates.clock(start)}", record.meeting.next_place])
