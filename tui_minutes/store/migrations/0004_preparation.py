"""What preparation and series need: rhythm, recurring items, checklists, proposals, invitations, votes."""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, ForeignKeyField, IntegerField, Model, TextField

from tui_minutes.store.fields import DayField, InstantField, JsonField, WallField

COLUMNS = (
    """series ADD COLUMN template TEXT NOT NULL DEFAULT ''""",
    """series ADD COLUMN rule TEXT NOT NULL DEFAULT ''""",
    """series ADD COLUMN first TEXT""",
    """series ADD COLUMN zone TEXT NOT NULL DEFAULT ''""",
    """series ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0""",
    """series ADD COLUMN on_holiday TEXT NOT NULL DEFAULT ''""",
    """series ADD COLUMN quorum TEXT NOT NULL DEFAULT ''""",
    """person ADD COLUMN clearance TEXT NOT NULL DEFAULT ''""",
    """person ADD COLUMN merged_into_id INTEGER REFERENCES person (id) ON DELETE RESTRICT""",
    """material ADD COLUMN kind TEXT NOT NULL DEFAULT 'reading'""",
    """material ADD COLUMN audience TEXT NOT NULL DEFAULT '[]'""",
)
"""Added by SQL: the migrator makes a table anew for a column that may not be empty, and links forbid that."""

TAKEN_UP = """
INSERT INTO laid_aside (uid, focus_of_id, at, by, entered_by)
SELECT lower(hex(randomblob(16))), past.id, COALESCE(past.ended_at, past.started_at), '', ''
FROM meeting AS past
WHERE past.next_focus <> '' AND past.started_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM meeting AS later WHERE later.follows_id = past.id AND later.phase <> 'cancelled')
"""


def up(migrator: Any, db: Any) -> None:
    """Add the columns and the tables; nothing that was there changes.

    Until now a focus was the goal of the meeting that followed: where there is one, it has been taken up.
    """
    for column in COLUMNS:
        db.execute_sql(f"ALTER TABLE {column}")
    db.execute_sql('CREATE INDEX "personrow_merged_into_id" ON "person" ("merged_into_id")')
    _make_tables(db)
    db.execute_sql(TAKEN_UP)


def _make_tables(db: Any) -> None:
    class MeetingRow(Model):
        class Meta:
            database = db
            table_name = "meeting"

    class AgendaRow(Model):
        class Meta:
            database = db
            table_name = "agenda_item"

    class EntryRow(Model):
        class Meta:
            database = db
            table_name = "entry"

    class OutcomeRow(Model):
        class Meta:
            database = db
            table_name = "outcome"

    class SeriesRow(Model):
        class Meta:
            database = db
            table_name = "series"

    class PersonRow(Model):
        class Meta:
            database = db
            table_name = "person"

    class OccurrenceRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT", unique=True)
        slot = WallField()

        class Meta:
            database = db
            table_name = "occurrence"

    class RecurringRow(Model):
        uid = TextField(unique=True)
        series = ForeignKeyField(SeriesRow, on_delete="RESTRICT")
        position = IntegerField(default=0)
        title = TextField()
        minutes = IntegerField(default=0)
        facilitator = TextField(default="")
        prepare = TextField(default="")
        level = TextField(null=True)
        ended = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "recurring_item"

    class SourceRow(Model):
        uid = TextField(unique=True)
        item = ForeignKeyField(AgendaRow, on_delete="RESTRICT", unique=True)
        recurring = ForeignKeyField(RecurringRow, on_delete="RESTRICT", null=True)
        outcome = ForeignKeyField(OutcomeRow, on_delete="RESTRICT", null=True)
        focus_of = ForeignKeyField(MeetingRow, on_delete="RESTRICT", null=True)

        class Meta:
            database = db
            table_name = "item_source"

    class LaidAsideRow(Model):
        uid = TextField(unique=True)
        item = ForeignKeyField(AgendaRow, on_delete="RESTRICT", null=True, unique=True)
        focus_of = ForeignKeyField(MeetingRow, on_delete="RESTRICT", null=True, unique=True)
        at = InstantField()
        by = TextField()
        entered_by = TextField()

        class Meta:
            database = db
            table_name = "laid_aside"

    class ProposalRow(Model):
        uid = TextField(unique=True)
        item = ForeignKeyField(AgendaRow, on_delete="RESTRICT")
        position = IntegerField(default=0)
        kind = TextField()
        text = TextField()
        entry = ForeignKeyField(EntryRow, on_delete="RESTRICT", null=True)

        class Meta:
            database = db
            table_name = "proposal"

    class ChecklistRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        position = IntegerField(default=0)
        check = TextField(default="", column_name="kind")
        text = TextField(default="")
        who = TextField(default="")
        ahead = IntegerField(null=True)
        due = DayField(null=True)
        note = TextField(default="")
        done_at = InstantField(null=True)
        done_by = TextField(default="")

        class Meta:
            database = db
            table_name = "checklist_item"

    class InvitationRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT", unique=True)
        event = TextField()
        recurrence = TextField(default="")
        sequence = IntegerField(default=0)
        stamp = TextField(default="")
        digest = TextField(default="")

        class Meta:
            database = db
            table_name = "invitation"
            indexes = ((("event", "recurrence"), True),)

    class HeadRow(Model):
        uid = TextField(unique=True)
        department = TextField(unique=True)
        person = ForeignKeyField(PersonRow, on_delete="RESTRICT")

        class Meta:
            database = db
            table_name = "department_head"

    class VoteRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        entry = ForeignKeyField(EntryRow, on_delete="RESTRICT", null=True)
        outcome = ForeignKeyField(OutcomeRow, on_delete="RESTRICT", null=True)
        in_favour = IntegerField(default=0)
        against = IntegerField(default=0)
        abstaining = IntegerField(default=0)
        ballots = JsonField(default=list)
        present = IntegerField(default=0)
        needed = IntegerField(default=0)
        at = InstantField()
        by = TextField()
        entered_by = TextField()
        voided_at = InstantField(null=True)

        class Meta:
            database = db
            table_name = "vote"

    db.create_tables(
        [
            OccurrenceRow,
            RecurringRow,
            SourceRow,
            LaidAsideRow,
            ProposalRow,
            ChecklistRow,
            InvitationRow,
            HeadRow,
            VoteRow,
        ]
    )
