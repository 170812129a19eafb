"""``tui-minutes doctor``: what runs here, where its things lie, and whether the store is whole."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sqlite3
from argparse import Namespace
from collections.abc import Mapping
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from tui_minutes import __version__
from tui_minutes import settings as config
from tui_minutes.commands.patience import patience
from tui_minutes.commands.rights import exposed, rights
from tui_minutes.documents.as_json import as_json
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language, mark, tr, tr_late
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.store import backups
from tui_minutes.store.file_systems import network_kind
from tui_minutes.store.files import files_of
from tui_minutes.terminal import is_terminal

_TITLES = {
    "versions": mark("Versions"),
    "paths": mark("Paths"),
    "rights": mark("Rights"),
    "terminal": mark("Terminal"),
    "locale": mark("Locale"),
}


def run(args: Namespace) -> int:
    """Print the report, as JSON with ``--json``; 1 when the config or the store has a problem."""
    if args.rebuild:
        _rebuild(args)
    facts = {
        "versions": _versions(),
        "paths": _paths(args.db, os.environ),
        "rights": rights(args.db, config.config_path(os.environ)),
        "terminal": _terminal(os.environ),
        "locale": _locale(args.country, os.environ),
    }
    facts = {part: {name: _harmless(value) for name, value in said.items()} for part, said in facts.items()}
    problems = [clean(refusal_text(refused)) for refused in _problems(args, os.environ)]
    if args.json:
        print(as_json({**facts, "problems": problems}))
    else:
        _print(facts, problems)
    return 1 if problems else 0


def _versions() -> dict[str, object]:
    return {
        "tui-minutes": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
        "textual": version("textual"),
        "peewee": version("peewee"),
    }


def _paths(store: Path, env: Mapping[str, str]) -> dict[str, object]:
    kept = backups.kept(store)
    return {
        "program": str(Path(__file__).parents[1]),
        "config": str(config.config_path(env)),
        "store": str(store),
        "store_bytes": store.stat().st_size if store.is_file() else None,
        "backups": str(backups.folder(store)),
        "newest_backup": kept[0].name if kept else None,
    }


def _terminal(env: Mapping[str, str]) -> dict[str, object]:
    columns, lines = shutil.get_terminal_size()
    return {
        "interactive": is_terminal(),
        "columns": columns,
        "lines": lines,
        **{name: env.get(name, "") for name in ("TERM", "COLORTERM", "TERM_PROGRAM")},
    }


def _locale(country: str, env: Mapping[str, str]) -> dict[str, object]:
    return {
        "language": current_language(),
        "country": country,
        "encoding": locale.getpreferredencoding(do_setlocale=False),
        **{name: env.get(name, "") for name in ("LANG", "LC_ALL")},
    }


def _rebuild(args: Namespace) -> None:
    """Make again what the ledger is read from; Refused as when a store is opened."""
    from tui_minutes.store.blaming import blaming
    from tui_minutes.store.store import Store

    doing = patience(args.db, tr("Making the lists anew from the record"))
    with doing, closing(Store.open(args.db, create=False)) as store, blaming(store):
        store.rebuild()


def _problems(args: Namespace, env: Mapping[str, str]) -> list[Refused]:
    """What is wrong with the config and the store; a store not made yet is no problem."""
    from tui_minutes.services.calendars import calendar

    problems: list[Refused] = []
    try:
        config.load(config.config_path(env))
    except Refused as refused:
        problems.append(refused)
    try:
        calendar(args.country, ())
    except Refused as refused:
        problems.append(refused)
    if args.db.exists():
        from tui_minutes.store.examining import examine
        from tui_minutes.store.opening import inspect

        try:
            with patience(args.db, tr("Reading every page")):
                is_there = inspect(args.db)
                if is_there:
                    examine(args.db)
            if is_there:
                with patience(args.db, tr("Comparing the lists with the record")):
                    problems += _disagreements(args)
        except Refused as refused:
            problems.append(refused)
    if kind := network_kind(args.db):
        problems.append(Refused("store_on_network", kind=kind))
    secrets = [config.config_path(env)] if args.settings.remind else []
    return [*problems, *exposed([*files_of(args.db), *secrets])]


def _disagreements(args: Namespace) -> list[Refused]:
    """Where values are none, or else where lists say something else than the record."""
    from tui_minutes.services import purging
    from tui_minutes.services.policies import rules
    from tui_minutes.store.blaming import blaming
    from tui_minutes.store.examining import unreadable
    from tui_minutes.store.store import Store

    with closing(Store.open(args.db, create=False)) as store, blaming(store):
        if found := list(unreadable(store)):
            return found
        store.attend(rules(args.settings, args.country))
        return [*store.disagreements(), *purging.unfinished(store)]


def _harmless(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


def _print(facts: Mapping[str, Mapping[str, object]], problems: list[str]) -> None:
    for part, values in facts.items():
        print(tr_late(_TITLES[part]))
        for name, value in values.items():
            print(f"  {name:<14}{'-' if value in ('', None) else value}")
    print(tr("Problems") if problems else tr("No problems found."))
    for problem in problems:
        print(f"  {problem}")
