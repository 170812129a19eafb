"""``tui-minutes ledger --format``: the rows that are asked for, as a file (F4, T11)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from tui_minutes.commands.writing import check_out
from tui_minutes.domain.papers import Form
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.views import View
from tui_minutes.i18n.views import view_name
from tui_minutes.services import ledgers
from tui_minutes.services.zones import machine_zone


def check(args: Namespace) -> None:
    """Refused, before anything is read: "usage_out_form" for a file without a form, else as `check_out`."""
    if not args.format:
        raise Refused("usage_out_form")
    check_out(args, Form(args.format))


def written(args: Namespace, view: View, rows: Sequence[LedgerRow], group: str, at: datetime) -> bytes:
    """The file, from the store that is open."""
    title = view_name(view) if view.name else ""
    zone = ZoneInfo(machine_zone())
    form = Form(args.format)
    paper = ledgers.paper(rows, form, at, zone, group=group, title=title, reveal=args.reveal)
    return ledgers.rendered(paper, form)
