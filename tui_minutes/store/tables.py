"""All tables. They are unbound: opening a store binds them, importing them touches nothing."""

from __future__ import annotations

from peewee import Model

from tui_minutes.store.meeting_tables import (
    AgendaRow,
    AttendanceRow,
    EntryRow,
    MeetingRow,
    ParticipantRow,
    RevisionRow,
    SeriesRow,
    SpanRow,
)
from tui_minutes.store.outcome_tables import HistoryRow, OutcomePersonRow, OutcomeRow
from tui_minutes.store.paper_tables import (
    CirculationRow,
    CorrectionRow,
    DispatchRow,
    ImportedRow,
    MaterialRow,
    RecipientRow,
)
from tui_minutes.store.planning_tables import (
    ChecklistRow,
    HeadRow,
    InvitationRow,
    LaidAsideRow,
    OccurrenceRow,
    ProposalRow,
    RecurringRow,
    SourceRow,
)
from tui_minutes.store.purge_tables import ExportRow, PurgeRow
from tui_minutes.store.seal_tables import (
    AmendmentRow,
    ConfirmationRow,
    ObjectionRow,
    SealedRow,
    SealRow,
    VoteRow,
)
from tui_minutes.store.store_tables import CommandRow, Counter, PersonRow, Setting
from tui_minutes.store.table_base import Table
from tui_minutes.store.tracking_tables import (
    ReminderRow,
    ReviewRow,
    StandupRow,
    TallyRow,
    TrackedRow,
    ViewRow,
)

TABLES: tuple[type[Model], ...] = (
    Setting, Counter, CommandRow, PersonRow, SeriesRow, MeetingRow, ParticipantRow, AttendanceRow, AgendaRow,
    SpanRow, EntryRow, RevisionRow, OutcomeRow, OutcomePersonRow, HistoryRow, ConfirmationRow, ObjectionRow,
    AmendmentRow, SealRow, SealedRow, TrackedRow, TallyRow, StandupRow, ReviewRow,
    ViewRow, ReminderRow, PurgeRow, ExportRow, MaterialRow, RecipientRow, DispatchRow, CirculationRow,
    CorrectionRow, ImportedRow, OccurrenceRow, RecurringRow, SourceRow, LaidAsideRow, ProposalRow,
    ChecklistRow, InvitationRow, HeadRow, VoteRow,
)  # fmt: skip


__all__ = [
    "TABLES",
    "AgendaRow",
    "AmendmentRow",
    "AttendanceRow",
    "ChecklistRow",
    "CirculationRow",
    "CommandRow",
    "ConfirmationRow",
    "CorrectionRow",
    "Counter",
    "DispatchRow",
    "EntryRow",
    "ExportRow",
    "HeadRow",
    "HistoryRow",
    "ImportedRow",
    "InvitationRow",
    "LaidAsideRow",
    "MaterialRow",
    "MeetingRow",
    "ObjectionRow",
    "OccurrenceRow",
    "OutcomePersonRow",
    "OutcomeRow",
    "ParticipantRow",
    "PersonRow",
    "ProposalRow",
    "PurgeRow",
    "RecipientRow",
    "RecurringRow",
    "ReminderRow",
    "ReviewRow",
    "RevisionRow",
    "SealRow",
    "SealedRow",
    "SeriesRow",
    "Setting",
    "SourceRow",
    "SpanRow",
    "StandupRow",
    "Table",
    "TallyRow",
    "TrackedRow",
    "ViewRow",
    "VoteRow",
]
