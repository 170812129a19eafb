"""Where it is measured: a home of its own, ledgers that are kept, and other people's programs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from compileall import compile_dir
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import tui_minutes
from tests.benchmarks import ledgers
from tests.benchmarks.long_meeting import hold
from tests.terminal import settle
from tui_minutes.domain.command import new_uid

ENTRIES = 1500
"""What is written down in three hours."""


@dataclass(frozen=True)
class Place:
    """A folder that goes away; what is made for one measure stands there for the next."""

    folder: Path

    def ledger(self, outcomes: int) -> Path:
        """A store with so many outcomes of its own: nobody else writes into it."""
        path = self.folder / f"ledger-{outcomes}.db"
        if not path.exists():
            shutil.copyfile(ledgers.kept(outcomes), path)
        return path

    def meeting(self, outcomes: int = 0, entries: int = 0) -> Path:
        """A store with a meeting in session that has so many entries, beside so many outcomes of others."""
        path = self.folder / f"meeting-{outcomes}-{entries}.db"
        if not path.exists():
            if outcomes:
                shutil.copyfile(ledgers.kept(outcomes), path)
            hold(path, entries)
        return path

    def fresh_meeting(self) -> Path:
        """A store with a meeting that has just begun, for one who writes into it."""
        path = self.folder / f"{new_uid(datetime.now(UTC))}.db"
        hold(path, 0)
        return path

    @cached_property
    def long_meeting(self) -> Path:
        """A store with the meeting that has gone on for three hours."""
        return self.meeting(entries=ENTRIES)


@contextmanager
def furnished() -> Iterator[Place]:
    """A home with nothing of the person who measures: no config, no language, no store."""
    with TemporaryDirectory(prefix="tui-minutes-bench-") as name:
        folder = Path(name)
        for key in ("LC_ALL", "LC_MESSAGES", "LC_TIME", "LANGUAGE", "TUI_MINUTES_DB"):
            os.environ.pop(key, None)
        os.environ.update(_home(folder))
        settle()
        compile_dir(Path(tui_minutes.__file__).parent, quiet=1)  # as it is where it was installed
        yield Place(folder)


def _home(folder: Path) -> Mapping[str, str]:
    return {
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "TUI_MINUTES_CONFIG": str(folder / "config.toml"),
    }
