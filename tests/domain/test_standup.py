"""A standup goes round: what changed first, then what needs attention, then the rest (T9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tui_minutes.domain.agenda import Tone
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Act, Change, Outcome, OutcomeKind, OutcomePerson, Part, Status
from tui_minutes.domain.standing import Standing
from tui_minutes.domain.standup import (
    Group,
    Grouping,
    Matter,
    Section,
    group_of,
    matters,
    ordered,
    time_left,
    tone,
)
from tui_minutes.domain.standup_news import News, news
from tui_minutes.domain.tracking import LedgerRow

NOW = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)


def row(number: str, *, late: bool = False, status: Status = Status.IN_PROGRESS) -> LedgerRow:
    owner = OutcomePerson(Part.RESPONSIBLE, "韩磊", "市场部")
    due = date(2026, 11, 20) if late else date(2027, 3, 1)
    one = Outcome(
        number, number, OutcomeKind.ACTION, "x", "m", people=(owner,), department="市场部", due=due,
        status=status, provisional=False,
    )  # fmt: skip
    standing = Standing(late_on=datetime(2026, 11, 21, tzinfo=UTC) if late else None)
    return LedgerRow(one, "M-2026-001", "t", "", None, None, Level.INTERNAL, standing=standing)


def step(changes: dict[str, tuple[object, object]], uid: str = "1", **more: object) -> Change:
    return Change(uid, NOW, "韩磊", "小林", changes, **more)  # type: ignore[arg-type]


def sections(found: tuple[Matter, ...]) -> list[tuple[str, Section]]:
    return [(one.row.outcome.number, one.section) for one in found]


def test_what_changed_comes_first_then_what_needs_attention_then_the_rest_then_what_is_helped_with() -> None:
    rows = [row("A-001"), row("A-002", late=True), row("A-003"), row("A-004"), row("A-010", late=True)]
    found = matters(rows, {"A-003": News(notes=("half",))}, {}, NOW, helping={"A-004"})
    assert sections(found) == [
        ("A-003", Section.CHANGED),
        ("A-002", Section.NEEDING),
        ("A-010", Section.NEEDING),
        ("A-001", Section.REST),
        ("A-004", Section.HELPING),
    ]


def test_what_has_ended_is_told_after_what_is_open() -> None:
    rows = [row("A-001", status=Status.CLOSED), row("A-002")]
    since = {"A-001": News(acts=(Act.CONFIRM,)), "A-002": News(acts=(Act.NOTE,))}
    assert [one.row.outcome.number for one in matters(rows, since, {}, NOW)] == ["A-002", "A-001"]


def test_an_outcome_stays_where_it_stood_while_it_is_talked_about() -> None:
    placed = {"A-002": Section.NEEDING}
    assert sections(matters([row("A-002")], {}, {}, NOW, placed=placed)) == [("A-002", Section.NEEDING)]


def test_who_needs_most_is_heard_first_and_what_nobody_owns_last() -> None:
    groups = [
        Group("", 9, 9),
        Group("周岚", 3, 1),
        Group("Nora", 5, 1),
        Group("韩磊", 1, 1),
        Group("方晴", 2, 2),
    ]
    assert [one.name for one in ordered(groups)] == ["方晴", "Nora", "周岚", "韩磊", ""]


def test_a_round_is_of_the_first_owner_of_the_department_or_of_the_meeting() -> None:
    one = row("A-001")
    helped = replace(one.outcome, people=(*one.outcome.people, OutcomePerson(Part.HELPER, "方晴")))
    assert group_of(replace(one, outcome=helped), Grouping.OWNER) == "韩磊"
    assert group_of(one, Grouping.DEPARTMENT) == "市场部"
    assert group_of(one, Grouping.MEETING) == "M-2026-001"
    assert group_of(replace(one, outcome=replace(one.outcome, people=())), Grouping.OWNER) == ""


def test_a_stretch_of_history_comes_down_to_its_ends() -> None:
    steps = [
        step({"status": ("unconfirmed", "in_progress")}, "1", note="begun"),
        step(
            {"status": ("in_progress", "delayed"), "due": ("2026-11-25", "2026-11-27")},
            "2", act=Act.DELAY, cause="资源不足", remedy="借 1 人",
        ),
        step({"due": ("2026-11-27", "2026-12-02")}, "3"),
    ]  # fmt: skip
    found = news(steps)
    assert found is not None
    assert found.status == (Status.UNCONFIRMED, Status.DELAYED)
    assert found.due == (date(2026, 11, 25), date(2026, 12, 2))
    assert (found.cause, found.remedy, found.notes) == ("资源不足", "借 1 人", ("begun",))
    assert Act.DELAY in found.acts
    assert not found.new


def test_what_was_asked_and_answered_is_told() -> None:
    found = news(
        [
            step({"unclear": ("", "哪一版？")}, "1", act=Act.ASK_BACK),
            step({"unclear": ("哪一版？", ""), "answer": ("", "第二版")}, "2", act=Act.ANSWER),
        ]
    )
    assert found is not None
    assert (found.asked, found.answer) == ("哪一版？", "第二版")


def test_what_came_back_to_where_it_was_has_not_moved() -> None:
    found = news(
        [step({"due": ("2026-11-25", "2026-11-27")}), step({"due": ("2026-11-27", "2026-11-25")}, "2")]
    )
    assert found is not None
    assert found.due is None


def test_what_was_undone_is_not_told() -> None:
    wrong = step({"status": ("in_progress", "cancelled")}, "1", act=Act.CANCEL)
    back = step({"status": ("cancelled", "in_progress")}, "2", act=Act.UNDO, undoes="1")
    assert news([wrong, back]) is None


@pytest.mark.parametrize(
    "changes",
    [{"text": (None, "x"), "status": (None, "unconfirmed")}, {"provisional": (True, False)}],
    ids=["captured", "sealed"],
)
def test_what_was_captured_or_sealed_is_new(changes: dict[str, tuple[object, object]]) -> None:
    found = news([step(changes)])
    assert found is not None
    assert found.new
    assert found.acts == ()


def test_being_read_back_is_no_news() -> None:
    assert news([step({"hearing": ("unread", "agreed")})]) is None


def test_a_hand_over_names_both() -> None:
    found = news(
        [
            step(
                {
                    "people": (
                        [["responsible", "韩磊", ""]],
                        [["responsible", "方晴", ""], ["copied", "周岚", ""]],
                    )
                }
            )
        ]
    )
    assert found is not None
    assert found.owners == (("韩磊",), ("方晴",))
    assert found.acts == (Act.HAND_OVER,)


@pytest.mark.parametrize(
    ("spent", "wanted"),
    [(10, Tone.CALM), (47, Tone.CALM), (48, Tone.AMBER), (60, Tone.AMBER), (61, Tone.RED)],
)
def test_a_round_turns_amber_in_its_last_fifth_and_red_when_over(spent: int, wanted: Tone) -> None:
    assert tone(60, time_left(60, timedelta(seconds=spent))) is wanted


def test_without_a_timer_nothing_is_left_and_nothing_is_over() -> None:
    assert time_left(0, timedelta(hours=1)) is None
    assert tone(0, None) is Tone.CALM
