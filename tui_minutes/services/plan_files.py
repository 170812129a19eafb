"""A TOML file that people write, read with care: what is wrong in it is said by line (B8)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.services.plan_table import PlanTable

LARGEST = 256 * 1024
"""Bytes such a file may have: more is none."""


def table_in(path: Path) -> PlanTable:
    """The table that the file `path` is.

    Raises Refused: "plan_not_found", or "plan_wrong" with file, where (line or key), what is wrong and what
    would be right.
    """
    text = text_in(path)
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _syntax(path, text, str(error)) from error
    return PlanTable(clean(path.name), values)


def text_in(path: Path) -> str:
    """The text of the file `path`, with plain line ends; refused as `table_in` refuses."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Refused("plan_not_found", path=clean(str(path))) from error
    except OSError as error:
        reason = clean(error.strerror or str(error))
        raise _file_wrong(path, tr("it cannot be read: {reason}", reason=reason)) from error
    if len(data) > LARGEST:
        raise _file_wrong(path, tr("it is larger than {kib} KiB", kib=LARGEST // 1024))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(path, _line(line), tr("it is not UTF-8"), tr("a file saved as UTF-8")) from error


def _wrong(path: Path, where: str, wrong: str, right: str) -> Refused:
    return Refused("plan_wrong", file=clean(path.name), where=where, wrong=wrong, right=right)


def _file_wrong(path: Path, wrong: str) -> Refused:
    return _wrong(path, tr("the file"), wrong, tr("a plan in TOML"))


def _line(number: int) -> str:
    return tr("line {number}", number=number)


def _syntax(path: Path, text: str, reason: str) -> Refused:
    """What is wrong with a file that is not TOML: the parser's own English names the line only."""
    lines = text.splitlines() or [""]
    found = re.search(r"line (\d+)", reason)
    number = min(int(found[1]), len(lines)) if found else len(lines)
    if reason.startswith("Cannot"):
        return _wrong(path, _line(number), tr("a key or table is there twice"), tr("each one once"))
    shown = clean(lines[number - 1]).strip()[:60]
    return _wrong(
        path,
        _line(number),
        tr("“{shown}” is not TOML", shown=shown),
        tr('lines such as title = "…", minutes = 15, [[people]]'),
    )
