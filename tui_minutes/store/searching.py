"""Full-text search of the ledger (FTS5): SQL that only SQLite knows.

The index holds tokens that `domain.searching` has made, so its own tokenizer only splits at the spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from peewee import SQL, Expression

from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.domain.searching import is_latin, tokens, wanted
from tui_minutes.store.tables import TrackedRow

MANY = 2_000
"""Above so many hits each row of a list is looked at, instead of the list of hits."""

HIDDEN_FROM = next(place for place, level in enumerate(Level) if is_hidden(level))


def put(entries: Iterable[tuple[int, str, str]]) -> None:
    """Keep what is found of outcomes: key, number and all other words, spelt as in `domain.searching`."""
    database = TrackedRow._meta.database
    entries = list(entries)
    drop([key for key, _, _ in entries])
    for entry in entries:
        database.execute_sql("INSERT INTO search (rowid, number, words) VALUES (?, ?, ?)", entry)


def drop(keys: Sequence[int] | None = None) -> None:
    """Nothing is found of these outcomes any more; None: of none at all."""
    database = TrackedRow._meta.database
    if keys is None:
        database.execute_sql("DELETE FROM search")
    for key in keys or ():
        database.execute_sql("DELETE FROM search WHERE rowid = ?", (key,))


def condition(words: Sequence[str], revealed: bool) -> Expression | None:
    """That all `words` are found in an outcome; None when they say nothing.

    Unless `revealed`, what is confidential is found by its number only.
    """
    said = [word for word in words if tokens(word)]
    if not said:
        return None
    everywhere, by_number = _match(said, "{number words}"), _match(said, "{number}")
    found = _found(said, everywhere)
    if revealed:
        return found
    return (found & (TrackedRow.level < HIDDEN_FROM)) | _among(by_number)


def count(words: Sequence[str]) -> int:
    """In how many outcomes all `words` are found."""
    match = _match([word for word in words if tokens(word)], "{number words}")
    return _scalar("SELECT count(*) FROM search WHERE search MATCH ?", match)


def _found(words: Sequence[str], match: str) -> Any:
    limited = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
    if _scalar(limited, match, MANY + 1) <= MANY:
        return _among(match)
    test = " AND ".join(["instr(' ' || number || ' / ' || words || ' ', ?) > 0"] * len(words))
    inside = f"EXISTS (SELECT 1 FROM search WHERE rowid = t1.outcome_id AND {test})"
    return SQL(inside, [wanted(word) for word in words])


def _among(match: str) -> Any:
    return TrackedRow.outcome.in_(SQL("(SELECT rowid FROM search WHERE search MATCH ?)", [match]))


def _match(words: Sequence[str], columns: str) -> str:
    """The query for words that are all in `columns`. Tokens are letters and digits: nothing to escape."""
    phrases = (tokens(word) for word in words)
    every = (f'"{" ".join(found)}"{" *" if is_latin(found[-1]) else ""}' for found in phrases)
    return f"{columns} : ({' AND '.join(every)})"


def _scalar(sql: str, *params: object) -> int:
    return int(TrackedRow._meta.database.execute_sql(sql, params).fetchone()[0])
