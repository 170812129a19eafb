"""``tui-minutes export``: the minutes of a meeting as Markdown or JSON, on stdout or into a file."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from tui_minutes.commands.reading import meeting_numbered, now, opened
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.services import minutes
from tui_minutes.store.store import Store


def run(args: Namespace) -> int:
    """Write the minutes of ``args.number`` to stdout, or ``args.output`` whole or not at all."""
    with opened(args) as store:
        written = _written(store, args)
    if args.output is None:
        sys.stdout.write(written)
        return 0
    minutes.save(Path(args.output), written)
    print(tr("Written: {path}", path=clean(args.output)), file=sys.stderr)
    return 0


def _written(store: Store, args: Namespace) -> str:
    meeting = meeting_numbered(store, args.number)
    if args.format == "md":
        return minutes.markdown(store, meeting.uid, now())
    return minutes.json_text(store, meeting.uid, now(), reveal=args.reveal)
