"""A plan file becomes a plan, whole or not at all (B1-B4, B8)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tui_minutes.domain.addresses import is_address
from tui_minutes.domain.agenda import LONGEST_ITEM
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.i18n import LANGUAGES, tr
from tui_minutes.services import templates
from tui_minutes.services.plan_files import table_in
from tui_minutes.services.plan_table import PlanTable, nearest

PLAN_KEYS = (
    "title", "kind", "start", "end", "zone", "place", "confidentiality", "goal", "expected", "language",
    "template", "people", "agenda",
)  # fmt: skip
PERSON_KEYS = ("name", "department", "title", "email", "roles")
ITEM_KEYS = ("title", "minutes", "facilitator", "prepare", "confidentiality", "decisions", "talks")


def load(path: Path) -> Plan:
    """The plan written in the TOML file `path`.

    Raises Refused: "plan_not_found", or "plan_wrong" with file, where (line or key), what is wrong and what
    would be right.
    """
    return plan_in(table_in(path))


def plan_in(table: PlanTable) -> Plan:
    """The plan that a table says, whatever form it was written in; a template it names fills it."""
    table.check_keys(PLAN_KEYS)
    title = table.text("title", needed=True)
    zone = table.zone("zone")
    start, end = table.moment("start", zone), table.moment("end", zone)
    if end and not start:
        raise table.refusal("start", tr("it is missing"), tr("a start before the end"))
    if start and end and end <= start:
        raise table.refusal(
            "end",
            tr("{end} is not after the start", end=f"{end:%Y-%m-%d %H:%M}"),
            tr("later than {start}", start=f"{start:%Y-%m-%d %H:%M}"),
        )
    plan = replace(
        shared_in(table), title=title, start=start, end=end, zone=zone, template=table.text("template")
    )
    return templates.filled(plan)


def shared_in(table: PlanTable) -> Plan:
    """What plans and templates say alike: all but title, time and rules."""
    return Plan(
        title="",
        kind=table.code("kind", MeetingKind) or MeetingKind.REGULAR,
        place=table.text("place"),
        level=table.code("confidentiality", Level) or Level.INTERNAL,
        goal=table.text("goal"),
        expected=table.texts("expected"),
        people=_people(table.tables("people")),
        agenda=tuple(_item(item) for item in table.tables("agenda")),
        language=_language(table),
    )


def _language(table: PlanTable) -> str:
    """The language of the minutes, "" when it is not there."""
    language = table.text("language")
    if language and language not in LANGUAGES:
        raise table.refusal("language", tr("it is {value}", value=language), nearest(language, LANGUAGES))
    return language


def _people(tables: list[PlanTable]) -> tuple[PlanPerson, ...]:
    """The people of `[[people]]`, each person once: two of one name need departments that tell them apart."""
    people: dict[tuple[str, str], PlanPerson] = {}
    for table in tables:
        person = _person(table)
        key = (person.name.casefold(), person.department.casefold())
        if key in people:
            raise table.refusal(
                "name",
                tr("{name} is there twice", name=person.name),
                tr("each person once, or departments that tell two of one name apart"),
            )
        people[key] = person
    return tuple(people.values())


def _person(table: PlanTable) -> PlanPerson:
    table.check_keys(PERSON_KEYS)
    email = table.text("email")
    if email and not is_address(email):
        raise table.refusal("email", tr("it is {value}", value=email), "name@example.com")
    return PlanPerson(
        name=table.text("name", needed=True),
        department=table.text("department"),
        title=table.text("title"),
        email=email,
        roles=table.codes("roles", Role) or (Role.ATTENDEE,),
    )


def _item(table: PlanTable) -> PlanItem:
    """One item of `[[agenda]]`."""
    table.check_keys(ITEM_KEYS)
    return PlanItem(
        title=table.text("title", needed=True),
        minutes=table.minutes("minutes", LONGEST_ITEM),
        facilitator=table.text("facilitator"),
        prepare=table.text("prepare"),
        level=table.code("confidentiality", Level),
        proposals=(
            *((ProposalKind.DECISION, text) for text in table.texts("decisions")),
            *((ProposalKind.TALK, text) for text in table.texts("talks")),
        ),
    )
