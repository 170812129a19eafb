"""``tui-minutes ledger``: decisions, actions and questions of all meetings, filtered (T1)."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from zoneinfo import ZoneInfo

from tui_minutes.commands.printing import print_table
from tui_minutes.commands.reading import now, opened, print_json
from tui_minutes.documents.ledger_data import ledger_objects
from tui_minutes.documents.phrases import aside, due, listed
from tui_minutes.domain.concealment import conceal_row
from tui_minutes.domain.outcomes import OutcomeKind, Priority, Status
from tui_minutes.domain.tracking import LedgerFilter, LedgerRow, sort_rows
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.services.zones import machine_zone
from tui_minutes.store import ledger


def run(args: Namespace) -> int:
    """Print the rows that the filters leave, as a table or with ``--json`` as an array of objects."""
    at, zone = now(), ZoneInfo(machine_zone())
    today = at.astimezone(zone).date()
    with opened(args):
        rows = _wanted(ledger.rows(with_history=args.json), args, today)
    if args.json:
        print_json(ledger_objects(rows, at, zone, reveal=args.reveal))
        return 0
    shown = rows if args.reveal else [conceal_row(row) for row in rows]
    columns = (
        tr("Number"),
        tr("Content"),
        tr("Responsible"),
        tr("Department"),
        tr("Due"),
        tr("Status"),
        tr("Meeting"),
    )
    print_table(columns, [_cells(row, today) for row in shown])
    return 0


def _wanted(rows: list[LedgerRow], args: Namespace, today: date) -> list[LedgerRow]:
    """The rows asked for; a search finds nothing in words that are not shown."""
    wanted = LedgerFilter(
        owner=args.owner,
        department=args.department,
        meeting=args.meeting,
        kind=OutcomeKind(args.kind) if args.kind else None,
        status=Status(args.status) if args.status else None,
        priority=Priority(args.priority) if args.priority else None,
        late=args.late,
        open_only=args.open,
        text=args.search,
    )
    found = (row for row in rows if wanted.accepts(row if args.reveal else conceal_row(row), today))
    return sort_rows(found, args.sort)


def _cells(row: LedgerRow, today: date) -> tuple[str, ...]:
    one = row.outcome
    late = one.late_days(today)
    return (
        one.number,
        one.text,
        listed(one.owners),
        one.department,
        aside(due(one), ntr("{n} day late", "{n} days late", late) if late else ""),
        label(one.status),
        row.meeting_number,
    )
