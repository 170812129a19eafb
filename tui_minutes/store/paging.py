"""The ledger a page at a time: read by key from an index, never by counting rows off from the beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cached_property, reduce
from operator import and_
from typing import Any, NamedTuple

from peewee import SQL, Expression, NodeList, Ordering, Tuple, fn

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.store import filtering, ledger, orders, searching, tallies
from tui_minutes.store.orders import Segment
from tui_minutes.store.rows import among, columns, pairs
from tui_minutes.store.tables import MeetingRow, OutcomeRow, TrackedRow
from tui_minutes.store.tracked_columns import TO_DO

FEW = 1_000
"""So many rows at most are sorted; of a filter that leaves more, rows are tried in their order."""


class Place(NamedTuple):
    """Where a row stands in an order: the segment, and its key there. Nobody else's business."""

    segment: int
    key: tuple[Any, ...]


END = Place(1_000_000, ())
"""Behind the last row: what stands right before it is the end of the ledger."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of the ledger, where the first and the last stand; `more`: others follow in the same direction."""

    rows: tuple[LedgerRow, ...]
    first: Place | None = None
    last: Place | None = None
    more: bool = False


@dataclass(frozen=True)
class Listing:
    """The ledger in an order at the instant `now`, as far as `condition` leaves it (None: all of it).

    `few` are the keys of its rows when they are looked up first, and then sorted. `length` is how many rows
    there are where that came to light: to count them takes as long as to find them.
    """

    segments: tuple[Segment, ...]
    condition: Expression | None
    now: datetime
    few: tuple[int, ...] | None = None
    length: int | None = None

    def page(self, after: Place | None, before: Place | None, limit: int) -> Page:
        """At most `limit` rows behind `after`, or those right before `before`, in order."""
        backward = before is not None
        places = []
        for place in self._places(before if backward else after, backward, limit + 1):
            places.append(place)
            if len(places) > limit:
                break
        more = len(places) > limit
        shown = places[:limit][::-1] if backward else places[:limit]
        rows = ledger.of_keys([place.key[-1] for place in shown])
        return Page(rows, shown[0] if shown else None, shown[-1] if shown else None, more)

    def _places(self, start: Place | None, backward: bool, limit: int) -> Iterator[Place]:
        numbers = range(len(self.segments))
        for number in reversed(numbers) if backward else numbers:
            key = None
            if start is not None:
                if (number > start.segment) if backward else (number < start.segment):
                    continue
                key = start.key if number == start.segment else None
            if key is None and self._is_empty(self.segments[number]):
                continue
            for found in _raw(self._keys(self.segments[number], key, backward).limit(limit)):
                yield Place(number, found)

    def _is_empty(self, segment: Segment) -> bool:
        """Whether a segment can be left out without walking through it."""
        if self.few is not None:
            return not self._count(segment)
        if self.condition is None or not segment.long:
            return False
        looked_for = TrackedRow.select(TrackedRow.outcome).where(self.condition & _plus(segment.condition))
        return not looked_for.exists()

    def at(self, nth: int) -> Place | None:
        """The place of the `nth` row (0 is the first); None beyond the end."""
        last = len(self.segments) - 1
        for number, segment in enumerate(self.segments):
            count = self._count(segment) if number < last else nth + 1
            if nth < count:
                found = next(_raw(self._keys(segment, None, backward=False).offset(nth).limit(1)), None)
                return Place(number, found) if found else None
            nth -= count
        return None

    def nth(self, uid: str) -> int | None:
        """How many rows stand before the outcome with `uid`; None when it is not in the listing."""
        key = OutcomeRow.select(OutcomeRow.id).where(OutcomeRow.uid == uid)
        before = 0
        for segment in self.segments:
            here = TrackedRow.outcome.in_(key) & _plus(segment.condition)
            own = TrackedRow.select(*segment.keys).where(here)
            for place in _raw(own if self.condition is None else own.where(_plus(self.condition))):
                count = self._where(TrackedRow.select(_NUMBER), segment)
                return before + sum(int(count.where(one).scalar()) for one in _earlier(segment, place))
            before += self._count(segment)
        return None

    def _count(self, segment: Segment) -> int:
        if segment.need is not None:
            return self._needs.get(segment.need, 0)
        return int(self._where(TrackedRow.select(_NUMBER), segment).scalar())

    @cached_property
    def _needs(self) -> dict[int, int]:
        """How many of the rows to be done have each need: all counted in one walk over what is open."""
        judged, to_do = orders.need(self.now), Segment(TrackedRow.stage == TO_DO)
        query = self._where(TrackedRow.select(judged, _NUMBER), to_do)
        return dict(pairs(query.group_by(judged)))

    def _keys(self, segment: Segment, start: tuple[Any, ...] | None, backward: bool) -> Any:
        query = self._where(TrackedRow.select(*segment.keys), segment)
        if start is not None:
            query = query.where(_beyond(segment, start, backward))
        direction = "DESC" if segment.descending is not backward else "ASC"
        sorted_by = segment.keys if self.few is None else [_plus(key) for key in segment.keys]
        return query.order_by(*(Ordering(key, direction) for key in sorted_by))

    def _where(self, query: Any, segment: Segment) -> Any:
        """The rows of a segment. Either the order or what is wanted chooses the index, never both."""
        if self.few is not None:
            return query.where(among(TrackedRow.outcome, self.few) & _plus(segment.condition))
        if self.condition is None:
            return query.where(segment.condition)
        return query.where(segment.condition & _plus(self.condition))


def listing(wanted: Filter, order: str, now: datetime, revealed: bool) -> Listing:
    """The listing of what is `wanted`, in one of `orders.ORDERS`."""
    condition, segments = filtering.condition(wanted, now, revealed), orders.segments(order, now)
    found = _found(wanted, revealed)
    if condition is None or (found is not None and found > FEW):
        return Listing(segments, condition, now, length=found)
    query = TrackedRow.select(TrackedRow.outcome).where(condition).limit(FEW + 1)
    keys = tuple(key for (key,) in columns(query))
    if len(keys) > FEW:
        return Listing(segments, condition, now)
    return Listing(segments, condition, now, keys, len(keys))


def total(wanted: Filter, now: datetime, revealed: bool) -> int:
    """How many rows are wanted."""
    found = _found(wanted, revealed)
    if found is not None:
        return found
    condition = filtering.condition(wanted, now, revealed, counted=True)
    if condition is None:
        return tallies.total()
    return int(TrackedRow.select(_NUMBER).where(condition).scalar())


def _found(wanted: Filter, revealed: bool) -> int | None:
    """How many rows are found when nothing but words is wanted: the index of words knows it at once."""
    only_words = not wanted.terms and not wanted.without
    return searching.count(wanted.words, revealed) if only_words else None


def groups(wanted: Filter, by: str, now: datetime, revealed: bool) -> list[tuple[str, int]]:
    """The headings in the order `by`, each with the number of its wanted rows."""
    column = orders.HEADINGS[by]
    query = TrackedRow.select(column, _NUMBER)
    condition = filtering.condition(wanted, now, revealed, counted=True)
    if condition is None:
        found = dict(pairs(query.group_by(column)))
    else:
        found = dict(pairs(query.where(condition).group_by(_plus(column))))
    if by == "meeting":
        numbers = dict(pairs(MeetingRow.select(MeetingRow.id, MeetingRow.number)))
        return [(numbers[key], found[key]) for key in sorted(found, reverse=True)]
    if by == "status":
        return [(str(status), found[status]) for status in Status if status in found]
    return [(name, found[name]) for name in sorted(found, key=lambda name: (not name, name))]


_NUMBER = fn.COUNT(SQL("*"))


def _raw(query: Any) -> Iterator[tuple[Any, ...]]:
    """The rows as SQLite holds them: so they can be compared with again."""
    rows: Iterator[tuple[Any, ...]] = iter(TrackedRow._meta.database.execute(query))
    return rows


def _beyond(segment: Segment, key: Sequence[Any], backward: bool) -> Expression:
    """The rows of a segment on the far side of a key."""
    keys, at = Tuple(*segment.keys), Tuple(*key)
    beyond: Expression = keys > at if segment.descending is backward else keys < at
    return beyond


def _earlier(segment: Segment, key: Sequence[Any]) -> Iterator[Expression]:
    """The rows of a segment before a key, in stretches of an index: counted thrice as fast as `_beyond`."""
    for n, (column, value) in enumerate(zip(segment.keys, key, strict=True)):
        mine, its = Tuple(column), Tuple(value)
        stretch: Expression = mine > its if segment.descending else mine < its
        same = (Tuple(one) == Tuple(at) for one, at in zip(segment.keys[:n], key[:n], strict=True))
        yield reduce(and_, same, stretch)


def _plus(term: Any) -> Any:
    """A term that chooses no index (SQLite: a unary plus)."""
    return NodeList((SQL("+"), NodeList((SQL("("), term, SQL(")")), glue="")), glue="")
