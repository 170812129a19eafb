"""``tui-minutes start``: meetings from invitations and plans, and the program opened on them (B8)."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from tui_minutes.commands.app import own_store, show
from tui_minutes.commands.asking import agreed
from tui_minutes.commands.reading import now
from tui_minutes.domain.command import Command
from tui_minutes.domain.inviting.incoming import DOES_SOMETHING, Judged, Treatment
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.incoming import changes, remarks, title_text, treatment_text, when_text
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import incoming, invited
from tui_minutes.services.incoming import Brought
from tui_minutes.services.zones import machine_zone
from tui_minutes.store.blaming import blaming
from tui_minutes.store.store import Store
from tui_minutes.terminal import require_terminal

DONE, FAILED = 0, 1


def run(args: Namespace) -> int:
    """Store what the files in ``args.files`` describe, each whole or not at all, and show it.

    One that is wrong is said and stands in no other's way; then, and with ``--store-only``, nothing is shown.
    """
    brought, wrong = _read(args.files)
    if not args.store_only:
        require_terminal()
    store = own_store(args.db)
    taken: list[str] = []
    try:
        with blaming(store):
            for one in brought:
                try:
                    taken += _take(args, store, one)
                except Refused as refused:
                    wrong.append(refused)
    finally:
        store.close()
    for why in wrong:
        print(clean(refusal_text(why)), file=sys.stderr)
    if wrong or args.store_only or not any(taken):
        return FAILED if wrong or not any(taken) else DONE
    only = taken[0] if len(taken) == 1 else ""
    return show(args, lambda _: only)


def _read(files: Sequence[str]) -> tuple[list[Brought], list[Refused]]:
    """What the files bring, and why some cannot be read; a single one that cannot is refused."""
    brought: list[Brought] = []
    wrong: list[Refused] = []
    for file in files:
        try:
            brought.append(incoming.read(Path(file), machine_zone()))
        except Refused as refused:
            if len(files) == 1:
                raise
            wrong.append(refused)
    return brought, wrong


def _take(args: Namespace, store: Store, brought: Brought) -> list[str]:
    """Store the meetings of a file and say what became of each; their uids, "" where nothing is shown."""
    found = incoming.look(store, brought, machine_zone(), now())
    again = tuple(one.incoming.event for one in found if _another(args, one))
    command = Command.new(now(), args.entered_by, args.entered_by)
    uids = invited.take(store, command, [one.incoming for one in found], again)
    several = args.store_only or len(args.files) > 1 or len(found) > 1
    for judged, uid in zip(found, uids, strict=True):
        if several or judged.treatment is not Treatment.NEW:
            _say(args, store, judged, uid, made=judged.incoming.event in again)
    return [uid if _opens(one) else "" for one, uid in zip(found, uids, strict=True)]


def _opens(judged: Judged) -> bool:
    """Whether it is worth opening; what is older, or called off, says nothing new of a meeting to be held."""
    return judged.treatment in DOES_SOMETHING or judged.treatment in (
        Treatment.SAME,
        Treatment.BEGUN,
        Treatment.OWN,
        Treatment.BEFORE,
    )


def _another(args: Namespace, judged: Judged) -> bool:
    """Whether another meeting is to be made of a plan that one was made of before."""
    if judged.treatment is not Treatment.BEFORE or judged.known is None:
        return False
    question = tr(
        "{number} was made of {file} before. Make another meeting of it? [y/N] ",
        number=judged.known.number,
        file=judged.incoming.file,
    )
    return bool(args.again) or agreed(question)


def _say(args: Namespace, store: Store, judged: Judged, uid: str, *, made: bool) -> None:
    """A line for the meeting, and under it what changes in it."""
    number = store.record(uid).meeting.number if uid else "–"
    becomes = treatment_text(Treatment.NEW if made else judged.treatment)
    title = title_text(judged.incoming, reveal=args.reveal)
    print(
        clean("  ".join(part for part in (number, becomes, when_text(judged.incoming.plan), title) if part))
    )
    for line in (*remarks(judged.incoming), *changes(judged, reveal=args.reveal)):
        print(clean(f"    {line}"))
