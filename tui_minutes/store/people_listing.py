"""The directory as a list: everybody with how many meetings and open outcomes they have (B4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from peewee import fn

from tui_minutes.domain.directory import Details, Listed
from tui_minutes.domain.outcomes import Part
from tui_minutes.store import called, directory
from tui_minutes.store.rows import among, columns, pairs
from tui_minutes.store.tables import OutcomePersonRow, OutcomeRow, ParticipantRow, PersonRow, TrackedRow
from tui_minutes.store.tracked_columns import ENDED

_OWNING = (Part.RESPONSIBLE, Part.HELPER)


def listed() -> list[Listed]:
    """Everybody known, by name; a fixed number of queries, however many they are."""
    keys = dict(pairs(PersonRow.select(PersonRow.uid, PersonRow.id)))
    merged = _merged()
    into = {key: end for end, ones in merged.items() for key, _, _ in ones}
    meetings, opened = _meetings(into), _open(into)
    return [
        Listed(
            one.uid,
            Details(one.name, one.department, one.title, one.email, one.aliases, one.clearance, one.heads),
            one.readings,
            meetings[keys[one.uid]],
            opened[keys[one.uid]],
            tuple((uid, name) for _, uid, name in merged.get(keys[one.uid], ())),
        )
        for one in directory.everyone()
    ]


def _merged() -> dict[int, list[tuple[int, str, str]]]:
    """Those who were merged into others, by who that is today: key, uid, name."""
    query = PersonRow.select(PersonRow.id, PersonRow.uid, PersonRow.name)
    rows = list(columns(query.where(PersonRow.merged_into.is_null(False)).order_by(PersonRow.name)))
    today = called.stayed(key for key, *_ in rows)
    found: dict[int, list[tuple[int, str, str]]] = {}
    for key, uid, name in rows:
        found.setdefault(today[key].id, []).append((key, uid, name))
    return found


def _meetings(into: dict[int, int]) -> Counter[int]:
    """In how many meetings people are, by key; where both of two merged were, that is one."""
    one = ParticipantRow
    query = one.select(one.person, fn.COUNT(one.meeting.distinct())).where(one.person.is_null(False))
    counts = Counter(dict(pairs(query.group_by(one.person))))
    several = {*into, *into.values()}
    both = pairs(one.select(one.person, one.meeting).where(among(one.person, several)).distinct())
    exact = Counter(key for key, _ in {(into.get(key, key), meeting) for key, meeting in both})
    return Counter({key: n for key, n in counts.items() if key not in several}) + exact


def _open(into: dict[int, int]) -> Counter[int]:
    """For how many open outcomes people answer, or help with, by key; a bare name is whose alone it is."""
    part = OutcomePersonRow
    mine = part.part.in_([str(one) for one in _OWNING]) & (TrackedRow.stage < ENDED) & TrackedRow.live
    query = part.select(part.person, part.name, part.outcome).distinct()
    rows = list(columns(query.join(TrackedRow, on=TrackedRow.outcome == part.outcome).where(mine)))
    meant = directory.unmistakable()
    owned = {(_who(key, name, into, meant), outcome) for key, name, outcome in rows}
    return Counter(key for key, _ in owned if key is not None)


def _who(key: int | None, name: str, into: dict[int, int], meant: dict[str, int]) -> int | None:
    return meant.get(name) if key is None else into.get(key, key)


def strangers() -> list[tuple[str, str]]:
    """Who has a part in outcomes and is not in the directory, as typed, with a department; no departments."""
    part = OutcomePersonRow
    query = part.select(part.name, fn.MAX(part.department)).where(part.person.is_null())
    bare = list(columns(query.group_by(part.name).order_by(part.name)))
    known = {name for (name,) in columns(PersonRow.select(PersonRow.name))}
    for one in directory.everyone():
        known |= {one.department, *one.aliases, *one.heads}
    known |= {department for (department,) in columns(OutcomeRow.select(OutcomeRow.department).distinct())}
    return [(name, department) for name, department in bare if name not in known]


def references(keys: Iterable[int]) -> tuple[int, int]:
    """How many participants of meetings, and parts in outcomes, refer to people."""
    wanted = list(keys)
    asked, parts = (
        table.select().where(table.person.in_(wanted)).count() for table in (ParticipantRow, OutcomePersonRow)
    )
    return asked, parts
