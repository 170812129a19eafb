"""The way of the minutes after the meeting: signed, tidied, circulated, approved, sent, each in time (F2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.going_out import Dispatch, DispatchState, GoingOut
from tui_minutes.domain.meeting import SEALED, Meeting
from tui_minutes.domain.papers import AFTER
from tui_minutes.domain.policy import Policy
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.sealing import SealKind
from tui_minutes.domain.workdays import Calendar


class Stage(StrEnum):
    """What is done with minutes, in this order."""

    SIGNED = "signed"
    TIDIED = "tidied"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Step:
    """A stage: whether it is behind, since when (where that is on record), and by when it should be."""

    stage: Stage
    done: bool
    at: datetime | None = None
    due: datetime | None = None

    def is_late(self, now: datetime) -> bool:
        """Whether it should have been done by `now`."""
        return not self.done and self.due is not None and now > self.due


def minutes_due(meeting: Meeting, policy: Policy, calendar: Calendar) -> datetime | None:
    """The instant by which the minutes should be out: so many hours after the end, or so many working days.

    24 hours after G1 and G3; G2 asks for the first draft within 2 working days. None before the end, and for
    a standup, which has none.
    """
    if meeting.ended_at is None or meeting.light:
        return None
    if not policy.minutes_workdays:
        return meeting.ended_at + timedelta(hours=policy.minutes_hours)
    return close_of(meeting, meeting.ended_at, policy.minutes_workdays, policy, calendar)


def sending_due(meeting: Meeting, approved: datetime, policy: Policy, calendar: Calendar) -> datetime:
    """The instant by which minutes `approved` then should be sent: within 1 working day (F2)."""
    return close_of(meeting, approved, policy.sending_workdays, policy, calendar)


def close_of(meeting: Meeting, start: datetime, days: int, policy: Policy, calendar: Calendar) -> datetime:
    """The close of the working day that is `days` working days after the instant `start`."""
    day, _ = calendar.add_workdays(meeting.local(start).date(), days)
    return meeting.instant(datetime.combine(day, policy.closes))


def steps(
    record: MeetingRecord, going: GoingOut, policy: Policy, calendar: Calendar, now: datetime
) -> tuple[Step, ...]:
    """Where the minutes stand at `now`; nothing before the room has signed them."""
    meeting = record.meeting
    if meeting.phase not in SEALED:
        return ()
    signed, approved = _sealed(record, SealKind.ROOM), _sealed(record, SealKind.CHAIR)
    sent = _sent(going)
    return (
        Step(Stage.SIGNED, done=True, at=signed),
        Step(Stage.TIDIED, done=approved is not None or not _doubtful(record)),
        Step(
            Stage.CIRCULATED,
            done=approved is not None or _is_over(going, now),
            at=going.circulation.opened_at if going.circulation else None,
            due=going.circulation.until if going.circulation else None,
        ),
        Step(
            Stage.APPROVED,
            done=approved is not None,
            at=approved,
            due=minutes_due(meeting, policy, calendar),
        ),
        Step(
            Stage.SENT,
            done=sent is not None,
            at=sent,
            due=_sending_asked_for(meeting, going, sending_due(meeting, approved, policy, calendar), now)
            if approved
            else None,
        ),
    )


def _sending_asked_for(meeting: Meeting, going: GoingOut, due: datetime, now: datetime) -> datetime | None:
    """`due`, until that day is over where there is no list: they may have gone out by other means."""
    over = meeting.local(now).date() > meeting.local(due).date()
    return None if over and not going.recipients else due


def unsent(going: GoingOut) -> tuple[str, ...]:
    """The names of recipients whom no minutes have reached."""
    reached = {one.recipient for one in _of_minutes(going)}
    return tuple(one.name for one in going.recipients if one.name not in reached)


def _doubtful(record: MeetingRecord) -> bool:
    return any(entry.doubtful and not entry.withdrawn for entry in record.entries)


def _sealed(record: MeetingRecord, kind: SealKind) -> datetime | None:
    return next((seal.at for seal in record.seals if seal.kind is kind), None)


def _is_over(going: GoingOut, now: datetime) -> bool:
    """Whether the readers have had their time, and an answer to each correction asked for."""
    return going.circulation is not None and now >= going.circulation.until and not going.open_corrections


def _sent(going: GoingOut) -> datetime | None:
    """When the last of those on the list was reached; None while somebody was not."""
    if not going.recipients or unsent(going):
        return None
    return max(one.at for one in _of_minutes(going))


def _of_minutes(going: GoingOut) -> Iterable[Dispatch]:
    """What has gone out of the minutes, whole or in part, once they were approved."""
    return (one for one in going.dispatches if one.state is DispatchState.SENT and one.document in AFTER)
