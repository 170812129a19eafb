"""The command line: chooses language and store, then starts the program or one command.

A command is ``tui_minutes.commands.<name>.run(args) -> int``, imported only when it is called. Beside its own
options ``args`` has ``db`` (Path of the store), ``entered_by`` (who types), ``country``, ``demo``, ``reveal``
and ``settings``.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import pairwise
from types import TracebackType

from tui_minutes import settings as config
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean, clean_block
from tui_minutes.i18n import LANGUAGES, detect_language, set_language, tr
from tui_minutes.private import private_folder
from tui_minutes.terminal import require_terminal, speak_utf8

SHOWN = (None, "start", "resume", "standup")
"""The commands that show the program."""

DONE, FAILED, WRONG_USAGE, NOT_FOUND, INTERRUPTED = 0, 1, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (``sys.argv`` without the program's name by default); gives the exit code."""
    gc.disable()  # what is imported stays: looking for garbage in it takes a tenth of a start
    speak_utf8()
    sys.excepthook = _tell_of_fault
    try:
        try:
            return _run(sys.argv[1:] if argv is None else argv, os.environ)
        finally:  # what --help wrote, too
            sys.stdout.flush()
            gc.freeze()  # what is there goes with the process: to look for garbage once more takes 20 ms
    except Refused as refused:
        return _refuse(refused)
    except BrokenPipeError:
        _forget_stdout()
        return FAILED
    except OSError as error:
        if error.filename is not None:  # a file, not a stream
            raise
        _forget_stdout()
        return _refuse(Refused("output_failed", reason=error.strerror))
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: Sequence[str], env: Mapping[str, str]) -> int:
    settings, broken = _settings(env)
    set_language(_asked_language(argv) or settings.language or detect_language(env))
    from tui_minutes.cli_parser import parser

    top = parser()
    args = top.parse_args(argv)
    if [] in vars(args).values():  # what argparse makes of --filter=--
        top.error(tr("-- is no value"))
    if broken and args.command != "doctor":
        raise broken
    _complete(args, settings, env)
    if args.command is None:
        require_terminal()
    if args.command in SHOWN and args.db == config.own_database():
        with suppress(OSError):  # the store says what it finds missing
            private_folder(args.db.parent)
    if os.name != "nt":  # the Kitty keyboard protocol spoils what input methods commit
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    command = import_module(f"tui_minutes.commands.{args.command or 'app'}")
    if args.command not in SHOWN:  # the program does so once it is warm
        gc.freeze()
        gc.enable()
    code: int = command.run(args)
    return code


def _settings(env: Mapping[str, str]) -> tuple[config.Settings, Refused | None]:
    """The settings, or none and why: help and doctor work all the same."""
    try:
        return config.load(config.config_path(env)), None
    except Refused as refused:
        return config.Settings(), refused


def _asked_language(argv: Sequence[str]) -> str:
    """What ``--lang`` says, read before the parser, because its help is in that language."""
    for option, value in pairwise([*argv, ""]):
        asked = value if option == "--lang" else option.removeprefix("--lang=")
        if option.startswith("--lang") and asked in LANGUAGES:
            return asked
    return ""


def _complete(args: argparse.Namespace, settings: config.Settings, env: Mapping[str, str]) -> None:
    """Fill in what was not typed: from the settings, else from the surroundings."""
    args.settings = settings
    args.db = config.database_path(args.db, env)
    args.country = config.country(args.country, settings, env)
    name = args.entered_by or settings.name or env.get("USER") or env.get("USERNAME") or _account()
    args.entered_by = clean(name).strip()


def _account() -> str:
    """The account's name where the environment has none, as in a container; "" when there is none either."""
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _refuse(refused: Refused) -> int:
    from tui_minutes.i18n.messages import refusal_text

    print(clean_block(refusal_text(refused)), file=sys.stderr)
    if refused.code.endswith("not_found"):
        return NOT_FOUND
    return WRONG_USAGE if refused.code.startswith("usage") else FAILED


def _tell_of_fault(
    kind: type[BaseException], error: BaseException, where: TracebackType | None
) -> None:  # imported only then: start-up counts
    from tui_minutes.crash import tell

    tell(kind, error, where)


def _forget_stdout() -> None:
    """Nobody takes the output any more: what is still buffered must not fail once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
