"""Who speaks: the name before a colon (rule 4)."""

from __future__ import annotations

from tui_minutes.domain.capture.line import Line
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.people import Person
from tui_minutes.domain.regex import regex
from tui_minutes.domain.words import en, zh

_BEFORE_COLON = regex(r"([^:!]{1,60}?)\s*(?:\([^():]*\))?\s*(!?)\s*:(?!//|\\)\s*")
_NAMELIKE = regex(r"[^\W\d_]+(?:[ .·'’-][^\W\d_]+)*")
_LONGEST_UNKNOWN = 6  # characters


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody before a colon: as typed, who fits, whether `!` says disagreement, where the words begin."""

    typed: str
    people: tuple[Person, ...]
    disagrees: bool
    start: int

    @property
    def name(self) -> str:
        """The name of the one who fits, else what was typed."""
        return self.people[0].name if len(self.people) == 1 else self.typed


def speaker_of(line: Line) -> Speaker | None:
    """Who is named before the first colon; `people` is empty where the word may be an unknown name."""
    before = _BEFORE_COLON.match(line.plain)
    if not before:
        return None
    typed = line.text[: before.end(1)].strip()
    people = tuple(line.context.people.find(typed))
    if not people and not _may_be_name(typed, line.plain, before.end()):
        return None
    return Speaker(typed, people, bool(before[2]), before.end())


def _may_be_name(typed: str, plain: str, start: int) -> bool:
    if len(typed) > _LONGEST_UNKNOWN or not _NAMELIKE.fullmatch(typed):
        return False
    if typed.isascii() and plain[start - 1] == ":" and start < len(plain):  # port:8080
        return False
    return typed.casefold() not in en.NOT_NAMES and typed not in zh.NOT_NAMES
