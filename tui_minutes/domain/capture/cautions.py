"""What to look at in a reading: what is missing, vague, unknown, past (rule 9). Nothing refuses anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui_minutes.domain.capture.line import Line
from tui_minutes.domain.capture.names import Named
from tui_minutes.domain.deadlines import Deadline
from tui_minutes.domain.reading import Caution, Kind, Reading
from tui_minutes.domain.wording import colloquial, vague

_OUTCOMES = (Kind.DECISION, Kind.ACTION, Kind.QUESTION, Kind.MOTION, Kind.CONTINUATION, Kind.UPDATE)
_NEEDS = {Kind.ACTION: ("owner", "due", "deliverable"), Kind.QUESTION: ("owner",), Kind.DATA: ("source",)}


def cautions(
    line: Line, reading: Reading, named: Sequence[Named] = (), deadlines: Iterable[Deadline] = ()
) -> tuple[Caution, ...]:
    """All there is to look at in `reading`; `named` are the people in its fields, `deadlines` its dates."""
    found = [*_wording(reading), *_missing(reading), *_people(named)]
    for one in deadlines:
        found += _date(line, one)
    return tuple(dict.fromkeys(found))


def ambiguous(named_typed: str, candidates: Iterable[str]) -> Caution:
    """Several people fit what was typed: it, then their names."""
    return Caution("ambiguous_person", (named_typed, *candidates))


def _wording(reading: Reading) -> Iterator[Caution]:
    said = " ".join(filter(None, (reading.text, reading.deliverable, *reading.owners)))
    if reading.kind in _OUTCOMES and (words := vague(said)):
        yield Caution("vague", words)
    if words := colloquial(reading.text):
        yield Caution("colloquial", words)


def _missing(reading: Reading) -> Iterator[Caution]:
    there = {
        "owner": reading.owners,
        "due": reading.due or reading.due_next_meeting,
        "deliverable": reading.deliverable,
        "source": reading.source,
    }
    for field in _NEEDS.get(reading.kind, ()):
        if not there[field]:
            yield Caution(f"no_{field}")


def _people(named: Sequence[Named]) -> Iterator[Caution]:
    for one in named:
        if not one.known:
            yield Caution("unknown_person", (one.typed,))
        elif len(one.people) > 1:
            yield ambiguous(one.typed, (person.name for person in one.people))
        elif one.people and one.people[0].present is False:
            yield Caution("absent_person", (one.name,))


def _date(line: Line, deadline: Deadline) -> Iterator[Caution]:
    if deadline.day is None:
        return
    words = (deadline.day.isoformat(),)
    if deadline.day < line.context.day:
        yield Caution("past_due", words)
    if not line.context.calendar.is_workday(deadline.day):
        yield Caution("day_off", words)
    if deadline.provisional:
        yield Caution("provisional_date", words)
