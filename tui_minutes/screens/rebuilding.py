"""A screen built anew, in another language, with everything where it was."""

from __future__ import annotations

from dataclasses import dataclass, field

from textual.widgets import Input
from textual.widgets.input import Selection

from tui_minutes.screens.base import BaseScreen
from tui_minutes.widgets.list_pane import ListPane


@dataclass
class _Kept:
    """What a person would miss, by the id of its widget."""

    focused: str | None
    line: str
    fields: dict[str, tuple[str, Selection]] = field(default_factory=dict)
    cursors: dict[str, str | None] = field(default_factory=dict)


async def rebuild(screen: BaseScreen) -> None:
    """Compose `screen` again: words typed, cursors and the focus stay; one closed meanwhile is let go."""
    kept = _keep(screen)
    screen.is_rebuilt = True
    await screen.recompose()
    screen.is_rebuilt = False
    if screen.is_closed:
        return
    screen.redraw()
    screen.show_time()
    _restore(screen, kept)


def _keep(screen: BaseScreen) -> _Kept:
    kept = _Kept(screen.focused.id if screen.focused else None, screen.line.draft if screen.line else "")
    for typed in screen.query(Input):
        if typed.id:
            kept.fields[typed.id] = (typed.value, typed.selection)
    for pane in screen.query(ListPane):
        if pane.id:
            kept.cursors[pane.id] = pane.cursor
    return kept


def _restore(screen: BaseScreen, kept: _Kept) -> None:
    for pane in screen.query(ListPane):
        if pane.id in kept.cursors:
            pane.cursor = kept.cursors[pane.id]
    if screen.line:
        screen.line.restore(kept.line)
    if kept.focused:
        for widget in screen.query(f"#{kept.focused}"):
            screen.set_focus(widget)
    for typed in screen.query(Input):
        if typed.id in kept.fields:
            with typed.prevent(Input.Changed):
                typed.value, typed.selection = kept.fields[typed.id]
