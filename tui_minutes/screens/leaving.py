"""Leaving the program while something is neither saved nor kept anywhere."""

from __future__ import annotations

from collections.abc import Callable

from tui_minutes.i18n import tr
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.host import Host


def ask_to_lose(host: Host, leave: Callable[[], None]) -> None:
    """Ask before the program is left with something that is neither saved nor kept anywhere."""
    lines = [
        tr("Some of it is not saved, and no disk takes it."),
        tr("While the program is open it is tried again and again."),
    ]
    host.push_screen(
        Confirm(tr("Leave, and lose it?"), lines, yes=tr("lose it")), lambda yes: leave() if yes else None
    )
