"""``tui-minutes purge``: the words of a meeting deleted from every file, with proof (E5)."""

from __future__ import annotations

import os
from argparse import Namespace
from contextlib import closing
from functools import partial

from tui_minutes import settings as config
from tui_minutes.commands.asking import agreed
from tui_minutes.commands.reading import meeting_numbered, now
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.purging import Toll
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.purging import backups_text, leaves, out_of_reach, takes
from tui_minutes.services import purging
from tui_minutes.services.policies import rules
from tui_minutes.store.beside import elsewhere
from tui_minutes.store.store import Store


def run(args: Namespace) -> int:
    """Say what goes and what stays; with ``--yes``, or when asked and told so, purge ``args.number``.

    One that was cut short is finished without a question. 1 when nothing was changed.
    """
    with closing(Store.open(args.db, create=False)) as store:
        store.attend(rules(args.settings, args.country))
        meeting = meeting_numbered(store, args.number)
        finish = partial(_finish, store, args, meeting)
        if purging.is_unfinished(store, meeting.uid):
            finish()
            return 0
        toll = purging.survey(store, meeting.uid)
        _say(toll)
        if not (args.yes or agreed(tr("Purge {number} for good? [y/N] ", number=meeting.number))):
            print(tr("Nothing was changed; --yes purges it."))
            return 1
        finish()
        for line in out_of_reach(toll):
            print(clean(line))
    return 0


def _finish(store: Store, args: Namespace, meeting: Meeting) -> None:
    command = Command.new(now(), args.entered_by, args.entered_by)
    folders = elsewhere(config.config_path(os.environ).parent)
    done = purging.purge(store, command, meeting.uid, clean(args.reason), folders)
    for line in backups_text(done):
        print(clean(line))
    digest = store.seals()[-1].digest
    print(tr("Purged: {number}. The seal of it: {digest}", number=meeting.number, digest=digest))


def _say(toll: Toll) -> None:
    print(tr("What goes with {number}", number=toll.number))
    for line in takes(toll):
        print(f"  {clean(line)}")
    if left := leaves(toll):
        print(tr("What stays"))
        for line in left:
            print(f"  {clean(line)}")
