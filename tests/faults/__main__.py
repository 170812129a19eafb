"""``python -m tests.faults``: the faults, quickly; all of them with `--full`.

Each run goes by another seed, which it names; `--seed N` tries one again. Other arguments go to pytest.
"""

import argparse
import os
import sys
from pathlib import Path
from random import SystemRandom

from tests.faults import FULL, SEED
from tui_minutes.bootstrap import NEEDS, ensure

ensure("tests.faults", [*NEEDS, "babel", "hypothesis", "pyte", "pytest", "pytest_asyncio"], extra="test")

import pytest  # noqa: E402 - it is there only now

parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Faults tried on the program.")
parser.add_argument("--full", action="store_true", help="all of it, for an hour or more")
parser.add_argument("--seed", type=int, help="the seed of an earlier run")
asked, rest = parser.parse_known_args()
if asked.full:
    os.environ[FULL] = "1"
os.environ[SEED] = str(SystemRandom().randrange(1_000_000) if asked.seed is None else asked.seed)
sys.exit(pytest.main([str(Path(__file__).parent), "-rs", *rest]))
