"""A template fills what a plan leaves empty, never what was typed; one that is made takes no names along."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import Level, MeetingKind
from tui_minutes.domain.plan import Plan, PlanCheck, PlanItem, PlanPerson
from tui_minutes.domain.template_making import Taken, template_of
from tui_minutes.domain.templates import Template, filled

CHAIR = PlanPerson("周岚", "行政部", roles=(Role.CHAIR,))
BOARD = Template(
    "board",
    Plan(
        "",
        MeetingKind.DECISION,
        level=Level.CONFIDENTIAL,
        goal="Approve the budget of the second hall",
        expected=("One decision for each item",),
        agenda=(PlanItem("Proposal", 20, "chair"), PlanItem("Vote", 10)),
        policy="minutes",
        quorum="2/3",
        checks=(PlanCheck("room"), PlanCheck("", "Proposal worded", "chair", 2)),
    ),
    minutes=45,
    roles=(Role.CHAIR,),
)
DAILY = Template("daily", Plan("", agenda=(PlanItem("Due today", 5),)), minutes=15)
TWO = datetime(2026, 11, 27, 14, 0)


def test_what_is_empty_is_filled_and_roles_become_names() -> None:
    plan = filled(Plan("Hall", start=TWO, people=(CHAIR,)), BOARD)
    assert (plan.title, plan.kind, plan.level, plan.quorum) == (
        "Hall",
        MeetingKind.DECISION,
        Level.CONFIDENTIAL,
        "2/3",
    )
    assert [item.facilitator for item in plan.agenda] == ["周岚", ""]
    assert [check.who for check in plan.checks] == ["", "周岚"]
    assert plan.end == datetime(2026, 11, 27, 14, 45)
    assert plan.template == "board"


def test_a_goal_is_that_of_one_meeting() -> None:
    assert filled(Plan("Hall"), BOARD).goal == ""


def test_what_was_typed_stands() -> None:
    typed = Plan(
        "Hall",
        MeetingKind.CLIENT,
        TWO,
        datetime(2026, 11, 27, 16, 0),
        level=Level.SECRET,
        agenda=(PlanItem("Own item"),),
        expected=("Own",),
        policy="coordination",
        quorum="5",
        checks=(PlanCheck("tea"),),
    )
    assert filled(typed, BOARD) == replace(typed, template="board")


def test_a_level_is_never_lowered() -> None:
    public = replace(BOARD, plan=replace(BOARD.plan, level=Level.PUBLIC))
    assert filled(Plan("Hall"), public).level is Level.INTERNAL


def test_what_an_earlier_template_brought_makes_room_for_the_next() -> None:
    first = filled(Plan("Hall", start=TWO), BOARD)
    then = filled(first, DAILY, BOARD)
    assert [item.title for item in then.agenda] == ["Due today"]
    assert (then.end, then.quorum, then.policy) == (datetime(2026, 11, 27, 14, 15), "", "")
    mended = replace(first, agenda=(*first.agenda, PlanItem("Own item")))
    assert filled(mended, DAILY, BOARD).agenda == mended.agenda


def test_people_of_both_are_asked_once_with_the_roles_of_both() -> None:
    usual = replace(BOARD, plan=replace(BOARD.plan, people=(CHAIR, PlanPerson("韩磊"))))
    typist = PlanPerson("周岚", roles=(Role.RECORDER,))
    people = filled(Plan("Hall", people=(typist, PlanPerson("Nora"))), usual).people
    assert [person.name for person in people] == ["周岚", "韩磊", "Nora"]
    assert people[0].roles == (Role.CHAIR, Role.RECORDER)


MEETING = Plan(
    "Hall",
    MeetingKind.SPECIAL,
    TWO,
    datetime(2026, 11, 27, 15, 0),
    place="https://meet.example.com/j/123?pwd=abc",
    goal="Choose the builder",
    expected=("A contract for 韩磊 to sign",),
    people=(CHAIR, PlanPerson("韩磊")),
    agenda=(
        PlanItem("Offers", 20, "周岚", "韩磊 brings the offers"),
        PlanItem("Salaries", 10, level=Level.SECRET),
        PlanItem("Left from last time", 10, origin=Origin.CARRIED),
        PlanItem("Terms", 10, "韩磊"),
    ),
    quorum="1/2",
    checks=(PlanCheck("", "Offers compared", "韩磊", 2),),
)


def test_a_template_that_is_made_names_roles_and_nobody() -> None:
    made, left_out = template_of(MEETING, BOARD, Taken(known=("周岚", "韩磊")), "mine")
    assert [(item.title, item.facilitator, item.prepare) for item in made.plan.agenda] == [
        ("Offers", "chair", ""),
        ("Terms", "", ""),
    ]
    assert (made.name, made.minutes, made.roles) == ("mine", 60, (Role.CHAIR,))
    assert (made.plan.people, made.plan.place, made.plan.expected) == ((), "", ())
    assert made.plan.checks == (PlanCheck("", "Offers compared", "", 2),)
    assert made.plan.goal == "Choose the builder"
    assert "韩磊" not in repr(made)
    assert left_out == 3, "the outcome and what is asked of 韩磊, and what is secret"


def test_names_and_what_is_secret_go_along_when_asked() -> None:
    everything = Taken(people=True, confidential=True, known=("周岚", "韩磊"))
    made, left_out = template_of(MEETING, BOARD, everything, "mine")
    assert [(item.title, item.facilitator) for item in made.plan.agenda] == [
        ("Offers", "chair"),
        ("Salaries", ""),
        ("Terms", "韩磊"),
    ]
    assert (made.plan.people, left_out) == (MEETING.people, 0)


def test_of_a_secret_meeting_only_numbers_are_left() -> None:
    made, left_out = template_of(replace(MEETING, level=Level.SECRET), BOARD, Taken(), "mine")
    assert (made.plan.agenda, made.plan.checks) == ((), ())
    assert made.plan.goal == BOARD.plan.goal, "which says what one reads like"
    assert (made.plan.quorum, left_out) == ("1/2", 7)
