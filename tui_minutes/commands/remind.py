"""``tui-minutes remind``: one text a person, printed or sent; made for cron (T4)."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import datetime, time
from zoneinfo import ZoneInfo

from tui_minutes import settings as config
from tui_minutes.commands.reading import now, print_json
from tui_minutes.documents import reminders as document
from tui_minutes.documents.phrases import aside, listed, pair
from tui_minutes.documents.plain import day
from tui_minutes.documents.reminders_data import letter_object
from tui_minutes.domain.channels import Channels, channels_in
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.reminders import Letter
from tui_minutes.domain.text import clean
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import policies, reminders
from tui_minutes.services.reminders import Round, Sent
from tui_minutes.services.sending import apprise_post
from tui_minutes.services.zones import machine_zone
from tui_minutes.store.blaming import blaming
from tui_minutes.store.store import Store

BUSY_MS = 10_000
"""So long a reminder that is out waits for another program's write: not on record, it would go out twice."""


def run(args: Namespace) -> int:
    """Print what is to be told to whom, or with ``--send`` tell them; 1 when something could not be sent."""
    channels = channels_in(args.settings.remind)
    if args.send and not (channels.default or channels.people or channels.urgent):
        raise Refused("no_channels", path=config.config_path(os.environ))
    post = apprise_post() if args.send else None
    read_at = None if args.send else now()
    with (
        closing(Store.open(args.db, create=False, busy_ms=BUSY_MS, reading_at=read_at)) as store,
        blaming(store),
    ):
        going = _round(store, args, channels)
        sent = list(reminders.send(store, going, channels, os.environ, now, post)) if post else None
    if args.json:
        _print_json(going, sent, reveal=args.reveal)
    elif sent is None:
        _print_letters(going)
    else:
        _print_sent(going, sent)
    return 1 if any(one.refused for one in sent or ()) else 0


def _round(store: Store, args: Namespace, channels: Channels) -> Round:
    """What is to be told now, or at noon of the day asked for: that is the same day for most of the world."""
    local = now().astimezone(ZoneInfo(machine_zone()))
    at = datetime.combine(args.day, time(12), local.tzinfo) if args.day else local
    rules = policies.rules(args.settings, args.country)
    store.attend(rules)
    found = reminders.due_letters(store, at, rules, reveal=args.reveal)
    wanted = [letter for letter in found if args.owner in ("", letter.recipient)]
    return reminders.round_of(store, wanted, at.date(), channels, again=args.all)


def _print_letters(going: Round) -> None:
    """What would go to whom by what; nothing is sent."""
    for letter in going.letters:
        channels = listed(going.channels_of(letter)) or tr("no channel")
        print(clean(f"== {letter.recipient} · {channels}"))
        print(f"{document.text(letter, going.day)}\n")
    people = len(going.letters)
    told = ntr(
        "{reminders} to {n} person", "{reminders} to {n} people", people, reminders=_count(going.letters)
    )
    print(_summary(told if people else "", going))


def _print_sent(going: Round, sent: Sequence[Sent]) -> None:
    """A line for each message; what failed goes to stderr."""
    for one in sent:
        letter = one.delivery.letter
        to = tr("{name} by {channel}", name=clean(letter.recipient), channel=clean(one.delivery.channel))
        if one.refused:
            print(pair(to, clean(refusal_text(one.refused))), file=sys.stderr)
        else:
            print(pair(to, _count([letter])))
    for letter in going.letters:
        if not going.channels_of(letter):
            print(pair(clean(letter.recipient), aside(tr("no channel"), _count([letter]))))
    failed = sum(one.refused is not None for one in sent)
    said = ntr("{n} message failed", "{n} messages failed", failed) if failed else ""
    print(_summary(listed((_told(sent), said)), going))


def _told(sent: Sequence[Sent]) -> str:
    """How much reached how many; what went by two channels counts once."""
    reached = {
        (one.recipient, one.matter.subject)
        for out in sent
        if not out.refused
        for one in out.delivery.letter.reminders
    }
    people = len({recipient for recipient, _ in reached})
    if not people:
        return ""
    count = ntr("{n} reminder", "{n} reminders", len(reached))
    return ntr("{reminders} sent to {n} person", "{reminders} sent to {n} people", people, reminders=count)


def _count(letters: Iterable[Letter]) -> str:
    return ntr("{n} reminder", "{n} reminders", sum(len(letter.reminders) for letter in letters))


def _summary(told: str, going: Round) -> str:
    """The last line: "5 reminders to 3 people, 1 already sent today"."""
    already = ntr("{n} already sent today", "{n} already sent today", going.already) if going.already else ""
    return listed((told or tr("Nobody to remind"), already))


def _print_json(going: Round, sent: Sequence[Sent] | None, *, reveal: bool) -> None:
    letters = [
        letter_object(letter, going.day, going.channels_of(letter), reveal=reveal) for letter in going.letters
    ]
    messages = [
        {
            "recipient": one.delivery.letter.recipient,
            "channel": one.delivery.channel,
            "error": one.refused.code if one.refused else None,
        }
        for one in sent or ()
    ]
    print_json({"day": day(going.day), "letters": letters, "already_sent": going.already, "sent": messages})
