"""The lists of Prepare: basics and people, with what makes one pause at them (B1, B2, B4)."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.capture import Caution
from tui_minutes.domain.meeting import Meeting, MeetingKind
from tui_minutes.domain.policy_table import Policies
from tui_minutes.domain.preparation import agenda_cautions, goal_cautions
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.templates import Template
from tui_minutes.i18n import dates, mark, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.policies import policy_text, preset_text
from tui_minutes.widgets.cautions import caution_text
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.wrapping import fit

ADD = "add"
"""The key of the row that adds something."""

LANGUAGES = {"en": "English", "zh": "简体中文"}

BASICS = {
    "title": mark("Meeting title"),
    "kind": mark("Kind"),
    "start": mark("Begins"),
    "end": mark("Ends"),
    "place": mark("Place"),
    "level": mark("Level"),
    "language": mark("Minutes in"),
    "goal": mark("Goal"),
    "expected": mark("Expected"),
    "policy": mark("Followed up"),
}
"""The fields of the basics, in order, and their names."""

NAME = 14
"""So many cells the names of fields take."""


def basics_rows(meeting: Meeting, policies: Policies, template: Template) -> list[Row]:
    """One row a field, keyed by it; the kind with the own template that it was made from."""
    rows = []
    for key, name in BASICS.items():
        value = _rules(meeting, policies) if key == "policy" else _value(meeting, key)
        style = "bold" if key == "title" else ""
        body = [Content.styled(part, style) for part in value] or [Content.styled(glyph("–"), "$faint")]
        if key == "kind" and template.name not in list(MeetingKind):
            body.append(Content.styled(template.name, "$faint"))
        if key == "goal":
            body += _about_goal(meeting.goal, template.plan.goal)
        rows.append(Row(tuple(body), key, Content.styled(fit(tr_late(name), NAME), "$faint")))
    return rows


def _about_goal(goal: str, usual: str) -> Iterator[Content]:
    """What makes one pause at a goal; of one that is missing also what it reads like (B2)."""
    yield from (caution_line(one) for one in goal_cautions(goal))
    if usual and not goal:
        yield Content.styled(tr("such as: {goal}", goal=usual), "$faint")


def _value(meeting: Meeting, key: str) -> list[str]:
    """The lines that say what the field `key` holds; none when it is empty."""
    match key:
        case "kind" | "level":
            return [label(meeting.kind if key == "kind" else meeting.level)]
        case "start" if meeting.planned_start:
            return [f"{dates.day_long(meeting.planned_start.date())} {dates.clock(meeting.planned_start)}"]
        case "end" if meeting.planned_end:
            length = dates.minutes_text(meeting.planned_minutes)
            return [f"{dates.clock(meeting.planned_end)}  {glyph('·')}  {length}"]
        case "language":
            return [LANGUAGES[meeting.language]]
        case "expected":
            return list(meeting.expected)
        case "title" | "place" | "goal" if text := getattr(meeting, key):
            return [text]
    return []


def _rules(meeting: Meeting, policies: Policies) -> list[str]:
    """The preset of the series, and what that means (T2-T4)."""
    return [preset_text(meeting.policy, policies), *policy_text(policies(meeting.policy))]


def people_rows(record: MeetingRecord) -> list[Row]:
    """One row a person: name, department and title, roles (B4)."""
    return [*(_person(person) for person in record.people), add_row(tr("a  add a participant"))]


def _person(person: Participant) -> Row:
    named = [role for role in person.roles if role is not Role.ATTENDEE]
    parts = [
        Content.styled(fit(person.name, max(NAME, Content(person.name).cell_length)), "bold"),
        Content.styled(" ".join(part for part in (person.department, person.title) if part), "$faint"),
        Content.styled(joined(label(role) for role in named), "$said"),
    ]
    return Row((tuple(part for part in parts if part),), person.uid, Content("  "))


def add_row(text: str) -> Row:
    """The row that adds something, with its key in `text`."""
    return Row((Content.styled(text, "$faint"),), ADD, Content.styled("+ ", "$accent"))


def caution_line(caution: Caution) -> Content:
    """What makes one pause, under what it is about."""
    return Content.styled(f"! {caution_text(caution)}", "$warning")


def missing(record: MeetingRecord) -> Iterator[str]:
    """What a meeting lacks before people are checked in, in words."""
    if not record.people:
        yield tr("nobody is invited yet")
    elif not any(Role.CHAIR in person.roles for person in record.people):
        yield tr("nobody chairs the meeting")
    if not record.agenda:
        yield tr("there is no agenda")
    for caution in goal_cautions(record.meeting.goal):
        yield caution_text(caution)
    for caution in agenda_cautions(record.agenda, record.meeting.planned_minutes):
        yield caution_text(caution)
