"""Columns for instants, days, wall times, lists and objects, spelt so that they sort and can be read."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from peewee import Field

if TYPE_CHECKING:  # generic in the stubs only
    AnyField = Field[Any]
else:
    AnyField = Field


class InstantField(AnyField):
    """A UTC instant as `2026-11-21T06:05:00.000000Z`."""

    field_type = "TEXT"

    def db_value(self, value: datetime | None) -> str | None:
        """The instant in UTC; a datetime without zone is a mistake of ours and raises."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def python_value(self, value: str | None) -> datetime | None:
        """The aware datetime."""
        return datetime.fromisoformat(value) if value else None


class WallField(AnyField):
    """A local time without offset, `2026-11-27T14:00`; its zone stands in the meeting."""

    field_type = "TEXT"

    def db_value(self, value: datetime | None) -> str | None:
        """To the minute."""
        return value.replace(tzinfo=None).isoformat(timespec="minutes") if value else None

    def python_value(self, value: str | None) -> datetime | None:
        """The naive datetime."""
        return datetime.fromisoformat(value) if value else None


class DayField(AnyField):
    """A day, `2026-11-27`."""

    field_type = "TEXT"

    def db_value(self, value: date | None) -> str | None:
        """The ISO day."""
        return value.isoformat() if value else None

    def python_value(self, value: str | None) -> date | None:
        """The date."""
        return date.fromisoformat(value) if value else None


class JsonField(AnyField):
    """A list or an object as JSON text, keys sorted, characters as they are."""

    field_type = "TEXT"

    def db_value(self, value: object) -> str | None:
        """None stays NULL."""
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def python_value(self, value: str | None) -> object:
        """What the JSON says."""
        return json.loads(value) if value else None
