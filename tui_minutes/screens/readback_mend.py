"""The form that mends what is being read: each field of the outcome, the missing one first (E1)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tui_minutes.domain.capture import Caution
from tui_minutes.domain.deadlines import Deadline, deadline
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, Part, Priority
from tui_minutes.domain.people import People
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.looking_again import look_again
from tui_minutes.screens.names_typed import found_names
from tui_minutes.services import outcomes
from tui_minutes.widgets.cautions import caution_text
from tui_minutes.widgets.names import joined

_GROUPS = ("owners", "deciders", "cc")
_DAYS = ("due", "next_feedback")


class Mending:
    """The form for one outcome, and what its values change."""

    def __init__(self, outcome: Outcome, day: date, people: People, calendar: Calendar) -> None:
        self._outcome = outcome
        self._day = day
        self._people = people
        self._calendar = calendar

    @property
    def fields(self) -> list[Field]:
        """The fields that an outcome of this kind has, as they stand."""
        one, kind = self._outcome, self._outcome.kind
        levels = [Option("", "–"), *(Option(priority, label(priority)) for priority in Priority)]
        answers = [Option("", tr("no")), Option("yes", tr("yes"))]
        fields = [Field("text", tr("Text"), one.text, required=True)]
        if kind is OutcomeKind.DECISION:
            fields.append(Field("deciders", tr("Decided by"), joined(one.names(Part.DECIDER))))
            fields.append(Field("no_action", tr("Needs no action"), "yes" if one.no_action else "", answers))
        fields.append(Field("owners", tr("Owner"), joined(one.owners), note=self._unknown))
        fields.append(
            Field("due", tr("Due"), self._due, hint=tr("fri, 12/4, next meeting"), note=self._meant)
        )
        if kind is OutcomeKind.ACTION:
            fields.append(Field("deliverable", tr("Deliverable"), one.deliverable))
            fields.append(Field("resources", tr("Resources"), one.resources))
        if kind is OutcomeKind.QUESTION:
            next_feedback = one.next_feedback.isoformat() if one.next_feedback else ""
            fields.append(Field("next_feedback", tr("Next feedback"), next_feedback, note=self._meant))
        else:
            fields.append(Field("priority", tr("Priority"), one.priority or "", levels))
            fields.append(Field("cc", tr("Copied to"), joined(one.names(Part.COPIED)), note=self._unknown))
        return fields

    @property
    def _due(self) -> str:
        if self._outcome.due:
            return self._outcome.due.isoformat()
        return tr("next meeting") if self._outcome.due_next_meeting else ""

    def check(self, values: Values) -> tuple[str, str] | None:
        """A day that is none, in words."""
        for key in _DAYS:
            if values.get(key) and self._deadline(values[key]) is None:
                return key, tr("“{typed}” is no date: try “fri” or “12/4”", typed=values[key])
        return None

    def typed(self, values: Values) -> dict[str, str]:
        """Those of `values` that differ from what stands."""
        before = {field.key: field.value for field in self.fields}
        return {key: value for key, value in values.items() if value != before[key]}

    def changes(self, values: Values) -> dict[str, Any]:
        """The fields that differ from what stands, as `services.outcomes.update` wants them."""
        found: dict[str, Any] = {}
        for key, value in self.typed(values).items():
            if key in _GROUPS:
                found[key] = found_names(value, self._people)
            elif key in _DAYS:
                meant = self._deadline(value)
                found[key] = meant.day if meant else None
                if key == "due":
                    found["due_next_meeting"] = meant is not None and meant.kind == "next_meeting"
            else:
                found[key] = bool(value) if key == "no_action" else value
        return found

    def _deadline(self, typed: str) -> Deadline | None:
        return deadline(typed, self._day, self._calendar)

    def _meant(self, typed: str) -> str:
        meant = self._deadline(typed)
        return dates.day_long(meant.day) if meant and meant.day else ""

    def _unknown(self, typed: str) -> str:
        strange = [name for name in found_names(typed, self._people) if not self._people.is_full_name(name)]
        strange = [name for name in strange if not self._people.department(name)]
        return caution_text(Caution("unknown_person", tuple(strange))) if strange else ""


def ask_mending(
    screen: BaseScreen,
    record: MeetingRecord,
    outcome: Outcome,
    people: People,
    done: Callable[[str], None],
    again: tuple[Values, str] = ({}, ""),
) -> None:
    """Ask what `outcome` should say; what differs is changed.

    When it is refused the form comes back `again`: on what stands now, what was typed; if somebody was
    quicker, after what they did is shown.
    """
    meeting = record.meeting
    day = meeting.local(meeting.started_at or screen.host.now()).date()
    mending = Mending(outcome, day, people, screen.host.calendar)
    said = tr("{number} is mended", number=outcome.number)

    def answered(values: Values | None) -> None:
        changes = mending.changes(values) if values else {}
        if changes:
            screen.carry_out(
                lambda store, command: outcomes.update(store, command, outcome.uid, changes, outcome.version),
                lambda _: done(said),
                again=lambda why: _ask_again(mending.typed(values or {}), why),
            )

    def _ask_again(typed: Values, why: str) -> None:
        look_again(
            screen, [outcome], lambda now: ask_mending(screen, record, now[0], people, done, (typed, why))
        )

    title = tr("Mend {number}", number=outcome.number)
    form = Ask(title, mending.fields, check=mending.check)
    screen.app.push_screen(form.filled(*again), answered)
