"""What ``tui-minutes ledger`` prints for people: rows, in groups or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from tui_minutes.commands.printing import print_table
from tui_minutes.documents.phrases import due, listed
from tui_minutes.domain.attending import needs
from tui_minutes.domain.text import clean
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_short


def print_rows(rows: Sequence[LedgerRow], group: str, at: datetime) -> None:
    """One table, or one under a heading for each group."""
    if not group:
        _print_table(rows, at)
        return
    from tui_minutes.documents.ledger_cells import heading  # few ask for groups

    for nth, (above, found) in enumerate(groupby(rows, lambda row: heading(row, group))):
        together = list(found)
        gap = "\n" if nth else ""
        print(f"{gap}## {clean(above)} ({len(together)})\n")
        _print_table(together, at)


def _print_table(rows: Sequence[LedgerRow], at: datetime) -> None:
    columns = (
        tr("Number"),
        tr("Content"),
        tr("Responsible"),
        tr("Department"),
        tr("Due"),
        tr("Status"),
        tr("Attention"),
        tr("Meeting"),
    )
    print_table(columns, [_cells(row, at) for row in rows])


def _cells(row: LedgerRow, at: datetime) -> tuple[str, ...]:
    one = row.outcome
    return (
        one.number,
        one.text,
        listed(one.owners),
        one.department,
        due(one),
        label(one.status),
        listed(map(reason_short, needs(row, at))),
        row.meeting_number,
    )
