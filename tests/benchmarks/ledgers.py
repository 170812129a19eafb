"""Ledgers that are kept between runs, each under the checksum of what made it."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from tempfile import gettempdir

from tests.benchmarks import ledger_copies, ledger_words, make_ledger
from tui_minutes.services.policies import rules
from tui_minutes.settings import Settings
from tui_minutes.store import opening
from tui_minutes.store.store import Store

FOLDER = Path(os.environ.get("TUI_MINUTES_LEDGERS") or Path(gettempdir()) / "ledgers")

MADE = 20_000
"""So many outcomes are made one by one; what is larger is copies of these."""


def kept(outcomes: int) -> Path:
    """The ledger of so many outcomes; made when it is not there, which takes minutes for a million."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{outcomes}-{_makers()}.db"
    if not path.exists():
        began = time.monotonic()
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        _make(unfinished, outcomes)
        unfinished.rename(path)
        unfinished.with_name(f"{unfinished.name}.lock").unlink(missing_ok=True)
        print(f"{outcomes:,} outcomes made in {time.monotonic() - began:.0f} s", flush=True)
    return path


def _make(path: Path, outcomes: int) -> None:
    times, rest = divmod(outcomes, MADE) if outcomes > MADE else (1, 0)
    assert rest == 0, "a large ledger is copies of one of that size"
    store = Store.open(path)
    make_ledger.fill(store, outcomes // times)
    store.attend(rules(Settings(), "CN"))  # as the program will: or its first start would judge all anew
    store.close()
    if times > 1:
        ledger_copies.multiply(path, times)


def _makers() -> str:
    """What a ledger depends on: who makes it, and the schema."""
    makers = (make_ledger, ledger_words, ledger_copies)
    code = b"".join(Path(str(maker.__file__)).read_bytes() for maker in makers)
    migrations = sorted(path.read_bytes() for path in opening.MIGRATIONS.glob("*.py"))
    return hashlib.sha256(code + b"".join(migrations)).hexdigest()[:12]
