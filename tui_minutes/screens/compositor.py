"""What is drawn again after a change: the cells that were asked for, and no others."""

from __future__ import annotations

from itertools import pairwise

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class CellCompositor(Compositor):
    """Textual's own goes through the lines of all widgets between the first cell that changed and the last,
    and sends each line from the edge of its widget on: far too much for a clock that ticks.
    """

    def render_partial_update(self) -> ChopsUpdate | None:
        """The cells asked for since the last time; None when there were none."""
        regions, self._dirty_regions = self._dirty_regions, set()
        spans = list(self._regions_to_spans(regions))
        chops: list[dict[int, Strip | None]] = [{} for _ in range(self.size.height)]
        ends: list[list[int]] = [[] for _ in chops]
        for y, start, end in spans:
            cuts = [start, *(cut for cut in self.cuts[y] if start < cut < end), end]
            for left, right in pairwise(cuts):
                chops[y][left] = self._strip(y, left, right)
                ends[y].append(right)
        return ChopsUpdate(chops, spans, ends) if spans else None

    def _strip(self, y: int, left: int, right: int) -> Strip:
        """The cells `left` to `right` of the line `y`, of which one widget in front has all."""
        widget, region = next(
            (widget, region)
            for widget, seen, region in self.layers_visible[y]
            if seen.x <= left and right <= seen.right
        )
        return widget.render_lines(Region(left - region.x, y - region.y, right - left, 1))[0]
