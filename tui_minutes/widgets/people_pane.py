"""The people of a meeting, one row each: who they are, how they attend, since when (C1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui_minutes.domain.attendance import Attendance, Movement, Participant, Role
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.columns import fitted, one_line
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import field, joined, with_brackets

_ROOMY = 82
"""From so many cells on there is room for titles."""

_LEAST = 6
"""A column is not made narrower than this."""


class _Look(NamedTuple):
    shape: str
    style: str


_LOOKS = {
    Attendance.UNMARKED: _Look("·", "$faint"),
    Attendance.PRESENT: _Look("✓", "$success"),
    Attendance.LATE: _Look("▸", "$warning"),
    Attendance.ABSENT: _Look("✗", "$error"),
    Attendance.EXCUSED: _Look("/", "$figure"),
}
_LEFT = _Look("←", "$faint")


class _Column(NamedTuple):
    """A column: its heading, what it says of each person, and whether it may be cut short."""

    heading: str
    cells: Sequence[Content]
    gives: bool = True

    @property
    def width(self) -> int:
        """As wide as its widest cell; 0 when nobody has anything there."""
        if not any(self.cells):
            return 0
        return max(cell_len(self.heading), *(cell.cell_length for cell in self.cells))


class PeoplePane(ListPane):
    """Enter is the screen's usual step; a click on the row of the cursor posts `PersonChosen`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.usual", show=False)]

    @dataclass
    class PersonChosen(Message):
        """The participant with `uid` was chosen."""

        uid: str

    _record: MeetingRecord | None = None

    def show(self, record: MeetingRecord) -> None:
        """Show everyone of `record`: those with a voice, and observers apart under them."""
        self._record = record
        people = _in_order(record)
        columns = [one for one in self._columns(record, people) if one.width]
        least = [min(one.width, _LEAST) if one.gives else one.width for one in columns]
        widths = fitted([one.width for one in columns], least, self.size.width - 2)
        rows = [_headings(columns, widths)] if people else [Row((Content(tr("Nobody is expected yet")),))]
        for nth, person in enumerate(people):
            if person.is_observer and (nth == 0 or not people[nth - 1].is_observer):
                rows += [Row((Content(),)), Row((Content.styled(tr("Observers"), "$faint"),))]
            rows.append(_row(person, [one.cells[nth] for one in columns], widths))
        self.show_rows(rows)

    def on_resize(self, event: events.Resize) -> None:
        """Give the columns the room there is now."""
        if self._record is not None and event.size.width:
            self.show(self._record)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Say who was chosen."""
        event.stop()
        self.post_message(self.PersonChosen(event.key))

    def _columns(self, record: MeetingRecord, people: Sequence[Participant]) -> Iterator[_Column]:
        yield _Column(tr("Name"), [Content.styled(one.name, "bold") for one in people])
        yield _Column(tr("Department"), [Content(one.department) for one in people])
        if self.size.width >= _ROOMY:
            yield _Column(tr("Title"), [Content(one.title) for one in people])
        yield _Column(tr("Role"), [_roles(one) for one in people])
        yield _Column(tr("Attendance"), [_state(one) for one in people], gives=False)
        yield _Column(tr("Time"), [_time(record, one) for one in people], gives=False)
        yield _Column("", [_remark(one) for one in people])


def _in_order(record: MeetingRecord) -> list[Participant]:
    """As on the list, observers last."""
    return sorted(record.people, key=lambda person: person.is_observer)


def state_look(person: Participant) -> tuple[str, str]:
    """The mark of how someone attends, and its colour."""
    look = _LEFT if person.has_left else _LOOKS[person.state]
    return glyph(look.shape), look.style


def _headings(columns: Sequence[_Column], widths: Sequence[int]) -> Row:
    cells = [Content.styled(one.heading, "$faint") for one in columns]
    return Row((one_line(cells, widths),), head=Content("  "), wraps=False)


def _row(person: Participant, cells: Sequence[Content], widths: Sequence[int]) -> Row:
    mark, style = state_look(person)
    return Row((one_line(cells, widths),), person.uid, Content.styled(f"{mark} ", style), wraps=False)


def _roles(person: Participant) -> Content:
    """The roles that say more than that someone takes part."""
    roles = joined(label(role) for role in person.roles if role not in (Role.ATTENDEE, Role.OBSERVER))
    return Content.styled(roles, "$faint")


def _state(person: Participant) -> Content:
    word = label(Movement.LEFT) if person.has_left else label(person.state)
    return Content.styled(word, state_look(person)[1])


def _time(record: MeetingRecord, person: Participant) -> Content:
    """When they came, left or returned last."""
    return Content(dates.clock(record.meeting.local(person.events[-1].at)) if person.events else "")


def _remark(person: Participant) -> Content:
    stands_in = tr("for {name}", name=person.substitutes) if person.substitutes else ""
    walk_in = tr("walk-in") if person.walk_in and not stands_in else ""
    return Content.styled(joined(part for part in (person.reason, stands_in, walk_in) if part), "$faint")


def here_of(record: MeetingRecord) -> str:
    """How many of those with a voice are in the room: `3 of 5 here`."""
    asked = [person for person in record.people if not person.is_observer]
    return tr("{here} of {asked} here", here=sum(person.here for person in asked), asked=len(asked))


class MissingView(Widget):
    """Under the table: who is missing and why, and who is not marked yet."""

    _record: MeetingRecord | None = None

    def show(self, record: MeetingRecord) -> None:
        """Show who is missing from `record`."""
        self._record = record
        self.refresh(layout=True)

    def render(self) -> Content:
        """Names with their reasons; those not marked come last."""
        if self._record is None or not self._record.people:
            return Content()
        people = _in_order(self._record)
        away = [one for one in people if one.state in (Attendance.ABSENT, Attendance.EXCUSED)]
        open_ = [one for one in people if one.state is Attendance.UNMARKED]
        parts = []
        if away:
            words = joined(with_brackets(one.name, one.reason or tr("no reason given")) for one in away)
            parts.append(field(tr("not here"), words, "$error"))
        if gone := [one.name for one in people if one.has_left]:
            parts.append(field(label(Movement.LEFT), joined(gone), "$warning"))
        if open_:
            parts.append(field(tr("not marked yet"), joined(one.name for one in open_), "$warning"))
        if not parts:
            parts.append(Content.styled(tr("everyone is here"), "$success"))
        return Content("   ").join(parts)
