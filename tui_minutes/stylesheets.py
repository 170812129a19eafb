"""Where the stylesheets are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_FOLDERS = (_PACKAGE / "styles", _PACKAGE.parent / "styles")


def stylesheet(stem: str) -> Path:
    """The path of `<stem>.tcss`; FileNotFoundError when there is none."""
    for folder in _FOLDERS:
        path = folder / f"{stem}.tcss"
        if path.is_file():
            return path
    raise FileNotFoundError(f"{stem}.tcss")


def stylesheet_of(module: str) -> list[Path]:
    """The stylesheet of the same stem as `module` (a dotted name), as `CSS_PATH` wants it; [] for none."""
    try:
        return [stylesheet(module.rpartition(".")[2])]
    except FileNotFoundError:
        return []
