"""``tui-minutes restore``: a backup in place of the store, after a look at what that changes."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui_minutes.commands.asking import agreed
from tui_minutes.commands.backup import moment
from tui_minutes.commands.printing import print_table
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.store.contents import Contents, contents
from tui_minutes.store.restoring import find, prepared, restore


def run(args: Namespace) -> int:
    """Show what the backup holds against what is there; with ``--yes``, or told so when asked, restore."""
    backup = find(args.db, args.backup)
    with prepared(args.db, backup) as draft:
        print(clean(str(backup)))
        _compare(_known(args.db), contents(draft))
        if not (args.yes or agreed(tr("Put it in place of the store? [y/N] "))):
            print(tr("Nothing was changed; --yes restores it."))
            return 0
        restore(args.db, draft)
    print(tr("Restored: {path}. What was there before is among the backups.", path=clean(str(args.db))))
    return 0


def _known(store: Path) -> Contents | None:
    """What is there now; None when there is nothing, or nothing that can be read."""
    try:
        return contents(store)
    except Refused:
        return None


def _compare(now: Contents | None, backup: Contents) -> None:
    columns = ("", tr("Now"), tr("Backup"))
    names = (tr("Meetings"), tr("Lines"), tr("Decisions, actions, questions"), tr("Newest line"))
    before = _cells(now) if now else ("-",) * len(names)
    print_table(columns, list(zip(names, before, _cells(backup), strict=True)))


def _cells(held: Contents) -> tuple[str, ...]:
    return str(held.meetings), str(held.lines), str(held.outcomes), moment(held.newest)
