"""Contexts in which the tests read lines."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tui_minutes.commands.parse import parse_people
from tui_minutes.domain.capture import Context
from tui_minutes.services.calendars import calendar

CASES = Path(__file__).parents[2] / "cases"
SATURDAY = date(2026, 11, 21)


@cache
def cases(name: str) -> tuple[Context, list[dict[str, Any]]]:
    """The context of a file of cases, and its lines with what each must be taken for."""
    file = json.loads((CASES / name).read_text(encoding="utf-8"))
    day = date.fromisoformat(file["day"])
    days = calendar(file["country"], range(day.year - 1, day.year + 3))
    return Context(day, parse_people(file["people"]), days), file["cases"]


def room() -> Context:
    """A Saturday meeting of nine people of eight departments, of whom nobody has spoken yet."""
    return cases("capture_more.json")[0]
