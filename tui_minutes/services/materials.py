"""What there is to read for a meeting, and its raw records: a file or a link, for whom (B7, F1)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui_minutes.domain.command import Command
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.services.commanded import commanded
from tui_minutes.services.opener import is_link
from tui_minutes.settings import typed_path
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MaterialRow, MeetingRow


@commanded
def add(_: Store, command: Command, meeting_uid: str, material: Material) -> str:
    """Put something at the end of the list; its uid. Refused with no_title or purged.

    A path from here to a file that is there is kept whole: it is to be found from anywhere.
    """
    meeting = _kept(rows.row(MeetingRow, meeting_uid))
    position = rows.next_position(MaterialRow, meeting)
    return rows.add(MaterialRow, command, meeting=meeting, position=position, **_fields(material)).uid


@commanded
def change(_: Store, _command: Command, material_uid: str, material: Material) -> None:
    """Say otherwise what it is, where, or for whom; refused as `add` is, or with not_found."""
    row = rows.row(MaterialRow, material_uid)
    _kept(row.meeting)
    for name, value in _fields(material).items():
        setattr(row, name, value)
    row.save()


@commanded
def remove(_: Store, _command: Command, material_uid: str) -> None:
    """Take it off the list; the file itself stays where it is. Refused with not_found or purged."""
    row = rows.row(MaterialRow, material_uid)
    _kept(row.meeting)
    row.delete_instance()


def missing(materials: Iterable[Material]) -> tuple[Material, ...]:
    """Those whose file is not where it should be."""
    return tuple(one for one in materials if is_missing(one.place))


def is_missing(place: str) -> bool:
    """Whether `place` names a file, and there is none here; a link is not looked up.

    What stands in a folder or has an ending names a file: `docs/plan.xlsx`, not `the projector`.
    """
    if is_link(place):
        return False
    path = typed_path(place)
    return (len(path.parts) > 1 or bool(path.suffix)) and not _is_there(path)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a folder that may not be looked into, or no name for a file at all
        return False


def _kept(meeting: MeetingRow) -> MeetingRow:
    if meeting.phase == Phase.PURGED:
        raise Refused("purged", number=meeting.number)
    return meeting


def _fields(material: Material) -> dict[str, object]:
    """The columns, cleaned. Refused("no_title") without a title."""
    title = clean(material.title).strip()
    if not title:
        raise Refused("no_title")
    audience = [name for one in material.audience if (name := clean(one).strip())]
    return {
        "title": title,
        "place": _whole(clean(material.place).strip()),
        "note": clean(material.note).strip(),
        "level": material.level,
        "kind": material.kind,
        "audience": list(dict.fromkeys(audience)),
    }


def _whole(place: str) -> str:
    """The path from the root to a file that was named from here; anything else as it is."""
    if not place or is_link(place):
        return place
    path = typed_path(place)
    return str(path.resolve()) if not path.is_absolute() and _is_there(path) else place
