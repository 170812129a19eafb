"""Readers are not told of what is above the level of a meeting, from whichever meeting it is (F3)."""

from __future__ import annotations

from dataclasses import replace

from tests.meeting import PLAN, Played
from tui_minutes.domain.going_out import GoingOut
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanItem
from tui_minutes.services.leaving_out import for_readers


def test_the_news_of_a_secret_action_of_an_earlier_meeting_stay_out(meeting: Played) -> None:
    secret = replace(PLAN, title="并购", agenda=(PlanItem("底价", level=Level.SECRET),))
    meeting.plan(secret).begin()
    meeting.say("- 谈底价 @韩磊 截止周五 -> 报价")
    meeting.read_back().seal()
    meeting.plan().begin()
    meeting.say("a-001：完成 成果：底价三亿")
    meeting.say("韩磊：展位靠门")
    record, _, omitted = for_readers(meeting.store, meeting.record, GoingOut())
    told = [entry.text for entry in record.entries if entry.kind != "event"]
    assert told == ["展位靠门"]
    assert not omitted
