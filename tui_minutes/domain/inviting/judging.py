"""An event that comes again: what follows it, and what stays as it was written here (B8).

Of each aspect a short mark is kept of what the event said. One that still has that mark here follows; one
that was changed here stays, and that is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from tui_minutes.domain.going_out import Material
from tui_minutes.domain.inviting.incoming import Aspect, AspectChange, Incoming, Judged, Known, Treatment
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import Plan, PlanPerson
from tui_minutes.domain.rhythm import Rhythm

_MARK = 12
"""Hexadecimal figures of a mark: it tells two words apart and gives none of them away."""

Marks = dict[str, list[str]]


def judge(incoming: Incoming, known: Known | None, rhythm: Rhythm | None = None) -> Judged:
    """What becomes of `incoming`, where `known` is the meeting that its event was made into before.

    `rhythm` is that of the series which the event began.
    """
    if known is None:
        return Judged(incoming, _called_off(incoming, rhythm) if incoming.called_off else Treatment.NEW)
    if known.own or incoming.digest:
        return Judged(incoming, Treatment.OWN if known.own else Treatment.BEFORE, known)
    if (incoming.sequence, incoming.stamp) < (known.sequence, known.stamp and incoming.stamp and known.stamp):
        return Judged(incoming, Treatment.OLDER, known)
    changes = _changes(incoming, known)
    if known.phase is Phase.CANCELLED and incoming.called_off:
        return Judged(incoming, Treatment.ALREADY_OFF, known)
    if known.phase is not Phase.PLANNED:
        told = changes or incoming.called_off
        return Judged(incoming, Treatment.BEGUN if told else Treatment.SAME, known, changes)
    if incoming.called_off:
        return Judged(incoming, Treatment.OFF, known)
    return Judged(incoming, Treatment.CHANGED if changes else Treatment.SAME, known, changes)


def _called_off(incoming: Incoming, rhythm: Rhythm | None) -> Treatment:
    """What a date is for which nothing was planned yet."""
    if rhythm is None or incoming.plan.slot is None:
        return Treatment.UNKNOWN
    gone = incoming.plan.slot.date() in rhythm.without
    return Treatment.ALREADY_OFF if gone else Treatment.LEFT_OUT


def marks_of(incoming: Incoming) -> Marks:
    """The marks of what an event says, by aspect; of people and materials one each."""
    return marks(incoming.plan, incoming.rhythm) | {
        Aspect.MATERIALS.value: sorted(map(material_mark, incoming.materials)),
        Aspect.DECLINED.value: sorted(map(_mark, incoming.declined)),
    }


def marks(plan: Plan, rhythm: Rhythm | None) -> Marks:
    """Those of a plan, whether an event says it or it stands here."""
    found = {aspect.value: [_mark(value)] for aspect, value in _aspects(plan, rhythm).items()}
    return found | {Aspect.PEOPLE.value: sorted(_mark(_who(one)) for one in plan.people)}


def material_mark(material: Material) -> str:
    """The mark of something to read: where it is and what it says; its title is in somebody's language."""
    return _mark((material.place, material.note))


def _aspects(plan: Plan, rhythm: Rhythm | None) -> dict[Aspect, object]:
    items = tuple((one.title, one.minutes, one.facilitator) for one in plan.agenda)
    rule = (rhythm.rule, rhythm.first.time(), rhythm.zone, *rhythm.without) if rhythm else ()
    return {
        Aspect.TITLE: plan.title,
        Aspect.TIME: (plan.start, plan.end, plan.zone),
        Aspect.PLACE: plan.place,
        Aspect.LEVEL: plan.level.value,
        Aspect.GOAL: plan.goal,
        Aspect.EXPECTED: plan.expected,
        Aspect.AGENDA: items,
        Aspect.RHYTHM: rule,
    }


def _mark(value: object) -> str:
    return sha256(str(value).encode()).hexdigest()[:_MARK]


def _who(person: PlanPerson) -> str:
    return (person.email or person.name).casefold()


def _changes(incoming: Incoming, known: Known) -> tuple[AspectChange, ...]:
    """What the event says otherwise than before and than here; an occurrence has no word on the rhythm."""
    before = known.marks or {}
    now, here = marks(incoming.plan, incoming.rhythm), marks(known.plan, known.rhythm)
    values = _aspects(incoming.plan, incoming.rhythm)
    found = [
        AspectChange(aspect, _value(aspect, incoming), kept=here[aspect] != before.get(aspect))
        for aspect in values
        if now[aspect] not in (before.get(aspect), here[aspect])
        and not (aspect is Aspect.RHYTHM and incoming.recurrence)
    ]
    declined = tuple(name for name in incoming.declined if _mark(name) not in before.get(Aspect.DECLINED, []))
    found += [*_materials(incoming, known, before), *_people(incoming.plan, known.plan, before)]
    return (*found, AspectChange(Aspect.DECLINED, declined)) if declined else tuple(found)


def _value(aspect: Aspect, incoming: Incoming) -> object:
    plan = incoming.plan
    if aspect is Aspect.TIME:
        return plan.start
    return incoming.rhythm if aspect is Aspect.RHYTHM else getattr(plan, aspect.value)


def _materials(incoming: Incoming, known: Known, before: Marks) -> list[AspectChange]:
    """What there is to read now and was not before; of an occurrence only where it says something."""
    asked = before.get(Aspect.MATERIALS, [])
    here = {material_mark(one) for one in known.materials}
    new = tuple(one for one in incoming.materials if material_mark(one) not in {*asked, *here})
    return [AspectChange(Aspect.MATERIALS, new)] if new else []


def _people(new: Plan, here: Plan, before: Mapping[str, list[str]]) -> list[AspectChange]:
    """Who is asked now and was not before; who was, and is no more: they stay on the list, which says so."""
    asked = before.get(Aspect.PEOPLE, [])
    listed = {_who(one) for one in here.people} | {one.name.casefold() for one in here.people}
    added = [
        one
        for one in new.people
        if _mark(_who(one)) not in asked and not {_who(one), one.name.casefold()} & listed
    ]
    still = {_mark(_who(one)) for one in new.people}
    gone = [one for one in here.people if _mark(_who(one)) in asked and _mark(_who(one)) not in still]
    found = [AspectChange(Aspect.PEOPLE, tuple(added))] if added else []
    return [*found, AspectChange(Aspect.GONE, tuple(gone), kept=True)] if gone else found
