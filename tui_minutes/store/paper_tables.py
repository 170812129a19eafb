"""The tables of what goes out about a meeting, and of what came in from another ledger (B7, F2, F3, T11)."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from tui_minutes.store.fields import InstantField, JsonField
from tui_minutes.store.meeting_tables import MeetingRow
from tui_minutes.store.outcome_tables import OutcomeRow
from tui_minutes.store.table_base import Table, fk


class MaterialRow(Table):
    """Something to read for a meeting, or its raw record: a file or a link, for those of a level (B7).

    `audience` are the names of those who see it, none for everybody; `note` is what it says, in short.
    """

    meeting = fk(MeetingRow)
    position = IntegerField(default=0)
    title = TextField()
    place = TextField(default="")
    note = TextField(default="")
    level = TextField(null=True)
    kind = TextField(default="reading")
    audience = JsonField(default=list)

    class Meta:
        table_name = "material"


class RecipientRow(Table):
    """Somebody on the distribution list of a meeting; `cleared` for what is above its level, too (F3)."""

    meeting = fk(MeetingRow)
    position = IntegerField(default=0)
    name = TextField()
    email = TextField(default="")
    department = TextField(default="")
    reason = TextField()
    cleared = BooleanField(default=False)

    class Meta:
        table_name = "recipient"
        indexes = ((("meeting", "name"), True),)


class DispatchRow(Table):
    """One document on its way to one recipient by one channel; it goes out once (F3)."""

    meeting = fk(MeetingRow)
    document = TextField()
    edition = TextField()
    recipient = TextField()
    address = TextField(default="")
    channel = TextField()
    state = TextField()
    trouble = TextField(default="")
    at = InstantField()
    by = TextField()
    entered_by = TextField()

    class Meta:
        table_name = "dispatch"
        indexes = ((("meeting", "document", "edition", "recipient", "channel"), True),)


class CirculationRow(Table):
    """The draft is with its readers, who may ask for corrections until then (F2)."""

    meeting = fk(MeetingRow, unique=True)
    opened_at = InstantField()
    until = InstantField()
    by = TextField()
    entered_by = TextField()

    class Meta:
        table_name = "circulation"


class CorrectionRow(Table):
    """A correction that a reader asks for, and what became of it (F2)."""

    meeting = fk(MeetingRow)
    subject = TextField(default="")
    text = TextField()
    by = TextField()
    entered_by = TextField()
    at = InstantField()
    state = TextField(default="open")
    answer = TextField(default="")
    answered_by = TextField(default="")
    answered_at = InstantField(null=True)

    class Meta:
        table_name = "correction"


class ImportedRow(Table):
    """What an outcome was called in the ledger that it came from (T11)."""

    outcome = fk(OutcomeRow, unique=True)
    number = TextField(index=True)

    class Meta:
        table_name = "imported"
