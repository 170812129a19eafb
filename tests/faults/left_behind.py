"""What a killed program has left behind: the store, its figures and its clocks."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tests.faults.sayings import boundaries
from tests.terminal import PATIENCE, Terminal
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.services.verification import verify
from tui_minutes.store.store import Store

SECOND = timedelta(seconds=1)

_CLOCK = re.compile(r"(\d+):(\d\d)/60:00")


def check_store(store: Store) -> None:
    """The file is whole, every seal holds, and each list says what its record says."""
    assert store.database.pragma("integrity_check") == "ok"
    assert verify(store).ok
    assert store.disagreements() == []


def check_acknowledged(seen: set[int], record: MeetingRecord) -> None:
    """Every line that was `seen` to be saved is there."""
    lost = seen - {entry.seq for entry in record.entries}
    assert not lost, f"acknowledged and not in the store: lines {sorted(lost)}"


def first_wordings(record: MeetingRecord) -> list[str]:
    """The lines of a meeting as they were first typed."""
    lines = [entry for entry in record.entries if entry.raw]
    return [str(e.revisions[0].before.get("typed", e.raw)) if e.revisions else e.raw for e in lines]


def check_clocks(
    record: MeetingRecord, acts: Sequence[tuple[datetime, datetime]], since: datetime, terminal: Terminal
) -> None:
    """Breaks and items begin and end where the wall's clock saw that, one of the `acts` after `since`.

    The times of the items add up to that of the meeting, and the screen says the same; all within a second.
    """
    spans = [record.breaks, *(item.spans for item in record.agenda)]
    for at in (at for some in spans for at in boundaries(some) if at > since):
        assert any(begun - SECOND <= at <= over + SECOND for begun, over in acts), (at, acts)
    now = datetime.now(UTC)
    spent = sum((item.spent(now) for item in record.agenda), timedelta())
    assert abs(record.elapsed(now) - spent) < SECOND
    _wait_for_the_clock(record, terminal)


def _wait_for_the_clock(record: MeetingRecord, terminal: Terminal) -> None:
    """Until it shows the right second, or the one before; a busy machine paints late, a wrong clock never."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        shown, running = _CLOCK.search(terminal.text), record.elapsed(datetime.now(UTC)) // SECOND
        if shown and 0 <= running - int(shown[1]) * 60 - int(shown[2]) <= 1:
            return
        terminal.pump()
    raise AssertionError(f"the meeting has lasted {running} seconds, and the screen says:\n{terminal.text}")
