"""Whether anything sealed was changed, and what: first the bytes and their chain (E5)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.purging import Purge
from tui_minutes.domain.regex import regex
from tui_minutes.domain.sealing import FORMAT, SealKind, encode, leaf, seal_digest

Record = Mapping[str, Any]
"""A row as it was dumped: `table`, `uid`, `record` (its name for people) and `fields`."""


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
    """What a check found. `proven` when a seal from paper was given and is in a chain without findings.

    `purges` are those that the chain tells of, as sealed.
    """

    seals: int
    findings: tuple[Finding, ...]
    asked: str = ""
    purges: tuple[Purge, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing differs."""
        return not self.findings

    @property
    def proven(self) -> bool:
        """Whether it is more than consistent: it agrees with a seal kept outside the store."""
        return self.ok and bool(self.asked)


_NAMES = ("table", "uid", "record")
_KEY = regex(rb'(?<!\\)"(\w+)":')


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
        return leaf(self.salt, self.body) == self.leaf

    @property
    def emptied(self) -> bool:
        """Whether there is nothing but the leaf, as a purge leaves it."""
        return not (self.name or self.salt or self.body)

    def content(self) -> dict[str, Any]:
        """What the body says; empty when it cannot be read any more."""
        try:
            content = json.loads(self.body, parse_float=str)
            encode({"content": content})  # what could not have been sealed says nothing either
        except ValueError:
            return {}
        if not isinstance(content, dict) or not isinstance(content.get("fields"), dict):
            return {}
        return content if all(isinstance(content.get(key), str) for key in _NAMES) else {}


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """A seal's row (`meeting` as uid, all spelled as stored) with the records under it."""

    row: dict[str, Any]
    records: tuple[SealedRecord, ...]

    @property
    def about(self) -> dict[str, Any]:
        """The record in which the seal tells of itself; empty when it is not intact."""
        first = self.records[0] if self.records and self.records[0].intact else None
        content = first.content() if first else {}
        return content if content.get("table") == "seal" else {}

    @property
    def meeting(self) -> str:
        """The uid of its meeting, as sealed; as its row says when that is lost."""
        return str(self.about.get("fields", self.row)["meeting"])

    @property
    def kind(self) -> str:
        """What kind of seal it is, as sealed; as its row says when that is lost."""
        return str(self.about.get("fields", self.row)["kind"])


def about_seal(seq: int, row: Mapping[str, Any]) -> dict[str, Any]:
    """The record in which a seal tells of itself, from its row: what that says is under its digest too."""
    fields = {name: row[name] for name in ("meeting", "kind", "at", "by", "entered_by")}
    return {"table": "seal", "uid": row["uid"], "record": f"seal #{seq}", "fields": fields}


def check_chain(store_uid: str, bundles: Sequence[SealedBundle], live: Mapping[str, Record]) -> list[Finding]:
    """What is wrong with the stored bytes, leaves, seals and their chain.

    `live` are the rows of today by uid: where bytes were changed they often tell which field it was.
    """
    found: list[Finding] = []
    previous = ""
    purged = {bundle.meeting: seq for seq, bundle in enumerate(bundles, 1) if bundle.kind == SealKind.PURGE}
    for seq, bundle in enumerate(bundles, 1):
        from_leaves = seal_digest(store_uid, seq, previous, [record.leaf for record in bundle.records])
        bodies = [leaf(record.salt, record.body) for record in bundle.records]
        from_bodies = seal_digest(store_uid, seq, previous, bodies)
        bodies_hold = bundle.row["digest"] == from_bodies
        rows = {**live, bundle.row["uid"]: about_seal(seq, bundle.row)}
        for position, record in enumerate(bundle.records):
            if not (record.emptied and seq < purged.get(bundle.meeting, 0)):
                found += _check_record(seq, position, record, bodies_hold, rows)
        found += _check_row(seq, bundle)
        if bundle.row["previous"] != previous:
            found.append(_broken(seq, "previous", previous, bundle.row["previous"]))
        previous = from_bodies if bodies_hold else from_leaves
        if bundle.row["digest"] != previous:
            found.append(_broken(seq, "digest", previous, bundle.row["digest"]))
    return found


def _broken(seq: int, field: str, sealed: object, found: object) -> Finding:
    return Finding("chain_broken", seq, f"seal #{seq}", field, sealed, found)


def _check_record(
    seq: int, position: int, record: SealedRecord, bodies_hold: bool, live: Mapping[str, Record]
) -> list[Finding]:
    found = []
    name = record.content().get("record", record.name)
    if not record.intact:
        found.append(Finding("bytes_changed", seq, record.name, *_damage(record, bodies_hold, live)))
    elif record.name != name:
        found.append(Finding("bytes_changed", seq, name, "name", name, record.name))
    if record.position != position:
        found.append(Finding("bytes_changed", seq, record.name, "position", position, record.position))
    return found


def original(record: SealedRecord, live: Iterable[Record]) -> Record | None:
    """The row that `record` was sealed from, where it still is as it was: its digest proves it."""
    return next((row for row in live if leaf(record.salt, _body(row)) == record.leaf), None)


def _body(row: Record) -> bytes:
    return encode({"format": FORMAT, **row})


def _damage(
    record: SealedRecord, bodies_hold: bool, live: Mapping[str, Record]
) -> tuple[str, object, object]:
    """Which part of a sealed record was changed, what it was and what it is, as far as that can be proved."""
    if bodies_hold:
        return "leaf", None, None
    content = record.content()
    row = original(record, live.values()) or _with_one_mended(record, content, live)
    if row is None:
        return "body or salt", None, None
    name = _field_at(_body(row), record.body)
    return name, row["fields"].get(name), content.get("fields", {}).get(name)


def _with_one_mended(
    record: SealedRecord, content: dict[str, Any], live: Mapping[str, Record]
) -> Record | None:
    """The row as sealed when one field was changed under the seal, and others since then in the row."""
    now = live.get(content.get("uid", ""), {"fields": {}})["fields"]
    rows = (
        {**content, "fields": {**content["fields"], name: now.get(name)}}
        for name in content.get("fields", {})
    )
    return original(record, rows)


def _field_at(sealed: bytes, found: bytes) -> str:
    """The field in which two bodies first differ."""
    pairs = enumerate(zip(sealed, found, strict=False))
    place = next((at for at, (one, other) in pairs if one != other), len(sealed))
    keys = [key[1].decode() for key in _KEY.finditer(sealed) if key.start() <= place < len(sealed)]
    return keys[-1] if keys else "body"


def _check_row(seq: int, bundle: SealedBundle) -> list[Finding]:
    """What the seal's row says against what its own record says."""
    row = bundle.row
    found = [] if row["seq"] == seq else [_broken(seq, "seq", seq, row["seq"])]
    about = bundle.about
    if not about:
        lost = not bundle.records or bundle.records[0].intact
        return [*found, *([_broken(seq, "records", None, len(bundle.records))] if lost else [])]
    sealed = {**about["fields"], "uid": about["uid"]}
    differing = [field for field in sealed if row.get(field) != sealed[field]]
    return found + [_broken(seq, field, sealed[field], row.get(field)) for field in differing]
