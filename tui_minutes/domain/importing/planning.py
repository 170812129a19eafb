"""From the rows of a table to a plan: which outcome each is, and what it would do (T11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from tui_minutes.domain.importing.baseline import as_imported, as_of
from tui_minutes.domain.importing.edits import COLUMNS, FINISHED, edits, followed, of_kind, with_owners
from tui_minutes.domain.importing.fields import Field
from tui_minutes.domain.importing.lines import Line, Trouble, Wrong
from tui_minutes.domain.importing.plan import ImportPlan, Known, Source, Step, Treatment
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import ENDED, Outcome, OutcomeKind, Status
from tui_minutes.domain.tracking import LedgerRow


class Planner:
    """Plans a table against what is `known`; `by` takes it in on the day `today`.

    `title` is the meeting that rows come from which name none.
    """

    def __init__(self, known: Known, title: str, by: str, today: date) -> None:
        self._known = known
        self._title = title
        self._by = by
        self._today = today
        self._lines: dict[str, int] = {}
        self._sources: dict[str, list[tuple[str, str, date | None]]] = {}
        for uid, number, there, day in known.sources:
            for name in (number, there):
                self._sources.setdefault(name, []).append((uid, there, day))

    def plan(self, lines: Iterable[Line], ignored: tuple[str, ...] = ()) -> ImportPlan:
        """A step for each line."""
        steps = tuple(map(self._step, lines))
        return ImportPlan(steps, tuple(self._newcomers(steps)), ignored)

    def _step(self, line: Line) -> Step:
        there, ours = self._meant(line)
        troubles = [*line.troubles, *self._twice(line, there)]
        if there is not None:
            return self._of_known(line, there, troubles, ours=ours)
        return self._of_new(line, troubles)

    def _meant(self, line: Line) -> tuple[LedgerRow | None, bool]:
        """The outcome that a row is, and whether the row was written by this program of this store."""
        known = self._known
        uid = line.words(Field.UID)
        if uid in known.rows:
            return known.rows[uid], True
        found = known.imported.get(line.key)
        if found is not None:
            return known.rows[found], False
        mine = known.numbered.get(line.words(Field.NUMBER).upper())
        return (known.rows[mine], True) if mine else (None, False)

    def _twice(self, line: Line, there: LedgerRow | None) -> Iterator[Trouble]:
        """Two rows that are the same outcome would undo one another."""
        name = there.outcome.uid if there else line.key
        first = self._lines.setdefault(name, line.row)
        if first != line.row:
            yield Trouble(Wrong.TWICE, Field.NUMBER, line.words(Field.NUMBER), str(first))

    def _of_known(self, line: Line, there: LedgerRow, troubles: list[Trouble], *, ours: bool) -> Step:
        now = there.outcome
        step = Step(
            line.row, Treatment.UNCHANGED, now.number, now.text, {}, uid=now.uid, seen=now.version,
            kind=now.kind, level=there.level,
        )  # fmt: skip
        if not troubles and self._is_another(line, there):
            troubles = [Trouble(Wrong.ANOTHER, Field.NUMBER, line.words(Field.NUMBER), now.text)]
        if troubles:
            return self._wrong(step, line, troubles)
        found = edits(line, now, self._was(line, now, ours=ours), self._known.people, ours=ours)
        fields = dict(found.fields)
        troubles = [*found.troubles, *followed(fields, line, now, self._by, self._today)]
        troubles += of_kind(fields, now.kind)
        if line.values.get(Field.KIND, now.kind) not in (now.kind, None):
            troubles.append(Trouble(Wrong.KIND_STAYS, Field.KIND, line.cells.get(Field.KIND, "")))
        if not (fields or found.people is not None or troubles):
            return step
        if not now.is_live or now.uid in self._known.gone:
            troubles = [Trouble(Wrong.GONE, Field.NUMBER, now.number)]
        elif now.provisional:
            troubles = [Trouble(Wrong.IN_MEETING, Field.NUMBER, now.number)]
        if troubles:
            return self._wrong(step, line, troubles)
        before = {name: getattr(now, name) for name in fields}
        if found.people is not None:
            before["people"] = now.people
        return replace(step, treatment=Treatment.CHANGED, fields=fields, people=found.people, before=before)

    def _was(self, line: Line, now: Outcome, *, ours: bool) -> Outcome:
        """The outcome as the file was made of it, or as the last import left it."""
        history = self._known.history.get(now.uid, ())
        version: int | None = line.values.get(Field.VERSION)
        if not ours:
            return as_imported(now, history)
        return as_of(now, history, version) if version is not None and history else now

    def _is_another(self, line: Line, there: LedgerRow) -> bool:
        """Whether a number that is the same by chance names something else altogether."""
        now = there.outcome
        if line.words(Field.UID) == now.uid or not line.words(Field.NUMBER):
            return False
        if not line.has(Field.TEXT) or line.words(Field.TEXT) == now.text:
            return False
        meeting = (there.meeting_number, there.meeting_title)
        sources = (line.words(Field.MEETING_NUMBER), line.words(Field.MEETING))
        named = [pair for pair in zip(sources, meeting, strict=True) if pair[0]]
        if any(said == there for said, there in named):
            return False
        owners = {name for name, _ in line.owners}
        return bool(named or owners) and not owners & set(now.owners)

    def _of_new(self, line: Line, troubles: list[Trouble]) -> Step:
        fields: dict[str, Any] = {
            name: line.values[field] for field, name in COLUMNS.items() if line.values.get(field)
        }
        number, text = line.words(Field.NUMBER), line.words(Field.TEXT)
        step = Step(line.row, Treatment.NEW, number, text, {}, key=line.key, kind=line.kind)
        if not line.has(Field.TEXT):
            troubles.append(Trouble(Wrong.NO_TEXT, Field.TEXT, line.cells.get(Field.TEXT, "")))
        troubles += self._finish(fields, line)
        troubles += of_kind(fields, line.kind)
        if troubles:
            return self._wrong(step, line, troubles)
        people = with_owners(line, None, self._known.people)
        fields.setdefault("department", next((one.department for one in people), ""))
        fields |= {
            "original_due": line.day(Field.ORIGINAL_DUE) or fields.get("due"),
            "due_next_meeting": line.next_meeting,
        }
        told = [day for day in (line.day(Field.UPDATED), fields.get("done_on")) if day and day <= self._today]
        return replace(
            step,
            fields=fields,
            people=people,
            level=line.values.get(Field.LEVEL) or Level.INTERNAL,
            source=self._source(line),
            made_on=line.day(Field.MEETING_DATE) or min(told, default=None),
            touched_on=line.day(Field.UPDATED) if line.day(Field.UPDATED) in told else None,
        )

    def _finish(self, fields: dict[str, Any], line: Line) -> Iterator[Trouble]:
        """Its status, and the day it was done where it is finished."""
        done = fields.get("done_on")
        status = fields.setdefault("status", Status.DONE if done else Status.UNCONFIRMED)
        if status in FINISHED and not done:
            if updated := line.day(Field.UPDATED):
                fields["done_on"] = updated
            else:
                yield Trouble(Wrong.NO_DAY_DONE, Field.DONE_ON, line.cells.get(Field.STATUS, ""))
        elif done and status not in (*FINISHED, *ENDED):
            yield Trouble(Wrong.DONE_BUT_OPEN, Field.DONE_ON, line.cells.get(Field.DONE_ON, ""))
        if status is Status.SUPERSEDED and line.kind is not OutcomeKind.DECISION:
            yield Trouble(Wrong.BY_WHICH, Field.STATUS, line.cells.get(Field.STATUS, ""))

    def _source(self, line: Line) -> Source:
        """The meeting of a new row: one that earlier imports made, else one to be made."""
        number, day = line.words(Field.MEETING_NUMBER), line.day(Field.MEETING_DATE)
        title = line.words(Field.MEETING) or number or self._title
        for name in (number, title):
            for uid, there, held_on in self._sources.get(name, ()):
                if day is None or held_on in (None, day):
                    return Source(there, held_on, uid)
        return Source(title, day)

    def _wrong(self, step: Step, line: Line, troubles: list[Trouble]) -> Step:
        number = line.words(Field.NUMBER) or step.number
        text = line.words(Field.TEXT) or step.text
        return replace(
            step, treatment=Treatment.WRONG, number=number, text=text, troubles=tuple(troubles), fields={}
        )

    def _newcomers(self, steps: tuple[Step, ...]) -> Iterator[tuple[str, str]]:
        """Those named for the first time, each once, with a department where any row tells it."""
        found: dict[str, str] = {}
        for step in steps:
            for one in step.people or ():
                if one.name not in self._known.names:
                    found[one.name] = found.get(one.name) or one.department
        yield from found.items()
