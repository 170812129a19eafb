"""Other people's lists for the shell, with as many things to do as a ledger of ours has outcomes."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import UUID

from tests.benchmarks.ledger_words import sentence
from tests.benchmarks.place import Place
from tests.benchmarks.programs import JRNL, TASK, TODO, command

_NOW = datetime(2026, 11, 20, tzinfo=UTC)

_TODO = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//benchmarks//EN
BEGIN:VTODO
UID:{uid}
DTSTAMP:{at:%Y%m%dT%H%M%SZ}
DUE:{due:%Y%m%dT%H%M%SZ}
SUMMARY:{text}
STATUS:NEEDS-ACTION
END:VTODO
END:VCALENDAR
"""


def once(argv: Sequence[str], **env: str) -> None:
    """Run a command to its end; its output is read and thrown away."""
    subprocess.run(argv, env={**os.environ, **env}, check=True, capture_output=True, stdin=subprocess.DEVNULL)


@cache
def task(place: Place, number: int) -> tuple[str, ...] | None:
    """taskwarrior with so many tasks to do; None where it is not there."""
    if (path := command(TASK)) is None:
        return None
    folder = place.folder / f"task-{number}"
    folder.mkdir()
    (folder / "pending.data").write_text("".join(map(_as_task, _things(number))), "utf-8")
    (folder / "taskrc").write_text(f"data.location={folder}\nconfirmation=no\n")
    return (path, f"rc:{folder / 'taskrc'}")


@cache
def todo(place: Place, number: int) -> tuple[str, ...] | None:
    """todoman with so many things to do, each a file, as it keeps them."""
    if (path := command(TODO)) is None:
        return None
    folder = place.folder / f"todo-{number}"
    (folder / "list").mkdir(parents=True)
    for uid, at, due, text in _things(number):
        words = _TODO.format(uid=uid, at=at, due=due, text=text.replace(",", r"\,"))
        (folder / "list" / f"{uid}.ics").write_text(words, "utf-8")
    config = folder / "config.py"
    config.write_text(f'path = "{folder}/list"\ncache_path = "{folder}/cache.sqlite3"\n')
    return (path, "--config", str(config))


@cache
def jrnl(place: Place) -> tuple[str, ...] | None:
    """jrnl with an empty journal."""
    if (path := command(JRNL)) is None:
        return None
    config = place.folder / "jrnl.yaml"
    config.write_text(f"journals:\n  default: {place.folder / 'journal.txt'}\nencrypt: false\n")
    return (path, "--config-file", str(config))


Thing = tuple[str, datetime, datetime, str]


def _things(number: int) -> list[Thing]:
    chance = random.Random(number)
    found = []
    for _ in range(number):
        at = _NOW - timedelta(hours=chance.randrange(20_000))
        uid = str(UUID(int=chance.getrandbits(128), version=4))
        found.append((uid, at, at + timedelta(days=chance.randrange(3, 60)), sentence(chance)))
    return found


def _as_task(thing: Thing) -> str:
    uid, at, due, text = thing
    at_s, due_s = int(at.timestamp()), int(due.timestamp())
    return f'[description:"{text}" due:"{due_s}" entry:"{at_s}" status:"pending" uuid:"{uid}"]\n'
