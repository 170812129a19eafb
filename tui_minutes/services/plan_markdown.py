"""A plan written in Markdown: a title, lines of `key: value`, an agenda, people (docs/plans.md) (B8)."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.inviting.agenda_lines import agenda_line, with_lengths
from tui_minutes.domain.inviting.heads import WORDS, Head, headed
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.domain.plan import Plan
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.shape import shape
from tui_minutes.domain.text import clean
from tui_minutes.i18n import LANGUAGES, speaking, tr
from tui_minutes.i18n.labels import label
from tui_minutes.services.plan_details import detail
from tui_minutes.services.plan_files import text_in
from tui_minutes.services.plan_table import PlanTable, nearest
from tui_minutes.services.plans import plan_in

_TIMES = re.compile(
    r"(?P<day>\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2})日?\s*(?:\(.*?\)\s*)?(?:周.\s*)?(?P<from>\d{1,2}:\d{2})"
    r"(?:\s*[-~—至到]+\s*(?P<to>\d{1,2}:\d{2}))?"
)
_PERSON = re.compile(
    r"\s*(?:[-*+]|\d{1,3}[.)、])\s*(?P<said>[^<(]+?)\s*(?:<(?P<email>[^>]*)>)?\s*(?:\((?P<roles>.*)\))?\s*"
)
_LIST = re.compile(r"\s*[,、;/]\s*")
_MEETING = re.compile(r"^跨部门|\s*(?:meeting|会议?)$")
_CODES: dict[Head, type[StrEnum]] = {Head.KIND: MeetingKind, Head.LEVEL: Level}
_ROLES = {Head.CHAIR: Role.CHAIR, Head.RECORDER: Role.RECORDER}
_LINES = (Head.AGENDA, Head.PEOPLE, Head.EXPECTED)
"""What may be a list below its heading."""


def load(path: Path) -> Plan:
    """The plan written in the Markdown file `path`.

    Refused: plan_not_found, or plan_wrong with the line or key, what is wrong and what would be right.
    """
    reading = _Reading(clean(path.name))
    for number, line in enumerate(text_in(path).split("\n"), 1):
        reading.take(number, clean(line).rstrip())
    return plan_in(PlanTable(clean(path.name), reading.values()))


class _Reading:
    """Goes through the lines; what they say stands under the keys of a plan in TOML, and is checked so."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._section: Head | None = None
        self._values: dict[str, Any] = {}
        self._agenda: list[tuple[int, str]] = []
        self._below: dict[int, dict[str, Any]] = {}
        self._people: list[dict[str, Any]] = []
        self._by_role: list[dict[str, Any]] = []
        self._takes: dict[Head | None, Callable[[int, str], None]] = {
            Head.AGENDA: self._item,
            Head.PEOPLE: self._person,
            Head.EXPECTED: self._expected,
        }

    def take(self, number: int, line: str) -> None:
        """One line; Refused("plan_wrong") for what is neither a heading, a key nor part of a list."""
        found = headed(line)
        if not line or line.startswith("<!--") or self._is_of_item(line):
            return
        if line.startswith("# ") and "title" not in self._values:
            self._values["title"] = line[2:].strip()
        elif found and (line.startswith("#") or not line[:1].isspace()) and not self._is_item(line):
            self._head(number, *found)
        elif line.startswith("#"):
            raise self._wrong(
                number, tr("there is no such heading"), nearest(line.strip("# "), _names(_LINES))
            )
        elif self._section in self._takes:
            self._takes[self._section](number, line)
        else:
            raise self._not_understood(number, line)

    def values(self) -> dict[str, Any]:
        """All that was said, as a plan in TOML has it."""
        names = [str(one["name"]) for one in self._people]
        lines = [found for _, line in self._agenda if (found := agenda_line(line, names))]
        items = [
            {"title": one.title, "minutes": one.minutes, "facilitator": one.facilitator}
            | self._below.get(nth, {})
            for nth, one in enumerate(with_lengths(lines), 1)
        ]
        return self._values | {"agenda": items, "people": self._people}

    def _is_of_item(self, line: str) -> bool:
        """Whether it stands below an item, which then has it: what to prepare, what is worded ahead."""
        found = detail(line) if self._section is Head.AGENDA and self._agenda else None
        if found is None:
            return False
        key, words = found
        of_item = self._below.setdefault(len(self._agenda), {})
        of_item[key] = words if key == "prepare" else [*of_item.get(key, ()), words]
        return True

    def _is_item(self, line: str) -> bool:
        """Whether it only sounds like a heading: `2. Background` in the agenda."""
        found = agenda_line(line, ()) if self._section in _LINES and not line.startswith("#") else None
        return found is not None and found.marker is not None

    def _head(self, number: int, head: Head, rest: str) -> None:
        self._section = head
        if head in _LINES:
            if rest:
                for part in re.split(r"\s*[;；]\s*", rest):
                    self._takes[head](number, part if head is not Head.PEOPLE else f"- {part}")
        elif head is Head.TIME:
            self._time(rest)
        elif head in _ROLES:
            self._with_role(rest, _ROLES[head])
        elif head in (Head.NOTES, Head.PREPARE):
            raise self._not_understood(number, rest)
        else:
            self._values[head.value] = _code(rest, _CODES[head]) if head in _CODES else rest

    def _time(self, text: str) -> None:
        """`2026-11-27 14:00-15:00`; what is no such thing is refused as the start."""
        found = _TIMES.fullmatch(shape(text).strip())
        if found is None:
            self._values["start"] = text
            return
        day = "-".join(part.zfill(2) for part in re.findall(r"\d+", found["day"]))
        self._values["start"] = f"{day} {found['from'].zfill(5)}"
        if found["to"]:
            self._values["end"] = f"{day} {found['to'].zfill(5)}"

    def _expected(self, _: int, line: str) -> None:
        self._values.setdefault("expected", []).append(line.strip(" -*+\t"))

    def _item(self, number: int, line: str) -> None:
        if agenda_line(line, ()) is None:
            raise self._not_understood(number, line)
        self._agenda.append((number, line))

    def _person(self, number: int, line: str) -> None:
        """`- Name, department, title <address> (roles)`."""
        found = _PERSON.fullmatch(shape(line))
        if found is None:
            right = tr("- Name, department, title <name@example.com> (chair, recorder)")
            raise self._wrong(number, tr("“{shown}” is not understood", shown=line.strip()[:60]), right)
        said = re.split(r"\s*[,，]\s*", line[found.start("said") : found.end("said")])
        person: dict[str, Any] = dict(zip(("name", "department", "title"), said, strict=False))
        if found["email"]:
            person["email"] = found["email"].strip()
        if found["roles"]:
            person["roles"] = [_code(one, Role) for one in _LIST.split(found["roles"].strip())]
        self._add(person)

    def _add(self, person: dict[str, Any]) -> None:
        """Put a person on the list, once: who chairs may have been named above."""
        named = next((one for one in self._by_role if one["name"] == person["name"]), None)
        if named is None:
            self._people.append(person)
            return
        self._by_role.remove(named)
        roles = dict.fromkeys((*named["roles"], *person.get("roles", ())))
        named.update(person, roles=list(roles))

    def _with_role(self, names: str, role: Role) -> None:
        for name in _LIST.split(shape(names).strip()):
            known = next((one for one in self._people if one["name"] == name), None)
            if known is None:
                self._by_role.append({"name": name, "roles": [Role.ATTENDEE.value, role.value]})
                self._people.append(self._by_role[-1])
            else:
                known["roles"] = [*known.get("roles", [Role.ATTENDEE.value]), role.value]

    def _not_understood(self, number: int, line: str) -> Refused:
        what = tr("“{shown}” is not understood", shown=line.strip()[:60])
        return self._wrong(number, what, nearest(line.partition(":")[0], _names(tuple(Head)[:-2])))

    def _wrong(self, number: int, wrong: str, right: str) -> Refused:
        where = tr("line {number}", number=number)
        return Refused("plan_wrong", file=self._file, where=where, wrong=wrong, right=right)


def _names(heads: tuple[Head, ...]) -> list[str]:
    """What the headings are called, in the spoken language and in English."""
    return [WORDS[head][0] for head in heads]


def _code(word: str, codes: type[StrEnum]) -> str:
    """The code that `word` is, or is the label of in any language; else the word, to be refused later."""
    for language in LANGUAGES:
        with speaking(language):
            for code in codes:
                if _bare(word) in (_bare(label(code)), code.value):
                    return code.value
    return word.strip()


def _bare(word: str) -> str:
    """A word without what every kind of meeting is called: 评审会 and 评审会议 are one."""
    return _MEETING.sub("", word.strip().casefold())
