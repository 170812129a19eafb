"""The footer: at most six keys, in the spoken language. The rest is in the help and the palette."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from tui_minutes.i18n import tr
from tui_minutes.widgets.keys import key_text

MOST_KEYS = 6
"""More is not read, and does not fit 80 columns in Chinese."""

_GAP = 2


class KeyFooter(Widget):
    """Draws the shown bindings of the screen; a click presses one."""

    def on_mount(self) -> None:
        """Draw again when other keys are active."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """As many keys as fit; the way to all the others is always there."""
        width = self.content_size.width
        rest = _key("^P", tr("More"))
        if width < rest.cell_length:
            return Content()
        line = Content()
        for _, key in self._keys():
            if line.cell_length + key.cell_length + _GAP + rest.cell_length > width:
                break
            line += key + " " * _GAP
        return line + " " * (width - line.cell_length - rest.cell_length) + rest

    def _keys(self) -> list[tuple[str, Content]]:
        """The shown bindings: the key to press, and how it looks; an action stands once."""
        found: dict[str, tuple[str, Content]] = {}
        for key, active in self.screen.active_bindings.items():
            shown = active.binding
            if shown.show and shown.description and active.enabled and shown.action not in found:
                look = _key(shown.key_display or key_text(key), shown.description)
                found[shown.action] = (key, look)
        return list(found.values())[:MOST_KEYS]

    def on_click(self, event: events.Click) -> None:
        """Press the key that stands at the pointer."""
        at = 0
        for key, look in self._keys():
            if at <= event.x < at + look.cell_length:
                self.app.simulate_key(key)
                return
            at += look.cell_length + _GAP
        self.app.simulate_key("ctrl+p")


def _key(name: str, description: str) -> Content:
    return Content.assemble((name, "bold $accent"), " ", description)
