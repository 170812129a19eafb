"""The clock on the wall and its zone are watched: when they are put, meetings and screens go with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tui_minutes.domain.command import Command
from tui_minutes.domain.timing import Look, put_by
from tui_minutes.screens.errands import Errand
from tui_minutes.services import zones

if TYPE_CHECKING:
    from tui_minutes.screens.host import Host


class ClockWatch:
    """Compares the clock of `host` with a steady one; without one, nobody puts the clock."""

    def __init__(self, host: Host, steady: Callable[[], float] | None) -> None:
        self._host = host
        self._steady = steady
        self._seen = self._look()
        self._zone = zones.zone_mark()

    def _look(self) -> Look | None:
        return Look(self._host.now(), self._steady()) if self._steady else None

    def look(self) -> None:
        """See whether the clock was put since the last look; the times of running meetings go with it.

        What shows the day and the time goes with a computer that is carried into another zone.
        """
        from tui_minutes.services.clock_set import follow_clock  # rare, and start-up counts

        before, self._seen = self._seen, self._look()
        if before is None or self._seen is None:
            return
        self._look_at_zone()
        by = put_by(before, self._seen).total_seconds()
        if by:
            host = self._host
            command = Command.new(self._seen.wall, host.entered_by, host.entered_by)
            call = partial(follow_clock, host.store, command, by)
            host.errands.do(Errand(call, lambda _: None, lambda _: None, lambda _: None))

    def _look_at_zone(self) -> None:
        before, self._zone = self._zone, zones.zone_mark()
        if self._zone != before:
            self._host.zone = ZoneInfo(zones.new_machine_zone())
            self._host.tell_changed()
