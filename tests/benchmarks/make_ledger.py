"""A ledger of many outcomes, made up.

Fifteen years of meetings of one firm, five in a hundred of their outcomes still open; the same numbers give
the same ledger. Rows are put in as they are; what lists are read from is made from them at the end.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.benchmarks import ledger_words as words
from tui_minutes.domain.command import new_uid
from tui_minutes.store import bulk, tracked
from tui_minutes.store.store import Store
from tui_minutes.store.tables import (
    AgendaRow,
    Counter,
    HistoryRow,
    MeetingRow,
    OutcomePersonRow,
    OutcomeRow,
    PersonRow,
    SeriesRow,
)

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
"""Ten in the morning in Shanghai."""

OPEN = 0.05
PER_MEETING = 10
YEARS = 15
Record = dict[str, Any]


def fill(store: Store, outcomes: int, seed: int = 1) -> None:
    """Put `outcomes` outcomes with their meetings, people and history into an empty store."""
    with store.transaction():
        bulk.insert(PersonRow, words.directory(NOW))
        bulk.insert(SeriesRow, ({"uid": new_uid(NOW), "title": title} for title in words.SERIES))
        bulk.insert(MeetingRow, _meetings(outcomes // PER_MEETING, seed))
        bulk.insert(AgendaRow, _agenda(outcomes // PER_MEETING, seed))
        for table, rows in (
            (OutcomeRow, _outcomes), (OutcomePersonRow, _people), (HistoryRow, _history)
        ):  # fmt: skip
            bulk.insert(table, rows(outcomes, seed))
        bulk.insert(Counter, ({"name": letter, "value": outcomes} for letter in words.KINDS))
        tracked.rebuild()


def _day_of(meeting: int, meetings: int) -> datetime:
    """When a meeting was: they are spread evenly over the years."""
    return NOW - timedelta(days=YEARS * 365 * (1 - meeting / meetings), hours=1)


def _meetings(count: int, seed: int) -> Iterator[Record]:
    chance = random.Random(f"{seed} meetings")
    for n in range(count):
        at, title = _day_of(n, count), chance.randrange(len(words.SERIES))
        yield {
            "uid": new_uid(at), "number": f"M-{at.year}-{n:05d}", "title": words.SERIES[title],
            "kind": "regular", "phase": "approved", "zone": "Asia/Shanghai", "planned_start": at,
            "started_at": at, "ended_at": at,
            "level": "confidential" if chance.random() < 0.02 else "internal", "language": "zh",
            "series": title + 1,
        }  # fmt: skip


def _agenda(count: int, seed: int) -> Iterator[Record]:
    chance = random.Random(f"{seed} agenda")
    for n in range(count):
        title = chance.choice(words.TOPICS)
        yield {"uid": new_uid(_day_of(n, count)), "meeting": n + 1, "position": 1, "title": title}


def _status(chance: random.Random, n: int, outcomes: int) -> str:
    """What is open is mostly young."""
    young = n / outcomes > 1 - 2 * OPEN
    if chance.random() < (0.45 if young else OPEN / 18):
        return chance.choice(("unconfirmed", "in_progress", "in_progress", "delayed", "done"))
    return chance.choices(("closed", "cancelled", "superseded"), (90, 8, 2))[0]


def _outcomes(count: int, seed: int) -> Iterator[Record]:
    chance = random.Random(f"{seed} outcomes")
    numbers = dict.fromkeys("ADQ", 0)
    for n in range(count):
        meeting = n // PER_MEETING
        at = _day_of(meeting, count // PER_MEETING)
        letter = chance.choice("AAAAAADDDQ")
        numbers[letter] += 1
        status = _status(chance, n, count)
        ended = status in ("closed", "cancelled", "superseded", "done")
        due = (at + timedelta(days=chance.randrange(3, 60))).date() if chance.random() < 0.9 else None
        done = at + timedelta(days=chance.randrange(1, 50)) if ended else None
        yield {
            "uid": new_uid(at), "meeting": meeting + 1, "item": meeting + 1, "entry": None, "parent": None,
            "number": f"{letter}-{numbers[letter]:03d}", "kind": words.KINDS[letter],
            "text": words.sentence(chance), "department": chance.choice(words.DEPARTMENTS), "due": due,
            "original_due": due, "deliverable": chance.choice(words.DELIVERABLES) if letter == "A" else "",
            "priority": chance.choice(("urgent", "important", "routine", None)), "status": status,
            "level": "internal", "done_on": done.date() if done else None,
            "result": chance.choice(words.RESULTS) if ended else "", "provisional": False,
            "hearing": "agreed", "version": 4, "created_at": at,
            "updated_at": min(done or at + timedelta(days=chance.randrange(0, 40)), NOW),
        }  # fmt: skip


def _people(count: int, seed: int) -> Iterator[Record]:
    chance = random.Random(f"{seed} people")
    for n in range(count):
        chosen = chance.sample(range(len(words.PEOPLE)), chance.choice((1, 1, 2, 3)))
        for position, person in enumerate(chosen):
            name, department, _ = words.PEOPLE[person]
            yield {
                "uid": new_uid(NOW), "outcome": n + 1, "person": person + 1, "name": name,
                "department": department, "position": position,
                "part": "copied" if position == 2 else "helper" if position else "responsible",
            }  # fmt: skip


def _history(count: int, seed: int) -> Iterator[Record]:
    chance = random.Random(f"{seed} history")
    for n in range(count):
        at = _day_of(n // PER_MEETING, count // PER_MEETING)
        steps: list[tuple[str, Record, str]] = [
            ("", {"text": [None, "…"], "status": [None, "unconfirmed"]}, ""),
            ("", {"provisional": [True, False]}, ""),
            ("acknowledge", {"status": ["unconfirmed", "in_progress"]}, ""),
            ("note", {}, chance.choice(words.NOTES)),
        ]
        for hours, (act, changes, note) in enumerate(steps):
            yield {
                "uid": new_uid(at), "outcome": n + 1, "at": at + timedelta(hours=hours), "by": "林晓",
                "entered_by": "林晓", "changes": changes, "note": note, "act": act, "command": new_uid(at),
            }  # fmt: skip
