"""``tui-minutes list``: the meetings, newest first."""

from __future__ import annotations

from argparse import Namespace

from tui_minutes.commands.printing import print_table
from tui_minutes.commands.reading import opened, print_json
from tui_minutes.documents.data import meeting_line
from tui_minutes.domain.concealment import conceal_meeting
from tui_minutes.domain.meeting import Meeting
from tui_minutes.i18n import tr
from tui_minutes.i18n.dates import clock, day_long
from tui_minutes.i18n.labels import label
from tui_minutes.services.deadlines import minutes_due


def run(args: Namespace) -> int:
    """Print all meetings, as a table or with ``--json`` as an array of objects."""
    with opened(args) as store:
        meetings = store.meetings()
    if args.json:
        print_json([meeting_line(meeting, minutes_due(meeting), reveal=args.reveal) for meeting in meetings])
        return 0
    columns = (tr("Number"), tr("Time"), tr("Phase"), tr("Kind"), tr("Title of the meeting"))
    print_table(columns, [_row(one if args.reveal else conceal_meeting(one)) for one in meetings])
    return 0


def _row(meeting: Meeting) -> tuple[str, ...]:
    at = meeting.local(meeting.started_at) if meeting.started_at else meeting.planned_start
    when = f"{day_long(at)} {clock(at)}" if at else ""
    return meeting.number, when, label(meeting.phase), label(meeting.kind), meeting.title
