"""What the text of an invitation says of the meeting: its goal, its agenda, who leads it (B1, B3, B4, B8)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.inviting.agenda_lines import AgendaLine, Marker, agenda_line, with_lengths
from tui_minutes.domain.inviting.heads import Head, headed
from tui_minutes.domain.inviting.joining import apart, inviter
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.regex import regex

MOST_ITEMS = 60
"""More lines than this are no agenda that a meeting could get through: the rest stays in the remark."""

_RUN_ON = regex(r"[;；]\s*|\s+(?=(?:\d{1,2}[.、)）](?!\d)|[①-⑳]))")
_LIST = regex(r"\s*[;；]\s*")
_ROLES = {Head.CHAIR: Role.CHAIR, Head.RECORDER: Role.RECORDER}
_ONE_LINE = frozenset(Head) - {Head.AGENDA, Head.EXPECTED, Head.PREPARE, Head.NOTES}
"""Said in the line of the heading, they are over with it."""

_FOUND_ALONE = (Marker.NUMBER, Marker.CHINESE, Marker.WORD, Marker.CLOCK)
"""What makes an item of a line without a heading above it."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a description says. `roles` are names by what they are said to be.

    `remark` are the lines that are none of it, `joining` those that the services wrote, and `inviter` is who
    invites by these.
    """

    goal: str = ""
    expected: tuple[str, ...] = ()
    agenda: tuple[PlanItem, ...] = ()
    roles: tuple[tuple[str, Role], ...] = ()
    remark: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    inviter: str = ""


def described(text: str, names: Collection[str]) -> Described:
    """Read the lines of `text`; `names` are those of who is invited."""
    own, joining = apart(text.split("\n"))
    return replace(_Reading(names).read(own), joining=tuple(joining), inviter=inviter(joining))


class _Reading:
    """Goes through the lines; what a heading says holds until the next one."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names
        self._section: Head | None = None
        self._listed: frozenset[str] = frozenset()
        self._begun = self._has_agenda = False
        self._goal: list[str] = []
        self._expected: list[str] = []
        self._items: list[AgendaLine] = []
        self._roles: list[tuple[str, Role]] = []
        self._remark: list[str] = []
        self._takes: dict[Head | None, Callable[[str], bool]] = {
            None: self._alone,
            Head.GOAL: self._to_goal,
            Head.EXPECTED: self._to_expected,
            Head.AGENDA: self._to_agenda,
        }

    def read(self, lines: Sequence[str]) -> Described:
        self._listed = _timed_lists(lines)
        for line in lines:
            if not line.strip():
                self._end_of_paragraph()
            elif not self._heading(line):
                taken = self._takes.get(self._section, self._to_remark)(line)
                self._begun = True
                if not taken:
                    self._to_remark(line)
        self._doubt_a_single_item()
        return Described(
            " ".join(self._goal), tuple(self._expected), with_lengths(self._items), tuple(self._roles),
            tuple(self._remark),
        )  # fmt: skip

    def _end_of_paragraph(self) -> None:
        """What a heading said is over, but for an agenda whose items are marked: it may go on."""
        goes_on = self._section is Head.AGENDA and not (self._items and self._items[0].marker is None)
        if self._begun and not goes_on:
            self._section = None

    def _heading(self, line: str) -> bool:
        found = headed(line)
        if found is None or self._is_an_item(line, found[1]):
            return False
        head, rest = found
        if head in _ROLES:
            self._roles += [(name, _ROLES[head]) for name in _several(rest)]
        elif head in self._takes:
            for part in filter(str.strip, _RUN_ON.split(rest) if head is Head.AGENDA else [rest]):
                self._takes[head](part)
        elif rest:
            self._to_remark(line)
        self._section = None if rest and head in _ONE_LINE else head
        self._begun = bool(rest)
        self._has_agenda = self._has_agenda or head is Head.AGENDA
        return True

    def _doubt_a_single_item(self) -> None:
        """A lone `1. …` that has no minutes and no heading above it may be anything."""
        if len(self._items) == 1 and not self._has_agenda:
            (only,) = self._items
            if not only.item.minutes and only.marker is not Marker.CLOCK:
                self._remark.append(only.item.title)
                self._items = []

    def _is_an_item(self, line: str, rest: str) -> bool:
        """Whether it only sounds like a heading: `3. Background` among items with numbers."""
        if self._section is not Head.AGENDA or not self._items or rest:
            return False
        found = agenda_line(line, self._names)
        return found is not None and found.marker is not None and found.marker is self._items[0].marker

    def _to_goal(self, line: str) -> bool:
        self._goal.append(line.strip())
        return True

    def _to_expected(self, line: str) -> bool:
        for part in _LIST.split(line):
            if found := agenda_line(part, ()):
                self._expected.append(found.item.title)
        return True

    def _to_agenda(self, line: str) -> bool:
        """One more item; what hangs under an item, or comes after all of them, is none."""
        found = agenda_line(line, self._names)
        if found is None or len(self._items) >= MOST_ITEMS:
            return False
        if self._items and found.marker is not self._items[0].marker:
            return False
        self._items.append(found)
        return True

    def _alone(self, line: str) -> bool:
        """A numbered or timed line, or one with minutes, or in a list with such, needs no heading."""
        found = agenda_line(line, self._names)
        if found is None or found.marker is None:
            return False
        return (found.marker in _FOUND_ALONE or line in self._listed) and self._to_agenda(line)

    def _to_remark(self, line: str) -> bool:
        self._remark.append(line.strip())
        return True


def _timed_lists(lines: Iterable[str]) -> frozenset[str]:
    """The lines that stand one below the other with bullets, where one of them says its minutes."""
    found: set[str] = set()
    for bulleted, together in groupby(lines, key=_is_bulleted):
        if bulleted:
            block = list(together)
            items = [agenda_line(line, ()) for line in block]
            found.update(block if any(one and one.item.minutes for one in items) else ())
    return frozenset(found)


def _is_bulleted(line: str) -> bool:
    found = agenda_line(line, ())
    return found is not None and found.marker is Marker.BULLET


def _several(names: str) -> list[str]:
    return [name for name in regex(r"\s*[、,，;；]\s*").split(names.strip()) if name]
