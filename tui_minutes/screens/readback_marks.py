"""How the states of a readback look, and what an outcome still lacks, in words (E1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from tui_minutes.domain import wording
from tui_minutes.domain.capture import Caution
from tui_minutes.domain.outcomes import Hearing, Outcome
from tui_minutes.domain.readback import Gap, signatures
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import tr
from tui_minutes.i18n.gaps import gap_text
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.names import joined

_MARKS = {
    Hearing.UNREAD: ("·", "$faint"),
    Hearing.AGREED: ("✓", "bold $success"),
    Hearing.RESERVATION: ("≈", "bold $warning"),
    Hearing.NOT_AGREED: ("✗", "bold $error"),
}


def hearing_mark(hearing: Hearing) -> Content:
    """The mark alone, in its colour."""
    shape, style = _MARKS[hearing]
    return Content.styled(glyph(shape), style)


def hearing_words(hearing: Hearing) -> Content:
    """The mark with its words."""
    shape, style = _MARKS[hearing]
    return Content.styled(f"{glyph(shape)} {label(hearing)}", style)


def gap_lines(missing: Iterable[Gap]) -> list[tuple[Gap, str]]:
    """A line for each outcome, line and item, `A-058: no due date, no deliverable`, with its first gap."""
    found: dict[str, list[Gap]] = {}
    for gap in missing:
        found.setdefault(gap.uid, []).append(gap)
    return [
        (one[0], tr("{name}: {words}", name=one[0].subject, words=joined(gap_text(gap.code) for gap in one)))
        for one in found.values()
    ]


def cautions_of(outcome: Outcome, day: date, calendar: Calendar) -> tuple[Caution, ...]:
    """What to look at in the wording and the date; `day` is that of the meeting (D4, D7, rule 9)."""
    found = [
        Caution(code, words)
        for code, words in (
            ("vague", wording.vague(outcome.text)),
            ("colloquial", wording.colloquial(outcome.text)),
        )
        if words
    ]
    if outcome.due and outcome.due < day:
        found.append(Caution("past_due"))
    elif outcome.due and not calendar.is_workday(outcome.due):
        found.append(Caution("day_off"))
    return tuple(found)


def voided_between(before: MeetingRecord | None, after: MeetingRecord) -> str:
    """Whose signatures a change between the two has made void, in words; "" for nobody's."""
    if before is None:
        return ""
    held = {one.uid for one in signatures(before).values()}
    void = [one for one in after.confirmations if one.uid in held and not one.holds and one.voided_by]
    if not void:
        return ""
    names = joined(one.name for one in void)
    return tr("{number} changed: void now is the signature of {names}", number=void[0].voided_by, names=names)
