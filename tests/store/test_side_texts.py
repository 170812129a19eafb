"""Short texts in a private file beside the store, such as which outcome is being read out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui_minutes.store.beside import ON_SHOW, SideTexts


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a store may lie; a folder of its own."""
    (tmp_path / "store").mkdir()
    return tmp_path / "store" / "minutes.db"


def test_each_meeting_has_its_own_and_the_file_goes_with_the_last(store: Path, tmp_path: Path) -> None:
    recorder, window = (SideTexts(store, ON_SHOW, [tmp_path]) for _ in range(2))
    recorder.write("m1", "o1")
    recorder.write("m2", "o2")
    assert (window.read("m1"), window.read("m2"), window.read("m3")) == ("o1", "o2", "")
    beside = store.with_name("minutes.db.room")
    assert os.name == "nt" or beside.stat().st_mode & 0o777 == 0o600
    recorder.write("m1", "")
    assert window.read("m1") == ""
    recorder.write("m2", "")
    assert not beside.exists()


@pytest.mark.parametrize("left", ["", "{", "[]", "\udcff"])
def test_what_cannot_be_read_is_nothing_and_is_written_over(store: Path, tmp_path: Path, left: str) -> None:
    store.with_name("minutes.db.room").write_bytes(left.encode(errors="surrogateescape"))
    texts = SideTexts(store, ON_SHOW, [tmp_path])
    assert texts.read("m1") == ""
    texts.write("m1", "o1")
    assert texts.read("m1") == "o1"


def test_a_disk_that_takes_nothing_is_said(store: Path, tmp_path: Path) -> None:
    store.parent.rmdir()
    SideTexts(store, ON_SHOW, [tmp_path]).write("m1", "o1")
    assert SideTexts(store, ON_SHOW, [tmp_path]).read("m1") == "o1", "in the other folder"
    with pytest.raises(OSError, match="minutes"):
        SideTexts(store, ON_SHOW, []).write("m1", "o1")
