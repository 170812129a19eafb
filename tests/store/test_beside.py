"""Files beside a store: in another place where that disk takes nothing, never two, never somebody else's."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tui_minutes.domain.disk import DiskFault
from tui_minutes.domain.refusal import Refused
from tui_minutes.private import replace_private
from tui_minutes.store import beside
from tui_minutes.store.beside import SideFile, elsewhere, left_behind
from tui_minutes.store.drafts import Drafts
from tui_minutes.store.unwritten import UnwrittenFile, left, rewrite


class Disks:
    """Folders whose disks can be made to fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bad: set[Path] = set()
        self._real = replace_private
        monkeypatch.setattr(beside, "replace_private", self._replace)

    def _replace(self, path: Path, written: bytes, *, synced: bool = False) -> None:
        if path.parent in self.bad:
            raise OSError(28, "No space left on device", str(path))
        self._real(path, written, synced=synced)


@pytest.fixture
def disks(monkeypatch: pytest.MonkeyPatch) -> Disks:
    return Disks(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store's path, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "minutes.db"


def files(*folders: Path) -> list[str]:
    return [path.name for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]


def test_it_moves_to_another_place_and_back_and_there_is_one_at_a_time(
    store: Path, tmp_path: Path, disks: Disks
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    file = SideFile(store, "x", [one, two])
    assert file.write(b"first") == store.with_name("minutes.db.x")
    disks.bad = {store.parent}
    assert file.write(b"second").parent == one
    assert file.read() == "second"
    disks.bad = {store.parent, one}
    assert file.write(b"third").parent == two
    assert file.read() == "third"
    disks.bad = set()
    assert file.write(b"fourth").parent == store.parent
    assert files(store.parent, one, two) == ["minutes.db.x"]
    file.remove()
    assert file.read() == ""


def test_where_no_place_takes_it_the_first_error_is_told(store: Path, tmp_path: Path, disks: Disks) -> None:
    disks.bad = {store.parent, tmp_path}
    with pytest.raises(OSError, match="No space left"):
        SideFile(store, "x", [tmp_path]).write(b"words")


def test_stores_of_the_same_name_do_not_mix(tmp_path: Path, disks: Disks) -> None:
    stores = [tmp_path / name / "minutes.db" for name in ("a", "b")]
    disks.bad = {store.parent for store in stores}
    for store in stores:
        store.parent.mkdir()
        SideFile(store, "unwritten-1", [tmp_path]).write(str(store).encode())
    for store in stores:
        (path,) = left_behind(store, "unwritten-*", [tmp_path])
        assert path.read_text() == str(store)


@pytest.mark.skipif(os.name == "nt", reason="links and owners of POSIX")
def test_a_link_is_not_read(store: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("{}")
    store.with_name("minutes.db.unwritten-1").symlink_to(secret)
    assert left(store, []) == []


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can give files away")
def test_what_somebody_else_left_in_a_shared_place_is_neither_read_nor_used(
    store: Path, tmp_path: Path, disks: Disks
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    os.chown(shared, 12345, 12345)
    disks.bad = {store.parent}
    with pytest.raises(OSError, match="No space left"):
        SideFile(store, "x", [shared]).write(b"words")
    other = store.with_name("minutes.db.unwritten-1")
    other.write_text("{}")
    os.chown(other, 12345, 12345)
    assert left(store, []) == []


def test_a_place_is_named_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert elsewhere(tmp_path).count(tmp_path) == 1


def test_drafts_move_too_and_a_failure_says_why(store: Path, tmp_path: Path, disks: Disks) -> None:
    drafts = Drafts(store, [tmp_path])
    disks.bad = {store.parent}
    drafts.write("line.1", "half")
    assert Drafts(store, [tmp_path]).read("line.1") == "half"
    disks.bad = {store.parent, tmp_path}
    with pytest.raises(Refused, match="draft_failed") as refused:
        drafts.write("line.1", "half typed")
    assert refused.value.params["reason"] is DiskFault.FULL
    assert drafts.read("line.1") == "half"


def test_what_waits_is_kept_privately_in_order_until_nothing_does(store: Path, disks: Disks) -> None:
    file = UnwrittenFile(store, [])
    assert file.keep([])
    assert files(store.parent) == []
    assert file.keep([{"typed": "一"}, {"typed": "二"}])
    ((path, held),) = left(store, [])
    assert path == file.at
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert held == [{"typed": "一"}, {"typed": "二"}]
    disks.bad = {store.parent}
    assert not file.keep([{"typed": "一"}, {"typed": "二"}, {"typed": "三"}])
    assert left(store, [])[0][1] == [{"typed": "一"}, {"typed": "二"}]
    assert file.keep([])
    assert left(store, []) == []


def test_a_line_of_the_file_that_is_broken_does_not_cost_the_others(store: Path) -> None:
    path = store.with_name("minutes.db.unwritten-1")
    path.write_text('{"typed": "一"}\n{"typ\n[1]\n{"typed": "二"}\n', encoding="utf-8")
    assert left(store, []) == [(path, [{"typed": "一"}, {"typed": "二"}])]
    rewrite(path, [{"typed": "二"}])
    assert left(store, []) == [(path, [{"typed": "二"}])]
    rewrite(path, [])
    assert files(store.parent) == []
