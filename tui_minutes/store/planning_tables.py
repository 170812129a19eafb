"""The tables of preparation: what recurs, what is to be ready, what came from outside (B5-B8)."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from tui_minutes.store.fields import DayField, InstantField, WallField
from tui_minutes.store.meeting_tables import AgendaRow, EntryRow, MeetingRow, SeriesRow
from tui_minutes.store.outcome_tables import OutcomeRow
from tui_minutes.store.store_tables import PersonRow
from tui_minutes.store.table_base import Table, fk


class OccurrenceRow(Table):
    """The place of a meeting in the rhythm of its series: it keeps it when the meeting is moved (B8)."""

    meeting = fk(MeetingRow, unique=True)
    slot = WallField()

    class Meta:
        table_name = "occurrence"


class RecurringRow(Table):
    """An agenda item that each meeting of a series has, until it is `ended` (B8)."""

    series = fk(SeriesRow)
    position = IntegerField(default=0)
    title = TextField()
    minutes = IntegerField(default=0)
    facilitator = TextField(default="")
    prepare = TextField(default="")
    level = TextField(null=True)
    ended = BooleanField(default=False)

    class Meta:
        table_name = "recurring_item"


class SourceRow(Table):
    """Where an agenda item comes from, but for what an earlier item left: exactly one of the three is set.

    `recurring` is what the series always has, `outcome` a question that is due for feedback, `focus_of` the
    meeting whose readback named it as the focus of the next (E2).
    """

    item = fk(AgendaRow, unique=True)
    recurring = fk(RecurringRow, null=True)
    outcome = fk(OutcomeRow, null=True)
    focus_of = fk(MeetingRow, null=True)

    class Meta:
        table_name = "item_source"


class LaidAsideRow(Table):
    """What no later meeting takes up any more: an item that was put off, or the focus of a meeting (B8)."""

    item = fk(AgendaRow, null=True, unique=True)
    focus_of = fk(MeetingRow, null=True, unique=True)
    at = InstantField()
    by = TextField()
    entered_by = TextField()

    class Meta:
        table_name = "laid_aside"


class ProposalRow(Table):
    """A decision worded ahead, or what was talked over before the meeting; `entry` is what became of it."""

    item = fk(AgendaRow)
    position = IntegerField(default=0)
    kind = TextField()
    text = TextField()
    entry = fk(EntryRow, null=True)

    class Meta:
        table_name = "proposal"


class ChecklistRow(Table):
    """Something to be ready before a meeting (B5).

    `check` says which of the usual ones it is, "" for one of its own. It is to be ready `ahead` working days
    before the start (0: that day), or on the day `due` where that is fixed.
    """

    meeting = fk(MeetingRow)
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
        table_name = "checklist_item"


class InvitationRow(Table):
    """Which event of a calendar, or which plan, a meeting was made from: the same one updates it (B8)."""

    meeting = fk(MeetingRow, unique=True)
    event = TextField()
    recurrence = TextField(default="")
    sequence = IntegerField(default=0)
    stamp = TextField(default="")
    digest = TextField(default="")

    class Meta:
        table_name = "invitation"
        indexes = ((("event", "recurrence"), True),)


class HeadRow(Table):
    """Who heads a department, as somebody has said; titles tell where nobody has (T1)."""

    department = TextField(unique=True)
    person = fk(PersonRow)

    class Meta:
        table_name = "department_head"
