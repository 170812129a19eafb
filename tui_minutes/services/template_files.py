"""A template as a file: read with the care of a plan, written so that people can go on with it (B1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tui_minutes.domain.agenda import LONGEST_ITEM
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.checklist import Check
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.plan import PlanCheck, PlanItem, PlanPerson
from tui_minutes.domain.quorum import read_rule
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import Every
from tui_minutes.domain.templates import MINUTES_FORMS, Template
from tui_minutes.i18n import tr
from tui_minutes.services.plan_files import table_in
from tui_minutes.services.plan_table import PlanTable, nearest
from tui_minutes.services.plans import shared_in

KEYS = (
    "kind", "language", "minutes", "rhythm", "place", "confidentiality", "goal", "expected", "policy",
    "quorum", "paper", "looks", "roles", "agenda", "checks", "people",
)  # fmt: skip
CHECK_KEYS = ("check", "text", "who", "ahead")
LONGEST_AHEAD = 60
"""Working days before the start by which something may be asked for."""


def read(path: Path) -> Template:
    """The template in the TOML file `path`, named as the file is; Refused as `plan_files.table_in`."""
    table = table_in(path)
    table.check_keys(KEYS)
    plan = replace(
        shared_in(table),
        policy=table.text("policy"),
        quorum=_quorum(table),
        checks=tuple(_check(check) for check in table.tables("checks")),
    )
    return Template(
        path.stem,
        plan,
        minutes=table.minutes("minutes", LONGEST_ITEM),
        rhythm=table.code("rhythm", Every) or Every.NEVER,
        roles=table.codes("roles", Role),
        paper=_paper(table),
        looks=table.text("looks"),
    )


def _paper(table: PlanTable) -> Paper:
    paper = table.code("paper", Paper) or Paper.MINUTES
    if paper not in MINUTES_FORMS:
        raise table.refusal("paper", tr("it is {value}", value=paper), nearest(paper, MINUTES_FORMS))
    return paper


def _quorum(table: PlanTable) -> str:
    typed = table.text("quorum")
    try:
        return read_rule(typed)
    except Refused as refused:
        raise table.refusal("quorum", tr("it is {value}", value=typed), '"1/2", "2/3", "5"') from refused


def _check(table: PlanTable) -> PlanCheck:
    table.check_keys(CHECK_KEYS)
    check, text = table.code("check", Check), table.text("text")
    if not check and not text:
        raise table.refusal("check", tr("it is missing"), tr('check = "room", or text = "…"'))
    return PlanCheck(check or "", text, table.text("who"), table.days("ahead", LONGEST_AHEAD))


def written(template: Template) -> str:
    """The template as TOML, with a word for whoever goes on with it."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(tr("facilitator and who: a name, or chair, recorder, decider, convener")))
    for key, value in _values(template):
        document.add(key, value)
    for key, rows in _tables(template):
        tables = tomlkit.aot()
        for row in rows:
            tables.append(
                tomlkit.item({name: value for name, value in row.items() if value not in ("", [], None)})
            )
        if rows:
            document.add(key, tables)
    return tomlkit.dumps(document)


def _values(template: Template) -> Iterator[tuple[str, Any]]:
    """What stands above the tables; what is empty, or as usual, is left out."""
    plan = template.plan
    values = {
        "kind": plan.kind.value, "language": plan.language, "minutes": template.minutes,
        "rhythm": template.rhythm.value, "place": plan.place,
        "confidentiality": "" if plan.level is Level.INTERNAL else plan.level.value, "goal": plan.goal,
        "expected": list(plan.expected), "policy": plan.policy, "quorum": plan.quorum,
        "paper": "" if template.paper is Paper.MINUTES else template.paper.value, "looks": template.looks,
        "roles": [role.value for role in template.roles],
    }  # fmt: skip
    yield from ((key, value) for key, value in values.items() if value)


def _tables(template: Template) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    plan = template.plan
    yield "agenda", [_item_row(item) for item in plan.agenda]
    yield "checks", [_check_row(check) for check in plan.checks]
    yield "people", [_person_row(person) for person in plan.people]


def _item_row(item: PlanItem) -> dict[str, Any]:
    return {
        "title": item.title, "minutes": item.minutes or None, "facilitator": item.facilitator,
        "prepare": item.prepare, "confidentiality": item.level.value if item.level else "",
    }  # fmt: skip


def _check_row(check: PlanCheck) -> dict[str, Any]:
    return {"check": check.check, "text": check.text, "who": check.who, "ahead": check.ahead}


def _person_row(person: PlanPerson) -> dict[str, Any]:
    roles = [role.value for role in person.roles]
    return {
        "name": person.name, "department": person.department, "title": person.title, "email": person.email,
        "roles": [] if person.roles == (Role.ATTENDEE,) else roles,
    }  # fmt: skip
