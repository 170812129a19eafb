"""``tui-minutes ledger``: decisions, actions and questions of all meetings, filtered (T1, T8)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain

from tui_minutes.commands.reading import now, opened, print_array
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.views import View
from tui_minutes.store.store import Store

PAGE = 1_000
"""So many rows are read at once."""


def run(args: Namespace) -> int:
    """Print what is asked for: rows, the history of one, or the views; with ``--format`` make a file of the
    rows. Each way imports what it needs.
    """
    at = now()
    if args.format or args.out:
        from tui_minutes.commands.ledger_writing import check

        check(args)
    file: bytes | None = None
    with opened(args) as store:
        if args.views:
            from tui_minutes.commands.ledger_views import print_views

            print_views(store.views(), json=args.json)
        elif args.history:
            from tui_minutes.commands.ledger_history import print_history

            print_history(store, args, at)
        else:
            file = _give_rows(store, args, at)
    if file is not None:
        from tui_minutes.commands.writing import put

        put(args, file)
    return 0


def _give_rows(store: Store, args: Namespace, at: datetime) -> bytes | None:
    """Tables, or with ``--json`` an array, printed once all is read; with ``--format`` the file they make."""
    view = _view(store, args.view)
    wanted = _filter(store, args, view, at)
    group = args.group or view.grouped_by
    order = args.sort or group or view.sort or "number"
    pages: Iterable[Sequence[LedgerRow]] = _pages(store, wanted, order, at, args)
    if group and args.sort:
        pages = [_together(chain.from_iterable(pages), store.groups(wanted, group, at, args.reveal), group)]
    if args.format:
        from tui_minutes.commands.ledger_writing import written

        return written(args, view, list(chain.from_iterable(pages)), group, at)
    if args.json:
        from tui_minutes.commands.ledger_json import spelt

        print_array(list(spelt(pages, at, reveal=args.reveal)))
        return None
    from tui_minutes.commands.ledger_printing import print_rows
    from tui_minutes.domain.concealment import conceal_row

    rows = list(chain.from_iterable(pages))
    print_rows(rows if args.reveal else [conceal_row(row) for row in rows], group, at)
    return None


def _view(store: Store, name: str) -> View:
    """The view asked for; without a name one that shows everything."""
    if not name:
        return View("")
    from tui_minutes.i18n.views import find_view

    found = find_view(name, store.views())
    if found is None:
        raise Refused("view_not_found", name=clean(name))
    return found


def _filter(store: Store, args: Namespace, view: View, at: datetime) -> Filter:
    """View, filter and options together; where nothing is asked nobody needs to know the day."""
    text = " ".join(filter(None, (view.wanted, clean(args.filter), *_options(args))))
    if not text:
        return Filter()
    from tui_minutes.commands.ledger_filter import asked

    return asked(store, text, at, country=args.country, me=args.entered_by)


def _options(args: Namespace) -> Iterable[str]:
    """The options that are terms of a filter, each as it would be typed."""
    given = {
        "owner:": args.owner,
        "dept:": args.department,
        "meeting:": args.meeting,
        "kind:": args.kind,
        "is:": args.status,
        "priority:": args.priority,
        "": args.search,
    }
    quotes = str.maketrans(dict.fromkeys('"＂“”„「」『』', " "))
    yield from (f'{key}"{clean(value).translate(quotes)}"' for key, value in given.items() if value)
    yield "is:late" if args.late else ""
    yield "is:open" if args.open else ""


def _pages(
    store: Store, wanted: Filter, order: str, at: datetime, args: Namespace
) -> Iterator[Sequence[LedgerRow]]:
    """The rows, at most ``--limit``, so many at a time."""
    left, after = args.limit, None
    while left is None or left > 0:
        room = PAGE if left is None else min(PAGE, left)
        page = store.page(wanted, order, at, after=after, limit=room, revealed=args.reveal)
        yield page.rows
        if not page.more:
            break
        left, after = None if left is None else left - len(page.rows), page.last


def _together(rows: Iterable[LedgerRow], headings: Iterable[tuple[str, int]], group: str) -> list[LedgerRow]:
    """`rows` under their `headings`, in the order that they have."""
    places = {key: nth for nth, (key, _) in enumerate(headings)}
    return sorted(rows, key=lambda row: places[_group_key(row, group)])


def _group_key(row: LedgerRow, group: str) -> str:
    """What `row` stands under, as `Store.groups` names it."""
    match group:
        case "owner":
            return next(iter(row.outcome.owners), "")
        case "department":
            return row.outcome.department
        case "status":
            return row.outcome.status
    return row.meeting_number
