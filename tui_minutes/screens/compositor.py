"""What is drawn again after a change: the cells that were asked for, and no others."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen


def draw_now(screen: Screen[Any]) -> None:
    """Draw what has asked for it, at once: a frame of Textual would wake the processor twice more.

    What a key has changed and no frame has shown yet goes along: after this one it would be forgotten.
    """
    compositor = screen._compositor
    asking = {widget for widget in compositor.visible_widgets if widget._repaint_required}
    changed = asking | screen._dirty_widgets
    if changed and not screen.app._batch_count:
        for widget in asking:
            widget._repaint_required = False
        compositor.update_widgets(changed)
        screen._compositor_refresh()


class CellCompositor(Compositor):
    """Textual's own goes through the lines of all widgets between the first cell that changed and the last,
    and sends each line from the edge of its widget on: far too much for a clock that ticks.
    """

    def render_update(
        self, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        """What is to be drawn; all, where that is most: lines of widgets are remembered whole, no parts."""
        most = sum(region.area for region in self._dirty_regions) > self.size.area * 3 // 4
        return super().render_update(full or most, screen_stack, simplify)

    def render_partial_update(self) -> ChopsUpdate | None:
        """The cells asked for since the last time; None when there were none."""
        regions, self._dirty_regions = self._dirty_regions, set()
        spans = list(self._regions_to_spans(regions))
        chops: list[dict[int, Strip | None]] = [{} for _ in range(self.size.height)]
        ends: list[list[int]] = [[] for _ in chops]
        blocks: defaultdict[tuple[Widget, Region, int, int], list[int]] = defaultdict(list)
        for y, start, end in spans:
            cuts = [start, *(cut for cut in self.cuts[y] if start < cut < end), end]
            for left, right in pairwise(cuts):
                blocks[(*self._in_front(y, left, right), left, right)].append(y)
                chops[y][left] = None
                ends[y].append(right)
        for (widget, region, left, right), lines in blocks.items():
            top = min(lines)
            block = Region(left - region.x, top - region.y, right - left, max(lines) - top + 1)
            strips = widget.render_lines(block)
            for y in lines:
                chops[y][left] = strips[y - top]
        return ChopsUpdate(chops, spans, ends) if spans else None

    def _in_front(self, y: int, left: int, right: int) -> tuple[Widget, Region]:
        """The widget that has the cells `left` to `right` of the line `y`, and where it stands."""
        return next(
            (widget, region)
            for widget, seen, region in self.layers_visible[y]
            if seen.x <= left and right <= seen.right
        )
