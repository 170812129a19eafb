"""``tui-minutes export``: the minutes of a meeting as Markdown or JSON, on stdout or into a file.

Markdown holds what is confidential, too: it is what goes to people. On a terminal that is covered.
"""

from __future__ import annotations

import sys
from argparse import Namespace

from tui_minutes.commands.reading import meeting_numbered, now, opened
from tui_minutes.commands.writing import write_file
from tui_minutes.services import minutes
from tui_minutes.store.store import Store


def run(args: Namespace) -> int:
    """Write the minutes of ``args.number`` to stdout, or ``args.output`` whole or not at all."""
    with opened(args) as store:
        meeting = meeting_numbered(store, args.number)
        written = _written(store, args, meeting.uid)
    if args.output is None:
        sys.stdout.write(written)
        return 0
    write_file(args, written, meeting.uid)
    return 0


def _written(store: Store, args: Namespace, meeting_uid: str) -> str:
    if args.format == "md":
        on_screen = args.output is None and sys.stdout.isatty()
        return minutes.markdown(store, meeting_uid, now(), reveal=args.reveal or not on_screen)
    return minutes.json_text(store, meeting_uid, now(), reveal=args.reveal)
