"""``tui-minutes review``: a month, or any period, in figures; as a table, Markdown or JSON (T10)."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_minutes.commands.printing import print_document
from tui_minutes.commands.reading import now, opened
from tui_minutes.commands.writing import write_file
from tui_minutes.domain.period import Period, month_of, parse_period
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.review import Findings
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language
from tui_minutes.services import reviews
from tui_minutes.services.zones import machine_zone


def run(args: Namespace) -> int:
    """Print the review of ``args.period``, or write it into ``args.output`` whole or not at all."""
    at, zone = now(), ZoneInfo(machine_zone())
    period = _period(args.period, at.astimezone(zone).date())
    with opened(args) as store:
        found = reviews.read(store, period, at, zone, reveal=args.reveal)
    form = "json" if args.json else args.format or ("md" if args.output else "")
    if not form:
        print_document(reviews.document(found, current_language(), reveal=args.reveal))
        return 0
    written = _written(found, form, at, zone, reveal=args.reveal)
    if args.output is None:
        sys.stdout.write(written)
        return 0
    write_file(args, written)
    return 0


def _written(found: Findings, form: str, at: datetime, zone: ZoneInfo, *, reveal: bool) -> str:
    if form == "md":
        return reviews.markdown(found, current_language(), reveal=reveal)
    return reviews.json_text(found, at, zone, reveal=reveal)


def _period(typed: str, today: date) -> Period:
    """The period that was typed, else the month that is over; Refused("usage_period") for any other word."""
    if not typed:
        return month_of(today).moved(-1)
    period = parse_period(clean(typed), today)
    if period is None:
        raise Refused("usage_period", typed=clean(typed))
    return period
