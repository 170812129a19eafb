"""What a filter is made of: terms, and what was not understood."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.filters.words import Key

if TYPE_CHECKING:  # with it comes all that knows dates
    from tui_minutes.domain.filters.periods import Span


class Op(StrEnum):
    """How a day is compared; everything else is only ever equal."""

    IS = ":"
    UP_TO = "<="
    FROM = ">="
    BEFORE = "<"
    AFTER = ">"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked of a row: that one of `values` holds, or none of them when `negated`.

    `values` are codes where the language has words for them, else as typed. `names` are those whom the
    values of an owner, a copied one or a department mean, `spans` the days that dates mean.
    """

    key: Key
    values: tuple[str, ...]
    negated: bool = False
    op: Op = Op.IS
    names: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Trouble(StrEnum):
    """Why something was not understood, or not read at all."""

    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_VALUE = "unknown_value"
    NO_VALUE = "no_value"
    TOO_MUCH = "too_much"


class Problem(NamedTuple):
    """What was not understood, as `typed`.

    What has an unknown key is searched for as plain words (`10:30`, `比例：3`); a known key without a value
    that it can have asks for nothing.
    """

    trouble: Trouble
    typed: str
