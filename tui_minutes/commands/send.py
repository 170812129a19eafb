"""``tui-minutes send``: a paper of a meeting to those it is for; without ``--send`` only a preview (F3)."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing

from tui_minutes import settings as config
from tui_minutes.commands.reading import meeting_numbered, now, print_json
from tui_minutes.documents.phrases import aside, listed, pair
from tui_minutes.domain.command import Command
from tui_minutes.domain.going_out import Recipient
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.papers import BEFORE, Form, Paper
from tui_minutes.domain.text import clean
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import dispatching, distribution, letters, materials
from tui_minutes.services.calendars import growing
from tui_minutes.services.dispatching import Content, Posted, Posting, Round, Standing
from tui_minutes.services.house_style import looks_of, read_style, usual_paper
from tui_minutes.services.papers import Order
from tui_minutes.services.policies import rules
from tui_minutes.services.posting import check_groups, hands
from tui_minutes.store.blaming import blaming
from tui_minutes.store.store import Store

BUSY_MS = 10_000
"""So long a paper that is out waits for another program's write: not on record, it would go out twice."""


def run(args: Namespace) -> int:
    """Print to whom the paper goes and to whom not, or with ``--send`` send it; 1 when something failed."""
    path = config.config_path(os.environ)
    check_groups(args.group or (), args.settings, path)
    with closing(Store.open(args.db, create=False, busy_ms=BUSY_MS)) as store, blaming(store):
        store.go_by(rules(args.settings, args.country))  # by which the minutes say when they are due
        meeting = meeting_numbered(store, args.number)
        paper = Paper(args.document) if args.document else usual_paper(store, meeting)
        distribution.refuse_too_early(meeting, paper)
        if args.send and paper not in BEFORE and not store.going_out(meeting.uid).recipients:
            distribution.propose(store, _command(args), meeting.uid)
        if paper in BEFORE:
            _warn_of_missing(store, meeting.uid)
        going = _round(store, meeting, paper, args)
        posted = None
        if args.send:
            with hands(going, args.settings, os.environ, path, now) as ways:
                sending = dispatching.send(store, going, lambda: _command(args), ways, again=args.again)
                posted = list(sending)
    if args.json:
        _print_json(going, posted)
    elif posted is None:
        _print_preview(going)
    else:
        _print_posted(posted, going)
    return int(any(one.refused for one in posted or ()))


def _command(args: Namespace) -> Command:
    return Command.new(now(), args.entered_by, args.entered_by)


def _round(store: Store, meeting: Meeting, paper: Paper, args: Namespace) -> Round:
    at, meeting_uid = now(), meeting.uid
    calendar = growing(args.country)(range(at.year - 1, at.year + 2))
    looks = read_style(looks_of(store, meeting, args.settings.template))

    def make(reader: Recipient) -> Content:
        order = Order(paper, Form.WORD, whole=reader.cleared, template=looks, readers=(reader.name,))
        return letters.content(store, meeting_uid, order, at, calendar)

    return dispatching.round_of(store, meeting_uid, paper, make, args.group or (), only=args.to)


def _warn_of_missing(store: Store, meeting_uid: str) -> None:
    """What the notice leads to and is not there."""
    for one in materials.missing(store.going_out(meeting_uid).materials):
        print(clean(tr("“{title}”: there is no such file here", title=one.title)), file=sys.stderr)


def _print_preview(going: Round) -> None:
    """One line for each: name, where to, what becomes of it."""
    for one in going.postings:
        print(clean(f"{_to(one)}  {_standing(one)}"))
    for subject in dict.fromkeys(one.content.subject for one in going.postings):
        print(f"\n{clean(pair(tr('Subject'), subject))}")
    ready = len(going.standing(Standing.READY))
    print(ntr("to go to {n} recipient; --send sends it", "to go to {n} recipients; --send sends it", ready))


def _to(one: Posting) -> str:
    return aside(one.recipient.name, one.recipient.email if one.channel == dispatching.MAIL else one.channel)


def _standing(one: Posting) -> str:
    return refusal_text(one.refused) if one.refused else label(one.standing)


def _print_posted(posted: Sequence[Posted], going: Round) -> None:
    """One line for each that was tried; what failed goes to stderr."""
    for one in posted:
        if one.refused:
            print(clean(pair(_to(one.posting), refusal_text(one.refused))), file=sys.stderr)
        else:
            print(clean(pair(_to(one.posting), label(Standing.SENT))))
    failed = sum(one.refused is not None for one in posted)
    left = len(going.standing(Standing.REFUSED, Standing.UNCERTAIN))
    parts = (
        ntr("{n} sent", "{n} sent", len(posted) - failed),
        ntr("{n} failed", "{n} failed", failed) if failed else "",
        ntr("{n} not sent: see the preview", "{n} not sent: see the preview", left) if left else "",
    )
    print(listed(parts))


def _print_json(going: Round, posted: Sequence[Posted] | None) -> None:
    codes = {id(one.posting): one.refused.code if one.refused else None for one in posted or ()}
    print_json(
        {
            "document": going.paper,
            "recipients": [
                {
                    "name": one.recipient.name,
                    "channel": one.channel,
                    "address": one.recipient.email if one.channel == dispatching.MAIL else None,
                    "standing": one.standing,
                    "refused": one.refused.code if one.refused else None,
                    "whole": one.recipient.cleared,
                    "edition": one.content.edition,
                    "sent": posted is not None and id(one) in codes and codes[id(one)] is None,
                    "error": codes.get(id(one)),
                }
                for one in going.postings
            ],
        }
    )
