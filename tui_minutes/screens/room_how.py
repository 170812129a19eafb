"""How the room gets its window: the command for the terminal on the projector, ready to be pasted there."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from textual.content import Content

from tui_minutes.domain.meeting import Level
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.widgets.list_pane import Row

if TYPE_CHECKING:
    from tui_minutes.screens.host import Host


def show_how(host: Host, meeting_uid: str | None) -> None:
    """Show the command, for the meeting on the screen or whichever runs, and put it on the clipboard."""
    meeting = host.store.record(meeting_uid).meeting if meeting_uid else None
    command = shlex.join(
        [
            "tui-minutes",
            "room",
            *([meeting.number] if meeting else []),
            "--db",
            str(host.store.path.absolute()),
        ]
    )
    level = label(meeting.level if meeting else Level.INTERNAL)
    host.copy_to_clipboard(command)
    lines: list[str | Content | Row] = [
        tr("In a terminal on the projector, with large letters:"),
        "",
        Content.styled(command, "bold $accent"),
        "",
        tr("It shows what is agreed, never what is typed; nothing above: {level} (--level).", level=level),
        tr("The command is on the clipboard, if the terminal allows it."),
    ]
    host.push_screen(Show(tr("A window for the room"), lines))
