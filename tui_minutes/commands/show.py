"""``tui-minutes show``: one meeting, as its minutes read or as JSON."""

from __future__ import annotations

from argparse import Namespace

from tui_minutes.commands.printing import print_document
from tui_minutes.commands.reading import meeting_numbered, now, opened, print_json
from tui_minutes.services import minutes


def run(args: Namespace) -> int:
    """Print the meeting ``args.number``; confidential words only with ``--reveal``."""
    with opened(args) as store:
        meeting = meeting_numbered(store, args.number)
        if args.json:
            print_json(minutes.data(store, meeting.uid, now(), reveal=args.reveal))
        else:
            print_document(minutes.document(store, meeting.uid, now(), reveal=args.reveal))
    return 0
