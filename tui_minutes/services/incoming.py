"""Meetings that come from outside: a file is read, and what it would do here is told (B8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.inviting.event import CalendarEvent
from tui_minutes.domain.inviting.incoming import Incoming, Judged
from tui_minutes.domain.inviting.judging import judge
from tui_minutes.domain.plan import Plan
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.store import invitations as stored
from tui_minutes.store.store import Store

LARGEST = 4 * 1024 * 1024
"""Bytes a calendar file may have: pictures of the organiser's signature come with some."""

CALENDARS = (".ics", ".ical", ".ifb", ".icalendar")
MARKDOWN = (".md", ".markdown", ".txt")
PLANS = (".toml", ".md")


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file brings, before anything here is looked at: the events of a calendar, or one plan."""

    file: str
    events: tuple[CalendarEvent, ...] = ()
    plan: Incoming | None = None


def read(path: Path, zone: str) -> Brought:
    """What is in the file `path`; times that name no zone are in `zone`.

    Refused: file_not_found, file_unreadable, invitation_wrong, plan_not_found, plan_wrong.
    """
    data = _bytes(path)
    file = clean(path.name)
    if not _is_calendar(path, data):
        return Brought(file, plan=_plan(path, data, zone))
    from tui_minutes.documents import events

    return Brought(file, tuple(events.read(data, file, zone)))


def look(store: Store, brought: Brought, zone: str, now: datetime) -> list[Judged]:
    """What a file would do here at the instant `now`; nothing is written.

    A date that is called off, and that its series in the file leaves out anyway, is not told twice.
    Refused("invitation_wrong") for events that repeat by no rule for meetings.
    """
    with store.snapshot():
        found = [brought.plan] if brought.plan else _meetings(brought, zone, now)
        judged = [
            judge(one, stored.known(one.event, one.recurrence, one.digest), stored.rhythm_of(one.event))
            for one in found
        ]
    told = {(one.event, day) for one in found if one.rhythm for day in one.rhythm.without}
    return [one for one in judged if one.known or (one.incoming.event, _day_off(one.incoming)) not in told]


def newest(found: Iterable[Judged]) -> list[Judged]:
    """What several files bring, each meeting once: by the newest word about it."""
    by_event: dict[tuple[str, str], Judged] = {}
    for one in found:
        key = (one.incoming.digest or one.incoming.event, one.incoming.recurrence)
        if key not in by_event or _word(by_event[key]) < _word(one):
            by_event[key] = one
    return list(by_event.values())


def _word(one: Judged) -> tuple[int, str]:
    return one.incoming.sequence, one.incoming.stamp


def _day_off(one: Incoming) -> date | None:
    return one.plan.slot.date() if one.called_off and one.plan.slot else None


def _is_calendar(path: Path, data: bytes) -> bool:
    """By its name, or by how it begins: mail programs save invitations under any name."""
    return path.suffix.lower() in CALENDARS or b"BEGIN:VCALENDAR" in data[:200]


def _meetings(brought: Brought, zone: str, now: datetime) -> list[Incoming]:
    from tui_minutes.services.invitations import incoming

    today = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    slots = stored.slots({one.uid for one in brought.events})
    return incoming(brought.events, brought.file, today, slots)


def _plan(path: Path, data: bytes, zone: str) -> Incoming:
    plan = _reader(path)(path)
    return Incoming(
        file=clean(path.name),
        event=f"plan:{path.resolve()}",
        plan=plan if plan.zone else replace(plan, zone=zone),
        digest=sha256(data).hexdigest(),
    )


def _reader(path: Path) -> Callable[[Path], Plan]:
    if path.suffix.lower() in MARKDOWN:
        from tui_minutes.services.plan_markdown import load
    else:
        from tui_minutes.services.plans import load
    return load


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Refused("file_not_found", path=clean(str(path))) from error
    except OSError as error:
        reason = clean(error.strerror or str(error))
        raise Refused("file_unreadable", path=clean(str(path)), reason=reason) from error
    if len(data) > LARGEST:
        reason = tr("it is larger than {mib} MiB", mib=LARGEST // 1024 // 1024)
        raise Refused("file_unreadable", path=clean(str(path)), reason=reason)
    return data
