"""The form of a move: it asks for what the move needs, and for what it may be told (T2, T5-T7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from textual.content import Content

from tui_minutes.domain.capture import Caution, Context, Kind, parse_as
from tui_minutes.domain.causes import Cause
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.deadlines import Deadline, deadline
from tui_minutes.domain.moves import MOVES, Detail, Given, Share
from tui_minutes.domain.outcomes import Act, Outcome, Quality
from tui_minutes.domain.people import People
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import dates, mark, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.move_words import MOVE_WORDS
from tui_minutes.screens.names_typed import found_names
from tui_minutes.widgets.cautions import caution_text
from tui_minutes.widgets.names import field

BY = "by"
PARTS = ("part1", "part2", "part3", "part4")
OWNERS_WORD = (Act.ACKNOWLEDGE, Act.ASK_BACK, Act.DELAY, Act.REPORT, Act.ANSWER)
"""Moves that are the owner's word, whoever types."""
OTHERS_WORD = (Act.CONFIRM, Act.SEND_BACK)
"""Moves that are the word of somebody who is not an owner (T6)."""

_NAMES: dict[Detail, str] = {
    Detail.NOTE: mark("Note"),
    Detail.CAUSE: mark("Cause"),
    Detail.REMEDY: mark("Remedy"),
    Detail.DUE: mark("New date"),
    Detail.RESULT: mark("What came of it"),
    Detail.DELIVERABLE: mark("Deliverable"),
    Detail.LEFTOVER: mark("What is left over"),
    Detail.QUALITY: mark("Quality"),
    Detail.REASON: mark("Reason"),
    Detail.DECIDED_BY: mark("Decided by"),
    Detail.OWNERS: mark("Owner"),
    Detail.QUESTION: mark("What is not clear"),
    Detail.ANSWER: mark("Answer"),
    Detail.BY_NUMBER: mark("Later decision"),
    Detail.NEXT_FEEDBACK: mark("Next feedback"),
}


@dataclass(frozen=True, slots=True)
class Around:
    """What forms need to know: the day, everybody known, the working days, who types, outcomes by number."""

    today: date
    people: People
    calendar: Calendar
    typist: str
    outcome: Callable[[str], Outcome | None]


class MoveForm:
    """The form of one move, of one outcome or of several at once."""

    def __init__(self, outcomes: Sequence[Outcome], act: Act, around: Around) -> None:
        self._outcomes = outcomes
        self._outcome = outcomes[0]
        self._act = act
        self._around = around

    def ask(self, which: str) -> Ask:
        """The form about `which` outcomes. Where only a word is given, one key is enough."""
        fields = self._fields()
        title = tr("{which}: {move}", which=which, move=tr_late(MOVE_WORDS[self._act][1]))
        begin = BY if self._act is Act.ACKNOWLEDGE else fields[0].key
        return Ask(title, fields, check=self._check, begin=begin, lead=self._lead())

    def _lead(self) -> list[Content]:
        """What was reported or asked, where the move is the word on it (T2, T6)."""
        one = self._outcome
        shown: dict[Act, tuple[tuple[str, str], ...]] = {
            **dict.fromkeys(OTHERS_WORD, (
                (tr("What came of it"), one.result), (tr("Answer"), one.answer),
                (tr("Deliverable"), one.deliverable), (tr("What is left over"), one.leftover),
            )),
            Act.EXPLAIN: ((tr("What is not clear"), one.unclear),),
        }  # fmt: skip
        alone = len(self._outcomes) == 1
        return [field(name, value) for name, value in shown.get(self._act, ()) if alone and value]

    def _fields(self) -> list[Field]:
        move = MOVES[self._act]
        fields = [
            self._field(one, required=one in move.needs)
            for one in move.details(self._outcome.kind)
            if one is not Detail.PARTS and not (self._act is Act.EDIT and one is Detail.OWNERS)
        ]
        if self._act is Act.SPLIT:
            hint = tr("what @name fri")
            fields = [
                Field(key, tr("Part {n}", n=nth), hint=hint, required=nth < 3)
                for nth, key in enumerate(PARTS, 1)
            ]
        if self._act in (*OWNERS_WORD, *OTHERS_WORD):
            fields.append(Field(BY, tr("Whose word"), self._whose, required=True, note=self._unknown))
        return fields

    @property
    def _whose(self) -> str:
        """Whose word it will most likely be; it is shown and can be changed."""
        typist = self._around.typist
        owners = {name for one in self._outcomes for name in one.owners}
        if self._act in OTHERS_WORD:
            return "" if typist in owners else typist
        first = {(one.owners or ("",))[0] for one in self._outcomes}
        return typist if typist in owners or len(first) > 1 else first.pop() or typist

    def _field(self, detail: Detail, *, required: bool) -> Field:
        more: dict[str, Any] = {}
        match detail:
            case Detail.CAUSE:
                causes = [Option("", "–"), *(Option(cause, label(cause)) for cause in Cause)]
                more = {"options": causes, "new": tr("in these words")}
            case Detail.QUALITY:
                more = {"options": [Option("", "–"), *(Option(mark_, label(mark_)) for mark_ in Quality)]}
            case Detail.REMEDY:
                more = {"hint": tr("more people, smaller scope, …")}
            case Detail.DUE | Detail.NEXT_FEEDBACK:
                more = {"hint": self._day_hint(detail), "note": self._meant}
            case Detail.OWNERS:
                more = {"hint": tr("first one answers"), "note": self._unknown}
            case Detail.DELIVERABLE | Detail.RESULT | Detail.ANSWER if len(self._outcomes) == 1:
                more = {"value": getattr(self._outcome, detail)}
            case Detail.BY_NUMBER:
                more = {"hint": "D-031", "note": self._named}
        return Field(detail, tr_late(_NAMES[detail]), required=required, **more)

    def _day_hint(self, detail: Detail) -> str:
        hint = tr("fri, 12/4, 3 working days")
        if len(self._outcomes) > 1:
            return hint
        now = self._outcome.due if detail is Detail.DUE else self._outcome.next_feedback
        return tr("now {day}; {hint}", day=dates.day_short(now), hint=hint) if now else hint

    def _deadline(self, typed: str) -> Deadline | None:
        return deadline(typed, self._around.today, self._around.calendar)

    def _meant(self, typed: str) -> str:
        found = self._deadline(typed) if typed else None
        return dates.day_long(found.day) if found and found.day else ""

    def _named(self, typed: str) -> str:
        found = self._around.outcome(typed.strip())
        return f"{found.number}  {found.text}" if found else ""

    def _unknown(self, typed: str) -> str:
        people = self._around.people
        strange = [name for name in found_names(typed, people) if not people.is_full_name(name)]
        strange = [name for name in strange if not people.department(name)]
        return caution_text(Caution("unknown_person", tuple(strange))) if strange else ""

    def _check(self, values: Values) -> tuple[str, str] | None:
        for key in _DAYS:
            typed = values.get(key, "")
            found = self._deadline(typed) if typed else None
            if typed and (found is None or (found.day is None and found.kind != "next_meeting")):
                return key, tr("“{typed}” is no date: try “fri” or “12/4”", typed=typed)
        return None

    def said(self, values: Values) -> list[Content]:
        """What was filled in, each with the name of its field; days as they are meant."""
        told = [(one, values[one.key]) for one in self._fields() if values.get(one.key)]
        return [field(one.name, self._in_words(one, value)) for one, value in told]

    def _in_words(self, asked: Field, value: str) -> str:
        if asked.key in _DAYS:
            return self._meant(value) or value
        return next((one.text for one in asked.options if one.key == value), value)

    def by(self, values: Values) -> str:
        """Whose word it is, "" for the one who types."""
        return next(iter(found_names(values.get(BY, ""), self._around.people)), "")

    def given(self, values: Values) -> Given:
        """What the values of the form tell the move."""
        told: dict[str, Any] = {
            key: value for key, value in values.items() if value and key in set(Detail) and key not in _READ
        }
        for key in _DAYS:
            found = self._deadline(values[key]) if values.get(key) else None
            if found:
                told[key] = found.day
                told |= {"due_next_meeting": True} if key is Detail.DUE and found.day is None else {}
        if values.get(Detail.OWNERS):
            told[Detail.OWNERS] = found_names(values[Detail.OWNERS], self._around.people)
        if values.get(Detail.QUALITY):
            told[Detail.QUALITY] = Quality(values[Detail.QUALITY])
        if cause := values.get(Detail.CAUSE):
            told[Detail.CAUSE] = label(Cause(cause)) if cause in set(Cause) else cause
        parts = tuple(self._share(values[key]) for key in PARTS if values.get(key))
        return Given(**told, parts=parts)

    def _share(self, typed: str) -> Share:
        context = Context(self._around.today, self._around.people, self._around.calendar)
        reading = parse_as(typed, Kind.ACTION, context)
        return Share(reading.text, tuple(reading.owners), reading.due)


_DAYS = (Detail.DUE, Detail.NEXT_FEEDBACK)
_READ = (*_DAYS, Detail.OWNERS, Detail.QUALITY, Detail.CAUSE, Detail.PARTS)
"""Details that are read, not taken as typed."""
