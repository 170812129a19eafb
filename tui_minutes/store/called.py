"""What people are called now: who was renamed, or merged into another, goes by the name of who stayed.

The record keeps the names that were written that day, and its seals hold; what the ledger shows, counts and
finds goes by these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui_minutes.store.prepared import Prepared
from tui_minutes.store.rows import among, columns, in_list, listed
from tui_minutes.store.tables import OutcomePersonRow, ParticipantRow, PersonRow

Kept = tuple[int | None, str]
"""Somebody as a row of the record has them: the key of their person, if it is known, and the name written."""


def names_of(kept: Iterable[Kept]) -> dict[Kept, str]:
    """What each of them is called now; a bare name goes by who once had it, unless somebody has it now."""
    pairs = set(kept)
    rows = _AMONG.rows(
        listed(key for key, _ in pairs if key is not None), listed(name for key, name in pairs if key is None)
    )
    today, moved = _today(rows), _moved(rows)
    return {
        (key, name): moved.get(name, name) if key is None else today[key].name if key in today else name
        for key, name in pairs
    }


def stayed(keys: Iterable[int | None]) -> dict[int, PersonRow]:
    """Who people, by their keys, are today: themselves, or those into whom they were merged."""
    return _today(_AMONG.rows(listed(key for key in keys if key is not None), listed(())))


_AMONG = Prepared(
    PersonRow,
    lambda keys, names: PersonRow.select().where(
        in_list(PersonRow.id, keys) | in_list(PersonRow.name, names)
    ),
)
"""People by their keys, and all who have, or once had, one of some names."""


def _today(rows: Sequence[PersonRow]) -> dict[int, PersonRow]:
    """Who people are today, by their keys; those into whom they were merged are read as far as that goes."""
    found: dict[int, PersonRow] = {}
    further = rows
    while further:
        found |= {row.id: row for row in further}
        into = {row.merged_into_id for row in further if row.merged_into_id} - found.keys()
        further = _AMONG.rows(listed(into), listed(())) if into else []
    return {row.id: _end(row, found) for row in rows}


def _end(row: PersonRow, found: Mapping[int, PersonRow]) -> PersonRow:
    while row.merged_into_id:
        row = found[row.merged_into_id]
    return row


def _moved(rows: Sequence[PersonRow]) -> dict[str, str]:
    """The names among people that nobody has any more, with that of the one who once had them."""
    taken = {row.name for row in rows if row.merged_into_id is None}
    former = [row for row in rows if row.name not in taken]
    today = _today(former)
    known: dict[str, set[str]] = {}
    for row in former:
        known.setdefault(row.name, set()).add(today[row.id].name)
    return {name: ends.pop() for name, ends in known.items() if len(ends) == 1}


def is_called(names: Iterable[str], table: type[OutcomePersonRow | ParticipantRow] = OutcomePersonRow) -> Any:
    """That who has a part in an outcome, or in a meeting, is called one of `names` now."""
    keys, bare = meant(names)
    found = table.person.is_null() & table.name.in_(bare)
    return found | table.person.in_(sorted(keys)) if keys else found


def meant(names: Iterable[str]) -> tuple[set[int], list[str]]:
    """The keys of all who are called one of `names` now, and the bare names that can only mean them."""
    wanted = set(names)
    there = PersonRow.select(PersonRow.id).where(
        among(PersonRow.name, wanted) & PersonRow.merged_into.is_null()
    )
    keys, former = merged_among(key for (key,) in columns(there))
    moved = _moved(_AMONG.rows(listed(()), listed(wanted | former)))
    return keys, [name for name in wanted | former if moved.get(name, name) in wanted]


def merged_among(keys: Iterable[int]) -> tuple[set[int], set[str]]:
    """The keys of people and of all who were merged into them, and the names of these."""
    found, names = set(keys), set[str]()
    further = found
    while further:
        query = PersonRow.select(PersonRow.id, PersonRow.name).where(among(PersonRow.merged_into, further))
        rows = list(columns(query))
        further = {key for key, _ in rows} - found
        found |= further
        names |= {name for _, name in rows}
    return found, names
