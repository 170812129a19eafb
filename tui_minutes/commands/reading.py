"""What the commands for scripts share: a store to read from, a meeting by its number, JSON, the clock."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import chain, repeat

from tui_minutes.commands.patience import patience
from tui_minutes.documents.as_json import as_json
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.services.policies import rules
from tui_minutes.store.blaming import blaming
from tui_minutes.store.store import Store


@contextmanager
def opened(args: Namespace) -> Iterator[Store]:
    """The store that is there, as it is at this instant; Refused("store_missing") rather than making one.

    What needs attention in it is judged by the rules of the config as it is now. A fault that is one of a
    damaged store becomes a refusal that says so.
    """
    with patience(args.db, tr("Looking through the store")):
        store = Store.open(args.db, create=False, reading_at=now())
    with closing(store), blaming(store):
        with patience(args.db, tr("Judging by the rules of now")):
            store.attend(rules(args.settings, args.country))
        with store.snapshot():
            yield store


def meeting_numbered(store: Store, number: str) -> Meeting:
    """The meeting with `number`; Refused("not_found") when there is none."""
    meeting = store.meeting_by_number(number)
    if meeting is None:
        raise Refused("not_found", number=clean(number))
    return meeting


def now() -> datetime:
    """The instant at which the command runs."""
    return datetime.now(UTC)


def steady() -> float:
    """Seconds that only run on, whatever is done to the clock; where the system can, also while it sleeps."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


def print_json(value: object) -> None:
    """`value` on stdout, characters as they are."""
    print(as_json(value))


def print_array(spelt: Sequence[str]) -> None:
    """JSON texts on stdout as one array, each in a line of its own."""
    lead = chain(["[\n"], repeat(",\n"))
    sys.stdout.writelines(chain.from_iterable(zip(lead, spelt, strict=False)))
    print("\n]" if spelt else "[]")
