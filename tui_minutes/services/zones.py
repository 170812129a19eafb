"""The machine's time zone, for a plan that names none."""

from __future__ import annotations


def machine_zone() -> str:
    """The IANA name of the machine's zone; UTC when it has none."""
    from tzlocal import get_localzone_name  # only when a meeting is made

    return get_localzone_name() or "UTC"
