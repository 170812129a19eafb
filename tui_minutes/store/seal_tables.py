"""The tables of what is agreed and sealed: signatures, objections, votes, amendments, seals."""

from __future__ import annotations

from peewee import BlobField, BooleanField, IntegerField, TextField

from tui_minutes.store.fields import InstantField, JsonField
from tui_minutes.store.meeting_tables import EntryRow, MeetingRow, ParticipantRow
from tui_minutes.store.outcome_tables import OutcomeRow
from tui_minutes.store.table_base import Table, fk


class ConfirmationRow(Table):
    """A signature."""

    meeting = fk(MeetingRow)
    participant = fk(ParticipantRow)
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

    meeting = fk(MeetingRow)
    outcome = fk(OutcomeRow)
    name = TextField()
    text = TextField()
    at = InstantField()
    settled = BooleanField(default=False)
    settlement = TextField(default="")

    class Meta:
        table_name = "objection"


class AmendmentRow(Table):
    """A correction after approval."""

    meeting = fk(MeetingRow)
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

    meeting = fk(MeetingRow)
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

    seal = fk(SealRow)
    position = IntegerField()
    name = TextField()
    salt = BlobField(null=True)
    body = BlobField(null=True)
    leaf = BlobField()

    class Meta:
        table_name = "sealed_record"


class VoteRow(Table):
    """A vote on a motion (a line) or a decision (an outcome): how many for, against and abstaining.

    `ballots` are pairs of a name and a choice where it was by name, and those who were recused in any case.
    `present` is how many had a vote in the room, `needed` how many of them the quorum asked for, 0 for none.
    `voided_at` is when a later vote, or a withdrawal, took its place.
    """

    meeting = fk(MeetingRow)
    entry = fk(EntryRow, null=True)
    outcome = fk(OutcomeRow, null=True)
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
        table_name = "vote"
