"""What needs attention today, as Home draws it: what it is, why and since when, and whose."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import count

from textual.content import Content

from tui_minutes.domain.attending import Reason
from tui_minutes.domain.attention import Attention, Concern, Needy, OfMeeting, OfOutcome
from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.i18n import tr
from tui_minutes.i18n.concerns import concern_text
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_short, reason_since, reason_text
from tui_minutes.widgets.fluid_row import FluidRow
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.reasons import REASON_LOOKS
from tui_minutes.widgets.wrapping import shorten

_LOOKS = {
    Concern.STARTS_TODAY: ("▸", "$accent"),
    Concern.MINUTES_LATE: ("!", "$error"),
    Concern.MINUTES_DUE: ("▸", "$warning"),
    Concern.UNSIGNED: ("?", "$warning"),
    Concern.SENDING_LATE: ("!", "$error"),
    Concern.SENDING_DUE: ("▸", "$warning"),
    Concern.UNPREPARED: ("!", "$error"),
    Concern.TO_PREPARE: ("▸", "$warning"),
}
OUTCOME, CHECKLIST = "outcome:", "checklist:"
"""So begins the key of a row that leads to the ledger, to the outcome named, or to the checklist of the
meeting named; others hold a meeting's uid."""

_ONE_LINE = 64
"""Cells from which number, text, reason and owner stand on one line."""

_REASON = 0.5
"""How much of that line the reason may take in full; it is said in short where it needs more."""


def attention_rows(needy: Needy, *, revealed: bool) -> list[Row]:
    """One row a thing, most urgent first; one line where there is room, else two."""
    numbers = count()

    def drawn(found: Iterable[Attention]) -> list[Row]:
        return [
            FluidRow(key=f"{_target(one)} {next(numbers)}", draw=partial(_row, one, revealed), tall=_height)
            for one in found
        ]

    first, rest = drawn(needy.theirs), drawn(needy.others)
    if first:
        whose = joined(needy.departments)
        first.insert(0, _heading(tr("{departments}: you are the first tracker", departments=whose)))
        first += [_heading(tr("Everything else"))] if rest else []
    return [*first, *rest, *([_more_row()] if needy.more else [])]


def _more_row() -> Row:
    """What stands below a list that does not show all."""
    return Row((Content.styled(tr("more in the tracker"), "$faint"),), f"{OUTCOME} more", Content("  "))


def uid_of(key: str) -> str:
    """The meeting that a row with `key` leads to; after `OUTCOME` that of an outcome, or none."""
    return key.partition(" ")[0]


def _heading(text: str) -> Row:
    return Row((Content.styled(text, "bold $primary"),))


def _target(one: Attention) -> str:
    if isinstance(one, OfOutcome):
        return f"{OUTCOME}{one.row.outcome.uid}"
    to_prepare = one.concern in (Concern.UNPREPARED, Concern.TO_PREPARE)
    return f"{CHECKLIST}{one.meeting.uid}" if to_prepare else one.meeting.uid


def _height(width: int) -> int:
    return 1 if width >= _ONE_LINE else 2


def _row(one: Attention, revealed: bool, width: int) -> Row:
    wide = _height(width) == 1
    room = int(width * _REASON) if wide else width - 2
    if isinstance(one, OfMeeting):
        shape, style = _LOOKS[one.concern]
        subject = _subject(one.meeting.number, one.meeting.title, one.meeting.level, revealed)
        reason = Content.styled(concern_text(one), style)
    else:
        shape, style = REASON_LOOKS[one.reasons[0].need]
        subject = _subject(one.row.outcome.number, one.row.outcome.text, one.row.level, revealed)
        reason = _reason(one, style, room)
    head = Content.styled(f"{glyph(shape)} ", f"bold {style}")
    if not wide:
        return Row((subject, reason), head=head, wraps=False)
    line = shorten(subject, max(width - 2 - reason.cell_length - 2, 8))
    gap = " " * max(width - 2 - line.cell_length - reason.cell_length, 2)
    return Row((line + gap + reason,), head=head, wraps=False)


def _subject(number: str, text: str, level: Level, revealed: bool) -> Content:
    """The number and the words; of what is confidential only how confidential it is."""
    hidden = is_hidden(level) and not revealed
    return Content.assemble((number, "bold"), " ", tr("({level})", level=label(level)) if hidden else text)


def _reason(one: OfOutcome, style: str, room: int) -> Content:
    """Why and since when, further reasons in short, and whose it is: as much of it as there is room for."""
    owner = [Content.styled(name, "$faint") for name in one.row.outcome.owners[:1]]
    for words in _wordings(one.reasons):
        said = Content("  ").join([Content.styled(words, style), *owner])
        if said.cell_length <= room:
            break
    return said


def _wordings(reasons: tuple[Reason, ...]) -> Iterable[str]:
    """Ways to say the reasons, the fullest first."""
    first, *others = reasons
    if others:
        yield joined([reason_text(first), *map(reason_short, others)])
    yield reason_text(first)
    yield reason_since(first)
    yield reason_short(first)
