"""``tui-minutes rescue``: what can be read of a damaged store, in a new one; and what is missing."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from tui_minutes.commands.backup import moment
from tui_minutes.commands.printing import print_table
from tui_minutes.domain.text import clean
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.findings import finding_text
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services.verification import verify
from tui_minutes.settings import typed_path
from tui_minutes.store import backups
from tui_minutes.store.examining import unreadable
from tui_minutes.store.rescuing import Held, Rescued, rescue
from tui_minutes.store.store import Store


def run(args: Namespace) -> int:
    """Save what can be read, print what is missing; 1 when something is, or a seal no longer holds."""
    damaged = typed_path(args.damaged) if args.damaged else args.db
    new = typed_path(args.out) if args.out else damaged.with_name(f"{damaged.stem}-rescued{damaged.suffix}")
    rescued = rescue(damaged, new)
    with closing(Store.open(new, create=False)) as store:
        wrong = [refusal_text(refused) for refused in unreadable(store)]
        findings = verify(store, reveal=args.reveal).findings
    _print_meetings(rescued)
    _print_rest(rescued)
    for said in (*wrong, *map(finding_text, findings)):
        print(clean(said))
    print(tr("Written: {path}", path=clean(str(new))))
    whole = rescued.is_whole and not wrong and not findings
    print(tr("All that is known of was saved.") if whole else _advice(damaged))
    return 0 if whole else 1


def _print_meetings(rescued: Rescued) -> None:
    columns = (tr("Meeting"), tr("Lines"), tr("Decisions, actions, questions"))
    rows = [(number, *map(_share, both)) for number, both in rescued.meetings.items()]
    print_table(columns, rows)


def _share(held: Held) -> str:
    """``41``, or ``39 of 41``."""
    if held.saved >= held.known:
        return str(held.saved)
    return tr("{saved} of {known}", saved=held.saved, known=held.known)


def _print_rest(rescued: Rescued) -> None:
    """What else is missing or made up, in the names of the tables."""
    for table, held in rescued.tables.items():
        if held.saved < held.known and table not in ("entry", "outcome"):
            print(tr("Of {table}: {saved} of {known} rows", table=table, saved=held.saved, known=held.known))
    if rescued.mended:
        print(ntr("{n} row has a value made up", "{n} rows have a value made up", rescued.mended))
    if rescued.strays:
        said = ntr(
            "{n} meeting is lost but for parts of it",
            "{n} meetings are lost but for parts of them",
            rescued.strays,
        )
        print(said)


def _advice(damaged: Path) -> str:
    """What else there is: the newest backup."""
    kept = backups.kept(damaged)
    if not kept:
        return tr("This is what could be read; there is no backup.")
    return tr(
        "This is what could be read. The newest backup is {name}, of {moment}: tui-minutes restore shows it",
        name=kept[0].name,
        moment=moment(kept[0].at),
    )
