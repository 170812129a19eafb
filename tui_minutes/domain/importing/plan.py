"""What a table would do to the ledger, row by row, before anything is stored (T11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.importing.lines import Trouble
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Change, OutcomeKind, OutcomePerson
from tui_minutes.domain.tracking import LedgerRow


class Treatment(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Source:
    """The meeting that a new outcome comes from: one that is there (`uid`), or one to be made for it."""

    title: str
    day: date | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the store has of the rows of a table.

    `rows` by uid, `numbered` their uids by our number, `imported` by that of the ledger they came from;
    `history` of those that need it; those `gone` were purged. `sources` are meetings to which what comes in
    may be added: uid, number, title and day. `people` are those of the directory who cannot be mistaken, by
    name: uid and department; `names` all there are.
    """

    rows: Mapping[str, LedgerRow]
    numbered: Mapping[str, str]
    imported: Mapping[str, str]
    history: Mapping[str, Sequence[Change]]
    gone: frozenset[str]
    sources: Sequence[tuple[str, str, str, date | None]]
    people: Mapping[str, tuple[str, str]]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Step:
    """What a row does. `number` and `text` are those of the outcome, or of the row where it is new.

    `fields` are the columns of an outcome to be written, `people` all who will have a part in it (None: as
    before). `before` tells what of it stood there. A new one has a `kind`, a `source`, the `key` by which it
    is known again, and the days it was made and last touched, where the table tells them. One
    that is there has a `uid` and the version that was `seen`. Of one with a hidden `level` the words are
    covered in lists (B7).
    """

    row: int
    treatment: Treatment
    number: str
    text: str
    fields: Mapping[str, Any]
    people: tuple[OutcomePerson, ...] | None = None
    before: Mapping[str, Any] | None = None
    troubles: tuple[Trouble, ...] = ()
    uid: str = ""
    seen: int = 0
    key: str = ""
    kind: OutcomeKind = OutcomeKind.ACTION
    level: Level = Level.INTERNAL
    source: Source = Source("")
    made_on: date | None = None
    touched_on: date | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All rows of a table with what each would do, and who would be new to the directory (name, department).

    `ignored` are the names of columns nobody knows.
    """

    steps: tuple[Step, ...]
    people: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()

    def count(self, treatment: Treatment) -> int:
        """How many rows there are of a treatment."""
        return Counter(step.treatment for step in self.steps)[treatment]

    @property
    def work(self) -> tuple[Step, ...]:
        """The rows that do something."""
        return tuple(one for one in self.steps if one.treatment in (Treatment.NEW, Treatment.CHANGED))

    @property
    def wrong(self) -> tuple[Step, ...]:
        """The rows that stand in the way."""
        return tuple(one for one in self.steps if one.treatment is Treatment.WRONG)

    @property
    def meetings(self) -> tuple[str, ...]:
        """The titles of the meetings it would make, each once."""
        made = (one.source for one in self.steps if one.treatment is Treatment.NEW and not one.source.uid)
        return tuple(dict.fromkeys(source.title for source in made))
