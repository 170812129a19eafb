"""A ledger many times over: its rows again and again under other keys and numbers, written by SQLite alone.

The words and the days are the same in each copy, so of a large ledger as many are open as of a small one.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

_KEYS = {
    "meeting": {"id": "meeting"},
    "agenda_item": {"id": "agenda_item", "meeting_id": "meeting"},
    "outcome": {"id": "outcome", "meeting_id": "meeting", "item_id": "agenda_item"},
    "outcome_person": {"id": "outcome_person", "outcome_id": "outcome"},
    "history": {"id": "history", "outcome_id": "outcome"},
    "tracked": {"outcome_id": "outcome", "meeting_id": "meeting", "number": "outcome"},
}
"""The numbers that differ from copy to copy, each by as many as the table had rows."""

_COPIES = "WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < :last)"

_WORDS = """
INSERT INTO search (rowid, number, words, covered)
SELECT s.rowid + n * :outcome, substr(s.number, 1, 2) || printf('%03d', substr(s.number, 3) + n * :outcome),
    replace(s.words, spelt, shifted), replace(s.covered, spelt, shifted)
FROM copies CROSS JOIN (
    SELECT search.rowid, search.number, words, covered, meeting.number AS m,
        'm ' || substr(meeting.number, 3, 4) || ' ' AS head FROM search
    JOIN outcome ON outcome.id = search.rowid JOIN meeting ON meeting.id = outcome.meeting_id
    WHERE search.rowid <= :outcome
) s
"""


def multiply(path: Path, times: int) -> None:
    """Make a closed store with a ledger, as `make_ledger.fill` leaves it, into one so many times as large."""
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA journal_mode = OFF")
    base.execute("PRAGMA synchronous = OFF")
    base.execute("PRAGMA cache_size = -500000")
    sizes = {table: base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _KEYS}
    indexes = base.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    found = [(name, sql) for name, sql in indexes.fetchall()]
    base.execute("BEGIN")
    _copy_words(base, times, sizes)
    for name, _ in found:
        base.execute(f"DROP INDEX {name}")
    for table in _KEYS:
        _copy(base, table, times, sizes)
    for _, sql in found:
        base.execute(sql)
    base.execute("UPDATE tally SET n = n * ?", (times,))
    base.execute("UPDATE counter SET value = ?", (times * sizes["outcome"],))
    base.execute("COMMIT")
    base.close()


def _copy(base: sqlite3.Connection, table: str, times: int, sizes: dict[str, int]) -> None:
    names = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(_value(table, name) for name in names)
    rows = f"SELECT {values} FROM copies CROSS JOIN {table} WHERE {table}.rowid <= :{table}"
    sizes = {"tracked": sizes["outcome"], **sizes, "last": times - 1}
    base.execute(f"{_COPIES} INSERT INTO {table} ({', '.join(map(_quoted, names))}) {rows}", sizes)


def _copy_words(base: sqlite3.Connection, times: int, sizes: dict[str, int]) -> None:
    shifted = "head || printf('%05d', substr(m, 8) + n * :meeting)"
    sql = _WORDS.replace("shifted", shifted).replace("spelt", "head || substr(m, 8)")
    base.execute(_COPIES + sql, {"last": times - 1, **sizes})


def _value(table: str, name: str) -> str:
    """What stands in a column of the `n`th copy."""
    if counted := _KEYS[table].get(name):
        return f"{_quoted(name)} + n * :{counted}"
    if name == "uid":
        return f"substr(uid, 1, 24) || printf('%012x', id + n * :{table})"
    if name == "number":
        counted, start, digits = ("meeting", 8, 5) if table == "meeting" else ("outcome", 3, 3)
        tail = f"printf('%0{digits}d', substr(number, {start}) + n * :{counted})"
        return f"substr(number, 1, {start - 1}) || {tail}"
    return _quoted(name)


def _quoted(name: str) -> str:
    return f'"{name}"'
