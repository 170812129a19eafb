"""A row whose columns depend on how wide the list is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from tui_minutes.widgets.list_pane import Row


@dataclass(frozen=True, slots=True)
class FluidRow(Row):
    """Drawn anew for each width (in cells) by `draw`, in as many lines as `tall` says (None: not known)."""

    body: tuple[Content, ...] = ()
    draw: Callable[[int], Row] = lambda _: Row(())
    tall: Callable[[int], int | None] = lambda _: None

    def height(self, width: int) -> int | None:
        """How many lines the row has that is drawn for `width`."""
        return self.tall(width)

    def lines(self, width: int) -> list[Content]:
        """The lines of the row that is drawn for `width`."""
        return self.draw(width).lines(width)
