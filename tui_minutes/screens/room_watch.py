"""What the window for the room is drawn from: the meeting it follows, as far as the room may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import SEALED, Level, Meeting, Phase, by_stage
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.room import for_room, is_above, read_out
from tui_minutes.i18n import dates
from tui_minutes.screens import room_page, room_readback
from tui_minutes.screens.room_clock import Face, face
from tui_minutes.screens.room_page import Page

if TYPE_CHECKING:
    from tui_minutes.store.beside import SideTexts
    from tui_minutes.store.store import Store

_LATEST_FIRST = (Phase.READBACK, Phase.IN_SESSION, Phase.CHECK_IN)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a window shows: the meeting with the uid `only`, "" for whichever runs, up to `level`.

    Without a level it is that of the meeting asked for; a meeting that comes by itself may be of people who
    are not in this room, and is shown as far as it is internal.
    """

    only: str = ""
    level: Level | None = None

    def level_for(self, meeting: Meeting) -> Level:
        """The highest level that is shown of `meeting`."""
        return self.level or (meeting.level if self.only else Level.INTERNAL)


class Watch:
    """Reads what is `wanted` of a `store` that other programs write to; nothing is ever written.

    `record` is the meeting that is followed, without all that is not for the room; None for none.
    """

    def __init__(
        self, store: Store, on_show: SideTexts, wanted: Wanted, clock: Callable[[], datetime], zone: ZoneInfo
    ) -> None:
        self._store = store
        self._on_show = on_show
        self._wanted = wanted
        self.now = clock
        self._zone = zone
        self._followed = wanted.only
        self._seen: tuple[str, str] = "", ""
        self.record: MeetingRecord | None = None

    @property
    def time(self) -> str:
        """The time of day here, to the minute."""
        return dates.clock(self.now().astimezone(self._zone))

    def has_changed(self) -> bool:
        """Whether something was committed, or is read out, or a minute is over, since it was last read.

        Refused("store_failed") when the store is not in its place any more: nothing would come any more.
        """
        self._store.look_for_file()
        seen = self.time, self._on_show.read(self._followed)
        return self._store.changed_elsewhere() or seen != self._seen

    def read(self) -> None:
        """Read what there is now."""
        self._followed = self._wanted.only or self._running()
        self._seen = self.time, self._on_show.read(self._followed)
        try:
            record = self._store.record(self._followed) if self._followed else None
        except Refused:  # it was deleted meanwhile
            record = None
        self.record = record and for_room(record, self._wanted.level_for(record.meeting))

    def _running(self) -> str:
        """The uid of the meeting to follow: the one so far, until it is over and another one runs."""
        running = [self._store.record(uid).meeting for uid in self._store.in_progress()]
        if not running or self._followed in [one.uid for one in running]:
            return self._followed
        return min(running, key=lambda one: _LATEST_FIRST.index(one.phase)).uid

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that is before the room."""
        return read_out(self.record, self._seen[1]) if self.record else None

    def page(self) -> Page:
        """The page for where the meeting stands."""
        if self.record is None:
            return room_page.waiting(self._coming())
        if not self.record.meeting.title:
            return room_page.covered(self.record.meeting)
        if outcome := self.outcome:
            return room_readback.being_read(self.record, outcome)
        match self.record.meeting.phase:
            case Phase.PLANNED | Phase.CHECK_IN:
                return room_page.before(self.record)
            case Phase.IN_SESSION:
                return room_page.in_session(self.record)
            case Phase.READBACK:
                return room_readback.signing(self.record)
            case phase if phase in SEALED:
                return room_readback.sealed(self.record, self.now())
        return room_page.over(self.record)

    def face(self) -> Face:
        """The clock beside the page; an empty one while an outcome is read."""
        if self.record is None:
            return Face(self.time)
        return Face() if self.outcome else face(self.record, self.now())

    def _coming(self) -> Meeting | None:
        """The meeting that is planned next today; its words only where they may be seen."""
        today = f"{self.now().astimezone(self._zone):%Y-%m-%d}"
        planned = by_stage(self._store.meetings(newest=0))[1]
        found = next((one for one in planned if f"{one.planned_start}".startswith(today)), None)
        if found and is_above(found.level, self._wanted.level_for(found)):
            return replace(found, title="")
        return found
