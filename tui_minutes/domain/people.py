"""The people of a meeting and how they are named in a line (rule 4 of the capture line)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.shape import shape
from tui_minutes.domain.words import en, zh

_LONGEST_TITLED = 8  # characters of a surname with title: 欧阳副总工程师
_PUNCTUATION = frozenset(",，、;；:：@＠。！!?？")
_TITLES = frozenset(zh.TITLES)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be named. `readings` are the name in pinyin; `present` is None when not known."""

    name: str
    department: str = ""
    title: str = ""
    aliases: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    present: bool | None = None
    uid: str = ""


class People:
    """The people of a meeting, indexed once by every form in which a line may name them."""

    def __init__(self, people: Iterable[Person] = (), departments: Iterable[str] = ()) -> None:
        self.all = tuple(people)
        own = (person.department for person in self.all)
        self.departments = tuple(dict.fromkeys(name for name in (*own, *departments) if name))
        self._department = {_key(name): name for name in self.departments}
        self._names = _index((person.name, person) for person in self.all)
        self._aliases = _index((alias, p) for p in self.all for alias in p.aliases)
        self._parts = _index((part, p) for p in self.all for part in _parts(p.name))
        self._readings = _index((form, p) for p in self.all for form in p.readings if len(form) > 1)
        self._surnames = _index((surname_of(p.name), p) for p in self.all if surname_of(p.name))
        self._titles = _TITLES | {person.title for person in self.all if person.title}
        known = (*self._names, *self._aliases, *self._department)
        self._longest = max((len(key) for key in known), default=0) + _LONGEST_TITLED
        self._never_in_names = _PUNCTUATION - set("".join(known))

    def find(self, text: str) -> list[Person]:
        """Those whom `text` may name, all of them when it fits several; none when it fits nobody.

        A full name goes before an alias, an alias before a part of a name, pinyin, or a surname with a title.
        """
        return self._find(_key(text))

    def _find(self, key: str) -> list[Person]:
        if exact := self._names.get(key) or self._aliases.get(key):
            return exact
        compact = key.replace(" ", "")
        read = self._readings.get(compact, []) if len(compact) > 1 else []
        loosely = [*self._parts.get(key, []), *read, *self._titled(key)]
        return list(dict.fromkeys(loosely)) or self._after_department(key)

    def department(self, text: str) -> str | None:
        """The known department of that name, as it is written, or None."""
        return self._department.get(_key(text))

    def known_at(self, text: str, start: int) -> int | None:
        """Where the longest known name of somebody or a department at `start` ends; None without one."""
        stop = min(len(text), start + self._longest)
        stop = next((at for at in range(start, stop) if text[at] in self._never_in_names), stop)
        window = text[start:stop]
        folded = shape(window).casefold()
        is_key = len(folded) == len(window) and "  " not in folded
        for end in range(stop, start, -1):
            if not ends_word(text, end) or (end == start + 1 and _goes_on_in_chinese(text, end)):
                continue
            key = folded[: end - start] if is_key else _key(text[start:end])
            if self._find(key) or key in self._department:
                return end
        return None

    def beginning_with(self, typed: str) -> list[str]:
        """The names of people and departments that begin, in any of their forms, with what is typed."""
        key = _key(typed)
        indexes = (self._names, self._aliases, self._parts, self._readings)
        forms = [(form, p) for index in indexes for form, people in index.items() for p in people]
        names = [person.name for form, person in forms if form.startswith(key)]
        departments = [name for form, name in self._department.items() if form.startswith(key)]
        return list(dict.fromkeys([*names, *departments]))

    def is_full_name(self, text: str) -> bool:
        """Whether `text` is somebody's whole name or alias."""
        key = _key(text)
        return key in self._names or key in self._aliases

    def is_reading(self, text: str) -> bool:
        """Whether `text` names somebody by pinyin or initials only."""
        key = _key(text)
        return (
            not self.is_full_name(text) and key not in self._parts and key.replace(" ", "") in self._readings
        )

    def _titled(self, key: str) -> list[Person]:
        """Those whom a surname with a title or an age may name: 王经理, 老张, Mr Becker."""
        honorific, _, rest = key.partition(" ")
        if rest and honorific.rstrip(".") in en.HONORIFICS:
            return self._parts.get(rest, []) or self._names.get(rest, [])
        if not 1 < len(key) <= _LONGEST_TITLED or key.isascii():
            return []
        by_age = self._surnames.get(key[1:], []) if key[0] in zh.AGES else []
        return by_age or self._by_title(key)

    def _after_department(self, key: str) -> list[Person]:
        """Those named behind a Chinese department: 市场部李四."""
        for department in self._department:
            if key.startswith(department) and is_chinese(department[-1]) and key != department:
                return self._find(key[len(department) :])
        return []

    def _by_title(self, key: str) -> list[Person]:
        for cut in range(1, len(key)):
            stem, title = key[:cut], key[cut:]
            if title in self._titles and (people := self._surnames.get(stem) or self._names.get(stem)):
                return [p for p in people if p.title == title] or people
        return []


def ends_word(text: str, end: int) -> bool:
    """Whether a word may end at `end`: not within Latin letters or digits; next to Chinese always."""
    if text[end - 1 : end].isspace():
        return False
    if not 0 < end < len(text) or not _latin(text[end - 1]):
        return True
    if text[end] in "-'’" and end + 1 < len(text):
        return not _latin(text[end + 1])
    return not _latin(text[end])


def is_chinese(char: str) -> bool:
    """Whether `char` is a Chinese character."""
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff" or char == "〇"


def _goes_on_in_chinese(text: str, end: int) -> bool:
    """Whether a surname alone would be cut out of a longer word: 李明, where only 李四 is known."""
    return is_chinese(text[end - 1]) and end < len(text) and is_chinese(text[end])


def _latin(char: str) -> bool:
    return (char.isalnum() or char == "_") and not is_chinese(char)


def _key(text: str) -> str:
    return " ".join(shape(text).casefold().split())


def _index(pairs: Iterable[tuple[str, Person]]) -> dict[str, list[Person]]:
    made: defaultdict[str, list[Person]] = defaultdict(list)
    for form, person in pairs:
        if (key := _key(form)) and person not in made[key]:
            made[key].append(person)
    return dict(made)


def surname_of(name: str) -> str:
    """The surname of a Chinese name; nothing for any other."""
    if len(name) < 2 or not all(map(is_chinese, name)):
        return ""
    return name[:2] if len(name) > 2 and name[:2] in zh.TWO_CHARACTER_SURNAMES else name[0]


def _parts(name: str) -> Iterator[str]:
    """First and last names; a given name of one character, or a single letter, names nobody."""
    if surname := surname_of(name):
        yield surname
    parts = [name[len(surname) :]] if surname else name.replace("·", " ").split()
    yield from (part for part in parts if len(part) > 1 and part != name)
