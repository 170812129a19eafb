"""The ledger as a file: the rows of the view on the screen in its order, or those that are marked (T11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_minutes.domain.papers import FORMS, Form, Paper
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.filters import filter_words
from tui_minutes.i18n.labels import label
from tui_minutes.screens.export import Exportable
from tui_minutes.services import ledgers
from tui_minutes.widgets.glyphs import glyph

if TYPE_CHECKING:
    from tui_minutes.screens.tracker_view import TrackerView


def exports_of(screen: TrackerView) -> list[Exportable]:
    """The view as it is now, with all its rows; then what is marked, when something is."""
    store, showing, wanted, group = screen.host.store, screen.showing, screen.search.filter, screen.grouped
    order = group or screen.order

    def rows() -> Sequence[LedgerRow]:
        return ledgers.rows(store, wanted, order, showing.now, revealed=showing.revealed)

    words = [*([screen.view] if screen.view else []), *filter_words(wanted)]
    title = f" {glyph('·')} ".join([tr("Decision ledger"), *words]) if words else ""
    found = [_ledger(screen, label(Paper.LEDGER), "ledger", rows, group, title)]
    if screen.marks:
        uids = [outcome.uid for outcome in screen.marks.outcomes]
        n = len(uids)
        name = ntr("only the {n} that is marked", "only the {n} that are marked", n)
        found.append(_ledger(screen, name, "ledger-marked", lambda: store.rows_of(uids), "", ""))
    return found


def _ledger(
    screen: TrackerView, name: str, stem: str, rows: Callable[[], Sequence[LedgerRow]], group: str, title: str
) -> Exportable:
    """`rows` as they are when they are read, together with their history."""
    store, showing = screen.host.store, screen.showing

    def make(form: Form) -> bytes:
        with store.reading(), store.snapshot():
            paper = ledgers.paper(
                rows(), form, showing.now, showing.zone, group=group, title=title, reveal=showing.revealed
            )
        return ledgers.rendered(paper, form)  # which takes longer: the store is free meanwhile

    return Exportable(name, f"{stem}-{showing.today}", FORMS[Paper.LEDGER], make)
