"""Who gets the minutes of a meeting: the list is proposed, then people are added and taken off (F3)."""

from __future__ import annotations

from tui_minutes.domain.addresses import is_address
from tui_minutes.domain.command import Command
from tui_minutes.domain.directory import may_see
from tui_minutes.domain.distribution import highest_of, proposed, the_one
from tui_minutes.domain.going_out import Because, Recipient
from tui_minutes.domain.meeting import SEALED, Meeting, Phase
from tui_minutes.domain.papers import AFTER, BEFORE, Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.services.commanded import commanded
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow, RecipientRow


@commanded
def propose(store: Store, command: Command, meeting_uid: str) -> int:
    """Put on the list whom the minutes concern and who is not on it yet; how many that were."""
    meeting = _meeting(meeting_uid)
    listed, people = _listed(meeting), store.people()
    also = {one.name: one.aliases for one in people}  # who was renamed may be on it under the name before
    added = [
        one
        for one in proposed(store.record(meeting_uid), people, lambda: rows.fresh_uid(command))
        if listed.isdisjoint((one.name, *also.get(one.name, ())))
    ]
    for one in added:
        _add(meeting, one)
    return len(added)


def readers(store: Store, meeting_uid: str, paper: Paper) -> tuple[Recipient, ...]:
    """Whom a paper is for: before a meeting those asked, after it those on the list, or proposed for it.

    Who is asked is cleared for the papers of that meeting, unless the directory says otherwise (F3).
    """
    if paper in BEFORE:
        record = store.record(meeting_uid)
        level, known = highest_of(record), {person.uid: person for person in store.people()}
        return tuple(
            Recipient(
                one.uid, one.name, one.email, one.department, Because.ASKED,
                may_see(known[one.person_uid], level) is not False if one.person_uid in known else True,
            )
            for one in record.people
        )  # fmt: skip
    listed = store.going_out(meeting_uid).recipients
    return listed or tuple(proposed(store.record(meeting_uid), store.people(), lambda: "proposed"))


def refuse_too_early(meeting: Meeting, paper: Paper) -> None:
    """Refused("not_approved") for minutes that the chair has not approved, ("not_signed") for a draft before
    the room has signed: as such nothing of it goes out.
    """
    if paper in AFTER and not meeting.light and meeting.phase is not Phase.APPROVED:
        raise Refused("not_approved", number=meeting.number)
    if paper is Paper.DRAFT and meeting.phase not in SEALED:
        raise Refused("not_signed", number=meeting.number)


@commanded
def add(
    store: Store,
    command: Command,
    meeting_uid: str,
    name: str,
    email: str = "",
    department: str = "",
    *,
    cleared: bool | None = None,
) -> None:
    """Put somebody on the list; address and clearance are those of the directory where none are given.

    Raises Refused with no_name, already_there, address_wrong, not_found or purged.
    """
    meeting = _meeting(meeting_uid)
    name = clean(name).strip()
    if not name:
        raise Refused("no_name")
    if name in _listed(meeting):
        raise Refused("already_there", name=name)
    known = next((person for person in store.people() if person.name == name), None)
    one = Recipient(
        rows.fresh_uid(command),
        name,
        email=_address(email) or (known.email if known else ""),
        department=clean(department).strip() or (known.department if known else ""),
        reason=Because.ADDED,
        cleared=_is_cleared(store, meeting, name) if cleared is None else cleared,
    )
    _add(meeting, one)


def _is_cleared(store: Store, meeting: MeetingRow, name: str) -> bool:
    one = the_one(store.people(), name)
    return one is not None and may_see(one, highest_of(store.record(meeting.uid))) is True


@commanded
def change(_: Store, _command: Command, recipient_uid: str, email: str, *, cleared: bool) -> None:
    """Give somebody on the list another address, or clear them for what is confidential, or no longer.

    Raises Refused with address_wrong or not_found.
    """
    row = rows.row(RecipientRow, recipient_uid)
    row.email, row.cleared = _address(email), cleared
    row.save()


@commanded
def remove(_: Store, _command: Command, recipient_uid: str) -> None:
    """Take somebody off the list; what they got stays on record. Refused("not_found") if not on it."""
    rows.row(RecipientRow, recipient_uid).delete_instance()


def _meeting(uid: str) -> MeetingRow:
    meeting = rows.row(MeetingRow, uid)
    if meeting.phase == Phase.PURGED:
        raise Refused("purged", number=meeting.number)
    return meeting


def _listed(meeting: MeetingRow) -> set[str]:
    return {row.name for row in RecipientRow.select().where(RecipientRow.meeting == meeting)}


def _add(meeting: MeetingRow, one: Recipient) -> None:
    RecipientRow.create(
        uid=one.uid, meeting=meeting, position=rows.next_position(RecipientRow, meeting), name=one.name,
        email=one.email, department=one.department, reason=one.reason, cleared=one.cleared,
    )  # fmt: skip


def _address(email: str) -> str:
    found = clean(email).strip()
    if found and not is_address(found):
        raise Refused("address_wrong", email=found)
    return found
