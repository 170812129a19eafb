"""Every command of a screen in words: the same bindings that make the footer and the help."""

from __future__ import annotations

from collections.abc import Iterable

from textual.dom import DOMNode
from textual.binding import ActiveBinding

from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.widgets.keys import key_text


def commands(bindings: Iterable[tuple[str, ActiveBinding]]) -> dict[str, tuple[ActiveBinding, list[str]]]:
    """The described bindings by id, each with its keys; the screen's come before the program's."""
    found: dict[str, tuple[ActiveBinding, list[str]]] = {}
    for key, active in bindings:
        if active.binding.id and active.binding.description and active.enabled:
            found.setdefault(active.binding.id, (active, []))[1].append(key_text(key))
    return found


class Palette:
    """The commands of `screen`, in a list that is searched by typing."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen
        self._commands = commands(screen.active_bindings.items())

    def open(self) -> None:
        """Show them; the one chosen is carried out on the screen."""
        options = [
            Option(name, active.binding.description, "  ".join(keys[:2]))
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
