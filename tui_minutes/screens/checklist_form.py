"""The form of one thing on a preparation checklist: what, who, by when, remark (B5)."""

from __future__ import annotations

from datetime import date

from tui_minutes.domain.checklist import Kept, Preparation, usually_ahead
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.deadlines import deadline
from tui_minutes.domain.plan import PlanCheck
from tui_minutes.domain.policy import Policy
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.shape import shape
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.checklist import ahead_text, what_text
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import NEW, Option

_MOST = 99
"""So many working days ahead at most; more is meant as something else."""


@dataclass(frozen=True, slots=True)
class ChecklistForm:
    """What the form shows of `one` (None for a new one), and what its values mean on the day `today`."""

    one: Preparation | None
    record: MeetingRecord
    policy: Policy
    today: date
    calendar: Calendar

    def ask(self) -> Ask:
        """The form; what is asked on the agenda, or is one of the usual things, keeps its words."""
        title = what_text(self.one) if self.one and self._kept.check else tr("To be ready")
        return Ask(title, self._fields(), check=self._check)

    @property
    def _kept(self) -> Kept:
        return self.one.kept if self.one else Kept()

    def _fields(self) -> list[Field]:
        kept = self._kept
        people = dict.fromkeys((*(person.name for person in self.record.people), kept.who))
        usual = self.one.who if self.one and not kept.who else ""
        nobody = tr("as usual: {name}", name=usual) if usual else tr("as usual")
        who = [Option("", nobody), *(Option(name, name) for name in people if name)]
        fields = [
            Field("who", tr("Who"), kept.who, who, new=tr("somebody else")),
            Field("when", tr("By when"), self._when(), hint=self._usual_when(), note=self._note),
            Field("note", tr("Remark"), kept.note),
        ]
        if kept.check is None:
            hint = tr("what is to be there or done")
            fields.insert(0, Field("text", tr("What"), kept.text, hint=hint, required=True))
        return fields

    def _when(self) -> str:
        kept = self._kept
        if kept.due:
            return f"{kept.due:%Y-%m-%d}"
        return "" if kept.ahead is None else str(kept.ahead)

    def _usual_when(self) -> str:
        """What an empty field means, or what may be typed."""
        ahead = usually_ahead(self._kept.check, self.policy)
        if self._kept.check is None or ahead is None:
            return tr("3 for 3 working days ahead, or a date")
        return tr("as usual: {name}", name=ahead_text(ahead))

    def _note(self, typed: str) -> str:
        """The day that is meant, while it is typed."""
        wanted = self._read(typed)
        if wanted is None or wanted == (None, None):
            return ""
        ahead, due = wanted
        start = self.record.meeting.planned_start
        if ahead is not None and start:
            due = self.calendar.add_workdays(start.date(), -ahead)[0]
        return dates.day_long(due) if due else ahead_text(ahead or 0)

    def _read(self, typed: str) -> tuple[int | None, date | None] | None:
        """Working days ahead or a day, neither for nothing typed; None for what is neither."""
        plain = shape(typed).strip()
        if not plain:
            return None, None
        if plain.isascii() and plain.isdecimal():
            return (int(plain), None) if int(plain) <= _MOST else None
        found = deadline(plain, self.today, self.calendar)
        return (None, found.day) if found and found.day else None

    def _check(self, values: Values) -> tuple[str, str] | None:
        if self._read(values["when"]) is None:
            said = tr("“{text}” is no day; try 3 for working days ahead, or 11-24", text=values["when"])
            return "when", said
        return None

    def wanted(self, values: Values) -> PlanCheck:
        """What the values stand for."""
        ahead, due = self._read(values["when"]) or (None, None)
        who = values["who"].removeprefix(NEW).strip()
        return PlanCheck(self._kept.check or "", values.get("text", ""), who, ahead, due)
