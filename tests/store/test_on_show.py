"""What is being read out, told to the window for the room by a small private file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui_minutes.store.on_show import OnShow


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a store may lie; a folder of its own."""
    (tmp_path / "store").mkdir()
    return tmp_path / "store" / "minutes.db"


def test_each_meeting_has_its_own_and_the_file_goes_with_the_last(store: Path, tmp_path: Path) -> None:
    recorder, window = OnShow(store, [tmp_path]), OnShow(store, [tmp_path])
    recorder.show("m1", "o1")
    recorder.show("m2", "o2")
    assert (window.read("m1"), window.read("m2"), window.read("m3")) == ("o1", "o2", "")
    beside = store.with_name("minutes.db.room")
    assert os.name == "nt" or beside.stat().st_mode & 0o777 == 0o600
    recorder.show("m1", "")
    assert window.read("m1") == ""
    recorder.show("m2", "")
    assert not beside.exists()


@pytest.mark.parametrize("left", ["", "{", "[]", "\udcff"])
def test_what_cannot_be_read_is_nothing_and_is_written_over(store: Path, tmp_path: Path, left: str) -> None:
    store.with_name("minutes.db.room").write_bytes(left.encode(errors="surrogateescape"))
    on_show = OnShow(store, [tmp_path])
    assert on_show.read("m1") == ""
    on_show.show("m1", "o1")
    assert on_show.read("m1") == "o1"


def test_a_disk_that_takes_nothing_is_told_to_nobody(store: Path, tmp_path: Path) -> None:
    store.parent.rmdir()
    OnShow(store, [tmp_path]).show("m1", "o1")
    assert OnShow(store, [tmp_path]).read("m1") == "o1", "in the other folder"
    OnShow(store, []).show("m1", "o1")
    assert OnShow(store, []).read("m1") == ""
