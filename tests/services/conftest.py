"""A meeting that nobody has planned yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meeting import Played, played


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """An empty store and a clock."""
    with played(tmp_path / "minutes.db") as one:
        yield one
