"""Many rows at once, without a statement made for each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Any

from peewee import Model, QueryEvent


def insert(table: type[Model], records: Iterable[dict[str, Any]]) -> None:
    """Insert records, all with the columns of the first (links by key); what that leaves out has its default.

    Texts of the statement are names of our own columns.
    """
    remaining = iter(records)
    first = next(remaining, None)
    if first is None:
        return
    meta = table._meta
    fields = [field for field in meta.sorted_fields if field.name in first or field.default is not None]
    rows = (
        [field.db_value(record.get(field.name, _default(field))) for field in fields]
        for record in chain([first], remaining)
    )
    sql = statement(table, tuple(field.name for field in fields))
    meta.database.cursor().executemany(sql, rows)
    for listener in meta.database.query_hooks:  # peewee tells them of what it executes itself
        listener(QueryEvent(sql, None, 0.0, None))


@cache
def statement(table: type[Model], names: tuple[str, ...]) -> str:
    """The SQL that inserts a row of which the fields with these names are given, in their order."""
    meta = table._meta
    columns = ", ".join(f'"{meta.fields[name].column_name}"' for name in names)
    return f'INSERT INTO "{meta.table_name}" ({columns}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608


def _default(field: Any) -> Any:
    return field.default() if callable(field.default) else field.default
