"""The capture line: from what is typed to what it is taken for.

Its records are here at once. What reads a line is imported when it is first asked for: a start reads none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui_minutes.domain.capture.context import Context
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

if TYPE_CHECKING:
    from tui_minutes.domain.capture.completion import Completion, complete
    from tui_minutes.domain.capture.parser import field_spans, parse, parse_as
    from tui_minutes.domain.capture.paste import parse_paste
else:
    _READERS = {
        "Completion": "completion",
        "complete": "completion",
        "field_spans": "parser",
        "parse": "parser",
        "parse_as": "parser",
        "parse_paste": "paste",
    }

    def __getattr__(name: str) -> object:
        if name not in _READERS:
            raise AttributeError(name)
        return getattr(import_module(f"{__name__}.{_READERS[name]}"), name)
