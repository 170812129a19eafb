"""A walk of chance tried from a fresh store, and the shortest of those that fail the same way."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.wild_acts import Act
from tests.faults.wild_places import Place
from tests.faults.wild_walk import Walk
from tests.support import Clock

STUCK = 120.0
"""Seconds after which a walk does not go on any more."""

TRIES = 40
"""So often at most a walk that failed is tried again, to make it shorter."""


def fault(place: Place, acts: Sequence[Act], language: str) -> tuple[BaseException | None, Walk]:
    """What went wrong on a walk from `place`, None when nothing did; and the walk, as far as it went."""
    with TemporaryDirectory() as folder:
        first, now = place(Path(folder))
        walk = Walk(Path(folder), Clock(now), first)
        try:
            asyncio.run(asyncio.wait_for(walk.go(acts, language), STUCK))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            return error, walk
        return None, walk


def shortened(place: Place, acts: Sequence[Act], language: str, kind: type[BaseException]) -> list[Act]:
    """Fewer of the `acts` that still fail by an error of that `kind`: halves, then smaller parts left out."""
    kept, part, tries = list(acts), len(acts) // 2, 0
    while part and tries < TRIES:
        for start in range(0, len(kept), part):
            tries += 1
            fewer = kept[:start] + kept[start + part :]
            if tries <= TRIES and isinstance(fault(place, fewer, language)[0], kind):
                kept = fewer
                break
        else:
            part //= 2
    return kept
