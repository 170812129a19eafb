"""Writing a seal over a meeting, and reading the chain as it lies on disk (E5)."""

from __future__ import annotations

import secrets
from typing import Any

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.domain.readback import gaps
from tui_minutes.domain.sealing import FORMAT, Seal, SealKind, encode, leaf, seal_digest
from tui_minutes.domain.verification import SealedBundle, SealedRecord, about_seal
from tui_minutes.store import meetings, readback
from tui_minutes.store.dumping import ALL, LEFT, ROOM, Record, dump
from tui_minutes.store.rows import row
from tui_minutes.store.tables import (
    AmendmentRow,
    ConfirmationRow,
    MeetingRow,
    SealedRow,
    SealRow,
    Setting,
    Table,
)

SALT_BYTES = 16

SCOPES: dict[SealKind, tuple[type[Table], ...]] = {
    SealKind.ROOM: ROOM,
    SealKind.CHAIR: ALL,
    SealKind.AMENDMENT: (AmendmentRow,),
    SealKind.LATE_CONFIRMATION: (ConfirmationRow,),
    SealKind.PURGE: LEFT,
}


def seal(command: Command, meeting_uid: str, kind: SealKind) -> Seal:
    """Seal what `kind` covers, chained to the last seal of the store, within the caller's transaction."""
    meeting = row(MeetingRow, meeting_uid)
    last = SealRow.select().order_by(SealRow.seq.desc()).first()
    link = SealRow(
        uid=new_uid(command.at), meeting=meeting, seq=last.seq + 1 if last else 1, kind=kind, at=command.at,
        by=command.by, entered_by=command.entered_by, previous=last.digest if last else "", digest="",
    )  # fmt: skip
    records = [_about(link), *_covered(meeting, kind)]
    sealed = []
    for record in records:
        salt, body = secrets.token_bytes(SALT_BYTES), encode({"format": FORMAT, **record})
        sealed.append((record["record"], salt, body, leaf(salt, body)))
    link.digest = seal_digest(store_uid(), link.seq, link.previous, [one[-1] for one in sealed])
    link.save(force_insert=True)
    for position, (name, salt, body, digest) in enumerate(sealed):
        fields = {"name": name, "salt": salt, "body": body, "leaf": digest}
        SealedRow.create(uid=new_uid(command.at), seal=link, position=position, **fields)
    return readback.seals(meeting.id)[-1]


def _about(link: SealRow) -> Record:
    row = {"uid": link.uid, "meeting": link.meeting.uid, "kind": str(link.kind), "by": link.by}
    return about_seal(link.seq, {**row, "at": SealRow.at.db_value(link.at), "entered_by": link.entered_by})


def _covered(meeting: MeetingRow, kind: SealKind) -> list[Record]:
    records = dump(meeting.id, SCOPES[kind])
    if kind in (SealKind.ROOM, SealKind.CHAIR):
        record = meetings.record(meeting.uid)
        missing = [[gap.code, gap.subject, gap.uid] for gap in gaps(record)]
        named = {"table": "gaps", "uid": meeting.uid, "record": f"gaps {meeting.number}"}
        return [*records, {**named, "fields": {"gaps": missing, "quorum": record.quorum}}]
    sealed = _sealed_uids(meeting)
    return [record for record in records if record["uid"] not in sealed]


def _sealed_uids(meeting: MeetingRow) -> set[str]:
    seals = SealRow.select(SealRow.id).where(SealRow.meeting == meeting)
    return {str(record.content().get("uid")) for seal in seals for record in _records(seal.id)}


def store_uid() -> str:
    """The uid that binds seals to this store."""
    return str(Setting.get(key="uid").value)


def chain() -> list[SealedBundle]:
    """Every seal with its records, in the order they were written, spelled as on disk."""
    query = SealRow.select(
        SealRow.id, SealRow.uid, MeetingRow.uid, SealRow.seq, SealRow.kind, SealRow.at, SealRow.by,
        SealRow.entered_by, SealRow.previous, SealRow.digest,
    )  # fmt: skip
    names = ("uid", "meeting", "seq", "kind", "at", "by", "entered_by", "previous", "digest")
    query = query.left_outer_join(MeetingRow).order_by(SealRow.id)
    return [
        SealedBundle(dict(zip(names, fields, strict=True)), _records(key))
        for key, *fields in SealRow._meta.database.execute(query)
    ]


def _records(seal_id: int) -> tuple[SealedRecord, ...]:
    query = SealedRow.select(
        SealedRow.position, SealedRow.name, SealedRow.salt, SealedRow.body, SealedRow.leaf
    )
    rows = SealedRow._meta.database.execute(query.where(SealedRow.seal == seal_id).order_by(SealedRow.id))
    return tuple(
        SealedRecord(position, str(name), _bytes(salt), _bytes(body), _bytes(digest))
        for position, name, salt, body, digest in rows
    )


def _bytes(value: Any) -> bytes:
    """What a hand may have put in a column for bytes."""
    return value if isinstance(value, bytes) else str(value or "").encode()
