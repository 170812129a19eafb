"""Backups are made by themselves, are whole, are few, and harm nobody."""

from __future__ import annotations

import gzip
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.conftest import Say
from tests.meeting import Played
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rotation import wanted
from tui_minutes.store import backups
from tui_minutes.store.contents import contents
from tui_minutes.store.copying import Stopped, pack, unpack
from tui_minutes.store.store import Store


def unpacked(backup: backups.Backup, to: Path) -> Store:
    """The store that a backup holds."""
    unpack(backup.path, to)
    return Store.open(to)


def test_a_backup_holds_all_that_was_committed_while_the_store_is_in_use(
    half: Played, tmp_path: Path
) -> None:
    backup = backups.make(half.store.path)
    assert backup is not None
    before = [meeting.number for meeting in half.store.meetings()]
    half.plan().begin().say("备注：备份之后才说的话")
    copy = unpacked(backup, tmp_path / "copy.db")
    assert [meeting.number for meeting in copy.meetings()] == before
    assert copy.disagreements() == []
    copy.close()
    again = backups.make(half.store.path)
    assert again is not None
    assert [one.at for one in backups.kept(half.store.path)] == [again.at, backup.at]
    assert contents(half.store.path).meetings == len(before) + 1


def test_what_has_not_changed_is_not_kept_twice(half: Played) -> None:
    path = half.store.path
    assert backups.make(path)
    assert backups.make(path) is None, "nothing was written since"
    half.store.close()
    os.utime(path, ns=(path.stat().st_mtime_ns + 10**9,) * 2)
    newer = backups.make(path)
    assert newer is not None
    assert backups.kept(path) == [newer], "the same content is kept once, as of now"


def test_only_the_owner_reads_them_whatever_the_mask(half: Played) -> None:
    before = os.umask(0)
    try:
        backups.make(half.store.path)
    finally:
        os.umask(before)
    place = backups.folder(half.store.path)
    assert place.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in place.iterdir()} == {0o600}


def test_a_damaged_store_is_not_backed_up_and_takes_no_backup_away(half: Played) -> None:
    path = half.store.path
    good = backups.make(path)
    half.store.close()
    content = bytearray(path.read_bytes())
    content[8192:10240] = b"\xff" * 2048
    path.write_bytes(content)
    with pytest.raises(Refused, match="store_damaged"):
        backups.make(path)
    assert backups.kept(path) == [good]


def test_a_backup_stops_when_the_program_ends_and_leaves_nothing_behind(half: Played) -> None:
    with pytest.raises(Stopped):
        backups.make(half.store.path, lambda: True)
    assert backups.kept(half.store.path) == []
    assert [file.name for file in backups.folder(half.store.path).iterdir()] == [".minutes.db.lock"]


def test_a_full_disk_is_left_to_the_meeting(half: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "ROOM", 2**62)
    with pytest.raises(Refused, match="backup_no_room"):
        backups.make(half.store.path)
    assert backups.kept(half.store.path) == []


def test_a_folder_that_is_no_folder_is_said(half: Played) -> None:
    backups.folder(half.store.path).write_text("mine")
    with pytest.raises(Refused, match="backup_failed"):
        backups.make(half.store.path)


def test_a_backup_that_was_cut_on_its_way_to_the_disk_is_no_backup(
    half: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(plain: Path, packed: Path, stop: object) -> None:
        pack(plain, packed)
        packed.write_bytes(packed.read_bytes()[:-100])

    monkeypatch.setattr("tui_minutes.store.backups.pack", cut)
    with pytest.raises(Refused, match="backup_failed"):
        backups.make(half.store.path)
    assert backups.kept(half.store.path) == []


def test_a_backup_is_small(half: Played, say: Say) -> None:
    backup = backups.make(half.store.path)
    assert backup is not None
    size, whole = backup.path.stat().st_size, half.store.path.stat().st_size
    say(f"a backup has {size / whole:.0%} of the size of its store")
    assert size < whole / 3


def test_the_last_ten_and_seven_days_and_twelve_months_are_kept() -> None:
    start = datetime(2025, 1, 1, 9, tzinfo=UTC)
    opened = [start + timedelta(hours=4 * n) for n in range(6 * 500)]
    kept = wanted(opened)
    assert set(opened[-10:]) <= kept
    last_of_days = {at for at in opened if at.hour == 21 or at == opened[-1]}
    assert set(sorted(last_of_days)[-7:]) <= kept
    assert len({f"{at:%Y-%m}" for at in kept}) == 12
    assert len(kept) <= 10 + 7 + 12
    assert wanted(kept) == kept, "what was kept once is not lost by looking again"
    resting = [datetime(2020 + year, 5, 5, tzinfo=UTC) for year in range(6)]
    assert wanted(resting) == set(resting)


def test_another_store_in_the_folder_keeps_its_own(half: Played, tmp_path: Path) -> None:
    half.store.close()
    other = tmp_path / "minutes.db.old"
    other.write_bytes(half.store.path.read_bytes())
    backups.make(half.store.path)
    backups.make(other)
    assert [len(backups.kept(store)) for store in (half.store.path, other)] == [1, 1]


def test_a_packed_store_is_a_plain_sqlite_file(half: Played) -> None:
    backup = backups.make(half.store.path)
    assert backup is not None
    base = sqlite3.connect(":memory:")
    base.deserialize(gzip.decompress(backup.path.read_bytes()))
    assert base.execute("SELECT count(*) FROM meeting").fetchone()[0] == len(half.store.meetings())
    base.close()
