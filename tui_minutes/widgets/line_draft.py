"""A half-typed line as it is kept beside the store, and brought back after a crash."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import asdict, replace

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.text import clean

DRAFT_SECONDS = 1.0
"""A draft is written at most once in this time."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier line taken up again: the uid of its entry, and the number it is known by."""

    uid: str
    label: str


@dataclass(frozen=True, slots=True)
class Entered:
    """A line that was entered, and the id of the command that carries it out, "" before there is one."""

    raw: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class LineDraft:
    """What stands in the line. While an earlier line is edited, `aside` keeps the half-typed one.

    `unsaved` are lines that were entered and are not yet known to be on disk.
    """

    text: str = ""
    cursor: int = 0
    aside: str = ""
    editing: Earlier | None = None
    unsaved: tuple[Entered, ...] = ()

    def encode(self) -> str:
        """The draft as text; "" for an empty one."""
        return "" if replace(self, cursor=0) == LineDraft() else json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def decode(cls, text: str) -> LineDraft:
        """The draft that `encode` wrote; anything else is taken as the bare text of a line."""
        try:
            kept = json.loads(text)
            earlier = kept["editing"]
            return cls(
                clean(kept["text"]),
                int(kept["cursor"]),
                clean(kept["aside"]),
                Earlier(earlier["uid"], earlier["label"]) if earlier else None,
                tuple(Entered(clean(one["raw"]), one["command"]) for one in kept["unsaved"]),
            )
        except (ValueError, KeyError, TypeError):
            bare = clean(text)
            return cls(bare, len(bare))

    def without_done(self, done: Callable[[str], bool], stored: Collection[str]) -> LineDraft:
        """The draft without what reached the store just before the end.

        `done` tells that of a command by its id, `stored` are the last raw lines: a draft that could not be
        written may be older than they are. Other lines come back, before what was half typed.
        """
        lost = [one.raw for one in self.unsaved if not (one.command and done(one.command))]
        text = "" if self.text in stored and not self.editing else self.text
        whole = " ".join([*lost, text]).strip() if lost else text
        return replace(self, text=whole, cursor=len(whole) if whole != self.text else self.cursor, unsaved=())
