"""The rows of a table, read: what each says of an outcome, and what of it cannot be understood (T11)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field as made_with
from datetime import date
from enum import StrEnum
from typing import Any

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.importing.cells import (
    Ambiguous,
    Raw,
    as_day,
    as_text,
    is_lost,
    is_next_meeting,
    is_nothing,
)
from tui_minutes.domain.importing.columns import Head, plain
from tui_minutes.domain.importing.fields import DAYS, Field
from tui_minutes.domain.importing.words import (
    KINDS,
    LEVELS,
    PRIORITIES,
    STATUSES,
    kind_of_number,
    meant,
    people,
)
from tui_minutes.domain.outcomes import OutcomeKind

_CODES: Mapping[Field, Mapping[Any, str]] = {
    Field.STATUS: STATUSES,
    Field.KIND: KINDS,
    Field.PRIORITY: PRIORITIES,
    Field.LEVEL: LEVELS,
}
_TOTALS = ("合计", "总计", "小计", "total", "totals", "sum")
"""With these a row begins that counts the others."""

_NAMES = (Field.OWNERS, Field.HELPERS)


class Wrong(StrEnum):
    """Why a row cannot be taken in."""

    NO_TEXT = "no_text"
    DAY = "day"
    DAY_AMBIGUOUS = "day_ambiguous"
    WORD = "word"
    NO_DAY_DONE = "no_day_done"
    DONE_BUT_OPEN = "done_but_open"
    NOT_OF_KIND = "not_of_kind"
    TWICE = "twice"
    GONE = "gone"
    ANOTHER = "another"
    KIND_STAYS = "kind_stays"
    MEANWHILE = "meanwhile"
    OWNER_CLOSES = "owner_closes"
    BY_WHICH = "by_which"
    IN_MEETING = "in_meeting"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a row: in which column, what stands there, what else is to be said."""

    wrong: Wrong
    field: Field | None = None
    value: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table. `row` is its number as a spreadsheet shows it.

    `values` are what its cells say: words, days, codes, people (name and department), None for nothing. A
    column that is not there, or whose words are covered or cut, has no value. `cells` are the words as they
    stand there.
    """

    row: int
    values: Mapping[Field, Any]
    cells: Mapping[Field, str] = made_with(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()

    def has(self, field: Field) -> bool:
        """Whether the row says anything of `field`, be it that there is nothing."""
        return field in self.values

    def words(self, field: Field) -> str:
        """The words of a column, "" without any."""
        return self.values.get(field) or ""

    def day(self, field: Field) -> date | None:
        """The day in a column."""
        found: date | None = self.values.get(field)
        return found

    @property
    def owners(self) -> tuple[tuple[str, str], ...]:
        """Who is named as responsible: names with departments."""
        return self.values.get(Field.OWNERS) or ()

    @property
    def helpers(self) -> tuple[tuple[str, str], ...]:
        """Who is named as helping."""
        return self.values.get(Field.HELPERS) or ()

    @property
    def next_meeting(self) -> bool:
        """Whether it is due by the next meeting."""
        return is_next_meeting(self.cells.get(Field.DUE, ""))

    @property
    def kind(self) -> OutcomeKind:
        """As its column or its number says; else something to be done."""
        found = self.values.get(Field.KIND) or kind_of_number(self.words(Field.NUMBER))
        return found or OutcomeKind.ACTION

    @property
    def key(self) -> str:
        """By what the row is known again when the file comes once more: its number, else what it says.

        A mere running number is none: it counts the rows of a sheet.
        """
        number = self.words(Field.NUMBER)
        if number and not number.isdecimal():
            return number
        owner = self.owners[0][0] if self.owners else ""
        return key_of(self.words(Field.TEXT), owner, self.day(Field.DUE))


def key_of(text: str, owner: str, due: date | None) -> str:
    """By what something without a number is known again: what it says, who answers for it, by when."""
    said = "\x1f".join((text, owner, f"{due or ''}"))
    return f"#{hashlib.sha256(said.encode()).hexdigest()[:32]}"


def read_lines(rows: Sequence[Sequence[Raw]], head: Head, today: date) -> Iterator[Line]:
    """The rows under the head that say something; headings, totals and further heads between them do not."""
    names = {at: plain(as_text(cell)) for at, cell in enumerate(rows[head.row])}
    for nth, row in enumerate(rows[head.row + 1 :], start=head.row + 2):
        filled = {at: text for at, cell in enumerate(row) if (text := as_text(cell))}
        if len(filled) < 2 or next(iter(filled.values())).casefold() in _TOTALS:
            continue
        if all(plain(text) == names.get(at) for at, text in filled.items()):
            continue
        if any(at in filled for at in head.columns):
            cells = {field: row[at] if at < len(row) else None for at, field in head.columns.items()}
            yield _line(nth, cells, {field: filled.get(at, "") for at, field in head.columns.items()}, today)


def _line(row: int, cells: Mapping[Field, Raw], texts: Mapping[Field, str], today: date) -> Line:
    values: dict[Field, Any] = {}
    troubles = []
    for field, text in texts.items():
        if is_lost(text):
            continue
        try:
            values[field] = as_day(cells[field], today) if field in DAYS else _value(field, text)
        except Ambiguous:
            troubles.append(Trouble(Wrong.DAY_AMBIGUOUS, field, text))
        except ValueError:
            troubles.append(Trouble(Wrong.DAY if field in DAYS else Wrong.WORD, field, text))
    if not values.get(Field.TEXT, True):
        troubles.insert(0, Trouble(Wrong.NO_TEXT, Field.TEXT))
    return Line(row, values, texts, tuple(troubles))


def _value(field: Field, text: str) -> Any:  # noqa: ANN401 - as the field has it
    """What the words of a cell say; ValueError for what is not understood."""
    if field in _CODES:
        if is_nothing(text):
            return None
        code = meant(text, _CODES[field])
        if code is None:
            raise ValueError(text)
        return code
    if field in _NAMES:
        return () if is_nothing(text) else people(text)
    if field is Field.VERSION:
        return int(text) if text.isdecimal() else None
    return text if field is Field.TEXT or not is_nothing(text) else ""
