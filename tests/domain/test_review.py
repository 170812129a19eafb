"""The figures of a review: by first dates, with what they are counted from (T10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.causes import Cause
from tui_minutes.domain.hindsight import Load
from tui_minutes.domain.outcomes import OutcomeKind, Quality, Status
from tui_minutes.domain.period import month_of
from tui_minutes.domain.punctuality import Fate, Punctuality, fate
from tui_minutes.domain.review import CauseCount, Review, Reviewed, count_causes, review

OCTOBER = month_of(date(2026, 10, 1))
TODAY = date(2026, 11, 3)


def day(text: str) -> date:
    return date.fromisoformat(text)


def figures(*found: Reviewed, today: date = TODAY, causes: tuple[str, ...] = ()) -> Review:
    return review(OCTOBER, today, found, causes, Load(), ())


@pytest.mark.parametrize(
    ("status", "done", "expected"),
    [
        (Status.DONE, "2026-10-20", Fate.ON_TIME),
        (Status.CLOSED, "2026-10-19", Fate.ON_TIME),
        (Status.CLOSED, "2026-10-21", Fate.LATE),
        (Status.CLOSED, None, Fate.LATE),
        (Status.DELAYED, None, Fate.OVERDUE),
        (Status.UNCONFIRMED, None, Fate.OVERDUE),
        (Status.CANCELLED, None, Fate.CANCELLED),
        (Status.SUPERSEDED, "2026-10-19", Fate.CANCELLED),
    ],
)
def test_the_first_date_decides(status: Status, done: str | None, expected: Fate) -> None:
    assert fate(status, day("2026-10-20"), day(done) if done else None, TODAY) is expected


def test_what_is_due_today_or_later_is_not_missed() -> None:
    assert fate(Status.IN_PROGRESS, TODAY, None, TODAY) is Fate.TO_COME
    assert fate(Status.IN_PROGRESS, TODAY - timedelta(days=1), None, TODAY) is Fate.OVERDUE


def test_the_rate_leaves_out_what_is_to_come_and_what_was_called_off() -> None:
    due = Punctuality(on_time=2, late=1, overdue=1, to_come=3, cancelled=4)
    assert (due.counted, due.due, due.percent) == (4, 11, 50)
    assert Punctuality(to_come=3).percent is None


def test_undated_ones_are_counted_apart_and_a_decision_needs_no_date() -> None:
    action = Reviewed(OutcomeKind.ACTION, Status.IN_PROGRESS, made=True)
    decision = Reviewed(OutcomeKind.DECISION, Status.UNCONFIRMED, made=True)
    found = figures(action, decision)
    assert (found.undated, found.due.due) == (1, 0)
    assert found.made == {OutcomeKind.ACTION: 1, OutcomeKind.DECISION: 1}


def test_only_what_falls_into_the_period_is_counted_in_it() -> None:
    early = Reviewed(
        OutcomeKind.ACTION, Status.CLOSED, "市场部", "韩磊", first_due=day("2026-09-30"),
        done_on=day("2026-10-02"), quality=Quality.GOOD,
    )  # fmt: skip
    within = Reviewed(
        OutcomeKind.ACTION, Status.CLOSED, "市场部", "韩磊", first_due=day("2026-10-31"),
        done_on=day("2026-11-01"), quality=Quality.POOR,
    )  # fmt: skip
    found = figures(early, within)
    assert found.due == Punctuality(late=1)
    assert (found.done, found.marks.good, found.marks.poor) == (1, 1, 0)
    (share,) = found.departments
    assert (share.name, share.due, share.marks.given) == ("市场部", Punctuality(late=1), 1)


def test_causes_are_counted_by_their_usual_names_and_own_words_as_typed() -> None:
    said = ("资源不足", "short of people", "Customer  away", "customer away", "需求变更")
    assert count_causes(said) == (
        CauseCount(Cause.RESOURCES, "", 2),
        CauseCount(None, "Customer away", 2),
        CauseCount(Cause.REQUIREMENTS, "", 1),
    )


dates = st.none() | st.dates(day("2026-09-20"), day("2026-11-10"))
reviewed = st.builds(
    Reviewed,
    kind=st.sampled_from(OutcomeKind),
    status=st.sampled_from(Status),
    department=st.sampled_from(["", "市场部", "Design"]),
    person=st.sampled_from(["", "韩磊", "Nora"]),
    made=st.booleans(),
    first_due=dates,
    done_on=dates,
    quality=st.none() | st.sampled_from(Quality),
)


@given(st.lists(reviewed), st.dates(day("2026-09-25"), day("2026-11-20")))
def test_departments_and_people_add_up_to_the_whole(found: list[Reviewed], today: date) -> None:
    whole = figures(*found, today=today)
    for shares in (whole.departments, whole.people):
        for name in Fate:
            assert sum(getattr(one.due, name) for one in shares) == getattr(whole.due, name)
        assert sum(one.marks.given for one in shares) == whole.marks.given
    assert whole.due.due == sum(one.first_due is not None and one.first_due.month == 10 for one in found)
    assert whole.marks.given + whole.marks.unmarked == whole.done


@given(st.lists(st.sampled_from(["资源不足", "weather", "own words", " Own  Words"])))
def test_every_cause_is_counted_once(said: list[str]) -> None:
    assert sum(one.n for one in figures(causes=tuple(said)).causes) == len(said)
