"""``tui-minutes export``: a paper of a meeting in any of its forms, on stdout or into a file (B6, F1, F4).

What is confidential is in it, too: it is what goes to people. On a terminal it is covered.
"""

from __future__ import annotations

import sys
from argparse import Namespace

from tui_minutes.commands.reading import meeting_numbered, now, opened
from tui_minutes.commands.writing import check_out, put
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.papers import FORMS, Form, Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.services import minutes, papers
from tui_minutes.services.calendars import growing
from tui_minutes.services.house_style import looks_of, read_style, usual_paper
from tui_minutes.services.papers import Order
from tui_minutes.store.store import Store


def run(args: Namespace) -> int:
    """Write the paper of ``args.number`` to stdout, or into ``args.out`` whole or not at all."""
    form = Form(args.format) if args.format else _usual(Paper(args.document or Paper.MINUTES))
    if args.document == Paper.EXTRACT and not args.owner:
        raise Refused("usage_extract")
    check_out(args, form)
    with opened(args) as store:
        meeting = meeting_numbered(store, args.number)
        paper = Paper(args.document) if args.document else usual_paper(store, meeting)
        written = _written(store, args, meeting, paper, form)
    put(args, written, meeting.uid)
    return 0


def _usual(paper: Paper) -> Form:
    return Form.MARKDOWN if Form.MARKDOWN in FORMS[paper] else FORMS[paper][0]


def _written(store: Store, args: Namespace, meeting: Meeting, paper: Paper, form: Form) -> bytes:
    at, meeting_uid = now(), meeting.uid
    on_screen = args.out is None and sys.stdout.isatty()
    if form is Form.JSON:
        return minutes.json_text(store, meeting_uid, at, reveal=args.reveal).encode()
    if paper is Paper.MINUTES and form is Form.MARKDOWN and on_screen and not args.reveal:
        return minutes.markdown(store, meeting_uid, at, reveal=False).encode()
    whole = not args.for_others and (args.reveal or not on_screen)
    looks = (
        read_style(args.template or looks_of(store, meeting, args.settings.template))
        if form is Form.WORD
        else None
    )
    order = Order(paper, form, clean(args.owner), whole, looks)
    calendar = growing(args.country)(range(at.year - 1, at.year + 3))
    return papers.written(store, meeting_uid, order, at, calendar)
