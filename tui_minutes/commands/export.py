"""``tui-minutes export``: the minutes of a meeting as Markdown or JSON, on stdout or into a file."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from pathlib import Path

from tui_minutes.commands.reading import meeting_numbered, now, opened
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.services import minutes
from tui_minutes.store.store import Store


def run(args: Namespace) -> int:
    """Write the minutes of ``args.number`` to stdout, or ``args.output`` whole or not at all."""
    with opened(args) as store:
        written = _written(store, args)
    if args.output is None:
        sys.stdout.write(written)
        return 0
    _save(Path(args.output), written)
    print(tr("Written: {path}", path=clean(args.output)), file=sys.stderr)
    return 0


def _written(store: Store, args: Namespace) -> str:
    meeting = meeting_numbered(store, args.number)
    if args.format == "md":
        return minutes.markdown(store, meeting.uid, now())
    found = minutes.data(store, meeting.uid, now(), reveal=args.reveal)
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _save(path: Path, written: str) -> None:
    """Replace `path` in one step; Refused("export_unwritable") when the disk says no."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(written, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        reason = clean(error.strerror or str(error))
        raise Refused("export_unwritable", path=clean(str(path)), reason=reason) from error
