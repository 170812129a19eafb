"""What stays out of a document for a reader who is not cleared for all of a meeting (B7, F3).

Whole things stay out, and the document says so: nothing is covered here, as `concealment` does on a screen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.going_out import GoingOut
from tui_minutes.domain.meeting import Level, highest
from tui_minutes.domain.record import MeetingRecord


@dataclass(frozen=True, slots=True)
class Omitted:
    """How many of each stayed out; corrections are those asked for and those made."""

    items: int = 0
    outcomes: int = 0
    materials: int = 0
    corrections: int = 0

    def __bool__(self) -> bool:
        return bool(self.items or self.outcomes or self.materials or self.corrections)


NOTHING = Omitted()


def left_out(
    record: MeetingRecord, going: GoingOut, level: Level, elsewhere: Collection[str] = ()
) -> tuple[MeetingRecord, GoingOut, Omitted]:
    """`record` and `going` without all that is above `level`, and how much that was.

    With an agenda item go its lines and outcomes, with an outcome the lines that tell of it, its objections
    and what was corrected in it. `elsewhere` are uids of lines that tell of outcomes of other meetings above
    `level`: they go, too. Whether the reader may have the meeting itself is not asked here.
    """
    own = record.meeting.level
    items = {item.uid for item in record.agenda if _above(level, own, item.level)}
    outcomes = {one.uid for one in record.outcomes if _above(level, one.level) or one.item_uid in items}
    names = {one.number for one in record.outcomes if one.uid in outcomes}
    names |= {item.title for item in record.agenda if item.uid in items}
    shown = replace(
        _without(record, items, outcomes, _entries(record.entries, items, outcomes, elsewhere)),
        amendments=tuple(one for one in record.amendments if not _about(one.subject, names)),
    )
    given = replace(
        going,
        materials=tuple(one for one in going.materials if not _above(level, own, one.level)),
        corrections=tuple(one for one in going.corrections if not _about(one.subject, names)),
    )
    corrected = len(record.amendments) + len(going.corrections)
    omitted = Omitted(
        items=len(items),
        outcomes=sum(one.is_live for one in record.outcomes if one.uid in outcomes),
        materials=len(going.materials) - len(given.materials),
        corrections=corrected - len(shown.amendments) - len(given.corrections),
    )
    return shown, given, omitted


def _without(record: MeetingRecord, items: set[str], outcomes: set[str], entries: set[str]) -> MeetingRecord:
    """`record` without what has these uids, and without objections to it and votes on it."""
    return replace(
        record,
        agenda=tuple(item for item in record.agenda if item.uid not in items),
        entries=tuple(entry for entry in record.entries if entry.uid not in entries),
        outcomes=tuple(one for one in record.outcomes if one.uid not in outcomes),
        objections=tuple(one for one in record.objections if one.outcome_uid not in outcomes),
        votes=tuple(
            one for one in record.votes if one.outcome_uid not in outcomes and one.entry_uid not in entries
        ),
    )


def _above(level: Level, *levels: Level | None) -> bool:
    """Whether the highest of `levels` is above `level`."""
    return highest(level, *(one for one in levels if one)) is not level


def _entries(
    entries: Iterable[Entry], items: set[str], outcomes: set[str], elsewhere: Collection[str]
) -> set[str]:
    """The uids of the lines that tell of `items` or `outcomes`, with those that continue them."""
    out = set(elsewhere)
    for entry in entries:  # what continues a line comes after it
        if entry.item_uid in items or entry.outcome_uid in outcomes or entry.continues in out:
            out.add(entry.uid)
    return out


def _about(subject: str, names: Iterable[str]) -> bool:
    """Whether a free `subject` names one of what stays out, by number or title."""
    return any(name and name.casefold() in subject.casefold() for name in names)
