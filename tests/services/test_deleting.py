"""A meeting that has not begun can be deleted; what is on record, or was announced, cannot."""

from __future__ import annotations

import pytest

from tests.meeting import PLAN, Played
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.proposals import ProposalKind
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import agenda, deleting, followups, materials, meetings, session
from tui_minutes.store.tables import TABLES, CommandRow, Counter, PersonRow, Setting

KEPT = {Setting, Counter, CommandRow, PersonRow}
"""What says nothing of one meeting: facts of the store, numbers given out, the directory."""


def test_nothing_of_it_is_left_and_its_number_is_not_used_again(meeting: Played) -> None:
    meeting.plan()
    item = PlanItem("备选场地", proposals=((ProposalKind.DECISION, "租二号厅"),))
    agenda.add_item(meeting.store, meeting.command(), meeting.uid, item)
    materials.add(meeting.store, meeting.command(), meeting.uid, Material("", "平面图", "/tmp/plan.pdf"))
    deleting.delete(meeting.store, meeting.command(), meeting.uid)
    assert meeting.store.meetings() == []
    assert {table for table in TABLES if table not in KEPT and table.select().exists()} == set()
    meeting.plan()
    assert meeting.record.meeting.number == "M-2026-002"


def test_what_it_had_taken_over_waits_for_the_next_one_again(meeting: Played) -> None:
    meeting.plan().begin()
    session.defer(meeting.store, meeting.command(), meeting.record.agenda[1].uid)
    meeting.say("- 订南门展位 @韩磊 截止12/1")
    meeting.read_back().seal()
    past = meeting.uid
    first = followups.follow_up(meeting.store, meeting.command(), past)
    deleting.delete(meeting.store, meeting.command(), first)
    again = followups.follow_up(meeting.store, meeting.command(), past)
    titles = [item.title for item in meeting.store.record(again).agenda]
    assert titles.count("物料清单") == 1
    assert meeting.store.row("A-001") is not None


@pytest.mark.parametrize("case", ["already_running", "is_followed", "has_record"])
def test_what_is_more_than_a_plan_stays(meeting: Played, case: str) -> None:
    meeting.plan()
    if case == "already_running":
        meeting.begin()
    elif case == "is_followed":
        meetings.cancel(meeting.store, meeting.command(), meeting.uid)
        followups.follow_up(meeting.store, meeting.command(), meeting.uid)
    else:
        meeting.say("- 先订场地 @韩磊 截止12/1")
    with pytest.raises(Refused) as refused:
        deleting.delete(meeting.store, meeting.command(), meeting.uid)
    assert refused.value.code == case
    assert meeting.record.meeting.title == PLAN.title


def test_deleting_twice_says_that_there_is_no_such_meeting(meeting: Played) -> None:
    meeting.plan()
    deleting.delete(meeting.store, meeting.command(), meeting.uid)
    with pytest.raises(Refused, match="not_found"):
        deleting.delete(meeting.store, meeting.command(), meeting.uid)
