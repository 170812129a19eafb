"""Of a damaged store all that can be read is saved, and what is missing is said."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.faults.conftest import Say, Scale
from tests.faults.damaged import LINES, PAGE, RUNNING, SPOILINGS, pages, put, said, wiped
from tui_minutes.domain.meeting import Level, Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.verification import verify
from tui_minutes.store import backups
from tui_minutes.store.contents import contents, reader
from tui_minutes.store.examining import examine, unreadable
from tui_minutes.store.rescuing import Rescued, rescue
from tui_minutes.store.store import Store

Words = dict[str, set[tuple[object, ...]]]


def words(path: Path) -> Words:
    """What people typed: lines, outcomes and their history, by number."""
    told = {
        "lines": "SELECT meeting_id, seq, at, raw FROM entry",
        "outcomes": "SELECT number, text, due FROM outcome",
        "history": "SELECT number, at, changes FROM history JOIN outcome ON outcome.id = outcome_id",
    }
    with reader(path) as base:
        return {name: set(base.execute(query)) for name, query in told.items()}


def page_of(good: bytes, text: str) -> int:
    """The last page in which a text stands."""
    return good.rindex(text.encode()) // PAGE


def test_a_sound_store_is_saved_whole(good: bytes, tmp_path: Path) -> None:
    path, new = put(good, tmp_path), tmp_path / "new.db"
    rescued = rescue(path, new)
    assert rescued.is_whole
    assert words(new) == words(path)
    assert path.read_bytes() == good
    with closing(Store.open(new)) as store:
        assert verify(store).findings == ()
        assert store.disagreements() == []


def how_much(path: Path, new: Path, truth: Words) -> str:
    """How much was saved, into a store that is sound; where something is missing, that must be said."""
    try:
        rescued = rescue(path, new)
    except Refused as refused:
        return refused.code
    with closing(Store.open(new)) as store:
        proven = verify(store).ok
        assert list(unreadable(store)) == []
        assert store.disagreements() == []
    examine(new)
    saved = words(new)
    others = sum(len(saved[name] - truth[name]) for name in truth)
    assert others <= len(SPOTS), "words that nobody has written"
    missing = sum(len(truth[name]) - len(saved[name]) for name in truth)
    assert not (missing and proven and rescued.is_whole), "something is missing, and nobody says so"
    return "part of it" if missing else "all of it"


@pytest.mark.parametrize("spoil", SPOILINGS, ids=lambda spoil: spoil.__name__)
def test_what_can_be_read_is_saved_and_the_rest_is_said(
    good: bytes,
    tmp_path: Path,
    spoil: Callable[[bytes, int, Random], bytes],
    seed: int,
    scale: Scale,
    say: Say,
) -> None:
    truth = words(put(good, tmp_path))
    chance, ends = Random(seed), Counter[str]()
    for page in pages(good, scale(2, len(good)), chance):
        path, new = put(spoil(good, page, chance), tmp_path), tmp_path / "new.db"
        new.unlink(missing_ok=True)
        ends[how_much(path, new, truth)] += 1
    say(f"{spoil.__name__}: " + ", ".join(f"{n} {how}" for how, n in ends.most_common()))


SPOTS = range(4)
"""So many bytes are flipped in a page: so many words can be others."""


def test_one_bad_page_costs_no_more_than_its_rows(good: bytes, tmp_path: Path, say: Say) -> None:
    lost = []
    for page in range(1, len(good) // PAGE):
        if good[page * PAGE] == 13 and "很长的一行".encode() in good[page * PAGE : page * PAGE + PAGE]:
            new = tmp_path / f"new{page}.db"
            rescue(put(wiped(good, page, Random()), tmp_path), new)
            lost.append(contents(put(good, tmp_path)).lines - contents(new).lines)
    say(f"pages of lines wiped one by one: {lost} lines lost of {LINES + 12}")
    assert lost
    assert max(lost) < LINES / 2


def test_a_lost_meeting_leaves_its_lines(good: bytes, tmp_path: Path) -> None:
    path, new = put(good, tmp_path), tmp_path / "new.db"
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA foreign_keys = OFF")
        base.execute("DELETE FROM meeting WHERE number = 'M-2026-005'")
    base.close()
    lines = contents(path).lines
    rescued = rescue(path, new)
    assert rescued.strays == 1
    assert not rescued.is_whole
    with closing(Store.open(new)) as store:
        assert contents(new).lines == lines
        assert [one.level for one in store.meetings() if one.number == "M-0000-005"] == [Level.SECRET]


def test_a_lost_meeting_under_seal_is_what_was_sealed(good: bytes, tmp_path: Path) -> None:
    path, new = put(good, tmp_path), tmp_path / "new.db"
    with closing(Store.open(path)) as store:
        before = [one for one in store.meetings() if one.number != RUNNING]
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA foreign_keys = OFF")
        base.execute("DELETE FROM meeting")
    base.close()
    assert rescue(path, new).strays == 1, "the one that runs is under no seal"
    with closing(Store.open(new)) as store:
        assert [one for one in store.meetings() if one.phase == Phase.APPROVED] == before
        assert verify(store).findings == ()


def test_numbers_are_never_given_out_again(good: bytes, tmp_path: Path) -> None:
    path, new = put(good, tmp_path), tmp_path / "new.db"
    with sqlite3.connect(path) as base:
        before = dict(base.execute("SELECT name, value FROM counter").fetchall())
        base.execute("DELETE FROM counter")
    base.close()
    rescue(path, new)
    with reader(new) as made:
        assert dict(made.execute("SELECT name, value FROM counter").fetchall()) == before


def test_values_that_are_none_are_made_up_and_said(good: bytes, tmp_path: Path) -> None:
    path, new = put(good, tmp_path), tmp_path / "new.db"
    with sqlite3.connect(path) as base:
        base.execute("UPDATE entry SET kind = 'nonsense', at = 'yesterday' WHERE id = 30")
        base.execute("UPDATE entry SET text = CAST(x'e5b18f80' AS TEXT) WHERE id = 31")
        base.execute("UPDATE meeting SET level = 'publik' WHERE number = 'M-2026-005'")
    base.close()
    rescued = rescue(path, new)
    assert rescued.mended == 3
    with closing(Store.open(new)) as store:
        assert list(unreadable(store)) == []
        assert next(one.level for one in store.meetings() if one.number == "M-2026-005") == Level.SECRET


def test_the_command_tells_what_is_missing_and_of_the_newest_backup(good: bytes, tmp_path: Path) -> None:
    path = put(good, tmp_path)
    backup = backups.make(path)
    assert backup is not None
    path.write_bytes(wiped(good, page_of(good, f"第 {LINES - 1} 条"), Random()))
    code, out, _ = said(path, "rescue")
    assert code == 1
    assert " of 41" in out
    assert backup.name in out
    assert said(tmp_path / "minutes-rescued.db", "list")[0] == 0
    code, _, words = said(path, "rescue")
    assert (code, "is there already" in words) == (1, True)
    assert said(tmp_path / "minutes.db", "rescue", "--out", str(tmp_path / "again.db"))[0] == 1


def test_nothing_is_made_of_nothing(tmp_path: Path, seed: int) -> None:
    path, new = tmp_path / "minutes.db", tmp_path / "new.db"
    for content in (b"", b"minutes of the parish council, 1874\n" * 999, Random(seed).randbytes(90_000)):
        path.write_bytes(content)
        with pytest.raises(Refused, match="nothing_rescued"):
            rescue(path, new)
        assert [file.name for file in tmp_path.iterdir()] == ["minutes.db"]


def test_a_rescue_that_says_nothing_of_what_is_missing_would_be_seen(
    good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: it says that all was saved."""
    truth = words(put(good, tmp_path))
    path = put(wiped(good, page_of(good, f"第 {LINES - 1} 条"), Random()), tmp_path)
    assert how_much(path, tmp_path / "new.db", truth) == "part of it"
    monkeypatch.setattr(Rescued, "is_whole", True)
    with pytest.raises(AssertionError, match="nobody says so"):
        how_much(path, tmp_path / "careless.db", truth)
