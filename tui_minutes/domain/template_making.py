"""A template made from a meeting: what such meetings have, but no names and nothing confidential (B1)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, highest, is_hidden
from tui_minutes.domain.plan import Plan, PlanCheck, PlanItem, PlanPerson
from tui_minutes.domain.templates import Template

_NAMED = (Role.CHAIR, Role.RECORDER, Role.DECIDER, Role.CONVENER)
"""The roles that stand for who has them, the first that somebody has."""

_USUAL = (Origin.PLANNED, Origin.RECURRING)
"""Where items come from that the next meeting has again; others bring themselves along."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What may go into a template: whom it names, and what is confidential; `known` are names of people."""

    people: bool = False
    confidential: bool = False
    known: Collection[str] = ()

    def takes(self, text: str, level: Level) -> bool:
        """Whether the words `text` of that level may go in."""
        covered = is_hidden(level) and not self.confidential
        return not covered and (self.people or not any(name in text for name in self.known))


def template_of(plan: Plan, base: Template, taken: Taken, name: str) -> tuple[Template, int]:
    """What meetings like `plan`, so far made from `base`, usually have; and how many texts were left out."""
    texts = [plan.goal, *plan.expected, *(one.text for one in plan.checks)]
    items = [one for one in plan.agenda if one.origin in _USUAL]
    pairs = [(text, plan.level) for text in texts if text]
    pairs += [(text, _level(one, plan)) for one in items for text in (one.title, one.prepare) if text]
    made = Plan(
        title="",
        kind=plan.kind,
        place="" if "://" in plan.place or not taken.takes(plan.place, plan.level) else plan.place,
        level=plan.level,
        goal=plan.goal if plan.goal and taken.takes(plan.goal, plan.level) else base.plan.goal,
        expected=tuple(one for one in plan.expected if taken.takes(one, plan.level)),
        people=plan.people if taken.people else (),
        agenda=tuple(_item(one, plan, taken) for one in items if taken.takes(one.title, _level(one, plan))),
        language=plan.language,
        policy=plan.policy,
        quorum=plan.quorum,
        checks=tuple(_check(one, plan, taken) for one in plan.checks if taken.takes(one.text, plan.level)),
    )
    roles = {role for person in plan.people for role in person.roles if role in _NAMED}
    made_of = replace(
        base,
        name=name,
        plan=made,
        minutes=_minutes(plan, base),
        roles=tuple(role for role in Role if role in roles.union(base.roles)),
    )
    return made_of, sum(not taken.takes(text, level) for text, level in pairs)


def _level(item: PlanItem, plan: Plan) -> Level:
    return highest(plan.level, item.level or plan.level)


def _minutes(plan: Plan, base: Template) -> int:
    if plan.start and plan.end:
        return int((plan.end - plan.start).total_seconds() // 60)
    return base.minutes


def _item(item: PlanItem, plan: Plan, taken: Taken) -> PlanItem:
    prepare = item.prepare if taken.takes(item.prepare, _level(item, plan)) else ""
    facilitator = _stand_in(item.facilitator, plan.people, taken)
    return PlanItem(item.title, item.minutes, facilitator, prepare, level=item.level)


def _check(check: PlanCheck, plan: Plan, taken: Taken) -> PlanCheck:
    return PlanCheck(check.check, check.text, _stand_in(check.who, plan.people, taken), check.ahead)


def _stand_in(name: str, people: tuple[PlanPerson, ...], taken: Taken) -> str:
    """The role that stands for somebody; the name itself only where names are taken along."""
    roles = {role for person in people if person.name == name for role in person.roles}
    found = next((role.value for role in _NAMED if role in roles), "")
    return found or (name if taken.people else "")
