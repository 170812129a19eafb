"""Full-text search of the ledger (FTS5): SQL that only SQLite knows.

The index holds tokens that `domain.searching` has made, so its own tokenizer only splits at the spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from peewee import SQL

from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.domain.searching import is_latin, tokens, wanted
from tui_minutes.store.tables import TrackedRow

MANY = 10_000
"""Above so many hits each row of a list is looked at, instead of the list of hits."""

HIDDEN_FROM = next(place for place, level in enumerate(Level) if is_hidden(level))
"""The first place in `Level` of what is covered."""

Entry = tuple[int, str, str, str]
"""An outcome's key, its number, the words that everybody may see, those that are covered: spelt."""

_SHOWN, _ALL = ("number", "words"), ("number", "words", "covered")


def put(entries: Iterable[Entry]) -> None:
    """Keep what is found of outcomes, in place of what was."""
    for entry in entries:
        drop(entry[:1])
        _execute("INSERT INTO search (rowid, number, words, covered) VALUES (?, ?, ?, ?)", entry)


def drop(keys: Iterable[int]) -> None:
    """Nothing is found of these outcomes any more."""
    for key in keys:
        _execute("DELETE FROM search WHERE rowid = ?", (key,))


def clear() -> None:
    """Nothing is found of any outcome any more."""
    _execute("DELETE FROM search")


def compact() -> None:
    """Make the index anew: what it had to say of rows that are gone goes, too."""
    _execute("INSERT INTO search (search) VALUES ('rebuild')")


def kept(first: int, last: int) -> dict[int, Entry]:
    """What is kept of outcomes from one key to another."""
    rows = _execute(
        "SELECT rowid, number, words, covered FROM search WHERE rowid BETWEEN ? AND ?", (first, last)
    )
    return {row[0]: row for row in rows}


def condition(words: Sequence[str], revealed: bool, *, counted: bool = False) -> Any | None:
    """That all `words` are found in an outcome; None when they say nothing.

    Unless `revealed`, what is confidential is found by its number only. Where all are `counted`, the whole
    list of hits is made, however long.
    """
    match = _match(words, revealed)
    if not match:
        return None
    limited = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
    if counted or _number(limited, match, MANY + 1) <= MANY:
        return TrackedRow.outcome.in_(keys(words, revealed))
    looked_for = [found for word in words if (found := wanted(word))]
    text = " || ' / ' || ".join(_ALL if revealed else _SHOWN)
    test = " AND ".join([f"instr(' ' || {text} || ' ', ?) > 0"] * len(looked_for))
    entry = f"SELECT 1 FROM search WHERE rowid = t1.outcome_id AND {test}"  # noqa: S608 - texts of our own
    return SQL(f"EXISTS ({entry})", looked_for)


def keys(words: Sequence[str], revealed: bool) -> SQL | None:
    """The outcomes in which all `words` are found, as a list for IN; None when they say nothing."""
    match = _match(words, revealed)
    return SQL("(SELECT rowid FROM search WHERE search MATCH ?)", [match]) if match else None


def count(words: Sequence[str], revealed: bool) -> int | None:
    """In how many outcomes all `words` are found; None when they say nothing."""
    match = _match(words, revealed)
    return _number("SELECT count(*) FROM search WHERE search MATCH ?", match) if match else None


def _match(words: Sequence[str], revealed: bool) -> str:
    """The query for all `words`. Tokens are letters and digits: there is nothing to escape."""
    phrases = [found for word in words if (found := tokens(word))]
    every = (f'"{" ".join(found)}"{" *" if is_latin(found[-1]) else ""}' for found in phrases)
    return f"{{{' '.join(_ALL if revealed else _SHOWN)}}} : ({' AND '.join(every)})" if phrases else ""


def _number(sql: str, *params: object) -> int:
    return int(_execute(sql, params).fetchone()[0])


def _execute(sql: str, params: Sequence[object] = ()) -> Any:
    return TrackedRow._meta.database.execute_sql(sql, params)
