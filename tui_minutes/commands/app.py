"""The program itself: on a person's own store, or with the sample meeting in one that is thrown away."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tui_minutes import settings as config
from tui_minutes.commands.reading import now, steady
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language, tr
from tui_minutes.private import private_folder
from tui_minutes.services.policies import rules
from tui_minutes.services.zones import machine_zone
from tui_minutes.store.blaming import blaming
from tui_minutes.store.store import Store

if TYPE_CHECKING:
    from tui_minutes.app import MinutesApp
    from tui_minutes.room_app import RoomApp


def run(args: Namespace) -> int:
    """Show the program until it is left; gives the exit code."""
    return show(args, home)


def home(_: Store) -> str:
    """Begin with Home."""
    return ""


def show(args: Namespace, first: Callable[[Store], str]) -> int:
    """Show the program, beginning with the meeting that `first` names by its uid; "" for Home.

    The sample can be asked for from within; ending it leads back. With `--demo` there is nothing else.
    Refused("store_damaged") when a large store, which is looked through meanwhile, turns out to be so.
    """
    place = "sample" if args.demo else "own"
    while True:
        with _sample(args) if place == "sample" else _own(args) as app:
            with blaming(app.store):
                app.first = first(app.store)
            app.run()
            raise_what_ended(app)
            _tell_unsaved(app)
        place, first = app.then, home
        args.settings, args.entered_by = app.settings, app.entered_by
        if args.demo or not place:
            return app.return_code or 0


def raise_what_ended(app: MinutesApp | RoomApp) -> None:
    """Of a program that was not just left: Refused for a damaged store, Fault for a mistake of ours."""
    if app.damage is not None:
        raise app.damage
    if app.fault is not None:
        from tui_minutes.crash import Fault

        raise Fault from app.fault


def _tell_unsaved(app: MinutesApp) -> None:
    """Say where that is which the disk, or another program, did not let be saved."""
    if app.errands.kept_at and not app.return_code:
        said = tr(
            "Not everything is saved yet. The rest is in {path}: the next start offers to save it",
            path=clean(str(app.errands.kept_at)),
        )
        print(said, file=sys.stderr)


def own_store(path: Path) -> Store:
    """The store at `path`; the folder of the usual place is made when it is not there yet."""
    if path == config.database_path(None, {}):
        private_folder(path.parent)
    return Store.open(path, at_once=True)


@contextmanager
def _own(args: Namespace) -> Iterator[MinutesApp]:
    store = own_store(args.db)
    try:
        yield _app(args, store, config_file=config.config_path(os.environ))
    finally:
        store.close()


@contextmanager
def _sample(args: Namespace) -> Iterator[MinutesApp]:
    """The program on a store that goes away with it."""
    from tui_minutes.services.demo import fill

    with TemporaryDirectory(prefix="tui-minutes-") as folder:
        store = Store.open(Path(folder) / "sample.db")
        try:
            fill(store, now(), current_language(), machine_zone(), args.entered_by)
            yield _app(args, store)
        finally:
            store.close()


def _app(args: Namespace, store: Store, config_file: Path | None = None) -> MinutesApp:
    """The program on `store`; before it writes anything, it knows by which rules to judge it."""
    from tui_minutes.app import MinutesApp  # Textual is most of the time it takes to start

    wanted = rules(args.settings, args.country)
    with blaming(store):
        is_due = store.is_large and store.go_by(wanted)
        if not is_due:
            store.attend(wanted)
    app = MinutesApp(
        store, args.settings, now, entered_by=args.entered_by, country=args.country, zone=machine_zone(),
        config_file=config_file, revealed=args.reveal, sample=config_file is None, steady=steady,
    )  # fmt: skip
    app.judging.is_due = is_due  # what takes long is done when the first screen is there
    return app
