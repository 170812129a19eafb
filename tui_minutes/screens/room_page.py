"""What stands on the wall before a meeting, while it goes on, and while none does: few words, large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui_minutes.domain.agenda import AgendaItem, ItemState
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.domain.outcomes import Hearing, Outcome
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.timetable import planned, to_come
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.readback_marks import hearing_words
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.kinds import LOOKS
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.quorum import no_quorum, quorum_content

BLANK = Row((Content(),))
_NOTHING = Content()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the wall: a line `above` the `heading`, both plain text, rows of it, a line at the bottom.

    `follows` says that the last rows matter most, where not all of them fit.
    """

    above: str
    heading: str
    rows: tuple[Row, ...] = ()
    below: Content = _NOTHING
    follows: bool = False


def waiting(coming: Meeting | None) -> Page:
    """Nothing goes on; `coming` is the meeting that is next today, None for none."""
    rows = [Row((Content(tr("This window shows the next one as soon as it begins.")),))]
    if coming and coming.planned_start:
        when = dates.clock(coming.planned_start)
        rows += [BLANK, Row((Content.styled(f"{when}  {title_of(coming)}", "bold"),))]
    return Page("", tr("No meeting is in session"), tuple(rows))


def covered(meeting: Meeting) -> Page:
    """A meeting that is above what the window may show: its number, and where it stands."""
    return _standing(meeting)


def before(record: MeetingRecord) -> Page:
    """When and where, the goal, the agenda with its times, who is here (C2)."""
    meeting = record.meeting
    rows = [*_goal(meeting), *_agenda(record)]
    return Page(_when_and_where(meeting), title_of(meeting), tuple(rows), _present(record))


def in_session(record: MeetingRecord) -> Page:
    """The item on the table, what was decided and assigned for it so far, and what comes next (D1, D2)."""
    item = record.current_item
    if record.paused:
        then = Content(tr("After it: {title}", title=title_of_item(item))) if item else _NOTHING
        return Page(record.meeting.title, tr("Break"), below=then)
    here = [one for one in record.outcomes if one.is_live and one.item_uid == (item.uid if item else None)]
    rows = tuple(row for one in here for row in _outcome(one))[:-1] or tuple(_goal(record.meeting))
    heading = title_of_item(item) if item else title_of(record.meeting)
    return Page(
        _place(record, item), heading, rows, with_lost_quorum(record, _next(record)), follows=bool(here)
    )


def over(record: MeetingRecord) -> Page:
    """A meeting that ended without signatures: held, called off or purged."""
    return _standing(record.meeting)


def title_of(meeting: Meeting) -> str:
    """The title, or what stands for one that is covered."""
    return meeting.title or tr("Meeting at the level {level}", level=label(meeting.level))


def title_of_item(item: AgendaItem) -> str:
    """The same of an agenda item; a round of a standup for what nobody owns has no title either."""
    if item.title or item.level is None:
        return item.title or tr("Item {number}", number=item.position)
    return tr("Item {number}: {level}", number=item.position, level=label(item.level))


def text_of(outcome: Outcome) -> str:
    """The text, or in its place the level of an outcome that is covered."""
    return outcome.text or label(outcome.level)


def number_mark(outcome: Outcome) -> Content:
    """`✓ D-031` in the colour of the kind."""
    look = LOOKS[outcome.kind]
    return Content.styled(f"{glyph(look.shape)} {outcome.number}", f"bold {look.style}")


def with_lost_quorum(record: MeetingRecord, below: Content) -> Content:
    """What stands `below`, after the words that the room has no quorum where it should have one."""
    return Content("\n").join(line for line in (no_quorum(record), below) if line)


def dotted(parts: Sequence[str]) -> str:
    """What there is of `parts`, with dots between."""
    return f"  {glyph('·')}  ".join(part for part in parts if part)


def _standing(meeting: Meeting) -> Page:
    return Page(meeting.number, title_of(meeting), (Row((Content(label(meeting.phase)),)),))


def _when_and_where(meeting: Meeting) -> str:
    begin, end = meeting.planned_start, meeting.planned_end
    day = dates.day_long(begin.date()) if begin else ""
    times = [dates.clock(time) for time in (begin, end) if time]
    return dotted([meeting.number, f"{day} {'–'.join(times)}".strip(), meeting.place])


def _goal(meeting: Meeting) -> Iterator[Row]:
    if meeting.goal:
        yield Row((Content.styled(meeting.goal, "bold"),), head=Content(f"{tr('Goal')}  "))
        yield BLANK


def _agenda(record: MeetingRecord) -> Iterator[Row]:
    slots = planned(record)
    for item in record.agenda:
        start = slots[item.uid].start
        clock = dates.clock(record.meeting.local(start)) if start else ""
        title = Content.styled(title_of_item(item), "bold")
        parts = [dates.minutes_text(item.minutes) if item.minutes else "", item.facilitator]
        yield Row(
            ((title, *(Content(part) for part in parts if part)),),
            head=Content(f"{clock:5}  {item.position}  " if clock else f"{item.position}  "),
        )


def _present(record: MeetingRecord) -> Content:
    """Who is here, once the door is open, and whether they are a quorum where there is a rule."""
    if record.meeting.phase is not Phase.CHECK_IN:
        return _NOTHING
    here = [person.name for person in record.people if person.here]
    counted = tr("Here {here} / {total}", here=len(here), total=len(record.people))
    those = Content.styled(counted, "bold $success") + Content(f"   {joined(here)}")
    return Content("\n").join(line for line in (those, quorum_content(record)) if line)


def _place(record: MeetingRecord, item: AgendaItem | None) -> str:
    if item is None:
        return record.meeting.number
    where = tr("Item {number} of {total}", number=item.position, total=len(record.agenda))
    return dotted([where, tr("led by {name}", name=item.facilitator) if item.facilitator else ""])


def _outcome(outcome: Outcome) -> Iterator[Row]:
    """An outcome with who and by when; whether the room has agreed, once it was asked."""
    due = (
        dates.day_short(outcome.due)
        if outcome.due
        else tr("next meeting")
        if outcome.due_next_meeting
        else ""
    )
    facts = Content(dotted([joined(outcome.owners), due]))
    if outcome.hearing is not Hearing.UNREAD:
        facts = Content("   ").join(part for part in (facts, hearing_words(outcome.hearing)) if part)
    lines = [Content.styled(text_of(outcome), "bold"), *([facts] if facts else [])]
    yield Row(tuple(lines), head=number_mark(outcome) + "  ")
    yield BLANK


def _next(record: MeetingRecord) -> Content:
    """The item after this one, and how long it may take."""
    coming = [item for item in to_come(record) if item.state is ItemState.PENDING]
    if not coming:
        return Content(tr("This is the last item")) if record.current_item else _NOTHING
    minutes = dates.minutes_text(coming[0].minutes) if coming[0].minutes else ""
    more = ntr("{n} more after it", "{n} more after it", len(coming) - 1) if coming[1:] else ""
    return Content(dotted([tr("Next: {title}", title=title_of_item(coming[0])), minutes, more]))
