"""What ``tui-minutes ledger --json`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from tui_minutes.documents.as_json import as_json
from tui_minutes.documents.ledger_data import outcome_object
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.services.zones import machine_zone
from tui_minutes.store import history


def spelt(pages: Iterable[Sequence[LedgerRow]], at: datetime, *, reveal: bool) -> Iterator[str]:
    """The rows as JSON with their history, a text for each; one page at a time is held as records."""
    zone = ZoneInfo(machine_zone())
    for page in pages:
        known = history.of_outcomes([row.outcome.uid for row in page])
        for row in page:
            told = replace(row, history=known.get(row.outcome.uid, ()))
            yield as_json(outcome_object(told, at, zone, reveal=reveal), None)
