"""The figures on top of the ledger: each with its word, so that no colour has to be understood."""

from __future__ import annotations

from textual.content import Content

from tui_minutes.domain.tracking import LedgerCounts
from tui_minutes.i18n import tr


def counts_content(counts: LedgerCounts) -> Content:
    """`2 overdue  3 due this week  1 unconfirmed …` on one line."""
    figures = (
        (counts.late, tr("overdue"), "bold $error"),
        (counts.due_this_week, tr("due this week"), "bold $warning"),
        (counts.unconfirmed, tr("unconfirmed"), "bold $error"),
        (counts.in_progress, tr("in progress"), "bold"),
        (counts.done, tr("done"), "bold $success"),
        (counts.closed, tr("closed"), "bold $success"),
    )
    parts = [Content.assemble((str(n), style if n else "$faint"), f" {word}") for n, word, style in figures]
    return Content("  ").join(parts)
