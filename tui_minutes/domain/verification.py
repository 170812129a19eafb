"""Whether anything sealed was changed, and what: first the bytes and their chain (E5)."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from typing import Any

from tui_minutes.domain.sealing import leaf, seal_digest


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that differs from what was sealed: in which seal, record and field, and both spellings.

    Codes: bytes_changed, chain_broken, row_changed, row_missing, row_added, history_broken, seal_missing,
    seal_unknown.
    """

    code: str
    seal: int
    record: str
    field: str = ""
    sealed: object = None
    found: object = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check found. `proven` when a seal from paper was given and is in a chain without findings."""

    seals: int
    findings: tuple[Finding, ...]
    asked: str = ""

    @property
    def ok(self) -> bool:
        """Whether nothing differs."""
        return not self.findings

    @property
    def proven(self) -> bool:
        """Whether it is more than consistent: it agrees with a seal kept outside the store."""
        return self.ok and bool(self.asked)


@dataclass(frozen=True, slots=True)
class SealedRecord:
    """One record under a seal, as stored."""

    position: int
    name: str
    salt: bytes
    body: bytes
    leaf: bytes

    @property
    def intact(self) -> bool:
        """Whether salt and body still give the leaf."""
        return hmac.compare_digest(leaf(self.salt, self.body), self.leaf)

    def content(self) -> dict[str, Any]:
        """What the body says; empty when it cannot be read any more."""
        try:
            content = json.loads(self.body)
        except ValueError:
            return {}
        return content if isinstance(content, dict) and isinstance(content.get("fields"), dict) else {}


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """A seal's row (`meeting` as uid, all spelled as stored) with the records under it."""

    row: dict[str, Any]
    records: tuple[SealedRecord, ...]

    @property
    def seq(self) -> int:
        """Its place in the chain."""
        return int(self.row["seq"]) if str(self.row["seq"]).isdigit() else 0


def check_chain(store_uid: str, bundles: list[SealedBundle]) -> list[Finding]:
    """What is wrong with the stored bytes, leaves, seals and their chain."""
    found: list[Finding] = []
    previous = ""
    for seq, bundle in enumerate(bundles, 1):
        for position, record in enumerate(bundle.records):
            found += _check_record(seq, position, record)
        found += _check_row(seq, bundle)
        if bundle.row["previous"] != previous:
            found.append(_broken(seq, "previous", previous, bundle.row["previous"]))
        digest = _digest(store_uid, seq, previous, bundle)
        if bundle.row["digest"] != digest:
            found.append(_broken(seq, "digest", digest, bundle.row["digest"]))
        previous = digest
    return found


def _broken(seq: int, field: str, sealed: object, found: object) -> Finding:
    return Finding("chain_broken", seq, f"seal #{seq}", field, sealed, found)


def _digest(store_uid: str, seq: int, previous: str, bundle: SealedBundle) -> str:
    """The digest that follows from the leaves; from the bodies where that is what the seal says."""
    stored = seal_digest(store_uid, seq, previous, [record.leaf for record in bundle.records])
    bodies = [leaf(record.salt, record.body) for record in bundle.records]
    again = seal_digest(store_uid, seq, previous, bodies)
    return again if again == bundle.row["digest"] else stored


def _check_record(seq: int, position: int, record: SealedRecord) -> list[Finding]:
    found = []
    name = record.content().get("record", record.name)
    if not record.intact:
        found.append(Finding("bytes_changed", seq, record.name, "body, salt or leaf"))
    elif record.name != name:
        found.append(Finding("bytes_changed", seq, name, "name", name, record.name))
    if record.position != position:
        found.append(Finding("bytes_changed", seq, record.name, "position", position, record.position))
    return found


def _check_row(seq: int, bundle: SealedBundle) -> list[Finding]:
    """What the seal's row says against what its own record says."""
    row = bundle.row
    found = [] if row["seq"] == seq else [_broken(seq, "seq", seq, row["seq"])]
    about = bundle.records[0].content() if bundle.records else {}
    if not about or about["table"] != "seal":
        return [*found, Finding("bytes_changed", seq, f"seal #{seq}", "records")]
    sealed = {**about["fields"], "uid": about["uid"]}
    return found + [
        _broken(seq, field, sealed[field], row[field]) for field in sealed if row[field] != sealed[field]
    ]
