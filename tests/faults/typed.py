"""All that was typed: what of it must be in the store, and what must stand in the line again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest


def spaced(text: str) -> str:
    """The edges of a line and double spaces cannot be seen on a screen."""
    return " ".join(text.split())


@dataclass
class Line:
    """A line as it is typed; each key has its number among all that were typed."""

    keys: list[tuple[str, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was typed so far."""
        return _text(self.keys)


class Typed:
    """The lines that were entered, and the one half typed. Keys numbered below `_owed` must not be lost.

    `trace` is what an act that was cut short may have left in the line.
    """

    def __init__(self) -> None:
        self.entered: list[Line] = []
        self.half = Line()
        self.trace = ""
        self._count = 0
        self._owed = 0

    def note(self, keys: str) -> None:
        """These keys were sent: characters, and Enter."""
        for key in keys:
            if key == "\r":
                self.entered.append(self.half)
                self.half = Line()
            else:
                self.half.keys.append((key, self._count))
                self._count += 1

    def owe(self) -> None:
        """All that was typed so far has been on the screen for so long that it must come back."""
        self._owed = self._count

    def check(self, stored: Sequence[str], raws: Sequence[str], front: str, back: str) -> str:
        """The `stored` lines (as first typed) are those entered, in order, none twice; the rest stands there.

        The line begins with `front` and ends with `back`, which are all of it where it fits; gives the whole.
        A correction that was cut short may show one of the `raws`, the lines as they read now.
        """
        entered = [line.text for line in self.entered[: len(stored)]]
        other = [(n, *both) for n, both in enumerate(zip_longest(stored, entered), 1) if both[0] != both[1]]
        assert not other, f"line, as stored, as entered: {other[:3]}"
        keys = self._pending(len(stored))
        typed, owed = _text(keys), _text([key for key in keys if key[1] < self._owed])
        if self.trace:
            allowed = [typed, *(spaced(before + self.trace) for before in ("", *raws))]
            assert any(one.startswith(front) for one in allowed), f"{front!r} came back after {self.trace!r}"
            return back
        whole = front if front == back else typed[: typed.rfind(back) + len(back)]
        assert typed.startswith(front), f"{front!r} came back, and {typed!r} was typed"
        assert back in whole, f"{back!r} came back, and {typed!r} was typed"
        assert whole.startswith(owed), f"{whole!r} came back, and {owed!r} was typed in good time"
        return whole

    def _pending(self, stored: int) -> list[tuple[str, int]]:
        """The keys of all lines that are not in the store, with a space for each Enter."""
        lines = self.entered[stored:]
        return [key for line in lines for key in [*line.keys, (" ", line.keys[-1][1])]] + self.half.keys

    def go_on(self, stored: int, shown: str) -> None:
        """So many lines were stored; what is `shown` in the line is typed on."""
        self.entered = self.entered[:stored]
        self.half, self.trace = Line(), ""
        self.note(shown)
        self.owe()


def _text(keys: Sequence[tuple[str, int]]) -> str:
    return spaced("".join(key for key, _ in keys))
