"""``tui-minutes verify``: whether anything sealed was changed, and what (E5)."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from tui_minutes.commands.reading import opened, print_json
from tui_minutes.domain.text import clean
from tui_minutes.domain.verification import Finding, Verification
from tui_minutes.i18n import mark, ntr, tr, tr_late
from tui_minutes.services.verification import verify

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
    "amendment": mark("amendment to"),
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


def run(args: Namespace) -> int:
    """Print what differs, or that nothing does; 1 when anything differs or ``--seal`` is not in the chain."""
    with opened(args) as store:
        checked = verify(store, args.seal)
    if args.json:
        findings = [asdict(finding) for finding in checked.findings]
        print_json({"ok": checked.ok, "proven": checked.proven, "seals": checked.seals, "findings": findings})
    else:
        for finding in checked.findings:
            print(clean(_words(finding)))
        print(_verdict(checked))
    return 0 if checked.ok else 1


def _words(finding: Finding) -> str:
    noun, _, name = finding.record.partition(" ")
    record = f"{tr_late(RECORDS[noun])} {name}" if noun in RECORDS else finding.record
    said = {"record": record, "field": finding.field, "seal": finding.seal}
    return tr_late(FINDINGS[finding.code], **said, sealed=_value(finding.sealed), found=_value(finding.found))


def _value(value: object) -> str:
    return tr("nothing") if value in (None, "") else f"“{value}”"


def _verdict(checked: Verification) -> str:
    if not checked.ok:
        return ntr(
            "{n} finding: not as it was sealed", "{n} findings: not as it was sealed", len(checked.findings)
        )
    if checked.proven:
        return ntr("Proven: {n} seal, yours among them", "Proven: {n} seals, yours among them", checked.seals)
    return ntr(
        "Consistent: {n} seal; --seal with one from paper proves it",
        "Consistent: {n} seals; --seal with one from paper proves it",
        checked.seals,
    )
