"""Small private files beside the store; where that disk takes nothing, in another place."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

from tui_minutes.private import private_folder, replace_private

ON_SHOW = "room"
"""What the file is called that holds which outcome of each meeting is being read out: uids, no words."""


def elsewhere(config_folder: Path) -> tuple[Path, ...]:
    """Where else something can be kept when the store's disk takes nothing, the best place first."""
    places = (config_folder, Path.home(), Path(gettempdir()) / f"tui-minutes-{_person()}")
    return tuple(dict.fromkeys(places))


class SideFile:
    """The file called as `store` with `.ending`, or the same with a mark of the store in one of `folders`."""

    def __init__(self, store: Path, ending: str, folders: Sequence[Path]) -> None:
        self.places = [
            store.with_name(f"{store.name}.{ending}"),
            *(folder / f"{marked(store)}.{ending}" for folder in folders),
        ]

    def write(self, written: bytes, *, synced: bool = False) -> Path:
        """Replace what it holds: where it is now, with `synced` on disk. OSError when no place takes it."""
        first: OSError | None = None
        for nth, place in enumerate(self.places):
            try:
                if nth:
                    _own_folder(place.parent)
                replace_private(place, written, synced=synced)
            except OSError as error:
                first = first or error
                continue
            forget(other for other in self.places if other != place)
            return place
        raise first or FileNotFoundError

    def read(self) -> str:
        """What was written last; "" for nothing, also where it cannot be read."""
        there = [(found.st_mtime_ns, place) for place in self.places if (found := _own(place))]
        return read_text(max(there)[1]) if there else ""

    def remove(self) -> None:
        """Nothing is kept any more."""
        forget(self.places)


class SideTexts:
    """Short texts by key in such a file, which is there while there are any."""

    def __init__(self, store: Path, ending: str, folders: Sequence[Path]) -> None:
        self._file = SideFile(store, ending, folders)

    def read(self, key: str) -> str:
        """The text kept under `key`; "" for none, also when the file cannot be read."""
        return self.all().get(key, "")

    def write(self, key: str, text: str) -> None:
        """Keep `text` under `key` ("" forgets it). OSError when no place takes it."""
        before = self.all()
        if before.get(key, "") == text:
            return
        kept = {name: one for name, one in {**before, key: text}.items() if one}
        self._file.write(json.dumps(kept, ensure_ascii=False).encode())
        if not kept:
            self._file.remove()

    def all(self) -> dict[str, str]:
        """All that is kept."""
        try:
            kept = json.loads(self._file.read() or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}


def left_behind(store: Path, endings: str, folders: Sequence[Path]) -> Iterator[Path]:
    """The files of the store that other runs left in any of the places; `endings` is a pattern."""
    for folder, name in [(store.parent, store.name), *((folder, marked(store)) for folder in folders)]:
        with suppress(OSError):
            found = sorted(folder.glob(f"*.{endings}"))
            yield from (path for path in found if path.name.startswith(f"{name}.") and _own(path))


def marked(store: Path) -> str:
    """The store's name with a mark of its path: files of other stores may lie in the same folder."""
    return f"{store.name}-{sha256(os.fsencode(store.absolute())).hexdigest()[:8]}"


def read_text(path: Path) -> str:
    """What a file holds; "" when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def forget(paths: Iterable[Path]) -> None:
    """Remove those that are there; a disk that only can be read keeps them, and a later run removes them."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _own(path: Path) -> os.stat_result | None:
    """What is known of a file of whoever runs the program, no link: others can write to some places."""
    try:
        found = path.lstat()
    except OSError:
        return None
    ours = os.name == "nt" or found.st_uid == os.getuid()
    return found if ours and stat.S_ISREG(found.st_mode) else None


def _own_folder(folder: Path) -> None:
    """Make the folder if it is missing; PermissionError when somebody else has made it."""
    private_folder(folder)
    if os.name != "nt" and folder.lstat().st_uid != os.getuid():
        raise PermissionError(folder)


def _person() -> str:
    return str(os.getuid()) if os.name != "nt" else "own"
