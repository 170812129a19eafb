"""What a standup shows: one round at a time, and at the end what it came to (T9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from tui_minutes.documents.standup import standup_document
from tui_minutes.domain.document import Document
from tui_minutes.domain.standup import Matter, Section, Standup, matters
from tui_minutes.domain.standup_news import News, news
from tui_minutes.domain.standup_summary import Summary, summarize
from tui_minutes.store import standups
from tui_minutes.store.store import Store


def standup_of(store: Store, meeting_uid: str) -> Standup:
    """The standup that a light meeting is; Refused("not_found") when there is no such meeting."""
    return standups.find(meeting_uid)


def running(store: Store) -> str | None:
    """The uid of the standup that runs; None when none does."""
    return standups.running()


def last_held(store: Store) -> Standup | None:
    """The standup that was held last, of whichever department: the next one begins like it."""
    row = standups.last(None)
    return standups.standup(row) if row else None


def matters_of(
    store: Store, standup: Standup, name: str, now: datetime, placed: Mapping[str, Section] | None = None
) -> tuple[Matter, ...]:
    """What the round of `name` is about at the instant `now`; those in `placed` stay in their section."""
    with store.snapshot():
        own, helping = standups.outcomes_of(standup, name, now)
        uids = [*own, *helping]
        since = _told(standup.after_change, standup.begun_change, uids)
        recent = _told(standup.begun_change, standup.last_change, uids)
        return matters(store.rows_of(uids), since, recent, now, helping=set(helping), placed=placed)


def summary(store: Store, meeting_uid: str, now: datetime) -> Summary:
    """What changed while a standup ran (until `now`, when it still does), and who was not shown."""
    with store.snapshot():
        standup = standups.find(meeting_uid)
        told = _told(standup.begun_change, standup.last_change)
        rows = [row for row in store.rows_of(list(told)) if not row.outcome.withdrawn]
        agreed = [row for row in rows if not row.outcome.provisional]
        return summarize(standup, store.record(meeting_uid), agreed, told, now)


def document(store: Store, meeting_uid: str, now: datetime, *, reveal: bool = True) -> Document:
    """The summary as a document; without `reveal` confidential words are covered."""
    return standup_document(summary(store, meeting_uid, now), reveal=reveal)


def _told(after: int, until: int | None, uids: Sequence[str] | None = None) -> dict[str, News]:
    """What became of outcomes in a stretch of the history, by uid."""
    found = {uid: news(steps) for uid, steps in standups.changes(after, until, uids).items()}
    return {uid: one for uid, one in found.items() if one is not None}
