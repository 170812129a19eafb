"""Values as JSON has them: codes, not words; days in ISO, instants in RFC 3339 with offset."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import Any


def instant(at: datetime | None, zone: tzinfo) -> str | None:
    """The instant in `zone`, to the second."""
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None


def day(value: date | None) -> str | None:
    """The ISO day."""
    return value.isoformat() if value else None


def veiled(shown: dict[str, Any], *, hidden: bool) -> dict[str, Any]:
    """The fields of `shown`, null where they are hidden (lists stay lists, empty)."""
    return {key: _nothing(value) for key, value in shown.items()} if hidden else shown


def _nothing(value: object) -> list[object] | None:
    return [] if isinstance(value, list) else None
