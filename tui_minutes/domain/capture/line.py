"""A line while it is read: as typed, its shape, and the stretches of it that are fields."""

from __future__ import annotations

from tui_minutes.domain.capture.context import Context
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.dateforms import Today
from tui_minutes.domain.shape import shape


@dataclass(frozen=True, slots=True)
class Line:
    """The cleaned `text`, its shape `plain` of the same length, and what is known of the meeting."""

    text: str
    plain: str
    context: Context

    @classmethod
    def of(cls, text: str, context: Context) -> Line:
        """The line for a text that is clean."""
        return cls(text, shape(text), context)

    @property
    def today(self) -> Today:
        """From where its dates are counted."""
        return Today(self.context.day, self.context.calendar, self.context.next_meeting)


@dataclass(frozen=True, slots=True)
class Span:
    """text[start:end] is the field `role`, marker included; `value` is what it says.

    An `open` one has a text as its value, that of text[value_start:end]: it goes on until the next field.
    """

    role: str
    start: int
    end: int
    value: object = None
    open: bool = False
    value_start: int = 0
