"""The tables of tracking: what lists are drawn from, standups, reviews, saved views, reminders sent.

`TrackedRow` and `TallyRow` hold nothing of their own: they are made from the record and can be made again.
"""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, Model, TextField

from tui_minutes.store.fields import DayField, InstantField
from tui_minutes.store.meeting_tables import MeetingRow
from tui_minutes.store.outcome_tables import OutcomeRow
from tui_minutes.store.table_base import Table, fk

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
"""In which orders the ledger is read; the key of the row is the last column of each."""


class TrackedRow(Model):
    """One outcome as the ledger sorts and filters it; written with it, in the same transaction.

    A withdrawn one has no row: it does not stand in the ledger. `stage` is 0 while something is to be done,
    1 when that is reported done, 2 when it is ended. `due_key` is the due date, or a day after all others;
    `level` and `priority` are places in their lists; `owner` is the first responsible one. `late_on`,
    `stale_on`, `ack_due_on` are the instants of `Standing`; at `today_from` the due day begins and at
    `week_from` its week (for what is followed up only). `promised` is a question with a day for feedback.
    """

    outcome = ForeignKeyField(OutcomeRow, primary_key=True, on_delete="RESTRICT")
    meeting = fk(MeetingRow)
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
        table_name = "tracked"
        indexes = tuple((columns, False) for columns in ORDERED)


class TallyRow(Model):
    """How many outcomes there are of a sort, counted with every write."""

    name = TextField(primary_key=True)
    n = IntegerField(default=0)

    class Meta:
        table_name = "tally"


class StandupRow(Table):
    """What makes a meeting a standup: how it goes round, and the stretch of history it has seen (T9).

    `after_change` is the last step of any outcome's history that the standup before has seen, `begun_change`
    the last one before this began, `last_change` the last one when it ended: what lies between two standups
    is told by them, whatever the clocks say. `department` is whose standup it is, "" for everybody's.
    """

    meeting = fk(MeetingRow, unique=True)
    grouped_by = TextField(default="owner")
    department = TextField(default="")
    seconds_each = IntegerField(default=0)
    after_change = IntegerField(default=0)
    begun_change = IntegerField(default=0)
    last_change = IntegerField(null=True)

    class Meta:
        table_name = "standup"


class ReviewRow(Table):
    """The meeting at which the outcomes of a period are reviewed (T10); `first` and `last` are its days."""

    meeting = fk(MeetingRow, unique=True)
    first = DayField()
    last = DayField()

    class Meta:
        table_name = "review"
        indexes = ((("first", "last"), False),)


class ViewRow(Table):
    """A filter, an order and a grouping that somebody has given a name."""

    name = TextField(unique=True)
    wanted = TextField(default="")
    sort = TextField(default="")
    grouped_by = TextField(default="")
    position = IntegerField(default=0)

    class Meta:
        table_name = "saved_view"


class ReminderRow(Table):
    """A reminder that went out: never the same one twice a day (T4).

    `subject` is the uid of an outcome or a meeting, `reason` why, `recipient` the name of who is reminded.
    """

    day = DayField()
    recipient = TextField()
    subject = TextField()
    reason = TextField()
    channel = TextField()
    sent_at = InstantField()

    class Meta:
        table_name = "reminder"
        indexes = ((("day", "recipient", "subject", "reason", "channel"), True),)
