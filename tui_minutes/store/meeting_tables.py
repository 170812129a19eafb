"""The tables of a meeting: its people, its agenda, its clocks, its log."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from tui_minutes.store.fields import InstantField, JsonField, WallField
from tui_minutes.store.store_tables import PersonRow
from tui_minutes.store.table_base import Table, fk


class SeriesRow(Table):
    """Meetings that follow one another; `policy` is the preset of rules after which they are followed up.

    `template` is the kind of meeting or the template of one's own that they are made from. `rule` is when
    they take place, spelt as in calendars (RFC 5545), "" for no rhythm: the first at `first`, a local time in
    `zone`, each for `minutes`; `on_holiday` says what happens on a day off. `quorum` is how many of those
    with a vote must be there.
    """

    title = TextField()
    policy = TextField(default="")
    template = TextField(default="")
    rule = TextField(default="")
    first = WallField(null=True)
    zone = TextField(default="")
    minutes = IntegerField(default=0)
    on_holiday = TextField(default="")
    quorum = TextField(default="")

    class Meta:
        table_name = "series"


class MeetingRow(Table):
    """A meeting."""

    number = TextField(unique=True)
    title = TextField()
    kind = TextField()
    phase = TextField(index=True)
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
    follows = fk("self", null=True)
    next_start = WallField(null=True)
    next_place = TextField(default="")
    next_focus = TextField(default="")
    recorder = TextField(default="")
    series = fk(SeriesRow, null=True)
    light = BooleanField(default=False)
    version = IntegerField(default=1)

    class Meta:
        table_name = "meeting"


class ParticipantRow(Table):
    """A person in a meeting, as they were that day."""

    meeting = fk(MeetingRow)
    person = fk(PersonRow, null=True)
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

    participant = fk(ParticipantRow)
    kind = TextField()
    at = InstantField()

    class Meta:
        table_name = "attendance"


class AgendaRow(Table):
    """An agenda item."""

    meeting = fk(MeetingRow)
    position = IntegerField()
    title = TextField()
    minutes = IntegerField(default=0)
    extra = IntegerField(default=0)
    facilitator = TextField(default="")
    prepare = TextField(default="")
    state = TextField(default="pending")
    origin = TextField(default="planned")
    level = TextField(null=True)
    carried_from = fk("self", null=True)

    class Meta:
        table_name = "agenda_item"


class SpanRow(Table):
    """A stretch of time of an item, or (without an item) a break of the meeting."""

    meeting = fk(MeetingRow)
    item = fk(AgendaRow, null=True)
    start = InstantField()
    end = InstantField(null=True)

    class Meta:
        table_name = "span"


class EntryRow(Table):
    """A line of the log."""

    meeting = fk(MeetingRow)
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
    item = fk(AgendaRow, null=True)
    continues = fk("self", null=True)
    withdrawn = BooleanField(default=False)
    doubtful = BooleanField(default=False)
    entered_by = TextField(default="")
    command = TextField(index=True)

    class Meta:
        table_name = "entry"
        indexes = ((("meeting", "seq"), True),)


class RevisionRow(Table):
    """What a line said before a change."""

    entry = fk(EntryRow)
    at = InstantField()
    by = TextField()
    entered_by = TextField()
    act = TextField()
    before = JsonField()
    after = JsonField()

    class Meta:
        table_name = "revision"
