"""Lines as they are drawn; one that changes a little is drawn a little: a time of which one figure is new."""

from __future__ import annotations

from unicodedata import east_asian_width

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from tui_minutes.widgets.glyphs import OWN


def one_line(widget: Widget, content: Content, width: int, style: Style) -> Strip:
    """`content` on one line of `width` cells; a blank one where not even a character has room."""
    strips = Visual.to_strips(widget, content, width, 1, style, pad=True)
    return (strips[0] if strips else Strip([])).adjust_cell_length(width, style.rich_style)


def differing(before: Content, after: Content) -> tuple[int, int]:
    """From which cell to before which two lines differ; all of it, where styles or widths do."""
    whole = (0, max(before.cell_length, after.cell_length))
    old, new = before.plain, after.plain
    if before.spans != after.spans or len(old) != len(new):
        return whole
    at = [nth for nth, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    if not at:
        return 0, 0
    same, last = new[: at[0]], at[-1] + 1
    if cell_len(old[:last]) != cell_len(new[:last]):
        return whole
    return 0 if any(map(_may_be_wide, same)) else cell_len(same), cell_len(new[:last])


def _may_be_wide(character: str) -> bool:
    """Whether some terminals give it two cells: what stands behind it is drawn only together with it."""
    return east_asian_width(character) == "A" and character not in OWN


def redraw_line(widget: Widget, y: int, before: Content, after: Content, *, x: int = 0) -> None:
    """Draw again, of the line that begins in cell `x` of line `y` of `widget`, what is not as `before`."""
    start, end = differing(before, after)
    if start < end:
        widget.refresh(Region(x + start, y, end - start, 1))
