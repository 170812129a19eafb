"""Seals: the very bytes a room or a chair agreed to, and a chain that shows any change (E5)."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass

FORMAT = 1
"""The format of sealed records; a number in every seal, so that old ones stay readable."""


class SealKind(StrEnum):
    """The room's seal, the chair's, and what may follow in the same chain."""

    ROOM = "room"
    CHAIR = "chair"
    AMENDMENT = "amendment"
    LATE_CONFIRMATION = "late_confirmation"
    PURGE = "purge"


@dataclass(frozen=True, slots=True)
class Seal:
    """One link of the chain; `digest` and `previous` are lower-case hex."""

    uid: str
    meeting_uid: str
    seq: int
    kind: SealKind
    at: datetime
    by: str
    entered_by: str
    previous: str
    digest: str


def encode(record: dict[str, object]) -> bytes:
    """The bytes of a record: JSON, sorted keys, UTF-8. Floats are refused, they have no one spelling."""
    _refuse_floats(record)
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a sealed record holds no floats")
    if isinstance(value, dict):
        for part in value.values():
            _refuse_floats(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _refuse_floats(part)


def leaf(salt: bytes, body: bytes) -> bytes:
    """The digest of one sealed record."""
    return hashlib.sha256(salt + body).digest()


def seal_digest(store_uid: str, seq: int, previous: str, leaves: list[bytes]) -> str:
    """The seal over `leaves`, chained to the `previous` one of the store; hex."""
    head = f"{store_uid}\n{seq}\n{previous}\n".encode()
    return hashlib.sha256(head + b"".join(leaves)).hexdigest()
