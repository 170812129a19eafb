"""Names in a line: one, or a list of them, of people and departments (rules 3 and 4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tui_minutes.domain.capture.line import Line
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.deadlines import date_at
from tui_minutes.domain.people import Person, ends_word, is_chinese
from tui_minutes.domain.regex import regex
from tui_minutes.domain.words import en, zh

_EVERYBODY = regex("|".join(sorted(en.EVERYBODY | zh.EVERYBODY, key=len, reverse=True)), re.IGNORECASE)
_UNKNOWN = regex(r"[^\W\d_][^\s,、;:()@。!?“”\"<>《》=+|\[\]【】→…]{0,59}")
_DEPARTMENT = regex(r"\((?!存疑)\s*([^\W\d_][^():,]{0,19}?)\s*\)")
_LISTED = regex(r"\s*([,、])\s*@?|(@)|\s*(?:和|与|及|&|\band\b)\s*@?", re.IGNORECASE)
_LONGEST_UNKNOWN = 4  # Chinese characters, within a list: 欧阳 and a given name


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named: `typed` as in the line, `people` who fit, the department typed or known."""

    typed: str
    people: tuple[Person, ...] = ()
    department: str | None = None
    known: bool = True

    @property
    def name(self) -> str:
        """The name of the one person who fits, else what was typed."""
        return self.people[0].name if len(self.people) == 1 else self.typed


Cut = Callable[[int, int], int]
"""Where an unknown name that reaches from one place to another has to end: at the first field within."""


def names_at(line: Line, start: int, cut: Cut) -> tuple[list[Named], int] | None:
    """The names listed from `start` on and where the list ends; None when no name begins there."""
    first = _name_at(line, start, cut)
    if not first:
        return None
    names, end = [first[0]], first[1]
    while further := _further(line, end, cut):
        names.append(further[0])
        end = further[1]
    return names, end


def known_name_at(line: Line, start: int) -> tuple[Named, int] | None:
    """The person, department or "all" that is known and begins at `start`, with a department in brackets."""
    people = line.context.people
    end = people.known_at(line.text, start)
    if end is None:
        everybody = _EVERYBODY.match(line.plain, start)
        if not everybody or not ends_word(line.plain, everybody.end()):
            return None
        return Named(everybody[0]), everybody.end()
    typed = line.text[start:end]
    found = people.find(typed)
    if not found:
        official = people.department(typed)
        return Named(official or typed, department=official), end
    department = found[0].department or None if len(found) == 1 else None
    return _with_department(line, Named(typed, tuple(found), department), end)


def _name_at(line: Line, start: int, cut: Cut) -> tuple[Named, int] | None:
    while line.plain[start : start + 1] in ("*", "@"):
        start += 1
    known = known_name_at(line, start)
    if known and not _is_longer_name(line, known[0], known[1], cut):
        return known
    unknown = _UNKNOWN.match(line.plain, start)
    if not unknown:
        return None
    end = cut(start + 1, unknown.end())
    typed = line.text[start:end].rstrip(".-'’")
    return _with_department(line, Named(typed, known=False), start + len(typed))


def _is_longer_name(line: Line, named: Named, end: int, cut: Cut) -> bool:
    """Whether one more character makes it somebody else: 李四光, where only 李四 is known."""
    if not named.people or len(named.typed) != 2 or not is_chinese(line.text[end - 1]):
        return False
    token = _UNKNOWN.match(line.plain, end)
    return bool(token and is_chinese(token[0][0]) and cut(end, token.end()) - end == 1)


def _with_department(line: Line, named: Named, end: int) -> tuple[Named, int]:
    bracket = _DEPARTMENT.match(line.plain, end)
    if not bracket or date_at(line.plain, bracket.start(1), line.today):
        return named, end
    typed = line.text[bracket.start(1) : bracket.end(1)]
    return replace(named, department=line.context.people.department(typed) or typed), bracket.end()


def _further(line: Line, end: int, cut: Cut) -> tuple[Named, int] | None:
    """One more name after a separator: a known one, or one that can be nothing else."""
    separator = _LISTED.match(line.plain, end)
    if not separator:
        return None
    start = separator.end()
    loose = not separator[2] and (separator[1] is None or separator[0][-1] == " ")
    if known := known_name_at(line, start):
        return None if loose and _is_also_word(line, known[0].typed) else known
    if loose or date_at(line.plain, start, line.today):
        return None
    found = _name_at(line, start, cut)
    return found if found and _is_namelike(found[0].typed, listed=separator[1] != ",") else None


def _is_also_word(line: Line, typed: str) -> bool:
    """Whether the name is an English word as well: "@bob, he will", "@jane and may"."""
    return line.context.people.is_reading(typed) or typed.casefold() in en.NAMES_THAT_ARE_WORDS


def _is_namelike(typed: str, *, listed: bool) -> bool:
    """Whether an unknown word in a list is a name; after a comma a Chinese one begins with a surname."""
    if not is_chinese(typed[0]):
        return True
    surname = typed[0] in zh.SURNAMES or typed[:2] in zh.TWO_CHARACTER_SURNAMES
    return 2 <= len(typed) <= _LONGEST_UNKNOWN and (listed or surname)
