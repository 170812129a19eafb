"""Rows as they lie in the file: where one is as it was, what was made of it before can be given again.

A meeting is read after each line. Comparing a thousand rows takes a moment; making records of them does not.
"""

from __future__ import annotations

from typing import Any, TypeVar

from tui_minutes.store.tables import Table

R = TypeVar("R", bound=Table)
Values = tuple[Any, ...]

MOST = 4096
"""So many records of a kind are kept: more than a long meeting has."""


def stored(query: Any) -> list[Values]:
    """The rows of a query, nothing made of them yet."""
    found: list[Values] = query.model._meta.database.execute(query).fetchall()
    return found


def place(table: Any, name: str) -> int:
    """Which of the values of a row is that of the column `name`."""
    return [field.name for field in table._meta.sorted_fields].index(name)


def as_row(table: type[R], values: Values) -> R:
    """The row that `stored` gave as these values, all columns of the table."""
    fields = table._meta.sorted_fields
    return table(**{field.name: field.python_value(one) for field, one in zip(fields, values, strict=True)})
