"""``tui-minutes review``: a month, or any period, in figures; as a table, Markdown or JSON (T10)."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_minutes.commands.printing import print_document
from tui_minutes.commands.reading import now, opened
from tui_minutes.commands.writing import check_out, put
from tui_minutes.domain.papers import Form
from tui_minutes.domain.period import Period, month_of, parse_period
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.review import Findings
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language
from tui_minutes.services import papers, reviews
from tui_minutes.services.zones import machine_zone


def run(args: Namespace) -> int:
    """Print the review of ``args.period``, or write it into ``args.out`` whole or not at all."""
    at, zone, form = now(), ZoneInfo(machine_zone()), _form(args)
    period = _period(args.period, at.astimezone(zone).date())
    with opened(args) as store:
        found = reviews.read(store, period, at, zone, reveal=args.reveal)
    if form is None:
        print_document(reviews.document(found, current_language(), reveal=args.reveal))
    else:
        put(args, _written(found, form, at, zone, reveal=args.reveal))
    return 0


def _form(args: Namespace) -> Form | None:
    """The form of the file, None for a table on the terminal; refused as `check_out` does."""
    if not (args.json or args.format or args.out):
        return None
    form = Form.JSON if args.json else Form(args.format or Form.MARKDOWN)
    check_out(args, form)
    return form


def _written(found: Findings, form: Form, at: datetime, zone: ZoneInfo, *, reveal: bool) -> bytes:
    if form is Form.JSON:
        return reviews.json_text(found, at, zone, reveal=reveal).encode()
    return papers.rendered(reviews.document(found, current_language(), reveal=reveal), form)


def _period(typed: str, today: date) -> Period:
    """The period that was typed, else the month that is over; Refused("usage_period") for any other word."""
    if not typed:
        return month_of(today).moved(-1)
    period = parse_period(clean(typed), today)
    if period is None:
        raise Refused("usage_period", typed=clean(typed))
    return period
