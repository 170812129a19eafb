"""The small forms of the tracker: status, note, delay, completion, owner, date (T1, T5, T6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tui_minutes.domain.deadlines import Deadline, deadline
from tui_minutes.domain.outcomes import Outcome, Status
from tui_minutes.domain.people import People
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.names_typed import found_names
from tui_minutes.widgets.names import joined

OFFERED = (
    Status.UNCONFIRMED,
    Status.IN_PROGRESS,
    Status.DELAYED,
    Status.DONE,
    Status.CLOSED,
    Status.CANCELLED,
)
"""The statuses a person chooses from; `superseded` comes from a conversion only."""


class TrackerForms:
    """Forms about one outcome, on the day `today`."""

    def __init__(self, outcome: Outcome, today: date, people: People, calendar: Calendar) -> None:
        self._outcome = outcome
        self._today = today
        self._people = people
        self._calendar = calendar

    def status(self) -> Choose:
        """One of the statuses."""
        options = [Option(status, label(status)) for status in OFFERED]
        return Choose(
            tr("Status of {number}", number=self._outcome.number), options, current=self._outcome.status
        )

    def note(self) -> Ask:
        """A progress note."""
        return self._ask(tr("Progress of {number}", number=self._outcome.number), _note(required=True))

    def delay(self) -> Ask:
        """The cause, what is done about it, the new date."""
        return self._ask(
            tr("Delay of {number}", number=self._outcome.number),
            Field("cause", tr("Cause"), required=True, hint=tr("short of people, scope changed, …")),
            Field("remedy", tr("Remedy"), hint=tr("more people, smaller scope, …")),
            self._due_field(required=True),
        )

    def complete(self) -> Ask:
        """The result, as reported."""
        field = Field("result", tr("What came of it"), self._outcome.result, required=True)
        return self._ask(tr("{number} is done", number=self._outcome.number), field)

    def owner(self) -> Ask:
        """The owners, the responsible one first, and why."""
        hint = tr("first one answers")
        owners = Field("owners", tr("Owner"), joined(self._outcome.owners), required=True, hint=hint)
        return self._ask(tr("Owner of {number}", number=self._outcome.number), owners, _note())

    def due(self) -> Ask:
        """The date, and why."""
        return self._ask(tr("Date of {number}", number=self._outcome.number), self._due_field(), _note())

    def _ask(self, title: str, *fields: Field) -> Ask:
        return Ask(title, fields, check=self._check)

    def _due_field(self, *, required: bool = False) -> Field:
        value = self._outcome.due.isoformat() if self._outcome.due else ""
        hint = tr("fri, 12/4, 3 working days")
        return Field("due", tr("Due date"), value, hint=hint, required=required, note=self._meant)

    def _deadline(self, typed: str) -> Deadline | None:
        return deadline(typed, self._today, self._calendar)

    def _meant(self, typed: str) -> str:
        found = self._deadline(typed) if typed else None
        return dates.day_long(found.day) if found and found.day else ""

    def _check(self, values: Values) -> tuple[str, str] | None:
        typed = values.get("due", "")
        found = self._deadline(typed) if typed else None
        if typed and (found is None or found.day is None):
            return "due", tr("“{typed}” is no date: try “fri” or “12/4”", typed=typed)
        return None

    def changes(self, values: Values) -> dict[str, Any]:
        """The fields of the outcome that the form's values change; note, cause and remedy are none."""
        changes: dict[str, Any] = {}
        if "owners" in values:
            changes["owners"] = found_names(values["owners"], self._people)
        if "due" in values:
            found = self._deadline(values["due"]) if values["due"] else None
            changes["due"] = found.day if found else None
        if "result" in values:
            changes["result"] = values["result"]
        return changes


def _note(*, required: bool = False) -> Field:
    return Field("note", tr("Note"), required=required)
