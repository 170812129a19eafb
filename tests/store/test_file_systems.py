"""A store on a network drive is recognised, and warned about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import open_store, run_app, shown
from tui_minutes.cli import main
from tui_minutes.store import file_systems
from tui_minutes.store.file_systems import kind_of, network_kind

MOUNTS = r"""
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /home/lin/shared rw,relatime shared:1 - nfs4 server:/export rw,vers=4.2
31 22 0:41 / /home/lin/shared/own rw - ext4 /dev/vdb rw
32 22 0:42 / /mnt/with\040space rw - cifs //server/share rw
33 22 0:43 / /home/lin/remote rw shared:2 master:3 - fuse.sshfs lin@server: rw
34 33 0:44 / /home/lin/remote rw - tmpfs tmpfs rw
a line of a later kernel
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/lin/minutes.db", "ext4"),
        ("/home/lin/shared/minutes.db", "nfs4"),
        ("/home/lin/shared", "nfs4"),
        ("/home/lin/shared/own/minutes.db", "ext4"),
        ("/home/lin/sharedish/minutes.db", "ext4"),
        ("/mnt/with space/minutes.db", "cifs"),
        ("/home/lin/remote/minutes.db", "tmpfs"),
    ],
)
def test_the_innermost_and_latest_mount_counts(path: str, kind: str) -> None:
    assert kind_of(Path(path), MOUNTS) == kind


def test_nothing_is_known_where_the_system_does_not_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_systems, "MOUNTS", tmp_path / "none")
    assert network_kind(tmp_path / "minutes.db") == ""


@pytest.fixture
def _on_nfs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        f"22 1 254:0 / / rw - ext4 /dev/vda rw\n30 22 0:40 / {tmp_path} rw - nfs4 server:/ rw\n"
    )
    monkeypatch.setattr(file_systems, "MOUNTS", mounts)


@pytest.mark.usefixtures("_on_nfs")
@pytest.mark.parametrize(
    ("language", "words"), [("en", "on a network drive (nfs4)"), ("zh", "网络驱动器（nfs4）")]
)
async def test_the_start_and_doctor_warn_of_it(
    tmp_path: Path, language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path)
    async with run_app(store, language=language) as pilot:
        assert words in shown(pilot.app)
    store.close()
    assert main(["--lang", language, "--db", str(tmp_path / "minutes.db"), "doctor"]) == 1
    assert words in capsys.readouterr().out


async def test_nothing_is_said_of_a_disk(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        assert "network" not in shown(pilot.app)
    store.close()
