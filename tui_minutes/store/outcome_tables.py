"""The tables of the ledger: outcomes, who has a part in them, their history."""

from __future__ import annotations

from peewee import BooleanField, Check, IntegerField, TextField

from tui_minutes.store.fields import DayField, InstantField, JsonField
from tui_minutes.store.meeting_tables import AgendaRow, EntryRow, MeetingRow
from tui_minutes.store.store_tables import PersonRow
from tui_minutes.store.table_base import Table, fk


class OutcomeRow(Table):
    """A decision, an action or an unresolved question."""

    meeting = fk(MeetingRow)
    entry = fk(EntryRow, null=True)
    item = fk(AgendaRow, null=True)
    parent = fk("self", null=True)
    number = TextField(unique=True)
    kind = TextField(index=True)
    text = TextField()
    department = TextField(default="")
    due = DayField(null=True, index=True)
    due_next_meeting = BooleanField(default=False)
    original_due = DayField(null=True, index=True)
    deliverable = TextField(default="")
    resources = TextField(default="")
    priority = TextField(null=True)
    status = TextField(index=True)
    level = TextField()
    no_action = BooleanField(default=False)
    next_feedback = DayField(null=True)
    done_on = DayField(null=True, index=True)
    result = TextField(default="")
    remark = TextField(default="")
    unclear = TextField(default="")
    answer = TextField(default="")
    leftover = TextField(default="")
    quality = TextField(null=True)
    provisional = BooleanField(default=True)
    doubtful = BooleanField(default=False)
    withdrawn = BooleanField(default=False)
    hearing = TextField(default="unread")
    becomes = fk("self", null=True)
    superseded_by = fk("self", null=True)
    version = IntegerField(default=1)
    created_at = InstantField()
    updated_at = InstantField()

    class Meta:
        table_name = "outcome"
        indexes = ((("created_at", "updated_at"), False),)
        constraints = (
            Check("kind IN ('decision', 'action', 'question')"),
            Check("kind = 'action' OR deliverable = ''"),
            Check("kind = 'question' OR next_feedback IS NULL"),
            Check("kind = 'decision' OR no_action = 0"),
            Check("parent_id IS NULL OR parent_id <> id"),
        )


class OutcomePersonRow(Table):
    """Someone with a part in an outcome."""

    outcome = fk(OutcomeRow)
    person = fk(PersonRow, null=True)
    part = TextField()
    name = TextField(index=True)
    department = TextField(default="")
    position = IntegerField(default=0)

    class Meta:
        table_name = "outcome_person"
        indexes = ((("department", "part", "outcome"), False),)


class HistoryRow(Table):
    """One step in the life of an outcome; only ever added to (T8)."""

    outcome = fk(OutcomeRow)
    at = InstantField(index=True)
    by = TextField()
    entered_by = TextField()
    changes = JsonField()
    cause = TextField(default="")
    remedy = TextField(default="")
    note = TextField(default="")
    act = TextField(default="")
    undoes = fk("self", null=True)
    command = TextField(index=True)

    class Meta:
        table_name = "history"
