"""``tui-minutes timing``: how long agenda items took against their plan (B3, D1)."""

from __future__ import annotations

from argparse import Namespace

from tui_minutes.commands.printing import print_table
from tui_minutes.commands.reading import meeting_numbered, now, opened, print_json
from tui_minutes.documents import timing
from tui_minutes.domain.concealment import conceal
from tui_minutes.domain.document import Grid
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.time_spent import matters
from tui_minutes.store.store import Store


def run(args: Namespace) -> int:
    """Print it for the meeting ``args.number``, with ``--series`` for all of its series on average."""
    with opened(args) as store:
        meeting = meeting_numbered(store, args.number)
        if args.series:
            _print_series(args, store, meeting)
        else:
            _print_meeting(args, store, meeting)
    return 0


def _print_meeting(args: Namespace, store: Store, meeting: Meeting) -> None:
    record = store.record(meeting.uid)
    if args.json:
        print_json(timing.meeting_object(record, now(), reveal=args.reveal))
    else:
        _print(timing.meeting_table(record if args.reveal else conceal(record), now()))


def _print_series(args: Namespace, store: Store, meeting: Meeting) -> None:
    known = matters(store.time_spent(meeting.uid))
    if args.json:
        print_json(timing.series_object(meeting.number, known, reveal=args.reveal))
    else:
        _print(timing.series_table(known, reveal=args.reveal))


def _print(table: Grid) -> None:
    print_table(table.columns, table.rows)
