"""Regular expressions that are compiled when they are first used: a start uses few of two hundred."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

__all__ = ["regex"]


class _Regex:
    """Stands for a compiled expression; what was asked of it once is there at once the next time."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    from re import compile as regex
else:
    regex = _Regex
