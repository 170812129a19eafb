"""The words for a meeting that comes from outside: what it is, and what it would do here (B8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.inviting.incoming import Aspect, AspectChange, Incoming, Judged, Treatment
from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.rhythm import Rhythm
from tui_minutes.i18n import dates
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.rhythms import days_text, rhythm_text
from tui_minutes.i18n.translation import mark, ntr, tr, tr_late

_TREATMENTS = {
    Treatment.NEW: mark("new"),
    Treatment.CHANGED: mark("changed"),
    Treatment.SAME: mark("here as it is there"),
    Treatment.OLDER: mark("older than what is known here; nothing changes"),
    Treatment.BEGUN: mark("it has begun or is over; nothing changes"),
    Treatment.OFF: mark("called off"),
    Treatment.LEFT_OUT: mark("a date of the series that is left out"),
    Treatment.ALREADY_OFF: mark("called off already"),
    Treatment.UNKNOWN: mark("called off, and not known here"),
    Treatment.OWN: mark("an invitation of this program's own meeting"),
    Treatment.BEFORE: mark("a meeting was made of this plan before"),
}
_ASPECTS = {
    Aspect.TITLE: mark("Title"),
    Aspect.TIME: mark("Time"),
    Aspect.PLACE: mark("Place"),
    Aspect.LEVEL: mark("Confidentiality"),
    Aspect.GOAL: mark("Goal"),
    Aspect.EXPECTED: mark("Expected outcomes"),
    Aspect.AGENDA: mark("Agenda"),
    Aspect.RHYTHM: mark("Repeats"),
    Aspect.MATERIALS: mark("Joining and materials"),
    Aspect.PEOPLE: mark("Newly invited"),
    Aspect.DECLINED: mark("Declined"),
    Aspect.GONE: mark("No longer invited"),
}
_MOST_SHOWN = 12
"""So many people are named; of more the number is told."""


def treatment_text(treatment: Treatment) -> str:
    """What becomes of an incoming meeting."""
    return tr_late(_TREATMENTS[treatment])


def title_text(incoming: Incoming, *, reveal: bool) -> str:
    """The title, covered where it is confidential and not revealed (B7)."""
    return incoming.plan.title if _may_show(incoming, reveal=reveal) else VEIL


def when_text(plan: Plan) -> str:
    """`2026-11-27 Fri 14:00–15:00 (Asia/Shanghai)`; "" without a start."""
    return _times(plan.start, plan.end, plan.zone)


def details(judged: Judged, *, reveal: bool) -> Iterator[tuple[str, str]]:
    """What is in it, part by part: a name and what it says, or "" and a sentence."""
    one = judged.incoming
    if one.rhythm:
        yield tr("Repeats"), rhythm_text(one.rhythm)
    yield from (("", said) for said in remarks(one))
    if not _may_show(one, reveal=reveal):
        yield tr("Confidentiality"), label(one.plan.level)
        return
    for name, value in (
        (tr("Place"), one.plan.place),
        (tr("Goal"), one.plan.goal),
        (tr("Expected outcomes"), "; ".join(one.plan.expected)),
        (tr("People"), _people(one)),
    ):
        if value:
            yield name, value
    if one.plan.level is not Level.INTERNAL:
        yield tr("Confidentiality"), label(one.plan.level)
    if one.plan.agenda:
        yield tr("Agenda"), ""
    for nth, item in enumerate(one.plan.agenda, 1):
        yield "", f"{nth}. {_item(item)}"


def remarks(one: Incoming) -> Iterator[str]:
    """What is to be known of it besides."""
    if one.whole_day and one.plan.start:
        yield tr("It says no time of day: {clock} is a guess", clock=dates.clock(one.plan.start))
    if one.left_out:
        yield ntr(
            "{n} more person is invited than a list has room for",
            "{n} more people are invited than a list has room for",
            one.left_out,
        )
    if one.rhythm and one.rhythm.without:
        yield tr("It does not take place on {days}", days=days_text(one.rhythm.without))


def changes(judged: Judged, *, reveal: bool) -> Iterator[str]:
    """What the invitation says otherwise, and what of it is not followed because it was changed here."""
    for change in judged.changes:
        said = tr(
            "{name}: {value}", name=tr_late(_ASPECTS[change.aspect]), value=_told(change, judged, reveal)
        )
        if change.aspect is Aspect.GONE:
            yield tr("{said} – they stay on the list", said=said)
        elif judged.treatment is Treatment.BEGUN or not change.kept:
            yield said
        else:
            yield tr("{said} – kept as it was changed here", said=said)


def _told(change: AspectChange, judged: Judged, reveal: bool) -> str:
    """What a change says; of what is short also what stands here."""
    when = change.aspect in (Aspect.TIME, Aspect.RHYTHM)
    if not (when or _may_show(judged.incoming, reveal=reveal)):
        return VEIL
    value = _value(change, judged.incoming)
    here = judged.known.plan if judged.known else None
    if here is None or change.aspect not in (Aspect.TIME, Aspect.TITLE, Aspect.PLACE):
        return value
    before = when_text(here) if change.aspect is Aspect.TIME else str(getattr(here, change.aspect.value))
    return f"{before} → {value}" if before else value


def counts_text(found: list[Judged]) -> str:
    """How many of each kind: 2 new, 1 changed."""
    counted = {one: sum(judged.treatment is one for judged in found) for one in Treatment}
    return ", ".join(f"{n} {treatment_text(one)}" for one, n in counted.items() if n)


def _may_show(incoming: Incoming, *, reveal: bool) -> bool:
    return reveal or not is_hidden(incoming.plan.level)


def _value(change: AspectChange, incoming: Incoming) -> str:
    if change.aspect is Aspect.TIME:
        return when_text(incoming.plan)
    match change.aspect, change.value:
        case Aspect.LEVEL, Level() as level:
            return label(level)
        case Aspect.AGENDA, tuple() as items:
            return "; ".join(_item(item) for item in items)
        case Aspect.MATERIALS, tuple() as materials:
            return ", ".join(one.title for one in materials)
        case _, Rhythm() as rhythm:
            return rhythm_text(rhythm)
        case ((Aspect.PEOPLE | Aspect.GONE), tuple() as people):
            return ", ".join(person.name for person in people)
        case _, tuple() as texts:
            return "; ".join(map(str, texts))
    return str(change.value) if change.value else tr("nothing")


def _times(start: datetime | None, end: datetime | None, zone: str | None) -> str:
    if start is None:
        return ""
    said = f"{dates.day_long(start)} {dates.clock(start)}"
    if end is not None:
        day = "" if end.date() == start.date() else f"{dates.day_long(end)} "
        said += f"–{day}{dates.clock(end)}"
    return f"{said} ({zone})" if zone else said


def _people(one: Incoming) -> str:
    named = [_person(person, one) for person in one.plan.people[:_MOST_SHOWN]]
    more = len(one.plan.people) - len(named)
    return ", ".join(named) + (tr(" and {n} more", n=more) if more > 0 else "")


def _person(person: PlanPerson, one: Incoming) -> str:
    said = [label(role) for role in person.roles if role is not Role.ATTENDEE]
    if person.name in one.declined:
        said.append(tr("declined"))
    return f"{person.name} ({', '.join(said)})" if said else person.name


def _item(item: PlanItem) -> str:
    parts = (item.title, dates.minutes_text(item.minutes) if item.minutes else "", item.facilitator)
    return " · ".join(part for part in parts if part)
