"""What documents need: materials, distribution, dispatches, corrections, numbers of other ledgers."""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, ForeignKeyField, IntegerField, Model, TextField

from tui_minutes.store.fields import InstantField


def up(migrator: Any, db: Any) -> None:
    """Add the tables; nothing that was there changes."""

    class MeetingRow(Model):
        class Meta:
            database = db
            table_name = "meeting"

    class OutcomeRow(Model):
        class Meta:
            database = db
            table_name = "outcome"

    class MaterialRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        position = IntegerField(default=0)
        title = TextField()
        place = TextField(default="")
        note = TextField(default="")
        level = TextField(null=True)

        class Meta:
            database = db
            table_name = "material"

    class RecipientRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        position = IntegerField(default=0)
        name = TextField()
        email = TextField(default="")
        department = TextField(default="")
        reason = TextField()
        cleared = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "recipient"
            indexes = ((("meeting", "name"), True),)

    class DispatchRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
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
            database = db
            table_name = "dispatch"
            indexes = ((("meeting", "document", "edition", "recipient", "channel"), True),)

    class CirculationRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, unique=True, on_delete="RESTRICT")
        opened_at = InstantField()
        until = InstantField()
        by = TextField()
        entered_by = TextField()

        class Meta:
            database = db
            table_name = "circulation"

    class CorrectionRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
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
            database = db
            table_name = "correction"

    class ImportedRow(Model):
        uid = TextField(unique=True)
        outcome = ForeignKeyField(OutcomeRow, unique=True, on_delete="RESTRICT")
        number = TextField(index=True)

        class Meta:
            database = db
            table_name = "imported"

    db.create_tables([MaterialRow, RecipientRow, DispatchRow, CirculationRow, CorrectionRow, ImportedRow])
