"""What meetings of one kind usually have, and how it fills a plan: what was typed stands (B1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, MeetingKind, highest
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.rhythm import Every

MINUTES_FORMS = (Paper.MINUTES, Paper.SHORT)
"""The forms of minutes that a template may ask for."""

_FILLED = ("place", "expected", "language", "policy", "quorum", "checks")
"""What a plan takes from a template where it has none of its own."""

_RULES = ("policy", "quorum")
"""What goes with the template that brought it, also where the next one brings none."""


@dataclass(frozen=True, slots=True)
class Template:
    """What a kind of meeting usually has.

    `name` is the code of a kind, or the name of a file of one's own. `plan` is what it brings, without title
    and time; its `goal` shows what one reads like, and is filled in nowhere: each meeting has its own (B2).
    Where a facilitator, or who sees to a check, is the code of a role, whoever has it is meant. `minutes` is
    the usual length (0: open), `rhythm` says how often, `roles` are those somebody is to have,
    `paper` is the usual form of the minutes, `looks` the Word file they look like ("" for the usual one).
    """

    name: str
    plan: Plan
    minutes: int = 0
    rhythm: Every = Every.NEVER
    roles: tuple[Role, ...] = ()
    paper: Paper = Paper.MINUTES
    looks: str = ""


def filled(plan: Plan, template: Template, before: Template | None = None) -> Plan:
    """`plan` with what it leaves empty as in `template`; what it has just as `before` has it counts as empty.

    The people of both are asked; the end follows from the start. The level is raised, never lowered.
    """
    people = _together(plan.people, template.plan.people)
    usual = _fitted(template.plan, people)
    old = _fitted(before.plan, people) if before else Plan("")
    taken = {
        name: getattr(usual, name) for name in _FILLED if getattr(plan, name) in ((), "", getattr(old, name))
    }
    return replace(
        plan,
        kind=usual.kind if plan.kind in (MeetingKind.REGULAR, old.kind) else plan.kind,
        level=highest(plan.level, usual.level) if plan.level is Level.INTERNAL else plan.level,
        end=_end(plan, template, before),
        people=people,
        agenda=_agenda(plan, usual, old),
        template=template.name,
        **{name: value for name, value in taken.items() if value or name in _RULES},
    )


def _agenda(plan: Plan, usual: Plan, old: Plan) -> tuple[PlanItem, ...]:
    """The usual items, behind what came along by itself; where somebody planned items, these alone."""
    if plan.agenda == old.agenda:
        return usual.agenda or plan.agenda
    if any(item.origin is Origin.PLANNED for item in plan.agenda):
        return plan.agenda
    there = {item.title for item in plan.agenda}
    return plan.agenda + tuple(item for item in usual.agenda if item.title not in there)


def _end(plan: Plan, template: Template, before: Template | None) -> datetime | None:
    if plan.start is None or not template.minutes:
        return plan.end
    usual = plan.start + timedelta(minutes=before.minutes) if before else None
    return plan.start + timedelta(minutes=template.minutes) if plan.end in (None, usual) else plan.end


def _together(people: tuple[PlanPerson, ...], usual: tuple[PlanPerson, ...]) -> tuple[PlanPerson, ...]:
    """The usual people, then the others; who is both keeps the roles of both."""
    asked = {person.name: person for person in people}
    both = tuple(_joined(asked.pop(one.name), one) if one.name in asked else one for one in usual)
    return both + tuple(asked.values())


def _joined(person: PlanPerson, usual: PlanPerson) -> PlanPerson:
    roles = tuple(role for role in Role if role in (*person.roles, *usual.roles))
    return replace(usual, department=person.department or usual.department, roles=roles)


def _fitted(usual: Plan, people: tuple[PlanPerson, ...]) -> Plan:
    """The plan of a template with names where it names roles; where nobody has the role, nobody is named."""
    holders = {role: person.name for person in reversed(people) for role in person.roles}

    def named(who: str) -> str:
        return holders.get(Role(who), "") if who in list(Role) else who

    return replace(
        usual,
        agenda=tuple(replace(item, facilitator=named(item.facilitator)) for item in usual.agenda),
        checks=tuple(replace(check, who=named(check.who)) for check in usual.checks),
    )
