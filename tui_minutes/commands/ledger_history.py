"""What ``tui-minutes ledger --history`` prints: all that happened to one outcome (T8)."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from tui_minutes.commands.printing import print_document
from tui_minutes.commands.reading import print_json
from tui_minutes.documents.ledger_data import outcome_object
from tui_minutes.documents.outcome_history import outcome_history
from tui_minutes.domain.attending import needs
from tui_minutes.domain.concealment import conceal_row
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.services.zones import machine_zone
from tui_minutes.store.store import Store


def print_history(store: Store, args: Namespace, at: datetime) -> None:
    """Every change of one outcome; Refused("not_found") when there is none of that number."""
    row, zone = store.row(args.history), ZoneInfo(machine_zone())
    if row is None:
        raise Refused("not_found", number=clean(args.history))
    steps = store.history(row.outcome.uid)
    if args.json:
        print_json(outcome_object(replace(row, history=steps), at, zone, reveal=args.reveal))
        return
    shown = row if args.reveal else conceal_row(row)
    print_document(outcome_history(shown, steps, needs(row, at), zone, reveal=args.reveal))
