"""``tui-minutes find``: meetings, decisions and lines of all meetings by words, people and days."""

from __future__ import annotations

from argparse import Namespace

from tui_minutes.commands.ledger_filter import asked
from tui_minutes.commands.reading import now, opened, print_json
from tui_minutes.domain.papers import Form
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.services import archive, papers


def run(args: Namespace) -> int:
    """Print what is found as tables, or with ``--json`` as an object; exit code 3 when nothing is."""
    at, words = now(), clean(" ".join(args.words)).strip()
    if not words:
        raise Refused("usage_nothing_asked")
    with opened(args) as store:
        wanted = asked(store, words, at, country=args.country, me=args.entered_by)
        found = store.find(wanted, at, args.limit, revealed=args.reveal)
    if args.json:
        print_json(archive.objects(found, at, reveal=args.reveal))
    else:
        page = papers.rendered(archive.document(found, words, reveal=args.reveal), Form.TEXT)
        print(page.decode().rstrip())
    return 0 if found.total else 3
