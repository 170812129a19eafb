"""Every command of a screen in words: the same bindings that make the footer and the help."""

from __future__ import annotations

from textual.dom import DOMNode

from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.widgets.keys import by_command


def _plain(name: str) -> str:
    """The id of a binding as words: an English one finds a command in any language."""
    return name.rpartition(".")[2].replace("_", " ")


class Palette:
    """The commands of `screen`, in a list that is searched by typing."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen
        self._commands = by_command(screen.active_bindings)

    def open(self) -> None:
        """Show them; the one chosen is carried out on the screen."""
        options = [
            Option(name, active.binding.description, "  ".join(keys[:2]), _plain(name))
            for name, (active, keys) in self._commands.items()
            if name != "app.palette"
        ]
        self._screen.app.push_screen(Choose(tr("All commands"), options, search=True), self._carry_out)

    def _carry_out(self, name: str | None) -> None:
        if name is not None:
            active, _ = self._commands[name]
            self._screen.app.call_later(self._run, active.binding.action, active.node)

    async def _run(self, action: str, node: DOMNode) -> None:
        await self._screen.app.run_action(action, node)
