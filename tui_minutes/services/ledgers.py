"""The ledger, as it is shown, in the form of a file (F4, T11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from tui_minutes.documents.as_json import as_json
from tui_minutes.documents.ledger_cells import LedgerPaper
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.papers import Form
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.store import history
from tui_minutes.store.store import Store

_AT_ONCE = 1_000
"""So many rows are read at once."""


def rows(store: Store, wanted: Filter, order: str, at: datetime, *, revealed: bool) -> list[LedgerRow]:
    """All that is `wanted`, in `order` as it is at the instant `at`; to be read in one snapshot.

    Unless `revealed`, words that are confidential are not searched.
    """
    listing = store.listing(wanted, order, at, revealed=revealed)
    page = listing.page(None, None, _AT_ONCE)
    found = list(page.rows)
    while page.more:
        page = listing.page(page.last, None, _AT_ONCE)
        found += page.rows
    return found


def paper(
    rows: Sequence[LedgerRow],
    form: Form,
    at: datetime,
    zone: ZoneInfo,
    *,
    group: str = "",
    title: str = "",
    reveal: bool = False,
) -> LedgerPaper:
    """`rows` with all that the `form` needs: the history of each is read from the store that is open.

    `group` and `title` say how they stand together and which view they are. Without `reveal` what is
    confidential is covered (B7).
    """
    if form in (Form.EXCEL, Form.JSON):
        steps = history.of_outcomes([row.outcome.uid for row in rows])
        rows = [replace(row, history=steps.get(row.outcome.uid, ())) for row in rows]
    return LedgerPaper(rows, at, zone, group, title, reveal)


def rendered(paper: LedgerPaper, form: Form) -> bytes:
    """The `paper` as a file. Each writer is imported when such a file is made, and its library with it."""
    match form:
        case Form.EXCEL:
            from tui_minutes.documents import workbook

            return workbook.render(paper)
        case Form.CSV:
            from tui_minutes.documents import ledger_csv

            return ledger_csv.render(paper)
        case Form.CALENDAR:
            from tui_minutes.documents import due_dates

            return due_dates.render(paper)
        case Form.MARKDOWN:
            from tui_minutes.documents import ledger_document, markdown

            return markdown.render(ledger_document.ledger_document(paper)).encode()
    return _as_array(paper)


def _as_array(paper: LedgerPaper) -> bytes:
    """A line for each row, as `ledger --json` prints them: never all of them as objects at once."""
    from tui_minutes.documents.ledger_data import outcome_object

    objects = (outcome_object(row, paper.at, paper.zone, reveal=paper.reveal) for row in paper.rows)
    lines = b",\n".join(as_json(one, None).encode() for one in objects)
    return b"[\n" + lines + b"\n]\n" if lines else b"[]\n"
