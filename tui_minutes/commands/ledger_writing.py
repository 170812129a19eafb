"""``tui-minutes ledger --format``: the rows that are asked for, as a file (F4, T11)."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tui_minutes.commands.asking import agreed
from tui_minutes.commands.writing import write_file
from tui_minutes.domain.papers import Form
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.views import View
from tui_minutes.i18n import tr
from tui_minutes.i18n.views import view_name
from tui_minutes.services import ledgers

_BINARY = (Form.EXCEL,)
"""What no terminal can show."""


def check(args: Namespace) -> None:
    """Refused, before anything is read: "usage_out" for --out without --format and for what needs a file,
    "file_exists" where one is there that is not to be replaced.
    """
    if not args.format:
        if args.out:
            raise Refused("usage_out_form")
        return
    if args.out is None and Form(args.format) in _BINARY:
        raise Refused("usage_out", form=args.format)
    if args.out and os.path.lexists(args.out) and Path(args.out).is_file() and not args.force:
        path = clean(args.out)
        if not agreed(tr("{path} is there already. Replace it? [y/N] ", path=path)):
            raise Refused("file_exists", path=path)


def written(
    args: Namespace, view: View, rows: Sequence[LedgerRow], group: str, at: datetime, zone: ZoneInfo
) -> bytes:
    """The file, from the store that is open."""
    title = view_name(view) if view.name else ""
    return ledgers.written(rows, Form(args.format), at, zone, group=group, title=title, reveal=args.reveal)


def put(args: Namespace, content: bytes) -> int:
    """Into ``args.out`` whole or not at all, or on stdout; the exit code."""
    if args.out is None:
        sys.stdout.buffer.write(content)
        return 0
    args.output = args.out
    write_file(args, content)
    return 0
