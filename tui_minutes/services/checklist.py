"""The preparation checklist of a meeting: ticked, added to, changed, put in order (B5).

It is stored with its first change; what agenda items ask for is found again by the words they ask it in.
"""

from __future__ import annotations

from tui_minutes.domain.checklist import Check, Preparation, checklist
from tui_minutes.domain.command import Command
from tui_minutes.domain.plan import PlanCheck
from tui_minutes.domain.policy import MINUTES
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services.commanded import commanded
from tui_minutes.services.ordering import swap
from tui_minutes.services.phases import unsealed
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import ChecklistRow, MeetingRow


@commanded
def tick(store: Store, command: Command, meeting_uid: str, key: str, *, done: bool) -> None:
    """Tick off what has the `key` of a `Preparation`, or take the tick back.

    Refused as `unsealed` is, or with not_found.
    """
    row = _row(store, command, unsealed(meeting_uid), key)
    row.done_at, row.done_by = (command.at, command.by) if done else (None, "")
    row.save()


@commanded
def add(store: Store, command: Command, meeting_uid: str, wanted: PlanCheck, note: str = "") -> str:
    """Put something at the end of the checklist; its key. Refused("nothing_to_prepare")."""
    meeting = unsealed(meeting_uid)
    if not clean(wanted.text).strip():
        raise Refused("nothing_to_prepare")
    _keep(store, command, meeting)
    ChecklistRow.delete().where(
        (ChecklistRow.meeting == meeting) & (ChecklistRow.check == Check.NOTHING)
    ).execute()
    position = rows.next_position(ChecklistRow, meeting)
    row = rows.add(ChecklistRow, command, meeting=meeting, position=position, text=clean(wanted.text).strip())
    _fill(row, wanted, note)
    return row.uid


@commanded
def change(
    store: Store, command: Command, meeting_uid: str, key: str, wanted: PlanCheck, note: str = ""
) -> None:
    """Say otherwise who sees to it, by when, what to remark; what it is only where it is one of its own.

    Refused as `tick` and `add` are.
    """
    row = _row(store, command, unsealed(meeting_uid), key)
    if not row.check:
        row.text = clean(wanted.text).strip()
        if not row.text:
            raise Refused("nothing_to_prepare")
    _fill(row, wanted, note)


@commanded
def remove(store: Store, command: Command, meeting_uid: str, key: str) -> None:
    """Take it off the checklist.

    Refused("asked_on_agenda"), which is where that is taken back.
    """
    meeting = unsealed(meeting_uid)
    row = _row(store, command, meeting, key)
    if row.check == Check.PREPARE:
        raise Refused("asked_on_agenda", text=row.text)
    row.delete_instance()
    if not again(meeting):  # without a row the usual ones would come back
        rows.add(ChecklistRow, command, meeting=meeting, position=1, check=Check.NOTHING)


@commanded
def move(store: Store, command: Command, meeting_uid: str, key: str, step: int) -> None:
    """Move it up (-1) or down (+1); at the edge nothing happens."""
    meeting = unsealed(meeting_uid)
    row = _row(store, command, meeting, key)
    swap(_ordered(meeting), row.uid, step)


def again(meeting: MeetingRow) -> tuple[PlanCheck, ...]:
    """What is to be ready for the meeting after this one, too; empty for what is usual.

    What its agenda asks for, and days that are fixed, are those of this one.
    """
    kept = [one for one in _ordered(meeting) if one.check != Check.PREPARE]
    return tuple(PlanCheck(one.check, one.text, one.who, one.ahead) for one in kept)


def _ordered(meeting: MeetingRow) -> list[ChecklistRow]:
    chosen = ChecklistRow.select().where(ChecklistRow.meeting == meeting)
    return list(chosen.order_by(ChecklistRow.position, ChecklistRow.id))


def _keep(store: Store, command: Command, meeting: MeetingRow) -> dict[str, str]:
    """Store what is not yet stored of the checklist; the uids of all rows by their keys."""
    found: dict[str, str] = {}
    for one in _drawn(store, meeting):
        found[one.key] = one.kept.uid or rows.add(
            ChecklistRow, command, meeting=meeting, position=rows.next_position(ChecklistRow, meeting),
            check=one.kept.check or "", text=one.kept.text,
        ).uid  # fmt: skip
    return found


def _drawn(store: Store, meeting: MeetingRow) -> tuple[Preparation, ...]:
    """The checklist as it stands; by which days matters nothing here."""
    return checklist(store.preparing(store.record(meeting.uid)), MINUTES, WEEKENDS)


def _row(store: Store, command: Command, meeting: MeetingRow, key: str) -> ChecklistRow:
    """The row of what has this `key`; Refused("not_found") when there is none."""
    return rows.row(ChecklistRow, _keep(store, command, meeting).get(key, key))


def _fill(row: ChecklistRow, wanted: PlanCheck, note: str) -> None:
    row.who, row.note = clean(wanted.who).strip(), clean(note).strip()
    row.ahead, row.due = wanted.ahead, wanted.due
    row.save()
