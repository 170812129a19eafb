"""A plan file becomes a plan, whole or not at all (B1-B4, B8)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tui_minutes.domain.addresses import is_address
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import LANGUAGES, tr
from tui_minutes.services.plan_table import PlanTable, nearest

LARGEST = 256 * 1024
"""Bytes a plan may have: more is no plan."""

LONGEST_ITEM = 24 * 60
"""Minutes an agenda item may be given."""

PLAN_KEYS = (
    "title", "kind", "start", "end", "zone", "place", "confidentiality", "goal", "expected", "language",
    "people", "agenda",
)  # fmt: skip
PERSON_KEYS = ("name", "department", "title", "email", "roles")
ITEM_KEYS = ("title", "minutes", "facilitator", "prepare", "confidentiality")


def load(path: Path) -> Plan:
    """The plan written in the TOML file `path`.

    Raises Refused: "plan_not_found", or "plan_wrong" with file, where (line or key), what is wrong and what
    would be right.
    """
    text = _read(path)
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _syntax(path, text, str(error)) from error
    return _plan(PlanTable(clean(path.name), values))


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Refused("plan_not_found", path=clean(str(path))) from error
    except OSError as error:
        reason = clean(error.strerror or str(error))
        raise _file_wrong(path, tr("it cannot be read: {reason}", reason=reason)) from error
    if len(data) > LARGEST:
        raise _file_wrong(path, tr("it is larger than {kib} KiB", kib=LARGEST // 1024))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(path, _line(line), tr("it is not UTF-8"), tr("a file saved as UTF-8")) from error


def _wrong(path: Path, where: str, wrong: str, right: str) -> Refused:
    return Refused("plan_wrong", file=clean(path.name), where=where, wrong=wrong, right=right)


def _file_wrong(path: Path, wrong: str) -> Refused:
    return _wrong(path, tr("the file"), wrong, tr("a plan in TOML"))


def _line(number: int) -> str:
    return tr("line {number}", number=number)


def _syntax(path: Path, text: str, reason: str) -> Refused:
    """What is wrong with a file that is not TOML: the parser's own English names the line only."""
    lines = text.splitlines() or [""]
    found = re.search(r"line (\d+)", reason)
    number = min(int(found[1]), len(lines)) if found else len(lines)
    if reason.startswith("Cannot"):
        return _wrong(path, _line(number), tr("a key or table is there twice"), tr("each one once"))
    shown = clean(lines[number - 1]).strip()[:60]
    return _wrong(
        path,
        _line(number),
        tr("“{shown}” is not TOML", shown=shown),
        tr('lines such as title = "…", minutes = 15, [[people]]'),
    )


def _plan(table: PlanTable) -> Plan:
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
    return Plan(
        title=title,
        kind=table.code("kind", MeetingKind) or MeetingKind.REGULAR,
        start=start,
        end=end,
        zone=zone,
        place=table.text("place"),
        level=table.code("confidentiality", Level) or Level.INTERNAL,
        goal=table.text("goal"),
        expected=table.texts("expected"),
        people=_people(table.tables("people")),
        agenda=tuple(_item(item) for item in table.tables("agenda")),
        language=_language(table),
    )


def _language(table: PlanTable) -> str:
    language = table.text("language")
    if language and language not in LANGUAGES:
        raise table.refusal("language", tr("it is {value}", value=language), nearest(language, LANGUAGES))
    return language


def _people(tables: list[PlanTable]) -> tuple[PlanPerson, ...]:
    """Each person once: two of one name need departments that tell them apart."""
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
    table.check_keys(ITEM_KEYS)
    return PlanItem(
        title=table.text("title", needed=True),
        minutes=table.minutes("minutes", LONGEST_ITEM),
        facilitator=table.text("facilitator"),
        prepare=table.text("prepare"),
        level=table.code("confidentiality", Level),
    )
