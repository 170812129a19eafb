"""``python -m tests.cases.make_store``: a store of the schema of today, kept for the programs to come."""

from __future__ import annotations

import gzip
import sqlite3
import tempfile
from pathlib import Path

from tests.meeting import played
from tests.reviewed import half_a_year
from tui_minutes.services import approval
from tui_minutes.store.opening import SCHEMA_VERSION

KEPT = Path(__file__).parent / f"store_v{SCHEMA_VERSION}.db.gz"


def make() -> None:
    """Play half a year of meetings, one of them approved and amended, and keep the store they leave."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.db"
        with played(path) as meeting:
            half_a_year(meeting)
            approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
            words = ("停车位", "停车位：北门外 20 个", "物业后来答复")
            approval.amend(meeting.store, meeting.command("周岚"), meeting.uid, *words)
        with sqlite3.connect(path) as base:
            base.execute("PRAGMA journal_mode = DELETE")
            base.execute("VACUUM")
        base.close()
        KEPT.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    make()
    print(KEPT, KEPT.stat().st_size)
