"""The capture line: from what is typed to what it is taken for."""

from tui_minutes.domain.capture.completion import Completion, complete
from tui_minutes.domain.capture.context import Context
from tui_minutes.domain.capture.parser import field_spans, parse, parse_as
from tui_minutes.domain.capture.paste import parse_paste
from tui_minutes.domain.reading import Caution, Kind, Reading, Votes

__all__ = [
    "Caution",
    "Completion",
    "Context",
    "Kind",
    "Reading",
    "Votes",
    "complete",
    "field_spans",
    "parse",
    "parse_as",
    "parse_paste",
]
