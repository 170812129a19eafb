"""Whatever a command was given comes back from a file as it was; nothing else is made from one."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.capture import Context, parse
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act, Quality
from tui_minutes.domain.people import People
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.spelling import read, spell
from tui_minutes.domain.workdays import WEEKENDS

CONTEXT = Context(date(2026, 11, 27), People(()), WEEKENDS)
AT = datetime(2026, 11, 27, 6, 0, 30, 125, tzinfo=UTC)


def there_and_back(value: object) -> object:
    """Through the text of a file."""
    return read(json.loads(json.dumps(spell(value))))


@pytest.mark.parametrize(
    "value",
    [
        None, True, 0, -3, "", "[/]\u202e付定金", AT, AT.replace(tzinfo=None), date(2026, 2, 28),
        AT.astimezone(timezone(timedelta(hours=5, minutes=45))),
        Level.SECRET, (), [], {}, (1, ["a", (None,)]), {"due": date(2026, 1, 1), "owners": ("韩磊",)},
        Command.new(AT, "韩磊", "王敏"),
        Given(note="x", quality=next(iter(Quality)), owners=("韩磊",), due=date(2026, 12, 1)),
        Plan("会", people=(PlanPerson("韩磊"),), agenda=(PlanItem("一", 10, level=Level.SECRET),)),
        Act.NOTE,
    ],
)  # fmt: skip
def test_a_value_comes_back_as_it_was(value: object) -> None:
    back = there_and_back(value)
    assert back == value
    assert type(back) is type(value)


@given(st.text(max_size=60))
def test_whatever_is_typed_comes_back_as_it_was_read(line: str) -> None:
    reading = parse(line, CONTEXT)
    assert there_and_back(reading) == reading


@pytest.mark.parametrize(
    "spelt",
    [
        {"record": "command:Command", "fields": {"id": "1"}},
        {"record": "command:Command", "fields": {"id": "1", "shell": "rm"}},
        {"record": "command:new_uid", "fields": {}},
        {"record": "command:UUID", "fields": {}},
        {"record": "spelling:import_module", "fields": {"name": "os"}},
        {"record": "..services.purging:purge", "fields": {}},
        {"record": "os:system", "fields": {}},
        {"record": "no_such_module:Thing", "fields": {}},
        {"code": "command:Command", "value": "x"},
        {"code": "meeting:Level", "value": "no such level"},
        {"instant": "yesterday"},
        {"tuple": 3},
        1.5,
    ],
)
def test_nothing_else_is_made(spelt: Any) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read(spelt)


def test_what_cannot_be_spelt_is_refused_when_it_is_kept() -> None:
    with pytest.raises(TypeError):
        spell(object())
