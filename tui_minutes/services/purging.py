"""Purging a meeting: its words leave every file of the store, with proof that and why they did (E5)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import RUNNING, Phase
from tui_minutes.domain.purging import Purge, Rewritten, Toll
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.commanded import commanded
from tui_minutes.store import exports, purge_survey, purging, rows, scrubbing
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow


def survey(store: Store, meeting_uid: str) -> Toll:
    """What a purge of the meeting would take, and where it does not reach; Refused as `purge`."""
    with store.snapshot():
        return purge_survey.toll(store, _purgeable(meeting_uid))


def purge(
    store: Store, command: Command, meeting_uid: str, reason: str, folders: Sequence[Path]
) -> Rewritten:
    """Delete the words of a meeting, under a seal of its own, and clean all files of them.

    `folders` are where drafts may lie beside the store's. A purge that was cut short is gone on with. Refused
    "purge_reason" without a reason, "purge_running" while the meeting runs, "store_in_use" while another
    program has the store open, "purged" when nothing is left to do, "purge_unfinished" when it is cut short.
    """
    begin(store, command, meeting_uid, reason)
    try:
        return scrubbing.scrub(store, folders)
    except Refused as why:
        raise Refused("purge_unfinished", number=purging.every()[-1].number) from why


def begin(store: Store, command: Command, meeting_uid: str, reason: str) -> None:
    """What a moment is enough for: the words go from the record, and `purge` goes on with it.

    Refused as by `purge`. Nothing is done where only the files are left.
    """
    _alone(store)
    if not is_unfinished(store, meeting_uid):
        if not reason.strip():
            raise Refused("purge_reason")
        _erase(store, command, meeting_uid, reason.strip())


def purges_of(store: Store, meeting_uid: str) -> list[Purge]:
    """The purge of a meeting, if there was one."""
    return [one for one in purging.every() if one.meeting_uid == meeting_uid]


def unfinished(store: Store) -> list[Refused]:
    """Refused("purge_unfinished") for a purge that was cut short; nothing when there is none."""
    numbers = [one.number for one in purging.every()][-1:] if purging.unfinished() else []
    return [Refused("purge_unfinished", number=number) for number in numbers]


def is_unfinished(store: Store, meeting_uid: str = "") -> bool:
    """Whether a purge (of one meeting, or of any) was cut short: its words may still be in some file."""
    if not purging.unfinished():
        return False
    return not meeting_uid or rows.row(MeetingRow, meeting_uid).phase == Phase.PURGED


def _alone(store: Store) -> None:
    """The log can be emptied only where no other program holds the right to."""
    if not store.checkpoints.take():
        raise Refused("store_in_use", path=str(store.path))


@commanded
def _erase(store: Store, command: Command, meeting_uid: str, reason: str) -> None:
    purging.erase(command, _purgeable(meeting_uid), reason)


def _purgeable(meeting_uid: str) -> MeetingRow:
    meeting = rows.row(MeetingRow, meeting_uid)
    if meeting.phase in RUNNING:
        raise Refused("purge_running", number=meeting.number)
    if meeting.phase == Phase.PURGED:
        raise Refused("purged", number=meeting.number)
    return meeting


@commanded
def remember_export(store: Store, command: Command, path: str, meeting_uid: str = "") -> None:
    """Write down that a file was written, of one meeting or of several: a purge names it."""
    meeting = rows.row(MeetingRow, meeting_uid) if meeting_uid else None
    exports.remember(command, path, meeting)
