"""The files that were written: a purge cannot reach them, so it names them."""

from __future__ import annotations

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.store.tables import ExportRow, MeetingRow


def remember(command: Command, path: str, meeting: MeetingRow | None) -> None:
    """Write down that a file was written, of `meeting` or (None) of several; the last time for each path."""
    ExportRow.delete().where(ExportRow.path == path).execute()
    ExportRow.create(
        uid=new_uid(command.at), path=path, meeting=meeting, at=command.at, entered_by=command.entered_by
    )
