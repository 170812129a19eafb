"""How often a fault is tried, by which seed, and what is said of it in the end."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.faults import FULL, SEED
from tests.faults.damaged import fill

Scale = Callable[[int, int], int]
Say = Callable[[str], None]

USUAL = 2026
"""What `python -m tests` goes by: what fails there fails again. `python -m tests.faults` takes another."""


@pytest.fixture(scope="session")
def scale() -> Scale:
    """`scale(quick, full)`: the number that fits this run."""
    return lambda quick, full: full if os.environ.get(FULL) else quick


@pytest.fixture
def say(request: pytest.FixtureRequest) -> Say:
    """`say(text)`: a line in the summary after the last test."""
    return lambda text: request.node.user_properties.append(("said", text))


@pytest.fixture
def seed(say: Say) -> int:
    """What chance goes by in this test; the summary names it, `--seed` brings it back."""
    seed = int(os.environ.get(SEED) or USUAL)
    say(f"seed {seed}")
    return seed


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound store: four approved meetings, one that runs."""
    path = tmp_path_factory.mktemp("good") / "minutes.db"
    fill(path)
    return path.read_bytes()
