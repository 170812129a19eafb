"""The first pages of a damaged store, without which SQLite reads nothing of the others."""

from __future__ import annotations

import os
import struct
from pathlib import Path

PAGE = 4096
"""The size of our pages: SQLite's own choice since 2016."""

_MAGIC = b"SQLite format 3\0"
_LEAF = 13
"""The first byte of a page that holds rows of a table."""


def mend_header(path: Path) -> None:
    """Write what must stand in the first 100 bytes of any store of ours (sqlite.org/fileformat2.html)."""
    log = path.with_name(f"{path.name}-wal")
    way = 2 if log.exists() and log.stat().st_size else 1
    with path.open("r+b") as file:
        size = -(-os.fstat(file.fileno()).st_size // PAGE)
        file.truncate(size * PAGE)
        head = bytearray(file.read(100).ljust(100, b"\0"))
        head[:16] = _MAGIC
        struct.pack_into(">H6B", head, 16, PAGE, way, way, 0, 64, 32, 32)
        struct.pack_into(">4I", head, 24, 1, size, 0, 0)  # changes, pages, no free ones
        struct.pack_into(">5I", head, 44, 4, 0, 0, 1, *struct.unpack_from(">I", head, 60))
        struct.pack_into(">I", head, 64, 0)
        head[72:92] = bytes(20)
        struct.pack_into(">I", head, 92, 1)  # the number of pages is as of this change
        file.seek(0)
        file.write(head)


def graft_schema(path: Path, empty: Path) -> None:
    """Put the pages that hold the schema of an `empty` store in place of those at `path`.

    The tables of both begin on the same pages where the same program made them; if it was another one,
    nothing sensible is read afterwards.
    """
    sound = empty.read_bytes()
    with path.open("r+b") as file:
        pages = os.fstat(file.fileno()).st_size // PAGE
        for number in _schema_pages(sound):
            if number <= pages:
                file.seek((number - 1) * PAGE)
                file.write(sound[(number - 1) * PAGE : number * PAGE])
    mend_header(path)


def _schema_pages(sound: bytes) -> list[int]:
    """The numbers of the pages of the table that describes all others; its root is the first page."""
    if sound[100] == _LEAF:
        return [1]
    cells, right = struct.unpack_from(">H", sound, 103)[0], struct.unpack_from(">I", sound, 108)[0]
    places = struct.unpack_from(f">{cells}H", sound, 112)
    return [1, *(struct.unpack_from(">I", sound, place)[0] for place in places), right]
