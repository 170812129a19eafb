"""On which kind of file system a store lies: locks and synced writes are no sure thing over a network."""

from __future__ import annotations

from pathlib import Path

from tui_minutes.domain.regex import regex

MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux tells what is mounted; other systems do not say it in a file."""

_OVER_A_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "davfs", "glusterfs", "lustre",
     "vboxsf", "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.davfs2", "fuse.gvfsd-fuse",
     "fuse.vmhgfs-fuse")
)  # fmt: skip
_OCTAL = regex(r"\\([0-7]{3})")


def network_kind(path: Path) -> str:
    """The kind of network file system on which `path` lies ("nfs4"); "" for a disk of the machine.

    Two slashes in front name another machine (Windows). Elsewhere than on Linux no more is known.
    """
    if path.drive.startswith("\\\\"):
        return "smb3"
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    kind = kind_of(path.resolve(), mounts)
    return kind if kind in _OVER_A_NETWORK else ""


def kind_of(path: Path, mounts: str) -> str:
    """The kind of file system that holds `path`, by the text of mountinfo (proc(5)); "" when none does."""
    found, longest = "", -1
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) < 5 or not right:
            continue
        point = Path(_OCTAL.sub(lambda octal: chr(int(octal[1], 8)), fields[4]))
        if path.is_relative_to(point) and len(point.parts) >= longest:  # a later one lies over an earlier
            found, longest = right.split(" ")[0], len(point.parts)
    return found
