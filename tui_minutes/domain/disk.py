"""Why a disk did not take what was to be written."""

from __future__ import annotations

import errno
from enum import StrEnum


class DiskFault(StrEnum):
    """What a person can do something about; it may pass, and then it is tried again."""

    FULL = "full"
    READ_ONLY = "read_only"
    FAILING = "failing"
    GONE = "gone"


_FAULTS = {
    errno.ENOSPC: DiskFault.FULL,
    errno.EDQUOT: DiskFault.FULL,
    errno.EFBIG: DiskFault.FULL,
    errno.EROFS: DiskFault.READ_ONLY,
    errno.EIO: DiskFault.FAILING,
}


def os_reason(error: OSError) -> DiskFault | str:
    """The fault that the operating system reports; its own words where it is no fault of the disk."""
    return _FAULTS.get(error.errno or 0) or error.strerror or str(error)
