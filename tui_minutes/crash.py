"""A fault of the program: told in plain words, with a report in a file that holds none of the person's words.

The report has versions and, for each exception in the chain, its type and where it passed: files, lines,
functions. Messages, local variables and paths of the person stay out of it.
"""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from tui_minutes import __version__
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import current_language, tr
from tui_minutes.private import private_folder, replace_private

_PACKAGE = Path(__file__).parent
_KINDS = ("site-packages", "dist-packages", f"python{sys.version_info[0]}.{sys.version_info[1]}")


class Fault(Exception):
    """That the program in the terminal had to end; its cause says why."""


def tell(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    """Say that the program has stopped and where the report is; made to be `sys.excepthook`."""
    print(tr("The program has stopped because of a fault of its own."), file=sys.stderr)
    print(tr("What was saved is safe; what was half typed comes back at the next start."), file=sys.stderr)
    path = write(error, datetime.now(UTC))
    if path:
        said = tr("A report that holds none of your words: {path}", path=path)
        print(said, file=sys.stderr)


def write(error: BaseException, at: datetime) -> Path | None:
    """Write the report on `error` into a private file, named after the instant; None where none can be."""
    from platformdirs import user_log_path

    text = f"{at.isoformat(timespec='seconds')}\n{report(error)}"
    for folder in (user_log_path("tui-minutes", appauthor=False), Path(tempfile.gettempdir())):
        path = folder / f"tui-minutes-fault-{at:%Y%m%d-%H%M%S}.txt"
        try:
            private_folder(folder)
            replace_private(path, text.encode())
        except OSError:
            continue
        return path
    return None


def report(error: BaseException) -> str:
    """What may be known of a fault by whoever mends it."""
    lines = [
        f"tui-minutes {__version__}, textual {version('textual')}, peewee {version('peewee')}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        f"{platform.platform()}, TERM {os.environ.get('TERM', '-')}, {current_language()}",
    ]
    for one in _chain(error):
        lines += ["", _name(one), *_passed(one)]
    return "\n".join([*lines, ""])


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, those in its group, and what each came from."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        group = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        waiting += [cause for cause in (*group, one.__cause__, one.__context__) if cause is not None]


def _name(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{name} ({error.code})" if isinstance(error, Refused) else name


def _passed(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}"


def _place(filename: str) -> str:
    """A file by its path in the package or library it belongs to, else by its bare name."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    for kind in _KINDS:
        if kind in path.parts:
            return Path(*path.parts[path.parts.index(kind) + 1 :]).as_posix()
    return path.name
