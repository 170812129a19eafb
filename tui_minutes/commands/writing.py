"""A document into a file: whole or not at all, and noted in the store, so that a purge can name it."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from tui_minutes.commands.asking import agreed
from tui_minutes.commands.reading import now
from tui_minutes.domain.command import Command
from tui_minutes.domain.papers import Form
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import minutes, purging
from tui_minutes.store.store import Store

_BINARY = (Form.WORD, Form.EXCEL)
"""What no terminal can show."""


def check_out(args: Namespace, form: Form) -> None:
    """Refused, before anything is read: "usage_out" for what needs a file and has none, "file_exists" where
    one is there that is not to be replaced (``--force``, or a yes on the terminal).
    """
    if args.out is None and form in _BINARY:
        raise Refused("usage_out", form=form)
    if args.out and os.path.lexists(args.out) and Path(args.out).is_file() and not args.force:
        path = clean(args.out)
        if not agreed(tr("{path} is there already. Replace it? [y/N] ", path=path)):
            raise Refused("file_exists", path=path)


def put(args: Namespace, written: bytes, meeting_uid: str = "") -> None:
    """Into the file ``args.out``, or on stdout; it tells of `meeting_uid`, of several meetings when "".

    What was written into a file is noted as `note` does.
    """
    if args.out is None:
        sys.stdout.write(written.decode())
        return
    path = Path(args.out)
    minutes.save(path, written)
    print(tr("Written: {path}", path=clean(args.out)), file=sys.stderr)
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
