"""The sample meeting: a store filled by the same services as any other, as if a team had worked with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import import_module
from zoneinfo import ZoneInfo

from tui_minutes.domain.attendance import Attendance, Role
from tui_minutes.domain.capture import parse
from tui_minutes.domain.checklist import Check
from tui_minutes.domain.checklist import checklist as drawn_up
from tui_minutes.domain.command import Command
from tui_minutes.domain.plan import PlanItem, PlanPerson
from tui_minutes.domain.policy import MINUTES
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import (
    agenda,
    approval,
    attendance,
    checklist,
    discussion,
    followups,
    lines,
    meetings,
    outcomes,
    readback,
    session,
    signing,
)
from tui_minutes.services.samples.sample import Sample
from tui_minutes.store.store import Store

DAYS_AGO = 8
"""So long ago the past meeting was: one of its actions is late by now, one is due tomorrow."""


def fill(store: Store, now: datetime, language: str, zone: str, typist: str = "") -> str:
    """Fill an empty store with a signed meeting and one that is about to begin; the uid of the latter.

    `now` is a UTC instant; `typist` is who will record, someone made up when empty.
    """
    sample: Sample = import_module(f"tui_minutes.services.samples.{language}").SAMPLE
    local = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0)
    player = _Player(store, now - timedelta(days=DAYS_AGO), typist or sample.recorder, zone)
    past = _play_past(player, sample, local - timedelta(days=DAYS_AGO))
    player.at = now - timedelta(days=1)
    _update_ledger(player, sample, past)
    start = local + timedelta(minutes=5 - local.minute % 5)
    return _plan_next(player, sample, past, start)


@dataclass
class _Player:
    """Who typed it all: each command comes half a minute after the one before."""

    store: Store
    at: datetime
    typist: str
    zone: str

    def command(self, by: str = "") -> Command:
        self.at += timedelta(seconds=30)
        return Command.new(self.at, by or self.typist, self.typist)

    def type(self, meeting_uid: str, line: str) -> None:
        day = self.at.astimezone(ZoneInfo(self.zone)).date()
        context = lines.context(self.store.record(meeting_uid), self.store.people(), day, WEEKENDS)
        discussion.record_line(self.store, self.command(), meeting_uid, parse(line, context))


def _play_past(player: _Player, sample: Sample, start: datetime) -> str:
    """The past meeting from check-in to the chair's approval; its uid."""
    store, chair = player.store, sample.past.people[0].name
    people = sample.past.people
    if player.typist not in [person.name for person in people]:
        people += (PlanPerson(player.typist, roles=(Role.RECORDER,)),)
    end = start + timedelta(minutes=45)
    plan = replace(sample.past, people=people, start=start, end=end, zone=player.zone)
    uid = meetings.create(store, player.command(), plan)
    _check_in(player, store.record(uid), sample.absent)
    session.start(store, player.command(), uid)
    for said in sample.said:
        for line in said:
            player.type(uid, line)
        session.next_item(store, player.command(), uid)
    session.defer(store, player.command(), store.record(uid).agenda[-1].uid)
    session.to_readback(store, player.command(), uid)
    readback.agree_rest(store, player.command(), uid)
    signing.sign_all(store, player.command(), uid)
    signing.seal_room(store, player.command(), uid)
    approval.approve(store, player.command(chair), uid)
    return uid


def _check_in(player: _Player, record: MeetingRecord, absent: tuple[str, str]) -> None:
    name, reason = absent
    attendance.open_check_in(player.store, player.command(), record.meeting.uid)
    for person in record.people:
        if person.name == name:
            attendance.mark(player.store, player.command(), person.uid, Attendance.ABSENT, reason)
    attendance.mark_all_present(player.store, player.command(), record.meeting.uid)


def _update_ledger(player: _Player, sample: Sample, past: str) -> None:
    record = player.store.record(past)
    context = lines.context(record, player.store.people(), player.at.date(), WEEKENDS)
    for line in sample.updates:
        reading = parse(line, context)
        outcome = record.numbered(reading.number or "")
        if outcome is not None:
            owner = outcome.owners[0]
            outcomes.apply(player.store, player.command(owner), outcome.uid, reading)


def _plan_next(player: _Player, sample: Sample, past: str, start: datetime) -> str:
    """The meeting after it, with what was put off and what is still open."""
    store = player.store
    uid = followups.follow_up(store, player.command(), past)
    meetings.update(
        store, player.command(), uid, goal=sample.focus, expected=sample.expected, place=sample.place,
        planned_start=start, planned_end=start + timedelta(minutes=45),
    )  # fmt: skip
    for item, (minutes, facilitator) in zip(store.record(uid).agenda, sample.next_items, strict=True):
        plan = PlanItem(item.title, minutes, facilitator, item.prepare, item.origin, item.carried_from)
        agenda.edit_item(store, player.command(), item.uid, plan)
    for new in sample.new_items:
        agenda.add_item(store, player.command(), uid, new)
    _tick_off(player, uid)
    return uid


def _tick_off(player: _Player, meeting_uid: str) -> None:
    """All is ready, but that the meeting is recorded is announced when it begins."""
    preparing = player.store.preparing(player.store.record(meeting_uid))
    for one in drawn_up(preparing, MINUTES, WEEKENDS):
        if not one.is_done and one.kept.check is not Check.RECORDING:
            checklist.tick(player.store, player.command(one.who), meeting_uid, one.key, done=True)
