"""What a key brings about in several widgets, drawn in one frame: a second one comes a sixtieth later."""

from __future__ import annotations

from contextlib import ExitStack

from textual.app import App


class OneFrame:
    """Holds back what is to be drawn, from `begin` until `end`; whoever begins sees to it that it ends."""

    def __init__(self) -> None:
        self._held = ExitStack()

    def begin(self, app: App[object]) -> None:
        """Draw nothing from now on."""
        self._held.enter_context(app.batch_update())

    def end(self) -> None:
        """Draw again; nothing happens when that is so."""
        self._held.close()
