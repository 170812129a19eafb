"""Compile ``zh/*.po`` into the one catalogue: ``python -m tui_minutes.i18n.build``."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from tui_minutes.i18n.translation import CATALOGUE

SOURCES = Path(__file__).with_name("zh")
ARGPARSE = Path(__file__).parent / "locale" / "zh" / "LC_MESSAGES" / "argparse.po"


def merged(folder: Path = SOURCES) -> Catalog:
    """All po files of ``folder`` as one catalogue; ValueError says where two of them disagree."""
    whole = _read(folder / "header.po")
    for path in sorted(folder.glob("*.po")):
        for message in _read(path):
            if not message.id:
                continue
            known = whole.get(message.id)
            if known is not None and known.string != message.string:
                raise ValueError(f"{path}:{message.lineno}: {message.id!r} has two translations")
            if not all(message.string if isinstance(message.string, (tuple, list)) else [message.string]):
                raise ValueError(f"{path}:{message.lineno}: {message.id!r} is not translated")
            whole[message.id] = message
    return whole


def build() -> int:
    """Write the catalogue, and beside it that of argparse's own sentences; gives the number of messages."""
    whole = merged()
    _write(whole, CATALOGUE)
    _write(_read(ARGPARSE), ARGPARSE.with_suffix(".mo"))
    return len(whole)


def _write(catalogue: Catalog, target: Path) -> None:
    """In one step: a program that starts meanwhile reads the old one or the new one."""
    written = BytesIO()
    write_mo(written, catalogue)
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    draft.write_bytes(written.getvalue())
    draft.replace(target)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        try:
            return read_po(file, locale="zh", abort_invalid=True)
        except PoFileError as error:
            raise ValueError(f"{path}: {error}") from error


if __name__ == "__main__":
    try:
        print(f"{CATALOGUE.name}: {build()} messages")
    except ValueError as error:
        sys.exit(str(error))
