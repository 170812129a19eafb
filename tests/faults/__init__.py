"""Faults tried on purpose: kills, power cuts, full disks, damaged pages, several writers, wild keys.

The quick part runs with all tests; `python -m tests.faults --full` runs all of it.
"""

FULL = "TUI_MINUTES_FULL"
"""Set in the environment: as often and as long as the full run wants."""

SEED = "TUI_MINUTES_SEED"
"""In the environment: the seed of every test, to try again what one run has found."""
