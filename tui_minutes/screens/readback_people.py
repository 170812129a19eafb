"""Who signs, who is not there, when the minutes go out and to how many: at the right (E2, E3, E4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from textual.content import Content

from tui_minutes.domain.attendance import Attendance, Participant, Role, voters
from tui_minutes.domain.outcomes import Part
from tui_minutes.domain.readback import signatures, unread
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.signatures import Confirmation, Verdict
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.policies import minutes_text
from tui_minutes.services import deadlines
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import joined


class SignaturesPane(ListPane, can_focus=False):
    """The people of the meeting, and when its minutes are due."""

    def show(self, record: MeetingRecord, now: datetime) -> None:
        """Show who has signed by now."""
        signed, asked = signatures(record), voters(record.people)
        self.border_title = Content(tr("Signatures {signed} / {asked}", signed=len(signed), asked=len(asked)))
        self.show_rows(
            [
                *_intro(record),
                *(replace(person_row(person, signed.get(person.uid)), key=None) for person in asked),
                *_group(tr("Absent"), absent(record), _why),
                *_group(tr("Observers"), (p for p in record.people if p.is_observer and p.came), _what),
                *distribution(record, now),
                *next_meeting(record),
            ]
        )


def _intro(record: MeetingRecord) -> Iterator[Row]:
    if unread(record):
        yield Row((Content.styled(tr("Signed once all is read back"), "$faint"),))
    if not voters(record.people):
        yield Row((Content.styled(tr("Nobody is here to sign"), "$warning"),))


def person_row(person: Participant, signature: Confirmation | None) -> Row:
    """One who is asked to sign: how they signed, or that they have not yet."""
    shape, style = "·", "$faint"
    if signature:
        agreed = signature.verdict is Verdict.AGREED
        shape, style = ("✓", "bold $success") if agreed else ("≠", "bold $warning")
    lines = [Content(person.name) + Content.styled(f"  {_what(person)}", "$faint")]
    if person.has_left and not signature:
        lines.append(Content.styled(tr("left early; may confirm later"), "$faint"))
    if signature and signature.words:
        lines.append(Content.styled(signature.words, "$warning"))
    return Row(tuple(lines), person.uid, Content.styled(f"{glyph(shape)} ", style))


def absent(record: MeetingRecord) -> tuple[Participant, ...]:
    """Those who did not come, however that was marked."""
    return tuple(p for p in record.people if p.state in (Attendance.ABSENT, Attendance.EXCUSED))


def _what(person: Participant) -> str:
    """What a person is here: the chair and such by role, others by department, else by their roles."""
    leading = next((role for role in (Role.CHAIR, Role.CONVENER) if role in person.roles), None)
    if leading:
        return label(leading)
    return person.department or person.title or joined(label(role) for role in person.roles)


def _why(person: Participant) -> str:
    return person.reason or label(person.state)


def _group(title: str, people: Iterable[Participant], note: Callable[[Participant], str]) -> Iterator[Row]:
    found = tuple(people)
    if found:
        yield Row((Content(), Content.styled(title, "$faint")))
        for person in found:
            yield Row((Content(person.name) + Content.styled(f"  {note(person)}", "$faint"),))


def distribution(record: MeetingRecord, now: datetime) -> Iterator[Row]:
    """When the minutes go out, and to how many people (E4)."""
    lines = [
        Content.styled(minutes_text(deadlines.policy_of(record.meeting)), "$faint"),
        Content(goes_out(record, now)),
    ]
    yield Row((Content(), *lines))


def goes_out(record: MeetingRecord, now: datetime) -> str:
    """`by tomorrow 15:00, to 7 people`: counted from the end, which is not before the scheduled one (E4)."""
    meeting = record.meeting
    end = meeting.ended_at or max(now, meeting.scheduled_end or now)
    due = meeting.local(deadlines.minutes_due(replace(meeting, ended_at=end)) or end)
    today = meeting.local(now).date()
    copied = {name for outcome in record.live for name in outcome.names(Part.COPIED)}
    many = len({person.name for person in record.people} | copied)
    near = due.date() - today <= timedelta(days=1)
    day = dates.relative_day(due.date(), today) if near else dates.day_short(due.date())
    when = f"{day} {dates.clock(due)}"
    return ntr("by {when}, to {n} person", "by {when}, to {n} people", many, when=when)


def next_meeting(record: MeetingRecord) -> Iterator[Row]:
    """Date, place and focus of the next meeting, when fixed (E2)."""
    meeting = record.meeting
    if meeting.next_start:
        when = f"{dates.day_long(meeting.next_start.date())} {dates.clock(meeting.next_start)}"
        lines = [Content(text) for text in (when, meeting.next_place, meeting.next_focus) if text]
        yield Row((Content(), Content.styled(tr("Next meeting"), "$faint"), *lines))
