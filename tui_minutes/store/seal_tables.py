"""The tables of what is agreed and sealed: signatures, objections, amendments, seals."""

from __future__ import annotations

from peewee import BlobField, BooleanField, IntegerField, TextField

from tui_minutes.store.fields import InstantField
from tui_minutes.store.meeting_tables import MeetingRow, ParticipantRow
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
