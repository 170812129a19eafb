"""What ``tui-minutes ledger`` prints for people: rows, in groups or not, and the views there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from tui_minutes.commands.printing import print_table
from tui_minutes.commands.reading import print_json
from tui_minutes.documents.phrases import due, listed
from tui_minutes.domain.attending import needs
from tui_minutes.domain.text import clean
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.views import BUILT_IN, View
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_short
from tui_minutes.i18n.views import view_name, wanted_text


def print_rows(rows: Sequence[LedgerRow], group: str, at: datetime) -> None:
    """One table, or one under a heading for each group."""
    if not group:
        _print_table(rows, at)
        return
    for nth, (heading, found) in enumerate(groupby(rows, lambda row: _heading(row, group))):
        together = list(found)
        gap = "\n" if nth else ""
        print(f"{gap}## {clean(heading)} ({len(together)})\n")
        _print_table(together, at)


def _heading(row: LedgerRow, group: str) -> str:
    match group:
        case "owner":
            return next(iter(row.outcome.owners), "") or tr("nobody")
        case "department":
            return row.outcome.department or tr("no department")
        case "status":
            return label(row.outcome.status)
    return f"{row.meeting_number} {row.meeting_title}".strip()


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


def print_views(saved: Sequence[View], *, json: bool) -> None:
    """All views: those that come with the program, then those that were saved."""
    views = (*BUILT_IN, *saved)
    if json:
        print_json([_view_object(view) for view in views])
        return
    columns = (tr("View"), tr("Filter"), tr("Order"), tr("Grouping"))
    print_table(columns, [(view_name(view), wanted_text(view), view.sort, view.grouped_by) for view in views])


def _view_object(view: View) -> dict[str, object]:
    return {
        "name": view_name(view),
        "code": view.name if view.built_in else None,
        "filter": view.wanted,
        "sort": view.sort,
        "group": view.grouped_by,
    }
