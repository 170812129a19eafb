"""``tui-minutes verify``: whether anything sealed was changed, and what (E5)."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from tui_minutes.commands.patience import patience
from tui_minutes.commands.reading import opened, print_json
from tui_minutes.domain.text import clean
from tui_minutes.domain.verification import Verification
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.findings import finding_text
from tui_minutes.i18n.purging import purge_text
from tui_minutes.services.verification import verify


def run(args: Namespace) -> int:
    """Print what differs, or that nothing does; 1 when anything differs or ``--seal`` is not in the chain."""
    with opened(args) as store, patience(args.db, tr("Checking every seal")):
        checked = verify(store, args.seal, reveal=args.reveal)
    if args.json:
        findings = [asdict(finding) for finding in checked.findings]
        purges = [{**asdict(purge), "at": purge.at.isoformat()} for purge in checked.purges]
        print_json(
            {
                "ok": checked.ok, "proven": checked.proven, "seals": checked.seals, "findings": findings,
                "purges": purges,
            }
        )  # fmt: skip
    else:
        for finding in checked.findings:
            print(clean(finding_text(finding)))
        for purge in checked.purges:
            print(clean(purge_text(purge)))
        print(_verdict(checked))
    return 0 if checked.ok else 1


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
