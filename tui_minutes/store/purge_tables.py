"""The tables of purges: what was purged and why, and the files a purge does not reach."""

from __future__ import annotations

from peewee import IntegerField, TextField

from tui_minutes.store.fields import InstantField
from tui_minutes.store.meeting_tables import MeetingRow
from tui_minutes.store.table_base import Table, fk


class PurgeRow(Table):
    """A meeting whose words were deleted: by whom, when, why, and how much it was."""

    meeting = fk(MeetingRow, unique=True)
    number = TextField()
    at = InstantField()
    by = TextField()
    entered_by = TextField()
    reason = TextField()
    lines = IntegerField(default=0)
    outcomes = IntegerField(default=0)
    sealed = IntegerField(default=0)

    class Meta:
        table_name = "purge"


class ExportRow(Table):
    """A file that was written, of one meeting or (without it) of several; the last time for each path."""

    path = TextField(unique=True)
    meeting = fk(MeetingRow, null=True)
    at = InstantField()
    entered_by = TextField()

    class Meta:
        table_name = "export"
