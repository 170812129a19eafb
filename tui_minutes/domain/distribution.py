"""Who gets the minutes: proposed from those asked, those copied and the heads of departments (F3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

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
    for name, reason in _named(record, known):
        there = record.participant(name)
        came = there is not None and there.came
        one = the_one(everybody, name, there.person_uid if there else None)
        said = may_see(one, level) if one else None
        if name in found or (is_hidden(record.meeting.level) and not (came or said)):
            continue
        who = there or known.get(name)
        found[name] = Recipient(
            uid(),
            name,
            email=(who.email if who else "") or (known[name].email if name in known else ""),
            department=who.department if who else "",
            reason=reason,
            cleared=came if said is None else said,
        )
    return list(found.values())


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
