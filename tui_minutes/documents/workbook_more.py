"""The further sheets of the ledger's workbook: counts, and what happened to each row (T1, T8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from openpyxl import Workbook

from tui_minutes.documents.ledger_cells import LedgerPaper, heading
from tui_minutes.documents.outcome_history import details
from tui_minutes.documents.workbook_sheet import Sheet
from tui_minutes.documents.workbook_style import Look, Value
from tui_minutes.domain.attending import Need
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import Change, Status
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.i18n.changes import deed, who
from tui_minutes.i18n.labels import label

HEAD = 3


def counts_sheet(book: Workbook, paper: LedgerPaper) -> None:
    """How many rows there are by status, owner and department, how many of them are open and late."""
    sheet = Sheet(book, tr("Counts"), paper, (26, 10, 10, 10))
    sheet.print_rows(1, landscape=False)
    sheet.title(tr("Counts"))
    for title, group, order in (
        (tr("By status"), "status", _by_status),
        (tr("By owner"), "owner", _by_number),
        (tr("By department"), "department", _by_number),
    ):
        counted = order(_counted(paper, group))
        sheet.head([title, tr("All"), tr("Not ended"), tr("Overdue")])
        for name, figures in counted:
            values = [Value(figures[one], _of(one, figures), middle=True) for one in _FIGURES]
            sheet.row([Value(name), *values])
        sheet.gap()


_FIGURES = ("all", "open", "late")
_Counts = dict[str, Counter[str]]


def _of(figure: str, counted: Counter[str]) -> Look:
    return Look.LATE if figure == "late" and counted[figure] else Look.PLAIN


def _counted(paper: LedgerPaper, group: str) -> _Counts:
    found: _Counts = {}
    for row in paper.rows:
        counted = found.setdefault(heading(row, group), Counter())
        counted["all"] += 1
        counted["open"] += row.outcome.is_open
        counted["late"] += any(reason.need is Need.LATE for reason in paper.reasons(row))
    return found


def _by_status(counted: _Counts) -> list[tuple[str, Counter[str]]]:
    order = [label(status) for status in Status]
    return sorted(counted.items(), key=lambda one: order.index(one[0]))


def _by_number(counted: _Counts) -> list[tuple[str, Counter[str]]]:
    return sorted(counted.items(), key=lambda one: (-one[1]["late"], -one[1]["open"], -one[1]["all"], one[0]))


def history_sheet(book: Workbook, paper: LedgerPaper) -> None:
    """Every change of every row: when, whose, what, from what to what and why; covered as its row is."""
    steps = [(row, change) for row in paper.rows for change in row.history]
    sheet = Sheet(book, tr("History"), paper, (9, 40, 17, 18, 16, 60))
    sheet.filtered(HEAD, len(steps), "A")
    sheet.print_rows(HEAD, landscape=True)
    sheet.title(tr("History"))
    sheet.head([tr("Number"), tr("Content"), tr("Day and time"), tr("Whose"), tr("Step"), tr("Details")])
    texts = {row.outcome.uid: row.outcome.text for row in paper.shown}
    for row, change in steps:
        sheet.row(list(_step(paper, row, change, texts[row.outcome.uid])))


def _step(paper: LedgerPaper, row: LedgerRow, change: Change, text: str) -> Iterator[Value]:
    hidden = is_hidden(row.level) and not paper.reveal
    yield Value(row.outcome.number, middle=True)
    yield Value(text)
    yield Value(change.at.astimezone(paper.zone).replace(tzinfo=None), middle=True)
    yield Value(who(change))
    yield Value(deed(change))
    yield Value("\n".join(details(change, hidden)))
