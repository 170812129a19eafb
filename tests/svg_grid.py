"""A picture of a screen whose characters stand where a terminal puts them.

Textual's SVG stretches whole runs of text, which leaves uneven gaps where Chinese and Latin fonts meet. Here
every character is placed on its own cell. `rsvg-convert` (Debian: librsvg2-bin) draws it, with the fonts
DejaVu Sans Mono and Noto Sans CJK (fonts-dejavu-core, fonts-noto-cjk).
"""

from __future__ import annotations

import re
import subprocess
from html import escape, unescape
from pathlib import Path

from rich.cells import get_character_cell_size

CELL = 12.2
"""The width of a cell in Textual's SVG, in its units."""

ZOOM = "0.75"
"""Large enough to read, small enough for a README."""

_RUN = re.compile(r"<text([^>]*)>([^<]*)</text>")
_X = re.compile(r'\bx="([\d.]+)"')
_LENGTH = re.compile(r'\s*textLength="[\d.]+"')


def on_grid(svg: str) -> str:
    """The SVG of a screen with one element a character."""
    return _RUN.sub(_spread, svg).replace("Fira Code", "DejaVu Sans Mono")


def _spread(run: re.Match[str]) -> str:
    attributes, text = run.group(1), unescape(run.group(2))
    start = _X.search(attributes)
    if not start or not _LENGTH.search(attributes):
        return run.group()
    attributes, x, placed = _LENGTH.sub("", attributes), float(start.group(1)), []
    for character in text:
        if character.strip():
            at = _X.sub(f'x="{x:.2f}"', attributes)
            placed.append(f"<text{at}>{escape(character)}</text>")
        x += get_character_cell_size(character) * CELL
    return "".join(placed)


def draw(svg: str, path: Path) -> None:
    """Write the SVG of a screen as the PNG `path`."""
    command = ["rsvg-convert", "--zoom", ZOOM, "--output", str(path)]
    subprocess.run(command, input=on_grid(svg).encode(), check=True)
