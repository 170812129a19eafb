"""An unresolved question goes on until it is answered, or becomes something of the next meeting (T7)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.meeting import Played
from tui_minutes.domain.moves import Given, told
from tui_minutes.domain.outcomes import Act, Outcome, OutcomeKind, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import discussion, moves, questions
from tui_minutes.services.verification import verify


@pytest.fixture
def asked(meeting: Played) -> Played:
    """A question that the room left open, and the next meeting in session."""
    meeting.plan().begin().say("? 停车位够不够 下次反馈：12/2")
    meeting.read_back().seal()
    return meeting.plan().begin()


def do(meeting: Played, act: Act, said: Given) -> Outcome:
    uid = meeting.in_ledger("Q-001").uid
    return moves.move(meeting.store, meeting.command("周岚"), uid, act, said)


def carry(meeting: Played, kind: OutcomeKind, text: str = "") -> Outcome:
    uid = meeting.in_ledger("Q-001").uid
    return questions.carry(meeting.store, meeting.command(), uid, meeting.uid, kind, text)


def test_the_convener_names_an_owner_who_puts_off_and_answers(asked: Played) -> None:
    named = do(asked, Act.HAND_OVER, Given(owners=("韩磊", "何平")))
    assert (named.owners, named.status) == (("韩磊", "何平"), Status.UNCONFIRMED)
    later = date(2026, 12, 9)
    assert do(asked, Act.PUT_OFF_FEEDBACK, Given(next_feedback=later)).next_feedback == later
    answered = do(asked, Act.ANSWER, Given(answer="够，共 40 个"))
    assert (answered.status, answered.answer) == (Status.DONE, "够，共 40 个")
    assert told(answered, Act.ANSWER) == ("韩磊", "何平")


def test_an_open_question_becomes_an_action_of_the_next_meeting(asked: Played) -> None:
    do(asked, Act.HAND_OVER, Given(owners=("韩磊",)))
    made = carry(asked, OutcomeKind.ACTION)
    assert (made.text, made.owners, made.meeting_uid, made.supersedes) == (
        "停车位够不够", ("韩磊",), asked.uid, ("Q-001",),
    )  # fmt: skip
    old = asked.in_ledger("Q-001")
    assert (old.status, old.superseded_by, old.is_live) == (Status.SUPERSEDED, made.number, True)
    assert asked.record.entries[-1].raw == "- 停车位够不够 @韩磊"
    assert verify(asked.store).findings == ()


def test_an_answered_question_becomes_a_decision_in_the_words_of_its_answer(asked: Played) -> None:
    do(asked, Act.ANSWER, Given(answer="够，共 40 个"))
    made = carry(asked, OutcomeKind.DECISION)
    assert made.text == "够，共 40 个"
    assert (asked.in_ledger("Q-001").status, asked.in_ledger("Q-001").superseded_by) == (Status.DONE, "D-001")
    with pytest.raises(Refused, match="move_not_possible"):
        carry(asked, OutcomeKind.ACTION)


def test_a_question_whose_successor_is_withdrawn_is_open_again(asked: Played) -> None:
    carry(asked, OutcomeKind.DECISION, "租下东侧停车场")
    discussion.withdraw(asked.store, asked.command(), asked.record.entries[-1].uid)
    old = asked.in_ledger("Q-001")
    assert (old.status, old.superseded_by) == (Status.UNCONFIRMED, None)


def test_a_successor_brought_back_takes_the_place_once_more(asked: Played) -> None:
    made = carry(asked, OutcomeKind.DECISION, "租下东侧停车场")
    line = asked.record.entries[-1].uid
    for _ in range(2):
        discussion.withdraw(asked.store, asked.command(), line)
        assert asked.in_ledger("Q-001").superseded_by is None
        discussion.restore(asked.store, asked.command(), line)
        old = asked.in_ledger("Q-001")
        assert (old.status, old.superseded_by) == (Status.SUPERSEDED, made.number)
    assert verify(asked.store).findings == ()


def test_what_went_on_meanwhile_is_not_replaced_again(asked: Played) -> None:
    carry(asked, OutcomeKind.DECISION, "租下东侧停车场")
    line = asked.record.entries[-1].uid
    discussion.withdraw(asked.store, asked.command(), line)
    do(asked, Act.ANSWER, Given(answer="够"))
    discussion.restore(asked.store, asked.command(), line)
    old = asked.in_ledger("Q-001")
    assert (old.status, old.superseded_by) == (Status.DONE, None)


def test_only_questions_are_carried_and_never_as_questions(asked: Played) -> None:
    asked.say("- 订餐")
    with pytest.raises(Refused, match="move_of_other_kind"):
        carry(asked, OutcomeKind.QUESTION)
    uid = asked.in_ledger("A-001").uid
    with pytest.raises(Refused, match="move_of_other_kind"):
        questions.carry(asked.store, asked.command(), uid, asked.uid, OutcomeKind.DECISION)
