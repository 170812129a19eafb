"""What is to be looked at, and the meetings there are, as a document: what Home shows, on paper (E3, T1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from tui_minutes.documents.phrases import aside, listed, moment
from tui_minutes.domain.attention import Attention, Needy, OfMeeting
from tui_minutes.domain.concealment import conceal_meeting, conceal_row
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.document import Block, Document, Grid, Line, Lines, Section
from tui_minutes.domain.meeting import Level, Meeting, by_stage, highest, is_hidden
from tui_minutes.i18n import speaking, tr
from tui_minutes.i18n.concerns import concern_text
from tui_minutes.i18n.dates import day_long
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_text


@dataclass(frozen=True, slots=True)
class Overview:
    """What needs attention on `day`, and `meetings`; `reveal` shows the words of what is confidential (B7).

    `left` is how many outcomes a meeting left open and how many of these are late, by its uid.
    """

    day: date
    needy: Needy
    meetings: Sequence[Meeting]
    left: Mapping[str, tuple[int, int]]
    reveal: bool = False

    @property
    def level(self) -> Level:
        """The highest level of the words that stand in it."""
        things = (*self.needy.theirs, *self.needy.others)
        levels = [one.meeting.level if isinstance(one, OfMeeting) else one.row.level for one in things]
        levels += [meeting.level for meeting in self.meetings]
        return highest(Level.INTERNAL, *(one for one in levels if self.reveal or not is_hidden(one)))


def overview_document(overview: Overview, language: str) -> Document:
    """All of it in `language`."""
    with speaking(language):
        sections = (*_attention(overview), *_meetings(overview))
        title = tr("Overview: {day}", day=day_long(overview.day))
        return Document(title, label(overview.level), language, sections)


def _attention(overview: Overview) -> Iterator[Section]:
    needy = overview.needy
    title = tr("Needs attention today")
    if not (needy.theirs or needy.others):
        yield Section(title, (Lines((Line(tr("Nothing is late, due or waiting.")),)),))
        return
    blocks: list[Block] = []
    if needy.theirs:
        whose = tr("{departments}: you are the first tracker", departments=listed(needy.departments))
        blocks += [Lines((), whose), _grid(needy.theirs, reveal=overview.reveal)]
        blocks += [Lines((), tr("Everything else"))] if needy.others else []
    blocks += [_grid(needy.others, reveal=overview.reveal)] if needy.others else []
    blocks += [Lines((Line(tr("more in the tracker")),))] if needy.more else []
    yield Section(title, tuple(blocks))


def _grid(things: Iterable[Attention], *, reveal: bool) -> Grid:
    columns = (tr("Number"), tr("What"), tr("Why"), tr("Responsible"))
    return Grid(columns, tuple(_row(one, reveal=reveal) for one in things), (12, 42, 30, 16))


def _row(one: Attention, *, reveal: bool) -> tuple[str, ...]:
    if isinstance(one, OfMeeting):
        meeting = one.meeting if reveal else conceal_meeting(one.meeting)
        return meeting.number, meeting.title, concern_text(one), ""
    outcome = (one.row if reveal else conceal_row(one.row)).outcome
    return outcome.number, outcome.text, listed(map(reason_text, one.reasons)), listed(outcome.owners[:1])


def _meetings(overview: Overview) -> Iterator[Section]:
    columns = (tr("Number"), tr("Meeting"), tr("Time"), tr("State"), tr("Still open"), tr("Overdue"))
    names = tr("In progress"), tr("Coming up"), tr("Past")
    for name, group in zip(names, by_stage(overview.meetings), strict=True):
        if group:
            rows = tuple(_meeting(overview, one) for one in group)
            yield Section(name, (Grid(columns, rows, (11, 33, 21, 12, 13, 10)),))


def _meeting(overview: Overview, one: Meeting) -> tuple[str, ...]:
    shown = one if overview.reveal else conceal_meeting(one)
    level = label(one.level) if is_hidden(one.level) else ""
    still, late = overview.left.get(one.uid, (0, 0))
    begin = moment(one, one.started_at or one.scheduled_start)
    return one.number, aside(shown.title, level), begin, label(one.phase), str(still or ""), str(late or "")
