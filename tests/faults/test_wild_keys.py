"""Whatever is pressed, clicked and pasted on whatever screen: nothing breaks, and the store stays whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from tests.faults.conftest import Say, Scale
from tests.faults.wild_acts import Act, script
from tests.faults.wild_hunt import fault, shortened
from tests.faults.wild_places import PLACES, in_session
from tui_minutes.screens.meeting import MeetingScreen
from tui_minutes.services import minutes
from tui_minutes.store.store import Store

ACTS = 60
"""In a walk of the quick run; each takes about a thirtieth of a second."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is exported stays in the folder of the test, whatever path was typed by chance."""
    save, home = minutes.save, os.path.realpath(tmp_path)
    monkeypatch.chdir(tmp_path)

    def save_here(path: Path, written: str) -> None:
        if os.path.realpath(path).startswith(home):
            save(path, written)

    monkeypatch.setattr(minutes, "save", save_here)


def test_whatever_is_pressed_the_store_stays_whole(scale: Scale, seed: int, say: Say) -> None:
    acts = 0
    screens: set[str] = set()
    random = Random(seed)
    for n in range(scale(5, 300)):
        language, place = ("en", "zh")[n % 2], random.choice(PLACES)
        wild = script(f"{seed} {n}", scale(ACTS, 150))
        error, walk = fault(place, wild, language)
        if error is not None:
            short = shortened(place, walk.done, language, type(error))
            raise AssertionError(
                f"seed {seed}, walk {n} from {place.__name__} ({language}): {short}"
            ) from error
        acts += len(walk.done)
        screens |= walk.seen
    say(f"{acts:,} acts of chance on {len(screens)} screens and dialogs")
    assert len(screens) > scale(4, 20), f"chance came to {screens} only"


@contextmanager
def _forgetful(store: Store) -> Iterator[None]:
    """What is written is gone again, and said to be saved."""
    with store.database.atomic() as transaction:
        yield
        transaction.rollback()


def test_a_program_that_forgets_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def place(folder: Path) -> tuple[str, datetime]:
        made = in_session(folder)
        monkeypatch.setattr(Store, "transaction", _forgetful)
        return made

    error, _ = fault(place, [Act("word", "+ 采用东厅"), Act("keys", ("enter",))], "en")
    assert "not in the store: Line 5 saved" in str(error)


def test_a_key_that_breaks_the_program_is_found_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: MeetingScreen) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(MeetingScreen, "action_people", broken)
    acts = [*(Act("keys", (letter,)) for letter in "abcdef"), Act("keys", ("f7",)), Act("word", "more")]
    error, walk = fault(in_session, acts, "en")
    assert isinstance(error, ZeroDivisionError)
    assert shortened(in_session, walk.done, "en", ZeroDivisionError) == [Act("keys", ("f7",))]
