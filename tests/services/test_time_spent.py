"""What items took over the meetings of a series, so that the next plan is better (B3, D1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.meeting import PLAN, Played
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.time_spent import Usual, usual
from tui_minutes.services import followups, meetings, session

REPORT, BUDGET = PlanItem("周报", 10), PlanItem("预算", 20)


def hold(meeting: Played, *minutes: int) -> Played:
    """The items of the meeting take so many minutes each, and all is signed."""
    meeting.begin()
    for nth, length in enumerate(minutes):
        meeting.now = meeting.item.spans[0].start + timedelta(minutes=length - 1)
        if nth < len(minutes) - 1:
            session.next_item(meeting.store, meeting.command(), meeting.uid)
    meeting.say("备注：完")
    return meeting.read_back().seal()


def next_one(meeting: Played) -> Played:
    meeting.uid = followups.follow_up(meeting.store, meeting.command(), meeting.uid)
    return meeting


def known(meeting: Played, title: str) -> Usual | None:
    found = usual(meeting.store.time_spent(meeting.uid))
    item = next(one for one in meeting.record.agenda if one.title == title)
    return found.get(item.uid)


def again(meeting: Played, *items: PlanItem) -> Played:
    """The next meeting of the series, with the same items on its agenda."""
    plan = replace(PLAN, agenda=items, follows=meeting.uid)
    meeting.uid = meetings.create(meeting.store, meeting.command(), plan)
    return meeting


def test_an_item_of_the_same_title_is_the_same_matter(meeting: Played) -> None:
    meeting.plan(replace(PLAN, agenda=(REPORT, BUDGET)))
    hold(meeting, 14, 20)
    hold(again(meeting, replace(REPORT, title=" 周报", minutes=20), BUDGET), 24, 20)
    again(meeting, REPORT)
    found = known(meeting, "周报")
    assert found is not None
    assert (len(found.sittings), found.planned, found.spent) == (2, 15, 19)


def test_a_matter_carried_over_is_the_same_under_another_title(meeting: Played) -> None:
    meeting.plan(replace(PLAN, agenda=(REPORT, BUDGET)))
    meeting.begin()
    session.next_item(meeting.store, meeting.command(), meeting.uid)
    meeting.now += timedelta(minutes=29)
    session.defer(meeting.store, meeting.command(), meeting.item.uid)
    meeting.read_back().seal()
    next_one(meeting)
    [carried] = meeting.record.agenda
    renamed = replace(BUDGET, title="明年预算", carried_from=carried.carried_from)
    again(meeting, renamed)
    found = known(meeting, "明年预算")
    assert found is not None
    assert (found.title, found.spent) == ("预算", 30)


def test_nothing_is_known_of_what_was_never_on_the_table(meeting: Played) -> None:
    meeting.plan(replace(PLAN, agenda=(REPORT, BUDGET)))
    meeting.begin().read_back()
    assert known(meeting, "周报") is None, "a meeting that goes on does not count yet"
    meeting.seal()
    assert known(meeting, "周报") is not None
    assert known(meeting, "预算") is None


def test_meetings_that_were_called_off_and_other_series_do_not_count(meeting: Played) -> None:
    meeting.plan(replace(PLAN, agenda=(REPORT,)))
    hold(meeting, 14)
    first = meeting.uid
    meeting.plan(replace(PLAN, agenda=(REPORT,)))
    assert known(meeting, "周报") is None
    again(meeting, REPORT)
    meetings.cancel(meeting.store, meeting.command(), meeting.uid)
    meeting.uid = first
    assert len(meeting.store.time_spent(first)) == 1
