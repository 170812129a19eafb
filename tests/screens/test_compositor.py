"""What is drawn again is what a whole drawing would show there, and not more."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.strip import Strip

from tests.screens.meeting_play import in_session

REGIONS = [
    {Region(95, 0, 1, 1)},
    {Region(0, 0, 132, 1), Region(40, 3, 7, 2)},
    {Region(30, 5, 20, 4), Region(34, 6, 2, 1)},
    {Region(0, 33, 132, 1), Region(131, 2, 1, 30)},
]


@pytest.mark.parametrize("regions", REGIONS, ids=["a cell", "a line", "across panes", "the edges"])
async def test_a_part_is_as_the_whole(tmp_path: Path, regions: set[Region]) -> None:
    async with in_session(tmp_path, ["+ 选A区", "周岚：靠门"]) as now:
        compositor = now.screen._compositor
        whole = compositor.render_strips()
        compositor._dirty_regions = set(regions)
        update = compositor.render_partial_update()
        assert update is not None
        cells = sum(end - start for _, start, end in update.spans)
        assert sum(strip.cell_length for line in update.chops for strip in line.values() if strip) == cells
        for y, line in enumerate(update.chops):
            for x, strip in line.items():
                assert strip is not None
                assert _looks(strip) == _looks(whole[y].crop(x, x + strip.cell_length))


async def test_nothing_asked_for_is_nothing_drawn(tmp_path: Path) -> None:
    async with in_session(tmp_path) as now:
        compositor = now.screen._compositor
        compositor._dirty_regions = set()
        assert compositor.render_partial_update() is None


def _looks(strip: Strip) -> list[tuple[str, str]]:
    """Each character with its colours."""
    return [(character, str(segment.style)) for segment in strip for character in segment.text]
