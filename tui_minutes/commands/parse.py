"""``tui-minutes parse``: says for each line of stdin what the capture line takes it for; touches no store."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import TextIO

from tui_minutes.documents.as_json import as_json as as_text
from tui_minutes.domain.capture import Context, Kind, Reading, parse
from tui_minutes.domain.discussion import EntryKind, MotionResult
from tui_minutes.domain.outcomes import Act, Priority, Quality, Status
from tui_minutes.domain.people import People, Person
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.dates import day_long
from tui_minutes.i18n.labels import label
from tui_minutes.services.calendars import calendar
from tui_minutes.services.readings import readings


def run(args: Namespace) -> int:
    """Read stdin with the options of the command line; without ``--day`` the meeting is today."""
    day = args.day or datetime.now().astimezone().date()
    return parse_lines(day, args.country, args.people, sys.stdin or (), sys.stdout, as_json=args.json)


def parse_lines(
    day: date, country: str, people: str, lines: Iterable[str], stdout: TextIO, *, as_json: bool
) -> int:
    """Write to `stdout` what each of `lines` that is not blank is taken for: JSON, or words; gives 0."""
    years = range(max(MINYEAR, day.year - 1), min(MAXYEAR, day.year + 2) + 1)
    context = Context(day, parse_people(people), calendar(country, years))
    for line in lines:
        typed = line.rstrip("\r\n")
        if not clean(typed).strip():
            continue
        reading = parse(typed, context)
        said = as_text(reading.as_json(), indent=None) if as_json else described(reading)
        print(said.encode(errors="backslashreplace").decode(), file=stdout)
    return 0


def parse_people(text: str) -> People:
    """The people in "张三/销售部,Jane Doe/Sales": names, each with its department after a slash."""
    pairs = (entry.partition("/") for entry in clean(text).replace("，", ",").split(","))
    return People(
        Person(name.strip(), department.strip(), readings=readings(name.strip()))
        for name, _, department in pairs
        if name.strip()
    )


def described(reading: Reading) -> str:
    """One line for people: the kind, the text, the fields, and the codes of what is to be looked at."""
    kind = tr("command") if reading.kind is Kind.COMMAND else label(EntryKind(reading.kind))
    said = [one for one in (reading.number, reading.text, *_fields(reading)) if one]
    looked_at = [" ".join(("!", one.code, *one.words)) for one in reading.cautions]
    return " | ".join([kind, *said, *looked_at])


def _fields(reading: Reading) -> Iterator[str]:
    named = {
        tr("speaker"): reading.speaker,
        tr("owner"): ", ".join(reading.owners),
        tr("due"): day_long(reading.due) if reading.due else None,
        tr("deliverable"): reading.deliverable,
        tr("resources"): reading.resources,
        tr("copied to"): ", ".join(reading.cc),
        tr("priority"): label(Priority(reading.priority)) if reading.priority else None,
        tr("under"): reading.parent,
        tr("value"): reading.value,
        tr("source"): reading.source,
        tr("proposed by"): reading.proposer,
        tr("result"): label(MotionResult(reading.result)) if reading.result else reading.outcome_result,
        tr("next feedback"): day_long(reading.next) if reading.next else None,
        tr("move"): label(Act(reading.act)) if reading.act else None,
        tr("quality"): label(Quality(reading.quality)) if reading.quality else None,
        tr("replaced by"): reading.superseded_by,
        tr("left over"): reading.leftover,
        tr("decided by"): reading.decided_by,
        tr("status"): label(Status(reading.status)) if reading.status else None,
        tr("cause"): reading.cause,
        tr("remedy"): reading.remedy,
    }
    if reading.command:
        yield f"/{reading.command} {reading.args}".rstrip()
    for name, value in named.items():
        if value:
            yield f"{name}: {value}"
    if reading.votes:
        yield f"{tr('votes')}: {reading.votes.for_}:{reading.votes.against}:{reading.votes.abstain}"
