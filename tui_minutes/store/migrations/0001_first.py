"""The first schema: a frozen copy of the tables as they were then."""

from __future__ import annotations

from typing import Any

from peewee import BlobField, BooleanField, Check, ForeignKeyField, IntegerField, Model, TextField

from tui_minutes.store.fields import DayField, InstantField, JsonField, WallField


def up(migrator: Any, db: Any) -> None:
    """Make every table."""

    class MeetingRow(Model):
        uid = TextField(unique=True)
        number = TextField(unique=True)
        title = TextField()
        kind = TextField()
        phase = TextField()
        goal = TextField(default="")
        expected = JsonField(default=list)
        place = TextField(default="")
        zone = TextField()
        planned_start = WallField(null=True)
        planned_end = WallField(null=True)
        level = TextField()
        language = TextField()
        started_at = InstantField(null=True)
        ended_at = InstantField(null=True)
        extended = IntegerField(default=0)
        follows = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        next_start = WallField(null=True)
        next_place = TextField(default="")
        next_focus = TextField(default="")
        recorder = TextField(default="")
        version = IntegerField(default=1)

        class Meta:
            database = db
            table_name = "meeting"

    db.create_tables([MeetingRow])

    class AgendaRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        position = IntegerField()
        title = TextField()
        minutes = IntegerField(default=0)
        extra = IntegerField(default=0)
        facilitator = TextField(default="")
        prepare = TextField(default="")
        state = TextField(default="pending")
        origin = TextField(default="planned")
        level = TextField(null=True)
        carried_from = ForeignKeyField("self", null=True, on_delete="RESTRICT")

        class Meta:
            database = db
            table_name = "agenda_item"

    db.create_tables([AgendaRow])

    class AmendmentRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        subject = TextField()
        text = TextField()
        reason = TextField()
        by = TextField()
        entered_by = TextField()
        at = InstantField()

        class Meta:
            database = db
            table_name = "amendment"

    db.create_tables([AmendmentRow])

    class PersonRow(Model):
        uid = TextField(unique=True)
        name = TextField(index=True)
        department = TextField(default="")
        title = TextField(default="")
        email = TextField(default="")
        aliases = JsonField(default=list)
        readings = JsonField(default=list)

        class Meta:
            database = db
            table_name = "person"

    db.create_tables([PersonRow])

    class ParticipantRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        person = ForeignKeyField(PersonRow, null=True, on_delete="RESTRICT")
        name = TextField()
        department = TextField(default="")
        title = TextField(default="")
        email = TextField(default="")
        roles = JsonField(default=list)
        state = TextField(default="unmarked")
        reason = TextField(default="")
        substitutes = TextField(default="")
        walk_in = BooleanField(default=False)
        position = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "participant"

    db.create_tables([ParticipantRow])

    class AttendanceRow(Model):
        uid = TextField(unique=True)
        participant = ForeignKeyField(ParticipantRow, on_delete="RESTRICT")
        kind = TextField()
        at = InstantField()

        class Meta:
            database = db
            table_name = "attendance"

    db.create_tables([AttendanceRow])

    class CommandRow(Model):
        command = TextField(primary_key=True)
        name = TextField()
        at = InstantField()
        by = TextField()
        entered_by = TextField()
        result = JsonField(null=True)

        class Meta:
            database = db
            table_name = "command"

    db.create_tables([CommandRow])

    class ConfirmationRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        participant = ForeignKeyField(ParticipantRow, on_delete="RESTRICT")
        verdict = TextField()
        way = TextField()
        words = TextField(default="")
        at = InstantField()
        entered_by = TextField()
        voided_at = InstantField(null=True)
        voided_by = TextField(default="")

        class Meta:
            database = db
            table_name = "confirmation"

    db.create_tables([ConfirmationRow])

    class Counter(Model):
        name = TextField(primary_key=True)
        value = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "counter"

    db.create_tables([Counter])

    class EntryRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        seq = IntegerField()
        at = InstantField()
        kind = TextField()
        text = TextField()
        typed = TextField(default="", column_name="raw")
        speaker = TextField(default="")
        value = TextField(default="")
        source = TextField(default="")
        proposer = TextField(default="")
        result = TextField(null=True)
        votes = JsonField(null=True)
        item = ForeignKeyField(AgendaRow, null=True, on_delete="RESTRICT")
        continues = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        withdrawn = BooleanField(default=False)
        doubtful = BooleanField(default=False)
        entered_by = TextField(default="")
        command = TextField(index=True)

        class Meta:
            database = db
            table_name = "entry"
            indexes = ((("meeting", "seq"), True),)

    db.create_tables([EntryRow])

    class OutcomeRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        entry = ForeignKeyField(EntryRow, null=True, on_delete="RESTRICT")
        item = ForeignKeyField(AgendaRow, null=True, on_delete="RESTRICT")
        parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        number = TextField(unique=True)
        kind = TextField(index=True)
        text = TextField()
        department = TextField(default="")
        due = DayField(index=True, null=True)
        due_next_meeting = BooleanField(default=False)
        original_due = DayField(null=True)
        deliverable = TextField(default="")
        resources = TextField(default="")
        priority = TextField(null=True)
        status = TextField(index=True)
        level = TextField()
        no_action = BooleanField(default=False)
        next_feedback = DayField(null=True)
        done_on = DayField(null=True)
        result = TextField(default="")
        remark = TextField(default="")
        provisional = BooleanField(default=True)
        doubtful = BooleanField(default=False)
        withdrawn = BooleanField(default=False)
        hearing = TextField(default="unread")
        becomes = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        version = IntegerField(default=1)
        created_at = InstantField()
        updated_at = InstantField()

        class Meta:
            database = db
            table_name = "outcome"
            constraints = (
                Check("kind IN ('decision', 'action', 'question')"),
                Check("kind = 'action' OR deliverable = ''"),
                Check("kind = 'question' OR next_feedback IS NULL"),
                Check("kind = 'decision' OR no_action = 0"),
                Check("parent_id IS NULL OR parent_id <> id"),
            )

    db.create_tables([OutcomeRow])

    class HistoryRow(Model):
        uid = TextField(unique=True)
        outcome = ForeignKeyField(OutcomeRow, on_delete="RESTRICT")
        at = InstantField()
        by = TextField()
        entered_by = TextField()
        changes = JsonField()
        cause = TextField(default="")
        remedy = TextField(default="")
        note = TextField(default="")
        command = TextField(index=True)

        class Meta:
            database = db
            table_name = "history"

    db.create_tables([HistoryRow])

    class ObjectionRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        outcome = ForeignKeyField(OutcomeRow, on_delete="RESTRICT")
        name = TextField()
        text = TextField()
        at = InstantField()
        settled = BooleanField(default=False)
        settlement = TextField(default="")

        class Meta:
            database = db
            table_name = "objection"

    db.create_tables([ObjectionRow])

    class OutcomePersonRow(Model):
        uid = TextField(unique=True)
        outcome = ForeignKeyField(OutcomeRow, on_delete="RESTRICT")
        person = ForeignKeyField(PersonRow, null=True, on_delete="RESTRICT")
        part = TextField()
        name = TextField(index=True)
        department = TextField(default="")
        position = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "outcome_person"

    db.create_tables([OutcomePersonRow])

    class RevisionRow(Model):
        uid = TextField(unique=True)
        entry = ForeignKeyField(EntryRow, on_delete="RESTRICT")
        at = InstantField()
        by = TextField()
        entered_by = TextField()
        act = TextField()
        before = JsonField()
        after = JsonField()

        class Meta:
            database = db
            table_name = "revision"

    db.create_tables([RevisionRow])

    class SealRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        seq = IntegerField(unique=True)
        kind = TextField()
        at = InstantField()
        by = TextField()
        entered_by = TextField()
        previous = TextField()
        digest = TextField()

        class Meta:
            database = db
            table_name = "seal"

    db.create_tables([SealRow])

    class SealedRow(Model):
        uid = TextField(unique=True)
        seal = ForeignKeyField(SealRow, on_delete="RESTRICT")
        position = IntegerField()
        name = TextField()
        salt = BlobField(null=True)
        body = BlobField(null=True)
        leaf = BlobField()

        class Meta:
            database = db
            table_name = "sealed_record"

    db.create_tables([SealedRow])

    class Setting(Model):
        key = TextField(primary_key=True)
        value = TextField()

        class Meta:
            database = db
            table_name = "setting"

    db.create_tables([Setting])

    class SpanRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        item = ForeignKeyField(AgendaRow, null=True, on_delete="RESTRICT")
        start = InstantField()
        end = InstantField(null=True)

        class Meta:
            database = db
            table_name = "span"

    db.create_tables([SpanRow])
