"""The tables. They are unbound: opening a store binds them, importing them touches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import AutoField, BlobField, BooleanField, Check, ForeignKeyField, IntegerField, Model, TextField

from tui_minutes.store.fields import DayField, InstantField, JsonField, WallField


def _fk(model: Any, **options: Any) -> Any:
    """A foreign key that deletes nothing by itself: the record is kept, not cascaded away."""
    return ForeignKeyField(model, on_delete="RESTRICT", **options)


class Table(Model):
    """What all rows have: a key of our own and a uid for the world."""

    id = AutoField()
    uid = TextField(unique=True)

    if TYPE_CHECKING:  # the integer keys of links (`item_id`) and columns joined in, made by Peewee

        def __getattr__(self, name: str) -> Any: ...


class Setting(Model):
    """A fact about the store itself: its uid."""

    key = TextField(primary_key=True)
    value = TextField()


class Counter(Model):
    """The last number given out under a name; numbers are never used twice."""

    name = TextField(primary_key=True)
    value = IntegerField(default=0)


class CommandRow(Model):
    """A command that was carried out: its id makes a retry harmless."""

    command = TextField(primary_key=True)
    name = TextField()
    at = InstantField()
    by = TextField()
    entered_by = TextField()
    result = JsonField(null=True)

    class Meta:
        table_name = "command"


class PersonRow(Table):
    """The directory: people remembered from meeting to meeting (B4)."""

    name = TextField(index=True)
    department = TextField(default="")
    title = TextField(default="")
    email = TextField(default="")
    aliases = JsonField(default=list)
    readings = JsonField(default=list)

    class Meta:
        table_name = "person"


class MeetingRow(Table):
    """A meeting."""

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
    follows = _fk("self", null=True)
    next_start = WallField(null=True)
    next_place = TextField(default="")
    next_focus = TextField(default="")
    recorder = TextField(default="")
    version = IntegerField(default=1)

    class Meta:
        table_name = "meeting"


class ParticipantRow(Table):
    """A person in a meeting, as they were that day."""

    meeting = _fk(MeetingRow)
    person = _fk(PersonRow, null=True)
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
        table_name = "participant"


class AttendanceRow(Table):
    """Someone arrived, left or returned."""

    participant = _fk(ParticipantRow)
    kind = TextField()
    at = InstantField()

    class Meta:
        table_name = "attendance"


class AgendaRow(Table):
    """An agenda item."""

    meeting = _fk(MeetingRow)
    position = IntegerField()
    title = TextField()
    minutes = IntegerField(default=0)
    extra = IntegerField(default=0)
    facilitator = TextField(default="")
    prepare = TextField(default="")
    state = TextField(default="pending")
    origin = TextField(default="planned")
    level = TextField(null=True)
    carried_from = _fk("self", null=True)

    class Meta:
        table_name = "agenda_item"


class SpanRow(Table):
    """A stretch of time of an item, or (without an item) a break of the meeting."""

    meeting = _fk(MeetingRow)
    item = _fk(AgendaRow, null=True)
    start = InstantField()
    end = InstantField(null=True)

    class Meta:
        table_name = "span"


class EntryRow(Table):
    """A line of the log."""

    meeting = _fk(MeetingRow)
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
    item = _fk(AgendaRow, null=True)
    continues = _fk("self", null=True)
    withdrawn = BooleanField(default=False)
    doubtful = BooleanField(default=False)
    entered_by = TextField(default="")
    command = TextField(index=True)

    class Meta:
        table_name = "entry"
        indexes = ((("meeting", "seq"), True),)


class RevisionRow(Table):
    """What a line said before a change."""

    entry = _fk(EntryRow)
    at = InstantField()
    by = TextField()
    entered_by = TextField()
    act = TextField()
    before = JsonField()
    after = JsonField()

    class Meta:
        table_name = "revision"


class OutcomeRow(Table):
    """A decision, an action or an unresolved question."""

    meeting = _fk(MeetingRow)
    entry = _fk(EntryRow, null=True)
    item = _fk(AgendaRow, null=True)
    parent = _fk("self", null=True)
    number = TextField(unique=True)
    kind = TextField(index=True)
    text = TextField()
    department = TextField(default="")
    due = DayField(null=True, index=True)
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
    becomes = _fk("self", null=True)
    version = IntegerField(default=1)
    created_at = InstantField()
    updated_at = InstantField()

    class Meta:
        table_name = "outcome"
        constraints = (
            Check("kind IN ('decision', 'action', 'question')"),
            Check("kind = 'action' OR deliverable = ''"),
            Check("kind = 'question' OR next_feedback IS NULL"),
            Check("kind = 'decision' OR no_action = 0"),
            Check("parent_id IS NULL OR parent_id <> id"),
        )


class OutcomePersonRow(Table):
    """Someone with a part in an outcome."""

    outcome = _fk(OutcomeRow)
    person = _fk(PersonRow, null=True)
    part = TextField()
    name = TextField(index=True)
    department = TextField(default="")
    position = IntegerField(default=0)

    class Meta:
        table_name = "outcome_person"


class HistoryRow(Table):
    """One step in the life of an outcome; only ever added to (T8)."""

    outcome = _fk(OutcomeRow)
    at = InstantField()
    by = TextField()
    entered_by = TextField()
    changes = JsonField()
    cause = TextField(default="")
    remedy = TextField(default="")
    note = TextField(default="")
    command = TextField(index=True)

    class Meta:
        table_name = "history"


class ConfirmationRow(Table):
    """A signature."""

    meeting = _fk(MeetingRow)
    participant = _fk(ParticipantRow)
    verdict = TextField()
    way = TextField()
    words = TextField(default="")
    at = InstantField()
    entered_by = TextField()
    voided_at = InstantField(null=True)
    voided_by = TextField(default="")

    class Meta:
        table_name = "confirmation"


class ObjectionRow(Table):
    """An objection to an outcome."""

    meeting = _fk(MeetingRow)
    outcome = _fk(OutcomeRow)
    name = TextField()
    text = TextField()
    at = InstantField()
    settled = BooleanField(default=False)
    settlement = TextField(default="")

    class Meta:
        table_name = "objection"


class AmendmentRow(Table):
    """A correction after approval."""

    meeting = _fk(MeetingRow)
    subject = TextField()
    text = TextField()
    reason = TextField()
    by = TextField()
    entered_by = TextField()
    at = InstantField()

    class Meta:
        table_name = "amendment"


class SealRow(Table):
    """A link of the chain of seals, one chain for the whole store."""

    meeting = _fk(MeetingRow)
    seq = IntegerField(unique=True)
    kind = TextField()
    at = InstantField()
    by = TextField()
    entered_by = TextField()
    previous = TextField()
    digest = TextField()

    class Meta:
        table_name = "seal"


class SealedRow(Table):
    """The bytes of one sealed record, with its salt and leaf."""

    seal = _fk(SealRow)
    position = IntegerField()
    name = TextField()
    salt = BlobField(null=True)
    body = BlobField(null=True)
    leaf = BlobField()

    class Meta:
        table_name = "sealed_record"


TABLES: tuple[type[Model], ...] = (
    Setting, Counter, CommandRow, PersonRow, MeetingRow, ParticipantRow, AttendanceRow, AgendaRow, SpanRow,
    EntryRow, RevisionRow, OutcomeRow, OutcomePersonRow, HistoryRow, ConfirmationRow, ObjectionRow,
    AmendmentRow, SealRow, SealedRow,
)  # fmt: skip
