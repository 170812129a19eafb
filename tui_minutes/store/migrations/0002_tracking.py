"""What tracking until closed needs: answers, marks, series, lists, standups, reminders, purges."""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, ForeignKeyField, IntegerField, Model, TextField

from tui_minutes.store.fields import DayField, InstantField

COLUMNS = (
    """outcome ADD COLUMN unclear TEXT NOT NULL DEFAULT ''""",
    """outcome ADD COLUMN answer TEXT NOT NULL DEFAULT ''""",
    """outcome ADD COLUMN leftover TEXT NOT NULL DEFAULT ''""",
    """outcome ADD COLUMN quality TEXT""",
    """outcome ADD COLUMN superseded_by_id INTEGER REFERENCES outcome (id) ON DELETE RESTRICT""",
    """history ADD COLUMN act TEXT NOT NULL DEFAULT ''""",
    """history ADD COLUMN undoes_id INTEGER REFERENCES history (id) ON DELETE RESTRICT""",
    """meeting ADD COLUMN series_id INTEGER REFERENCES series (id) ON DELETE RESTRICT""",
    """meeting ADD COLUMN light INTEGER NOT NULL DEFAULT 0""",
)
"""Added by SQL: the migrator makes a table anew for a column that may not be empty, and links forbid that."""

LINKS = (("outcome", "superseded_by_id"), ("history", "undoes_id"), ("meeting", "series_id"))
REVIEWED = (("outcome", "original_due"), ("outcome", "done_on"), ("history", "at"))
LIVED = ("created_at", "updated_at")
"""A review reads the outcomes and the history of its period only, and what was open at its end."""

REMINDED = (("meeting", "phase"),)
"""What a meeting still asks for depends on where it stands."""

OF_DEPARTMENT = ("department", "part", "outcome_id")
"""What a department has a part in is asked for across all outcomes."""

ORDERED = (
    ("stage", "due_key"),
    ("stage", "updated_at"),
    ("kind", "number"),
    ("owner", "stage", "due_key"),
    ("department", "stage", "due_key"),
    ("status", "due_key"),
    ("priority", "stage", "due_key"),
    ("due_key",),
    ("late_on",),
    ("stale_on",),
    ("ack_due_on",),
    ("updated_at",),
    ("created_at",),
    ("done_on",),
)
"""In which orders the ledger is read."""

SEARCH = """CREATE VIRTUAL TABLE search USING fts5 (
    number, words, covered, tokenize = "unicode61 remove_diacritics 0 tokenchars '/'", columnsize = 0
)"""
"""One row per outcome, by its key; `words` are split before they come here."""


def up(migrator: Any, db: Any) -> None:
    """Add the columns and the tables; every chain of meetings becomes a series."""

    class SeriesRow(Model):
        uid = TextField(unique=True)
        title = TextField()
        policy = TextField(default="")

        class Meta:
            database = db
            table_name = "series"

    db.create_tables([SeriesRow])
    for column in COLUMNS:
        db.execute_sql(f"ALTER TABLE {column}")
    for table, column in LINKS + REVIEWED + REMINDED:
        db.execute_sql(f'CREATE INDEX "{table}row_{column}" ON "{table}" ("{column}")')
    for table, columns in (("outcome", LIVED), ("outcome_person", OF_DEPARTMENT)):
        index = f"{table.replace('_', '')}row_{'_'.join(columns)}"
        db.execute_sql(f'CREATE INDEX "{index}" ON "{table}" ({", ".join(columns)})')
    _make_series(db)
    _make_tables(db)


def _make_series(db: Any) -> None:
    """The first meeting of a chain gives its series the title and, spelt again, the uid."""
    db.execute_sql(
        "INSERT INTO series (id, uid, title, policy) "
        "SELECT id, uid, title, '' FROM meeting WHERE follows_id IS NULL"
    )
    db.execute_sql(
        "WITH RECURSIVE chain (id, first) AS ("
        " SELECT id, id FROM meeting WHERE follows_id IS NULL"
        " UNION ALL SELECT meeting.id, chain.first FROM meeting JOIN chain ON meeting.follows_id = chain.id)"
        " UPDATE meeting SET series_id = (SELECT first FROM chain WHERE chain.id = meeting.id)"
    )


def _make_tables(db: Any) -> None:
    class MeetingRow(Model):
        class Meta:
            database = db
            table_name = "meeting"

    class OutcomeRow(Model):
        class Meta:
            database = db
            table_name = "outcome"

    class TrackedRow(Model):
        outcome = ForeignKeyField(OutcomeRow, primary_key=True, on_delete="RESTRICT")
        meeting = ForeignKeyField(MeetingRow, on_delete="RESTRICT")
        kind = TextField()
        status = TextField()
        number = IntegerField()
        priority = IntegerField()
        level = IntegerField()
        owner = TextField(default="")
        department = TextField(default="")
        due_key = TextField()
        live = BooleanField()
        open = BooleanField()
        stage = IntegerField()
        provisional = BooleanField()
        lacking = BooleanField(default=False)
        unclear = BooleanField(default=False)
        asked_at = InstantField(null=True)
        late_on = InstantField(null=True)
        stale_on = InstantField(null=True)
        ack_due_on = InstantField(null=True)
        today_from = InstantField(null=True)
        week_from = InstantField(null=True)
        promised = BooleanField(default=False)
        original_due = DayField(null=True)
        done_on = DayField(null=True)
        created_at = InstantField()
        updated_at = InstantField()

        class Meta:
            database = db
            table_name = "tracked"
            indexes = tuple((columns, False) for columns in ORDERED)

    class TallyRow(Model):
        name = TextField(primary_key=True)
        n = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "tally"

    class StandupRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, unique=True, on_delete="RESTRICT")
        grouped_by = TextField(default="owner")
        department = TextField(default="")
        seconds_each = IntegerField(default=0)
        after_change = IntegerField(default=0)
        begun_change = IntegerField(default=0)
        last_change = IntegerField(null=True)

        class Meta:
            database = db
            table_name = "standup"

    class ReviewRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, unique=True, on_delete="RESTRICT")
        first = DayField()
        last = DayField()

        class Meta:
            database = db
            table_name = "review"
            indexes = ((("first", "last"), False),)

    class ViewRow(Model):
        uid = TextField(unique=True)
        name = TextField(unique=True)
        wanted = TextField(default="")
        sort = TextField(default="")
        grouped_by = TextField(default="")
        position = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "saved_view"

    class ReminderRow(Model):
        uid = TextField(unique=True)
        day = DayField()
        recipient = TextField()
        subject = TextField()
        reason = TextField()
        channel = TextField()
        sent_at = InstantField()

        class Meta:
            database = db
            table_name = "reminder"
            indexes = ((("day", "recipient", "subject", "reason", "channel"), True),)

    class PurgeRow(Model):
        uid = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, unique=True, on_delete="RESTRICT")
        number = TextField()
        at = InstantField()
        by = TextField()
        entered_by = TextField()
        reason = TextField()
        lines = IntegerField(default=0)
        outcomes = IntegerField(default=0)
        sealed = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "purge"

    class ExportRow(Model):
        uid = TextField(unique=True)
        path = TextField(unique=True)
        meeting = ForeignKeyField(MeetingRow, null=True, on_delete="RESTRICT")
        at = InstantField()
        entered_by = TextField()

        class Meta:
            database = db
            table_name = "export"

    db.execute_sql(SEARCH)
    db.create_tables([TrackedRow, TallyRow, StandupRow, ReviewRow, ViewRow, ReminderRow, PurgeRow, ExportRow])
