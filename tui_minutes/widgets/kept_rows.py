"""Rows that are drawn again only when what they are drawn from is not the same any more."""

from __future__ import annotations

from collections.abc import Callable

from tui_minutes.widgets.list_pane import Row


class KeptRows:
    """The rows of one list, by key; a row given again is not broken into lines again either."""

    def __init__(self) -> None:
        self._drawn: dict[str, tuple[tuple[object, ...], Row]] = {}

    def row(self, key: str, about: tuple[object, ...], draw: Callable[[], Row]) -> Row:
        """The row `key`, drawn from `about`."""
        kept = self._drawn.get(key)
        if kept is None or kept[0] != about:
            kept = self._drawn[key] = (about, draw())
        return kept[1]
