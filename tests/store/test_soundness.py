"""A store that was found sound is not looked through again for those who only read it, until it changes."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.meeting import played
from tui_minutes.domain.refusal import Refused
from tui_minutes.private import FILE
from tui_minutes.store.store import Store

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of one meeting, found sound just before `AT`."""
    place = tmp_path / "minutes.db"
    with played(place) as meeting:
        meeting.plan().begin()
        meeting.say("决定：订场地")
    with closing(Store.open(place)):
        pass
    found_sound(place, AT - timedelta(minutes=1))
    return place


def found_sound(path: Path, at: datetime) -> None:
    os.utime(kept(path), (at.timestamp(), at.timestamp()))


def kept(path: Path) -> Path:
    return path.with_name("minutes.db.sound")


def is_looked_through(path: Path, at: datetime | None = AT) -> bool:
    with closing(Store.open(path, create=False, reading_at=at)) as store:
        return store.is_looked_through


def damage(path: Path) -> None:
    """Spoil a page in the middle; the file keeps its size."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(4096)
    path.write_bytes(content)


def test_a_reader_goes_by_what_was_found(path: Path) -> None:
    assert not is_looked_through(path)
    assert not is_looked_through(path), "reading changes nothing"
    assert kept(path).stat().st_mode & 0o777 == FILE


def test_who_writes_looks(path: Path) -> None:
    assert is_looked_through(path, None)


def test_it_counts_for_a_day(path: Path) -> None:
    found_sound(path, AT - timedelta(days=1))
    assert is_looked_through(path)


def test_a_clock_that_was_set_back_makes_nothing_known(path: Path) -> None:
    found_sound(path, AT + timedelta(minutes=1))
    assert is_looked_through(path)


def test_what_was_written_since_is_looked_at(path: Path) -> None:
    with played(path) as meeting:
        meeting.plan()
        assert is_looked_through(path), "it lies in the log"
    found_sound(path, AT)
    assert is_looked_through(path), "it lies in the store"


def test_another_file_in_its_place_is_looked_at(path: Path, tmp_path: Path) -> None:
    shutil.copy2(path, tmp_path / "copy.db")
    (tmp_path / "copy.db").replace(path)
    assert is_looked_through(path)


def test_damage_is_found_though_it_was_sound(path: Path) -> None:
    before = path.stat()
    damage(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(Refused, match="store_damaged"):
        is_looked_through(path)
    with pytest.raises(Refused, match="store_damaged"):
        is_looked_through(path)


@pytest.mark.parametrize("written", [b"", b"\xff\xfe", b"1:2:3:4 "])
def test_what_stands_there_otherwise_says_nothing(path: Path, written: bytes) -> None:
    kept(path).write_bytes(written)
    found_sound(path, AT)
    assert is_looked_through(path)


def test_a_store_is_read_all_the_same_where_nothing_can_be_kept(path: Path) -> None:
    kept(path).unlink()
    kept(path).mkdir()
    assert is_looked_through(path)
    assert is_looked_through(path)
