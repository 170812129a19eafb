"""A document into a file: whole or not at all, and noted in the store, so that a purge can name it."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from tui_minutes.commands.reading import now
from tui_minutes.domain.command import Command
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import minutes, purging
from tui_minutes.store.store import Store


def write_file(args: Namespace, written: str | bytes, meeting_uid: str = "") -> None:
    """Put `written` into the file ``args.output`` and say so; it tells of `meeting_uid`, of several when "".

    Noted as `note` does.
    """
    path = Path(args.output)
    minutes.save(path, written)
    print(tr("Written: {path}", path=clean(args.output)), file=sys.stderr)
    if path.is_file():  # neither a device nor a pipe
        note(args, path, meeting_uid)


def note(args: Namespace, path: Path, meeting_uid: str = "") -> None:
    """Note in the store that the file at `path` was written; where it cannot be, that is said."""
    command = Command.new(now(), args.entered_by, args.entered_by)
    try:
        with closing(Store.open(args.db, create=False)) as store:
            purging.remember_export(store, command, str(path.absolute()), meeting_uid)
    except Refused as refused:
        reason = clean(refusal_text(refused))
        print(tr("A purge will not know of this file: {reason}", reason=reason), file=sys.stderr)
