"""What reminders are made from, which went out, and that one program at a time sends them (T4, F2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.channels import Sent
from tui_minutes.domain.command import new_uid
from tui_minutes.domain.duties import Duties
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.recipients import Roles
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.reminders import Reminder, Why
from tui_minutes.private import FILE
from tui_minutes.store import called, meetings
from tui_minutes.store.going_out import approved_of_late
from tui_minutes.store.rows import among, columns, pairs
from tui_minutes.store.tables import (
    MeetingRow,
    OutcomeRow,
    ParticipantRow,
    ReminderRow,
    SeriesRow,
    TrackedRow,
)
from tui_minutes.store.tracked_columns import ENDED, FOLLOWED


def open_uids() -> list[str]:
    """The uids of the outcomes that are still to be carried out or confirmed."""
    followed = TrackedRow.select(OutcomeRow.uid).join(OutcomeRow).where(
        (TrackedRow.stage < ENDED) & FOLLOWED
    )  # fmt: skip
    return [uid for (uid,) in columns(followed)]


def roles_of(meeting_uids: Iterable[str]) -> dict[str, Roles]:
    """Who has which role in each of the meetings, by the meeting's uid."""
    found: dict[str, dict[Role, tuple[str, ...]]] = {}
    one = ParticipantRow
    query = one.select(MeetingRow.uid, one.person, one.name, one.roles).join(MeetingRow)
    asked = list(columns(query.where(among(MeetingRow.uid, meeting_uids)).order_by(one.position, one.id)))
    names = called.names_of((key, name) for _, key, name, _ in asked)
    for uid, key, name, roles in asked:
        theirs = found.setdefault(uid, {})
        for role in map(Role, roles):
            theirs[role] = (*theirs.get(role, ()), names[key, name])
    return dict(found)


def policies_of(meeting_uids: Iterable[str]) -> dict[str, str]:
    """The preset of rules of each meeting's series, by the meeting's uid; none for the default."""
    named = MeetingRow.select(MeetingRow.uid, SeriesRow.policy).join(SeriesRow)
    return dict(pairs(named.where(among(MeetingRow.uid, meeting_uids))))


def duties(now: datetime) -> list[Duties]:
    """The meetings whose minutes are to be approved, and those approved of late."""
    waiting = MeetingRow.select(MeetingRow.uid).where(MeetingRow.phase == Phase.SIGNED)
    signed = meetings.with_agenda(uid for (uid,) in columns(waiting))
    return [*(Duties(one) for one, _ in signed), *approved_of_late(now)]


def sent_on(day: date) -> set[Sent]:
    """What went out on `day`."""
    rows = ReminderRow.select().where(ReminderRow.day == day)
    return {(one.recipient, one.subject, Why(one.reason), one.channel) for one in rows}


def keep_sent(day: date, channel: str, reminders: Iterable[Reminder], at: datetime) -> None:
    """Write down that the reminders went out by `channel` at the instant `at`; call in a transaction."""
    for one in reminders:
        ReminderRow.insert(
            uid=new_uid(at), day=day, recipient=one.recipient, subject=one.matter.subject,
            reason=one.matter.why, channel=channel, sent_at=at,
        ).on_conflict_ignore().execute()  # fmt: skip


@contextmanager
def sending(store_path: Path) -> Iterator[None]:
    """Send alone: Refused("remind_running") while another program does, so that nobody is told twice."""
    lock = FileLock(f"{store_path}.remind.lock", timeout=0, mode=FILE)
    try:
        lock.acquire()
    except Timeout as error:
        raise Refused("remind_running") from error
    try:
        yield
    finally:
        lock.release()
