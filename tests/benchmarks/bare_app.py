"""The least that Textual can be: one field. What the program is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input


class BareApp(App[None]):
    """One field, and nothing else."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """The field."""
        yield Input(placeholder="ready")


if __name__ == "__main__":
    BareApp().run()
