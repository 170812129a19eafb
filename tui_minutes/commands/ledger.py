"""``tui-minutes ledger``: decisions, actions and questions of all meetings, filtered (T1, T8)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_minutes.commands.ledger_printing import print_rows, print_views
from tui_minutes.commands.printing import print_document
from tui_minutes.commands.reading import now, opened, print_json
from tui_minutes.documents.ledger_data import ledger_objects
from tui_minutes.documents.outcome_history import outcome_history
from tui_minutes.domain.attending import needs
from tui_minutes.domain.concealment import conceal_row
from tui_minutes.domain.filters import Filter, Trouble
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.views import View
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.i18n.views import find_view
from tui_minutes.services.lines import directory_people
from tui_minutes.services.zones import machine_zone
from tui_minutes.store import history
from tui_minutes.store.store import Store

PAGE = 400
"""So many rows are read at once."""

_OF_WORKDAYS = ("work", "business", "工作日")
"""Words with which days may be counted by a country's calendar; reading that takes time."""


def run(args: Namespace) -> int:
    """Print the rows asked for: as tables, as objects with ``--json``, as a file with ``--format``."""
    at, zone = now(), ZoneInfo(machine_zone())
    if args.format or args.out:  # imported for files only
        from tui_minutes.commands.ledger_writing import check, put, written

        check(args)
    with opened(args) as store:
        if args.views:
            print_views(store.views(), json=args.json)
            return 0
        if args.history:
            return _print_history(store, args, at, zone)
        view = _view(store, args.view)
        wanted = _filter(store, args, view, at.astimezone(zone).date(), zone)
        group = args.group or view.grouped_by
        rows = _rows(store, wanted, args.sort or group or view.sort or "number", at, args)
        if group and args.sort:
            places = {key: nth for nth, (key, _) in enumerate(store.groups(wanted, group, at, args.reveal))}
            rows.sort(key=lambda row: places[_group_key(row, group)])
        if args.format:
            content = written(args, view, rows, group, at, zone)
    if args.format:
        return put(args, content)
    if args.json:
        print_json(ledger_objects(rows, at, zone, reveal=args.reveal))
    else:
        print_rows(rows if args.reveal else [conceal_row(row) for row in rows], group, at)
    return 0


def _view(store: Store, name: str) -> View:
    """The view asked for; without a name one that shows everything."""
    if not name:
        return View("")
    found = find_view(name, store.views())
    if found is None:
        raise Refused("view_not_found", name=clean(name))
    return found


def _filter(store: Store, args: Namespace, view: View, today: date, zone: ZoneInfo) -> Filter:
    """View, filter and options together; Refused("usage_filter") for what is not understood."""
    text = " ".join((view.wanted, clean(args.filter), *_options(args)))
    wanted = parse_filter(
        text,
        today,
        _calendar(text, args.country, today),
        zone=zone,
        me=args.entered_by,
        people=directory_people(store.people()),
    )
    for problem in wanted.problems:
        typed = _beginning(problem.typed)
        if problem.trouble is Trouble.TOO_MUCH:
            raise Refused("usage_filter_long", typed=typed)
        raise Refused("usage_filter", typed=typed)
    return wanted


def _beginning(typed: str) -> str:
    return typed if len(typed) <= 60 else f"{typed[:60]}…"


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


def _calendar(text: str, country: str, today: date) -> Calendar:
    if not any(word in text.casefold() for word in _OF_WORKDAYS):
        return WEEKENDS
    from tui_minutes.services.calendars import growing

    return growing(country)((today.year - 1, today.year, today.year + 1))


def _rows(store: Store, wanted: Filter, order: str, at: datetime, args: Namespace) -> list[LedgerRow]:
    """At most ``--limit`` rows, for JSON with their history."""
    found: list[LedgerRow] = []
    after = None
    while args.limit is None or len(found) < args.limit:
        room = PAGE if args.limit is None else min(PAGE, args.limit - len(found))
        page = store.page(wanted, order, at, after=after, limit=room, revealed=args.reveal)
        found += _with_history(page.rows) if args.json else page.rows
        after = page.last
        if not page.more:
            break
    return found


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


def _with_history(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    known = history.of_outcomes([row.outcome.uid for row in rows])
    return [replace(row, history=known.get(row.outcome.uid, ())) for row in rows]


def _print_history(store: Store, args: Namespace, at: datetime, zone: ZoneInfo) -> int:
    """Every change of one outcome; Refused("not_found") when there is none of that number."""
    row = store.row(args.history)
    if row is None:
        raise Refused("not_found", number=clean(args.history))
    steps = store.history(row.outcome.uid)
    if args.json:
        print_json(ledger_objects([replace(row, history=steps)], at, zone, reveal=args.reveal)[0])
        return 0
    shown = row if args.reveal else conceal_row(row)
    print_document(outcome_history(shown, steps, needs(row, at), zone, reveal=args.reveal))
    return 0
