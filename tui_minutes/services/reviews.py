"""The review of a period: its figures, what waits, and both as Markdown and JSON (T10)."""

from __future__ import annotations

from datetime import date, datetime
from itertools import dropwhile
from zoneinfo import ZoneInfo

from tui_minutes.documents.as_json import as_json
from tui_minutes.documents.review import review_document
from tui_minutes.documents.review_data import review_object
from tui_minutes.domain.causes import cause_of
from tui_minutes.domain.concealment import VEIL, conceal_row
from tui_minutes.domain.document import Document
from tui_minutes.domain.hindsight import Load, loads
from tui_minutes.domain.period import Period, month_of, months
from tui_minutes.domain.punctuality import Fate, fate, punctuality
from tui_minutes.domain.review import TREND_MONTHS, Findings, Month, Review, review
from tui_minutes.store import review_meetings, reviewing, rows
from tui_minutes.store.store import Store

LISTED = 100
"""So many of the outcomes that wait are listed; all are in the tracker."""


def read(store: Store, period: Period, now: datetime, zone: ZoneInfo, *, reveal: bool) -> Findings:
    """The review of `period` as known at `now`, its days those of `zone`.

    Without `reveal` the words of what is confidential are covered, those of causes too.
    """
    today = now.astimezone(zone).date()
    with store.snapshot():
        figures = _figures(period, now, zone, reveal)
        uids = reviewing.waiting(period, today)
        meeting = review_meetings.of_period(period)
        measures = [row.uid for row in rows.live_outcomes(meeting)] if meeting else []
        ledger = {row.outcome.uid: row for row in store.rows_of([*uids[:LISTED], *measures])}
    shown = ledger if reveal else {uid: conceal_row(row) for uid, row in ledger.items()}
    return Findings(
        figures,
        tuple(shown[uid] for uid in uids[:LISTED]),
        len(uids),
        tuple(shown[uid] for uid in measures),
        meeting.number if meeting else "",
    )


def _figures(period: Period, now: datetime, zone: ZoneInfo, reveal: bool) -> Review:
    today = now.astimezone(zone).date()
    begin, end = period.bounds(zone)
    causes = (
        VEIL if covered and cause_of(words) is None else words
        for words, covered in reviewing.causes_of((begin, end), reveal=reveal)
    )
    trend = _trend_months(period, today)
    load, *earlier = _loads([period, *trend], now, zone)
    due = _due_by_month(Period(trend[0].first, trend[-1].last), today)
    found = [
        Month(month, punctuality(due.get(month, ())), one) for month, one in zip(trend, earlier, strict=True)
    ]
    return review(
        period,
        today,
        reviewing.outcomes_of(period, (begin, end)),
        causes,
        load,
        list(dropwhile(_is_empty, found[:-1])) + found[-1:],
    )


def _is_empty(month: Month) -> bool:
    """Whether there was nothing yet: the trend begins where the record does."""
    return not (month.due.due or month.load.open)


def _trend_months(period: Period, today: date) -> list[Period]:
    """The last month of the period that has begun, and those before it; a year shows its twelve."""
    last = period.last if period.last < today else max(today, period.first)
    before = min(max(TREND_MONTHS, period.months - 1), 11)
    return [months(last, away, 1) for away in range(-before, 1)]


def _loads(periods: list[Period], now: datetime, zone: ZoneInfo) -> list[Load]:
    today = now.astimezone(zone).date()
    moments = [(min(one.bounds(zone)[1], now), one.as_of(today)) for one in periods]
    instants = [instant for instant, _ in moments]
    return loads(*reviewing.stands_and_steps(min(instants), max(instants)), moments)


def _due_by_month(span: Period, today: date) -> dict[Period, list[Fate]]:
    found: dict[Period, list[Fate]] = {}
    for status, first, done, n in reviewing.due_in(span):
        found.setdefault(month_of(first), []).extend([fate(status, first, done, today)] * n)
    return found


def document(findings: Findings, language: str, *, reveal: bool = False) -> Document:
    """The review as a document in `language`; `reveal` as it was read."""
    return review_document(findings, language, reveal=reveal)


def json_text(findings: Findings, now: datetime, zone: ZoneInfo, *, reveal: bool = False) -> str:
    """The review as the text of a JSON file, instants in `zone`."""
    found = review_object(findings, now, zone, reveal=reveal)
    return as_json(found) + "\n"
