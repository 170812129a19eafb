"""What a line is taken for, in one row: shown under the line, in lists of pasted lines and of forms."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.capture import Kind, Reading
from tui_minutes.domain.discussion import MotionResult
from tui_minutes.domain.outcomes import Act, Priority, Quality, Status
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.cautions import caution_text, short_text
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.kinds import kind_mark
from tui_minutes.widgets.names import field, joined, with_brackets
from tui_minutes.widgets.wrapping import shorten


def reading_content(reading: Reading, *, parent: str = "", with_text: bool = False) -> Content:
    """Kind, people, parent, dates, other fields; `parent` is what an action hangs on if it names none."""
    dot = Content.styled(f" {glyph('·')} ", "$faint")
    fields = list(_fields(reading, parent))
    if with_text and reading.text:
        fields.insert(0, Content(reading.text))
    said = dot.join(fields or _note(reading))
    return Content(" ").join([kind_mark(reading.kind, reading.number or ""), said])


def cautions_content(reading: Reading, *, short: bool = False) -> Content:
    """All there is to look at, in amber; "" when there is nothing."""
    words = [short_text(one.code, one.words) if short else caution_text(one) for one in reading.cautions]
    return Content.styled(f"! {'  ! '.join(words)}", "$warning") if words else Content()


def _fields(reading: Reading, parent: str) -> Iterator[Content]:
    yield from _people(reading)
    if reading.kind is Kind.COMMAND:
        yield Content.styled(reading.command or "", "bold") + Content(f" {reading.args}".rstrip())
    if reading.parent or (reading.kind is Kind.ACTION and parent):
        yield field(tr("under"), reading.parent or parent)
    if reading.act:
        yield Content.styled(label(Act(reading.act)), "bold")
    if reading.status:
        yield field(tr("status"), label(Status(reading.status)))
    yield from _days(reading)
    for name, value in _words(reading):
        if value:
            yield field(name, value)
    if reading.doubtful:
        yield Content.styled(tr("doubtful"), "$warning")


def _note(reading: Reading) -> Iterator[Content]:
    """An update that is nothing but words is a note; that it changes nothing else has to be seen."""
    if reading.kind is Kind.UPDATE and reading.text:
        yield field(label(Act.NOTE), reading.text)


def _people(reading: Reading) -> Iterator[Content]:
    if reading.speaker:
        yield Content.styled(reading.speaker, "bold $said")
    if reading.owners:
        first, *others = reading.owners
        yield Content(joined([with_brackets(first, reading.department or ""), *others]))


def _days(reading: Reading) -> Iterator[Content]:
    if reading.due:
        yield field(tr("due"), dates.day_long(reading.due), "bold")
    elif reading.due_next_meeting:
        yield field(tr("due"), tr("next meeting"), "bold")
    if reading.next:
        yield field(tr("next feedback"), dates.day_long(reading.next), "bold")


def _words(reading: Reading) -> Iterator[tuple[str, str | None]]:
    yield tr("deliverable"), reading.deliverable
    yield tr("resources"), reading.resources
    yield tr("priority"), label(Priority(reading.priority)) if reading.priority else None
    yield tr("copied to"), joined(reading.cc)
    yield tr("value"), reading.value
    yield tr("source"), reading.source
    yield tr("proposed by"), reading.proposer
    yield tr("result"), label(MotionResult(reading.result)) if reading.result else reading.outcome_result
    if votes := reading.votes:
        yield tr("votes"), f"{votes.for_}:{votes.against}:{votes.abstain}"
    yield tr("cause"), reading.cause
    yield tr("remedy"), reading.remedy
    yield tr("what is left over"), reading.leftover
    yield tr("quality"), label(Quality(reading.quality)) if reading.quality else None
    yield tr("who decided"), reading.decided_by
    yield tr("replaced by"), reading.superseded_by
    yield tr("needs no action"), "✓" if reading.no_action else None


class ReadingView(Widget):
    """The row under the line, two where there is room: the reading, and at its right what to look at."""

    _reading: Reading | None = None
    _above = ""
    _stands = ""

    def show(self, reading: Reading | None, parent: str = "", stands: str = "") -> None:
        """Show `reading`, None for an empty line; `stands` is how the outcome it updates stands now."""
        if (reading, parent, stands) != (self._reading, self._above, self._stands):
            self._reading, self._above, self._stands = reading, parent, stands
            self.refresh()

    def render(self) -> Content:
        """All on one row where it fits; else the cautions go under it, or are cut to a few words."""
        if self._reading is None:
            return Content()
        width, height = self.content_size
        taken = reading_content(self._reading, parent=self._above)
        if self._stands:
            taken += Content.styled(f"   {tr('so far:')} {self._stands}", "$faint")
        cautions = cautions_content(self._reading)
        if not cautions:
            return shorten(taken, width)
        if taken.cell_length + 3 + cautions.cell_length > width:
            if height > 1:
                return shorten(taken, width) + "\n" + shorten(cautions, width)
            room = max(width - taken.cell_length - 3, width // 3)
            cautions = shorten(cautions_content(self._reading, short=True), room)
        taken = shorten(taken, width - cautions.cell_length - 3)
        return taken + " " * (width - taken.cell_length - cautions.cell_length) + cautions
