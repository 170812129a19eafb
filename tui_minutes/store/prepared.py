"""Queries whose SQL Peewee makes once: to make it takes ten times as long as what SQLite does with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from inspect import signature
from typing import Any, Generic, TypeVar

from peewee import Model, Value

from tui_minutes.domain.dataclass import dataclass

R = TypeVar("R", bound=Model)


@dataclass(frozen=True, slots=True)
class _Place:
    """Stands in a query for the `nth` of its values."""

    nth: int


class Prepared(Generic[R]):
    """A query of rows of `table`: `make` makes it of stand-ins for its values, as many as it takes.

    The values come as they lie in the file. Where `which` makes a condition of them, `make` takes that.
    """

    def __init__(
        self, table: type[R], make: Callable[..., Any], which: Callable[..., Any] | None = None
    ) -> None:
        self._table = table
        self._number = len(signature(which or make).parameters)
        self._make: Callable[..., Any] = (lambda *values: make(which(*values))) if which else make

    @cached_property
    def _made(self) -> tuple[str, list[Any]]:
        places = [Value(_Place(nth), converter=False) for nth in range(self._number)]
        sql, parameters = self._make(*places).sql()
        return sql, list(parameters)

    def _filled(self, values: tuple[Any, ...]) -> tuple[str, list[Any]]:
        sql, parameters = self._made
        return sql, [values[one.nth] if isinstance(one, _Place) else one for one in parameters]

    def stored(self, *values: Any) -> list[tuple[Any, ...]]:
        """The rows as they lie in the file."""
        found: list[tuple[Any, ...]] = self._table._meta.database.execute_sql(
            *self._filled(values)
        ).fetchall()
        return found

    def rows(self, *values: Any) -> list[R]:
        """The rows."""
        sql, parameters = self._filled(values)
        return list(self._table.raw(sql, *parameters))

    def first(self, *values: Any) -> R | None:
        """The first of them; None when there is none."""
        return next(iter(self.rows(*values)), None)

    def value(self, *values: Any) -> Any:
        """The only value of the only row; None when there is none."""
        found = self.stored(*values)
        return found[0][0] if found else None
