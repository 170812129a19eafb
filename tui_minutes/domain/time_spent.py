"""How long agenda items took against their plan, in one meeting and over those of a series (B3, D1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import Level, Meeting, highest
from tui_minutes.domain.shape import shape


@dataclass(frozen=True, slots=True)
class Sitting:
    """An agenda item in one meeting; `recurring` is the uid of what its series always has, if it is that."""

    meeting: Meeting
    item: AgendaItem
    recurring: str | None = None

    @property
    def spent(self) -> timedelta:
        """The time it took in a meeting that is over."""
        return self.item.spent(self.meeting.ended_at) if self.meeting.ended_at else timedelta(0)

    @property
    def counts(self) -> bool:
        """Whether it says how long such an item takes: it was on the table, in a meeting that is over."""
        return self.item.was_opened and self.meeting.ended_at is not None

    @property
    def level(self) -> Level:
        """How confidential its title is (B7)."""
        return highest(self.meeting.level, self.item.level or self.meeting.level)


@dataclass(frozen=True, slots=True)
class Usual:
    """One matter over several meetings, oldest first, each of which counts; named as in the last one."""

    sittings: tuple[Sitting, ...]

    @property
    def title(self) -> str:
        """What it was called last."""
        return self.sittings[-1].item.title

    @property
    def level(self) -> Level:
        """The highest level it had."""
        return highest(*(one.level for one in self.sittings))

    @property
    def planned(self) -> int | None:
        """The minutes it was given on average; None when it never had a limit."""
        given = [one.item.minutes for one in self.sittings if one.item.minutes]
        return round(sum(given) / len(given)) if given else None

    @property
    def spent(self) -> int:
        """The minutes it took on average."""
        total = sum((one.spent for one in self.sittings), timedelta(0))
        return round(total / len(self.sittings) / timedelta(minutes=1))


def matters(sittings: Iterable[Sitting]) -> list[Usual]:
    """What is known of each matter, those first that came first; `sittings` oldest first."""
    return list({one.sittings[0].item.uid: one for one in usual(sittings).values()}.values())


def usual(sittings: Iterable[Sitting]) -> Mapping[str, Usual]:
    """What is known of each matter, by the uid of every item that belongs to it; `sittings` oldest first.

    An item goes on with an earlier one when it was carried over from it, is what the series always has, or
    has the same title.
    """
    threads: dict[str, list[Sitting]] = {}
    for one in sittings:
        names = (one.item.carried_from, one.recurring, shape(one.item.title).strip().casefold())
        known = next((threads[name] for name in names if name and name in threads), [])
        known.append(one)
        threads.update({name: known for name in (one.item.uid, *names) if name})
    counted = {uid: tuple(one for one in thread if one.counts) for uid, thread in threads.items()}
    items = {one.item.uid for thread in threads.values() for one in thread}
    return {uid: Usual(found) for uid, found in counted.items() if found and uid in items}
