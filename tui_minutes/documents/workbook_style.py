"""How a cell of a workbook looks, and what it can hold."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.named_styles import NamedStyle

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.importing.fields import LONGEST_CELL
from tui_minutes.domain.regex import regex
from tui_minutes.domain.text import clean_block
from tui_minutes.i18n import current_language

_ESCAPED = regex(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for a character in disguise (`_x0041_` is A)."""


class Look(Enum):
    """What a cell tells by its colours (text, ground); a word beside it tells the same."""

    PLAIN = ("1D2125", "")
    LATE = ("9C0006", "FFC7CE")
    SOON = ("7F4F00", "FFE8B3")
    WAITING = ("1F4E79", "DCEBF7")
    ASKS = ("5B4A00", "FFF6CC")
    ENDED = ("666C72", "")
    HEAD = ("FFFFFF", "1F4E79")
    FAINT = ("6B7177", "")
    TITLE = ("1F4E79", "")


_BARE = (Look.TITLE, Look.FAINT)
"""What stands above a table."""

_BOLD = (Look.HEAD, Look.TITLE, Look.LATE)
_THIN = Side(style="thin", color="C9CED3")
_RULE = Side(style="medium", color="1F4E79")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a cell and how it looks; `middle` is centred, `ruled` begins a group."""

    value: str | int | date | None
    look: Look = Look.PLAIN
    middle: bool = False
    ruled: bool = False


def style(look: Look, middle: bool, ruled: bool, form: str) -> NamedStyle:
    """The style of cells that look alike, their values written in the number format `form`."""
    return _style(look, "微软雅黑" if current_language() == "zh" else "Calibri", middle, ruled, form)


@cache
def _style(look: Look, font: str, middle: bool, ruled: bool, form: str) -> NamedStyle:
    ink, ground = look.value
    made = NamedStyle(f"{look.name} {font} {middle} {ruled} {form}")
    made.font = Font(name=font, size=16 if look is Look.TITLE else 10, bold=look in _BOLD, color=ink)
    made.alignment = Alignment(
        horizontal="center" if middle else "left",
        vertical="center",
        wrap_text=look not in _BARE,
        indent=0 if middle or look in _BARE else 1,
    )
    if ground:
        made.fill = PatternFill("solid", start_color=ground)
    if look not in _BARE:
        made.border = Border(left=_THIN, right=_THIN, bottom=_THIN, top=_RULE if ruled else _THIN)
    made.number_format = form
    return made


def fitted(text: str) -> str:
    """`text` as a cell can hold it: nothing a terminal or Excel would act on, and not too long."""
    kept = _ESCAPED.sub("_x005F_", clean_block(text))
    return kept if len(kept) <= LONGEST_CELL else f"{kept[: LONGEST_CELL - 1]}…"
