"""The meeting at which a period is reviewed: planned from its findings, with the measures to take (T10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.heads import heads
from tui_minutes.domain.meeting import SEALED, MeetingKind
from tui_minutes.domain.outcomes import Outcome, Part
from tui_minutes.domain.period import Period
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.reading import Reading
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.review import Findings
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.dates import period_text
from tui_minutes.i18n.reviews import cause_text, rate_text
from tui_minutes.services import reviews
from tui_minutes.services.commanded import commanded
from tui_minutes.services.meetings import make
from tui_minutes.services.taking_down import take_down
from tui_minutes.store import outcomes, review_meetings, rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow

NAMED = 8
"""So many outcomes are named on the agenda; the others are counted."""


@commanded
def plan(store: Store, command: Command, period: Period, zone: str) -> str:
    """The meeting that reviews `period`, planned now unless there is one; its uid.

    Days are those of the IANA `zone`. It follows the last review that was signed, whose measures are walked
    through first; what is confidential is on its agenda by number only.
    """
    return (review_meetings.of_period(period) or _plan(store, command, period, zone)).uid


@commanded
def measure(store: Store, command: Command, period: Period, zone: str, reading: Reading) -> Outcome:
    """Take down a measure under the last item of the meeting that reviews `period`; the outcome it makes.

    The first measure plans that meeting; once it is signed the next measure is for another one. Provisional
    until the room seals it. Refused: empty_text.
    """
    meeting = review_meetings.of_period(period)
    if meeting is None or meeting.phase in SEALED:
        meeting = _plan(store, command, period, zone)
    items = rows.agenda(meeting)
    entry = take_down(command, meeting, reading, command.at, items[-1] if items else None)
    made = rows.outcome_of(entry)
    found = outcomes.find(made.uid) if made else None
    if found is None:
        raise Refused("not_found", number=reading.text)
    return found


def _plan(store: Store, command: Command, period: Period, zone: str) -> MeetingRow:
    found = reviews.read(store, period, command.at, ZoneInfo(zone), reveal=False)
    past = review_meetings.before(period)
    when = period_text(period)
    made = Plan(
        title=tr("Review of decisions: {period}", period=when),
        kind=MeetingKind.DECISION_REVIEW,
        zone=zone,
        goal=tr("Agree on measures so that what was decided is done on time"),
        expected=(tr("Measures, each with an owner and a date"),),
        people=tuple(_people(store, found)),
        agenda=tuple(_agenda(found, when, follows=past is not None)),
        follows=past.uid if past else None,
    )
    meeting = make(command, made)
    review_meetings.keep(command, meeting, period)
    return meeting


def _agenda(found: Findings, when: str, *, follows: bool) -> Iterator[PlanItem]:
    """Last time's measures, the figures, what waits, the causes, and last the measures to take."""
    if follows:
        yield PlanItem(tr("What is still open from earlier meetings"), 10, origin=Origin.FOLLOW_UP)
    rate = rate_text(found.review.due)
    yield PlanItem(tr("{period}: {rate} on time", period=when, rate=rate) if rate else when, 10)
    if found.rows:
        prepare = tr("Owners say what they need to finish")
        yield PlanItem(tr("Late or open: {numbers}", numbers=_numbers(found)), 20, prepare=prepare)
    if found.review.causes:
        causes = tr(", ").join(f"{cause_text(one)} {one.n}" for one in found.review.causes[:NAMED])
        yield PlanItem(tr("Causes of delay: {causes}", causes=causes), 10)
    yield PlanItem(tr("Measures"), 15)


def _numbers(found: Findings) -> str:
    named = tr(", ").join(row.outcome.number for row in found.rows[:NAMED])
    left = found.waiting - min(len(found.rows), NAMED)
    return ntr("{numbers} and {n} more", "{numbers} and {n} more", left, numbers=named) if left else named


def _people(store: Store, found: Findings) -> Iterator[PlanPerson]:
    """The heads of the departments concerned, then the owners of what waits; everybody once."""
    departments = [share.name for share in found.review.departments if share.name]
    leading = heads(store.people())
    named: dict[str, PlanPerson] = {
        name: PlanPerson(name, department)
        for department in departments
        for name in leading.get(department, ())
    }
    for name, department in _owners(found):
        if name not in departments:
            named.setdefault(name, PlanPerson(name, department, roles=(Role.DOER,)))
    yield from named.values()


def _owners(found: Findings) -> Iterable[tuple[str, str]]:
    return (
        (person.name, person.department)
        for row in found.rows
        for person in row.outcome.people
        if person.part in (Part.RESPONSIBLE, Part.HELPER)
    )
