"""Who gets the minutes: proposed from those asked, those copied and the heads of departments (F3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from tui_minutes.domain.attendance import Participant
from tui_minutes.domain.directory import Cleared, may_see
from tui_minutes.domain.going_out import Because, Recipient
from tui_minutes.domain.heads import Titled, heads
from tui_minutes.domain.meeting import Level, highest, is_hidden
from tui_minutes.domain.outcomes import Part
from tui_minutes.domain.record import MeetingRecord


class Known(Titled, Cleared, Protocol):
    """Somebody of the directory, with the address that mail goes to."""

    @property
    def uid(self) -> str:
        """What tells namesakes apart."""

    @property
    def email(self) -> str:
        """The e-mail address, "" when it is not known."""


def proposed(record: MeetingRecord, directory: Iterable[Known], uid: Callable[[], str]) -> list[Recipient]:
    """The usual list: everyone asked or come, who is copied, who heads a department with something to do.

    Cleared for what is above the meeting's own level is whose clearance says so; where nobody has said, who
    was in the room and has heard it. A confidential meeting goes to nobody else until somebody adds them.
    """
    everybody = tuple(directory)
    known = {person.name: person for person in everybody}
    level = highest_of(record)
    found: dict[str, Recipient] = {}
    uids: set[str] = set()  # the same person may be named otherwise by now
    for name, reason in _named(record, known):
        there = record.participant(name)
        one = the_one(everybody, name, there.person_uid if there else None)
        if name in found or (one and one.uid in uids):
            continue
        came = there is not None and there.came
        said = may_see(one, level) if one else None
        cleared = came if said is None else said
        if is_hidden(record.meeting.level) and not (came or cleared):
            continue
        uids |= {one.uid} if one else set()
        found[name] = _recipient(uid(), name, there, known.get(name), reason, cleared=cleared)
    return list(found.values())


def _recipient(
    uid: str, name: str, there: Participant | None, known: Known | None, reason: Because, *, cleared: bool
) -> Recipient:
    """Somebody with the address and department of that day, else those of the directory."""
    email = (there.email if there else "") or (known.email if known else "")
    who = there or known
    return Recipient(uid, name, email, who.department if who else "", reason, cleared)


K = TypeVar("K", bound=Known)


def the_one(directory: Iterable[K], name: str, uid: str | None = None) -> K | None:
    """Who is meant beyond doubt: by `uid`, else the only one of that name; None when that is not sure."""
    there = [one for one in directory if (one.uid == uid if uid else one.name == name)]
    return there[0] if len(there) == 1 else None


def highest_of(record: MeetingRecord) -> Level:
    """The highest level of anything in a meeting."""
    items = (item.level for item in record.agenda if item.level)
    return highest(record.meeting.level, *items, *(one.level for one in record.live))


def _named(record: MeetingRecord, known: Mapping[str, Known]) -> Iterator[tuple[str, Because]]:
    yield from ((person.name, Because.ASKED) for person in record.people)
    live = record.live
    departments = {one.department for one in live if one.department}
    departments |= {person.department for one in live for person in one.people if person.department}
    headed = heads(known.values())
    for name in (name for one in live for name in one.names(Part.COPIED)):
        for person in headed.get(name, (name,)):
            yield person, Because.COPIED
    for department in sorted(departments):
        yield from ((name, Because.HEAD) for name in headed.get(department, ()))


def may_have(recipient: Recipient | None, level: Level) -> bool:
    """Whether a document of `level` may go to somebody: a confidential one only to who is cleared (F3)."""
    return not is_hidden(level) or (recipient is not None and recipient.cleared)
