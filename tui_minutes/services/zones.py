"""The machine's time zone, for a plan that names none and for what shows the day and the time."""

from __future__ import annotations

from pathlib import Path

LOCALTIME = Path("/etc/localtime")
"""What a system puts in another place, or writes anew, when it is carried into another zone."""


def machine_zone() -> str:
    """The IANA name of the machine's zone; UTC when it has none. Asked once in a run."""
    from tzlocal import get_localzone_name  # only when a meeting is made

    return get_localzone_name() or "UTC"


def new_machine_zone() -> str:
    """The same, asked anew."""
    from tzlocal import reload_localzone

    reload_localzone()
    return machine_zone()


def zone_mark() -> tuple[int, int] | None:
    """What differs once the machine's zone was changed; quick to ask. None on some systems."""
    try:
        found = LOCALTIME.lstat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
