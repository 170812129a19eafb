"""A store with any page spoilt: it is said, or all that is shown is what was there; never a crash."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.faults.conftest import Say, Scale
from tests.faults.damaged import (
    CHECKING,
    PAGE,
    SEALED,
    SHOWING,
    SPOILINGS,
    Said,
    pages,
    put,
    said,
    shown,
    stop_clocks,
)
from tests.terminal import CTRL_Q, PATIENCE, Terminal, minutes, settle
from tui_minutes.domain.refusal import Refused
from tui_minutes.store import backups, opening
from tui_minutes.store.copying import Stopped
from tui_minutes.store.examining import examine, examine_sometimes

LEAF_OF_INDEX = 10
"""The first byte of such a page."""

WALK = (
    ("", "Meetings"),
    ("\x07", "Decision ledger"),
    ("\x0f", "Meetings"),
    ("\r", "Outcomes"),
    ("x\r", r"\d\d:\d\d  x"),
)
"""Keys, and what is seen then."""


def judged(path: Path, truth: list[Said]) -> str:
    """How the damage is known: at once, by looking; or that nothing shown is wrong; "" for unseen."""
    found = shown(path)
    if found == truth:
        return "harmless"
    wrong = [one for one, right in zip(found, truth, strict=True) if one != right]
    if all(code == 1 and not out for code, out, _ in wrong):
        return "refused"
    return next((" ".join(command) for command in CHECKING if said(path, *command)[0] == 1), "")


def only_words_of_the_running_one_differ(path: Path, truth: list[Said]) -> bool:
    """Whether no line, nothing sealed and no number is missing or wrong: what no seal covers may be."""
    for command, (code, out, _), (_, right, _) in zip(SHOWING, shown(path), truth, strict=True):
        if code or (command[0] in ("show", "export") and command[1] in SEALED and out != right):
            return False
        if "--json" in command and shape(json.loads(out)) != shape(json.loads(right)):
            return False
    return True


def shape(value: object) -> object:
    """JSON without its words."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__


@pytest.mark.parametrize("spoil", SPOILINGS, ids=lambda spoil: spoil.__name__)
def test_damage_is_said_or_does_no_harm(
    good: bytes,
    tmp_path: Path,
    spoil: Callable[[bytes, int, Random], bytes],
    seed: int,
    scale: Scale,
    say: Say,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop_clocks(monkeypatch)
    truth = shown(put(good, tmp_path))
    assert {code for code, _, _ in truth} == {0}
    assert [said(tmp_path / "minutes.db", *command)[0] for command in CHECKING] == [0, 0]
    chance, known = Random(seed), Counter[str]()
    for page in pages(good, scale(4, len(good)), chance):
        path = put(spoil(good, page, chance), tmp_path)
        how = judged(path, truth)
        known[how or "a word of the running meeting, unseen"] += 1
        assert how or only_words_of_the_running_one_differ(path, truth), f"page {page}: nobody says so"
    say(f"{spoil.__name__}: " + ", ".join(f"{n} {how}" for how, n in known.most_common()))


def test_a_wrong_word_that_nobody_told_of_would_be_seen(
    good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: `verify` tells of a word that is not what was sealed; without it the judge cries out."""
    stop_clocks(monkeypatch)
    truth = shown(put(good, tmp_path))
    path = put(good, tmp_path)
    with sqlite3.connect(path) as base:
        base.execute("UPDATE outcome SET deliverable = '' , text = '不订场地' WHERE number = 'A-001'")
    base.close()
    assert judged(path, truth) == "verify"
    monkeypatch.setattr("tests.faults.test_damage.CHECKING", ())
    assert judged(path, truth) == ""
    assert not only_words_of_the_running_one_differ(path, truth)


def test_an_index_that_lies_is_found(good: bytes, tmp_path: Path) -> None:
    """quick_check passes over it; a full check, doctor and whoever finds nothing do not."""
    number, wrong = SEALED[0].encode(), b"M-2025-001"
    indexes = [page for page in range(len(good) // PAGE) if good[page * PAGE] == LEAF_OF_INDEX]
    [page] = [at for at in indexes if number in good[at * PAGE : at * PAGE + PAGE]]
    content = good[page * PAGE : page * PAGE + PAGE].replace(number, wrong)
    path = put(good[: page * PAGE] + content + good[page * PAGE + PAGE :], tmp_path)
    opening.inspect(path)
    code, _, words = said(path, "show", SEALED[0])
    assert (code, "is damaged" in words) == (1, True)
    with pytest.raises(Refused, match="store_damaged"):
        examine(path)


def test_a_large_store_is_examined_once_a_week(
    good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, day = put(good, tmp_path), date(2026, 12, 1)
    backups.folder(path).mkdir()
    looked: list[Path] = []
    monkeypatch.setattr("tui_minutes.store.examining.examine", lambda path, stop: looked.append(path))
    examine_sometimes(path, day)
    examine_sometimes(path, day)
    assert len(looked) == 2, "a small one each time"
    monkeypatch.setattr(opening, "LARGE", 0)
    for days in (0, 1, 6, 7, 8, -300, -299):
        examine_sometimes(path, day + timedelta(days=days))
    assert len(looked) == 2 + 3, "at first, after a week, and when the clock was wrong"


def test_a_look_stops_when_the_program_ends(good: bytes, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        examine(put(good, tmp_path), lambda: True)


@pytest.mark.parametrize("spoil", SPOILINGS, ids=lambda spoil: spoil.__name__)
def test_the_program_ends_in_order_or_goes_on(
    good: bytes,
    tmp_path: Path,
    spoil: Callable[[bytes, int, Random], bytes],
    seed: int,
    scale: Scale,
) -> None:
    settle()
    backups.make(put(good, tmp_path))
    chance = Random(seed)
    for page in pages(good, scale(2, 40), chance):
        path = put(spoil(good, page, chance), tmp_path)
        with Terminal(minutes("--db", str(path))) as terminal:
            _walk(terminal)
            assert "Traceback" not in terminal.text, page
            assert terminal.program.returncode in (0, 1), page
            if terminal.program.returncode:
                assert re.search(
                    "is damaged|is not a tui-minutes store|newer|is gone or empty", terminal.text
                ), page
            assert terminal.is_sane()


def _walk(terminal: Terminal) -> None:
    """Home, the tracker, the running meeting, a line, the end; or until it ends by itself."""
    for keys, answer in WALK:
        if keys and terminal.program.poll() is None:
            terminal.send(keys)
        end = time.monotonic() + PATIENCE
        while terminal.program.poll() is None and time.monotonic() < end:
            if re.search(answer, terminal.text):
                break
            terminal.pump()
    if terminal.program.poll() is None:
        terminal.send(CTRL_Q)
    terminal.ended()
