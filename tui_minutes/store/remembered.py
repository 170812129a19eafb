"""Rows as they lie in the file: where one is as it was, what was made of it before can be given again.

A meeting is read after each line. Comparing a thousand rows takes a moment; making records of them does not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any, TypeVar, cast

from peewee import AutoField, ForeignKeyField, IntegerField, TextField

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
    """The row that `stored` gave as these values, all columns of the table, to be read only."""
    names, turned = _columns(table)
    found = dict(zip(names, values, strict=True))
    for name, turn in turned:
        found[name] = turn(found[name])
    return cast("R", SimpleNamespace(**found))


@cache
def _columns(table: type[Table]) -> tuple[list[str], list[tuple[str, Callable[[Any], Any]]]]:
    """The names of the columns, and what turns those that lie in the file otherwise than they are read."""
    fields = table._meta.sorted_fields
    turned = [(one.name, one.python_value) for one in fields if not isinstance(one, _ALIKE)]
    return [one.name for one in fields], turned


_ALIKE = (AutoField, ForeignKeyField, IntegerField, TextField)
