"""The next meeting of a series: its people, what was put off, and what is still open (B8)."""

from __future__ import annotations

from datetime import timedelta

from tui_minutes.domain.agenda import ItemState, Origin
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import SEALED, Level, MeetingKind, Phase
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import speaking, tr
from tui_minutes.services.commanded import commanded
from tui_minutes.services.meetings import make
from tui_minutes.store import ledger, rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import AgendaRow, MeetingRow


@commanded
def follow_up(store: Store, command: Command, meeting_uid: str) -> str:
    """Plan the meeting after a past one; its uid. Refused("not_past") before that is signed or cancelled."""
    past = rows.row(MeetingRow, meeting_uid)
    if past.phase not in (*SEALED, Phase.CANCELLED):
        raise Refused("not_past", number=past.number)
    start = past.next_start
    length = (
        past.planned_end - past.planned_start
        if past.planned_start and past.planned_end
        else timedelta(hours=1)
    )
    with speaking(past.language):
        agenda = _agenda(past)
    plan = Plan(
        title=past.title, kind=MeetingKind(past.kind), start=start, end=start + length if start else None,
        zone=past.zone, place=past.next_place or past.place, level=Level(past.level), goal=past.next_focus,
        people=_people(past), agenda=agenda, language=past.language, follows=past.uid,
    )  # fmt: skip
    return make(command, plan).uid


def open_outcomes(store: Store, meeting_uid: str) -> list[LedgerRow]:
    """What the meetings before this one left open: the walk-through at its beginning, by due date."""
    chain = rows.meetings_between(rows.row(MeetingRow, meeting_uid))[1:]
    return ledger.left_open([meeting.id for meeting in chain])


def _people(past: MeetingRow) -> tuple[PlanPerson, ...]:
    """Who was asked last time: substitutes leave their place to the one they stood in for."""
    return tuple(
        PlanPerson(p.name, p.department, p.title, p.email, tuple(Role(role) for role in p.roles))
        for p in rows.people(past)
        if not p.substitutes
    )


def _agenda(past: MeetingRow) -> tuple[PlanItem, ...]:
    chain = rows.meetings_between(past)
    items = [_carried(item) for meeting in reversed(chain) for item in rows.agenda(meeting) if _goes_on(item)]
    if ledger.left_open([meeting.id for meeting in chain]):
        items.insert(0, PlanItem(tr("What is still open from earlier meetings"), origin=Origin.FOLLOW_UP))
    return tuple(items)


def _goes_on(item: AgendaRow) -> bool:
    """Whether an item of an earlier meeting is still to come, and no other meeting has taken it up."""
    waiting = item.state in (ItemState.PENDING, ItemState.DEFERRED) and item.origin != Origin.FOLLOW_UP
    return waiting and not rows.is_carried_on(item)


def _carried(item: AgendaRow) -> PlanItem:
    return PlanItem(
        item.title, item.minutes, item.facilitator, item.prepare, Origin.CARRIED, item.uid,
        Level(item.level) if item.level else None,
    )  # fmt: skip
