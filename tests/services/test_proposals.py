"""What is worded ahead is prepared with its item and becomes a decision in the meeting (B3, D4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.meeting import PLAN, Played
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import Form, Paper
from tui_minutes.domain.plan import Plan, PlanItem
from tui_minutes.domain.proposals import Proposal, ProposalKind, became, decisions, waiting
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import discussion, followups, minutes, papers, proposals, session
from tui_minutes.services.papers import Order

DECISION, TALK = ProposalKind.DECISION, ProposalKind.TALK

WORDED = replace(
    PLAN,
    agenda=(
        PlanItem("展位选择", 10, proposals=((DECISION, "选用 A12 展位 @韩磊"), (TALK, "周岚倾向 A12"))),
        PlanItem("物料清单", 20, proposals=((DECISION, "物料由一家供应"),)),
    ),
)


def worded(meeting: Played) -> list[Proposal]:
    return list(meeting.store.proposals(meeting.uid))


def take(meeting: Played, nth: int = 0) -> str:
    """The nth proposal is decided as it stands: the number it became."""
    one = worded(meeting)[nth]
    reading = meeting.reading(one.as_line("zh"))
    entry = proposals.take(meeting.store, meeting.command(), one.uid, reading)
    made = meeting.record.outcome(entry.outcome_uid)
    assert made is not None
    return made.number


def test_they_are_added_changed_moved_and_removed(meeting: Played) -> None:
    meeting.plan()
    item = meeting.record.agenda[0].uid
    first = proposals.add(meeting.store, meeting.command(), item, DECISION, " 选用 A12\x1b ")
    second = proposals.add(meeting.store, meeting.command(), item, DECISION, "选用 B3")
    proposals.move(meeting.store, meeting.command(), second, -1)
    assert [one.uid for one in worded(meeting)] == [second, first]
    proposals.change(meeting.store, meeting.command(), first, TALK, "先问预算")
    assert [(one.kind, one.text) for one in worded(meeting)] == [(DECISION, "选用 B3"), (TALK, "先问预算")]
    assert decisions(worded(meeting), item) == worded(meeting)[:1]
    proposals.remove(meeting.store, meeting.command(), second)
    assert [one.uid for one in worded(meeting)] == [first]


def test_one_without_words_is_refused(meeting: Played) -> None:
    meeting.plan()
    with pytest.raises(Refused) as refused:
        proposals.add(meeting.store, meeting.command(), meeting.record.agenda[0].uid, DECISION, " \x1b ")
    assert refused.value.code == "empty_text"


def test_what_is_decided_is_a_decision_like_any_other(meeting: Played) -> None:
    meeting.plan(WORDED).begin()
    typed = meeting.say("决议：选用 A12 展位 @韩磊")
    taken = take(meeting)
    spoken, proposed = meeting.record.outcome(typed.outcome_uid), meeting.outcome(taken)
    assert spoken is not None
    assert (proposed.text, proposed.owners, proposed.item_uid) == (
        spoken.text, spoken.owners, spoken.item_uid
    )  # fmt: skip
    assert meeting.record.entries[-1].raw == typed.raw
    assert became(meeting.record, worded(meeting)[0]) == proposed
    assert [one.text for one in waiting(meeting.record, worded(meeting))] == ["物料由一家供应"]


def test_it_is_decided_once(meeting: Played) -> None:
    meeting.plan(WORDED).begin()
    number = take(meeting)
    for again in (
        take,
        lambda meeting: proposals.remove(meeting.store, meeting.command(), worded(meeting)[0].uid),
    ):
        with pytest.raises(Refused) as refused:
            again(meeting)
        assert (refused.value.code, refused.value.params["number"]) == ("proposal_taken", number)
    assert len(meeting.record.outcomes) == 1


def test_a_line_withdrawn_gives_it_back_and_a_line_restored_takes_it(meeting: Played) -> None:
    meeting.plan(WORDED).begin()
    take(meeting)
    entry = meeting.record.entries[-1].uid
    discussion.withdraw(meeting.store, meeting.command(), entry)
    assert became(meeting.record, worded(meeting)[0]) is None
    discussion.restore(meeting.store, meeting.command(), entry)
    assert became(meeting.record, worded(meeting)[0]) is not None
    discussion.withdraw(meeting.store, meeting.command(), entry)
    assert take(meeting) == "D-002"


def test_it_belongs_to_its_item_whatever_is_on_the_table(meeting: Played) -> None:
    meeting.plan(WORDED).begin()
    assert meeting.outcome(take(meeting, 2)).item_uid == meeting.record.agenda[1].uid


def test_nothing_is_decided_before_the_meeting(meeting: Played) -> None:
    meeting.plan(WORDED)
    with pytest.raises(Refused) as refused:
        take(meeting)
    assert refused.value.code == "not_in_session"


def test_the_notice_tells_of_decisions_and_never_of_talks(meeting: Played) -> None:
    meeting.plan(WORDED)
    for paper in (Paper.NOTICE, Paper.AGENDA):
        text = papers.written(meeting.store, meeting.uid, Order(paper, Form.TEXT), meeting.now).decode()
        assert "选用 A12 展位" in text
        assert "韩磊" in text
        assert "周岚倾向" not in text


def test_what_is_proposed_for_an_item_above_the_level_stays_out_with_it(meeting: Played) -> None:
    hidden = replace(WORDED.agenda[1], level=Level.SECRET)
    meeting.plan(replace(WORDED, agenda=(WORDED.agenda[0], hidden)))
    order = Order(Paper.NOTICE, Form.TEXT, whole=False)
    text = papers.written(meeting.store, meeting.uid, order, meeting.now).decode()
    assert "选用 A12 展位" in text
    assert "一家供应" not in text


def test_what_was_not_decided_goes_along_with_its_item(meeting: Played) -> None:
    meeting.plan(WORDED).begin()
    take(meeting, 2)
    discussion.withdraw(meeting.store, meeting.command(), meeting.record.entries[-1].uid)
    take(meeting)
    for item in meeting.record.agenda:
        session.defer(meeting.store, meeting.command(), item.uid)
    meeting.read_back().seal()
    meeting.uid = followups.follow_up(meeting.store, meeting.command(), meeting.uid)
    assert [(one.kind, one.text) for one in worded(meeting)] == [
        (TALK, "周岚倾向 A12"), (DECISION, "物料由一家供应"),
    ]  # fmt: skip
    assert all(one.entry_uid is None for one in worded(meeting))


def as_data(meeting: Played, **options: bool) -> list[tuple[str | None, str | None, bool]]:
    told = minutes.data(meeting.store, meeting.uid, meeting.now, **options)["proposals"]
    return [(one["text"], one["outcome"], one["hidden"]) for one in told]


def test_scripts_are_told_what_was_proposed_and_what_it_became(meeting: Played) -> None:
    meeting.plan(WORDED).begin()
    take(meeting)
    assert as_data(meeting) == [("选用 A12 展位 @韩磊", "D-001", False), ("物料由一家供应", None, False)]


@pytest.mark.parametrize(
    "plan",
    [
        replace(WORDED, level=Level.SECRET),
        replace(WORDED, agenda=tuple(replace(item, level=Level.CONFIDENTIAL) for item in WORDED.agenda)),
    ],
)
def test_scripts_read_confidential_proposals_only_when_they_ask(meeting: Played, plan: Plan) -> None:
    meeting.plan(plan)
    assert as_data(meeting) == [(None, None, True), (None, None, True)]
    assert as_data(meeting, reveal=True)[0] == ("选用 A12 展位 @韩磊", None, False)
