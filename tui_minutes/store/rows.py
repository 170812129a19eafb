"""Rows by uid and by meeting: what the writing services ask of the tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from peewee import OP, SQL, Expression, NodeList, fn

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.domain.refusal import Refused
from tui_minutes.store.prepared import Prepared
from tui_minutes.store.tables import (
    AgendaRow,
    AttendanceRow,
    ConfirmationRow,
    EntryRow,
    MeetingRow,
    ObjectionRow,
    OutcomeRow,
    ParticipantRow,
    SpanRow,
    Table,
)

R = TypeVar("R", bound=Table)


def row(table: type[R], uid: str) -> R:
    """The row with `uid`; Refused("not_found") when there is none."""
    found = find(table, uid)
    if found is None:
        raise Refused("not_found", number=uid)
    return found


def find(table: type[R], uid: str) -> R | None:
    """The row with `uid`."""
    found: R | None = _by_uid(table).first(uid)
    return found


@cache
def _by_uid(table: Any) -> Prepared[Any]:
    return Prepared(table, lambda uid: table.select().where(table.uid == uid))


def add(table: type[R], command: Command, /, **fields: Any) -> R:
    """A new row with a uid of its own."""
    return table.create(uid=new_uid(command.at), **fields)


def fresh_uid(command: Command) -> str:
    """A uid for a row that is made in steps."""
    return new_uid(command.at)


def _first(table: type[R], query: Any) -> R | None:  # noqa: ARG001 - says what the rows are
    found: R | None = query.first()
    return found


def grouped(rows: Iterable[Any], key: str) -> dict[int, list[Any]]:
    """Rows by the integer in their column `key`."""
    groups: dict[int, list[Any]] = defaultdict(list)
    for one in rows:
        groups[getattr(one, key)].append(one)
    return groups


def pairs(query: Any) -> Iterable[tuple[Any, Any]]:
    """The rows of a query of two columns."""
    found: Iterable[tuple[Any, Any]] = query.tuples()
    return found


def columns(query: Any) -> Iterable[tuple[Any, ...]]:
    """The rows of a query of several columns."""
    found: Iterable[tuple[Any, ...]] = query.tuples()
    return found


def among(column: Any, values: Iterable[int | str | None]) -> Expression:
    """That `column` holds one of `values`, however many: SQLite limits the parameters of a query."""
    return in_list(column, listed(values))


def listed(values: Iterable[int | str | None]) -> str:
    """Values as `in_list` takes them."""
    return json.dumps(list(dict.fromkeys(values)))


def as_element(text: str) -> str:
    """`text` as it lies in a column of lists, to be looked for as one whole element."""
    return json.dumps(text, ensure_ascii=False)


def in_list(column: Any, values: Any) -> Expression:
    """That `column` holds one of the `values`, which `listed` made one, or a stand-in for them."""
    found: Expression = column.in_(
        NodeList((SQL("(SELECT value FROM json_each("), values, SQL("))")), glue="")
    )
    return found


def agenda(meeting: MeetingRow) -> list[AgendaRow]:
    """The agenda of a meeting, in order."""
    return _AGENDA.rows(meeting.id)


_AGENDA = Prepared(
    AgendaRow,
    lambda meeting: (
        AgendaRow.select().where(AgendaRow.meeting == meeting).order_by(AgendaRow.position, AgendaRow.id)
    ),
)


def people(meeting: MeetingRow) -> list[ParticipantRow]:
    """The participants of a meeting, in order."""
    return _PEOPLE.rows(meeting.id)


_PEOPLE = Prepared(
    ParticipantRow,
    lambda meeting: (
        ParticipantRow.select()
        .where(ParticipantRow.meeting == meeting)
        .order_by(ParticipantRow.position, ParticipantRow.id)
    ),
)


def next_position(table: Any, meeting: MeetingRow) -> int:
    """The place after the last row of `meeting`."""
    last = table.select(fn.MAX(table.position)).where(table.meeting == meeting).scalar()
    return (last or 0) + 1


def next_seq(meeting: MeetingRow) -> int:
    """The number of the next line of the log."""
    return (_LAST_SEQ.value(meeting.id) or 0) + 1


_LAST_SEQ = Prepared(
    EntryRow, lambda meeting: EntryRow.select(fn.MAX(EntryRow.seq)).where(EntryRow.meeting == meeting)
)


def last_said(meeting: MeetingRow, leave_out: tuple[str, ...]) -> EntryRow | None:
    """The last line of the log that still stands, those of some kinds left out."""
    stands = (EntryRow.meeting == meeting) & ~EntryRow.withdrawn & EntryRow.kind.not_in(leave_out)
    return _first(EntryRow, EntryRow.select().where(stands).order_by(EntryRow.seq.desc()))


def running_spans(meeting: MeetingRow) -> list[SpanRow]:
    """The clocks that run in a meeting: at most one item's, or the break's."""
    return list(SpanRow.select().where((SpanRow.meeting == meeting) & SpanRow.end.is_null()))


def item_before(meeting: MeetingRow, current: AgendaRow | None) -> AgendaRow | None:
    """The item that was on the table before `current`."""
    spans = SpanRow.select().where((SpanRow.meeting == meeting) & SpanRow.item.is_null(False))
    for span in spans.order_by(SpanRow.id.desc()):
        if current is None or span.item_id != current.id:
            item: AgendaRow = span.item
            return item
    return None


def last_decision(meeting: MeetingRow, item: AgendaRow | None) -> OutcomeRow | None:
    """The last decision of an agenda item that stands (rule 8 of the capture line)."""
    return _LAST_DECISION.first(meeting.id, item.id if item else None)


def _decision(meeting: Any, item: Any) -> Any:
    stands = (OutcomeRow.meeting == meeting) & ~OutcomeRow.withdrawn & OutcomeRow.becomes.is_null()
    here = stands & Expression(OutcomeRow.item, OP.IS, item) & (OutcomeRow.kind == "decision")
    return OutcomeRow.select().where(here).order_by(OutcomeRow.id.desc()).limit(1)


_LAST_DECISION = Prepared(OutcomeRow, _decision)


def outcome_of(entry: EntryRow) -> OutcomeRow | None:
    """The outcome a line made; after a conversion the newest."""
    made = OutcomeRow.select().where(OutcomeRow.entry == entry)
    return _first(OutcomeRow, made.order_by(OutcomeRow.id.desc()))


def live_outcomes(meeting: MeetingRow) -> list[OutcomeRow]:
    """The outcomes of a meeting that stand."""
    stands = (OutcomeRow.meeting == meeting) & ~OutcomeRow.withdrawn & OutcomeRow.becomes.is_null()
    return list(OutcomeRow.select().where(stands).order_by(OutcomeRow.id))


def standing_confirmations(
    meeting: MeetingRow, participant: ParticipantRow | None = None
) -> list[ConfirmationRow]:
    """The signatures of a meeting that hold, all or one person's."""
    found = _SIGNED.rows(meeting.id)
    return [one for one in found if participant is None or one.participant_id == participant.id]


_SIGNED = Prepared(
    ConfirmationRow,
    lambda meeting: ConfirmationRow.select().where(
        (ConfirmationRow.meeting == meeting) & ConfirmationRow.voided_at.is_null()
    ),
)


def open_objections(outcome: OutcomeRow) -> list[ObjectionRow]:
    """The objections to an outcome that are not settled."""
    query = ObjectionRow.select().where((ObjectionRow.outcome == outcome) & ~ObjectionRow.settled)
    return list(query.order_by(ObjectionRow.id))


def moves(participant: ParticipantRow) -> list[AttendanceRow]:
    """When someone came and went, oldest first."""
    query = AttendanceRow.select().where(AttendanceRow.participant == participant)
    return list(query.order_by(AttendanceRow.at, AttendanceRow.id))


def meetings_between(first: MeetingRow) -> list[MeetingRow]:
    """A meeting and all it follows, newest first."""
    chain: list[MeetingRow] = []
    current: MeetingRow | None = first
    while current is not None:
        chain.append(current)
        current = current.follows
    return chain


def is_carried_on(item: AgendaRow) -> bool:
    """Whether a later meeting that was not cancelled has taken up `item`."""
    later = AgendaRow.select().join(MeetingRow).where(AgendaRow.carried_from == item)
    return later.where(MeetingRow.phase != "cancelled").exists()


def doubtful_lines(meeting: MeetingRow) -> list[int]:
    """The numbers of the lines that are still to be cleared up (D8)."""
    query = EntryRow.select(EntryRow.seq).where(
        (EntryRow.meeting == meeting) & ~EntryRow.withdrawn & EntryRow.doubtful
    )
    return [row.seq for row in query.order_by(EntryRow.seq)]
