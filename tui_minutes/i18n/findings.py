"""The words for what a check of the seals finds (E5)."""

from __future__ import annotations

from tui_minutes.domain.verification import Finding
from tui_minutes.i18n.translation import mark, tr, tr_late

RECORDS = {
    "meeting": mark("meeting"),
    "person": mark("person"),
    "attendance": mark("attendance of"),
    "item": mark("agenda item"),
    "time": mark("time of"),
    "line": mark("line"),
    "revision": mark("earlier wording of"),
    "outcome": mark("outcome"),
    "history": mark("history of"),
    "signature": mark("signature of"),
    "objection": mark("objection of"),
    "vote": mark("vote on"),
    "amendment": mark("amendment to"),
    "purge": mark("purge of"),
    "gaps": mark("gaps of"),
    "seal": mark("seal"),
}
"""Words for the first word of a sealed record's name."""

FINDINGS = {
    "row_changed": mark("{record}, {field}: sealed as {sealed}, now {found} (seal #{seal})"),
    "row_missing": mark("{record}: sealed, and gone now (seal #{seal})"),
    "row_added": mark("{record}: added after the seal (seal #{seal})"),
    "history_broken": mark(
        "{record}, {field}: does not follow, it was {sealed} and not {found} (seal #{seal})"
    ),
    "bytes_changed": mark("{record}, {field}: the sealed bytes were changed (seal #{seal})"),
    "chain_broken": mark("{record}, {field}: should be {sealed}, is {found}"),
    "seal_missing": mark("{record}, {field}: is {found}, and no seal says so"),
    "seal_unknown": mark("No seal of this store is {sealed}"),
}


def finding_text(finding: Finding) -> str:
    """What differs, in words: the record, the field, what was sealed and what stands there now."""
    noun, _, name = finding.record.partition(" ")
    record = f"{tr_late(RECORDS[noun])} {name}" if noun in RECORDS else finding.record
    said = {"record": record, "field": finding.field, "seal": finding.seal}
    return tr_late(FINDINGS[finding.code], **said, sealed=_value(finding.sealed), found=_value(finding.found))


def _value(value: object) -> str:
    return tr("nothing") if value in (None, "") else f"“{value}”"
