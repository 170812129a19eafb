"""Which invitations and plans are meant: a path as it is typed, or several as they are dropped (B8)."""

from __future__ import annotations

import shlex
from contextlib import suppress
from pathlib import Path

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.services import incoming
from tui_minutes.settings import typed_path


def ask_files(screen: BaseScreen) -> None:
    """Ask for the files, then show what is in them; when none can be read, the form says why."""
    host = screen.host

    def wrong(values: Values) -> tuple[str, str] | None:
        refused: list[Refused] = []
        paths = files(values["path"])
        for path in paths:
            try:
                brought = incoming.read(path, host.zone.key)
                incoming.look(host.store, brought, host.zone.key, host.now())
            except Refused as why:
                refused.append(why)
        return ("path", refusal_text(refused[0])) if len(refused) == len(paths) else None

    def answered(values: Values | None) -> None:
        if values is not None:
            host.open_incoming([str(path) for path in files(values["path"])])

    hint = tr("an invitation (.ics), a plan (.toml, .md), or a folder of them; several with spaces between")
    field = Field("path", tr("Files"), hint=hint, required=True)
    screen.app.push_screen(Ask(tr("Meetings from files"), [field], check=wrong), answered)


def files(typed: str) -> list[Path]:
    """The files that are meant: quotes, `~` and what a terminal writes of dropped files are understood."""
    whole = typed_path(typed.strip("'\" "))
    parts = [whole]
    if not whole.exists():
        with suppress(ValueError):  # a quote that does not end is part of a name
            parts = [typed_path(part) for part in shlex.split(typed)] or parts
    return [file for part in parts for file in _inside(part)]


def _inside(path: Path) -> list[Path]:
    """The invitations and plans in a folder; a file itself."""
    if not path.is_dir():
        return [path]
    endings = (*incoming.CALENDARS, *incoming.PLANS)
    return sorted(one for one in path.iterdir() if one.suffix.lower() in endings) or [path]
