"""A review of what was really played: figures, causes, the meeting about it, its measures (T10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from tests.meeting import PLAN, Played
from tests.reviewed import NOW, delay, hold
from tests.statements import plan, statements
from tui_minutes.documents.markdown import render
from tui_minutes.domain.capture import Context
from tui_minutes.domain.capture import parse as read
from tui_minutes.domain.causes import Cause
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.hindsight import Load
from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.period import Period, month_of, months, parse_period
from tui_minutes.domain.punctuality import Punctuality
from tui_minutes.domain.review import CauseCount, Findings
from tui_minutes.services import meetings, moves, review_meetings, reviews
from tui_minutes.store import reviewing

ZONE = "Asia/Shanghai"
OCTOBER = month_of(date(2026, 10, 1))


def reviewed(meeting: Played, period: Period = OCTOBER, *, reveal: bool = False) -> Findings:
    return reviews.read(meeting.store, period, meeting.now, ZoneInfo(ZONE), reveal=reveal)


def test_october_is_counted_by_first_dates(half: Played) -> None:
    found = reviewed(half)
    assert found.review.due == Punctuality(on_time=2, late=1, overdue=1, cancelled=1)
    assert found.review.made == {OutcomeKind.ACTION: 2, OutcomeKind.QUESTION: 1}
    assert (found.review.undated, found.review.done) == (1, 3)
    assert (found.review.marks.good, found.review.marks.fair, found.review.marks.unmarked) == (1, 1, 1)
    assert [row.outcome.number for row in found.rows] == ["A-006"]
    by_name = {share.name: share.due for share in found.review.people}
    assert by_name["Nora Quinn"] == Punctuality(late=1, overdue=1)


def test_the_end_of_each_month_is_as_it_stood_then(half: Played) -> None:
    trend = {month.period.code: (month.due.percent, month.load) for month in reviewed(half).review.trend}
    assert trend == {
        "2026-06": (50, Load(1, 1)),
        "2026-07": (None, Load(1, 0)),
        "2026-08": (100, Load(1, 0)),
        "2026-09": (None, Load(6, 0)),
        "2026-10": (50, Load(6, 0)),
    }


def test_a_month_that_lasts_is_looked_at_today(half: Played) -> None:
    october = reviewed(half, parse_period("2026-11", NOW.date()) or OCTOBER).review
    assert october.due == Punctuality(to_come=1)
    assert october.load == Load(6, 0)


def test_an_undone_delay_has_no_cause_that_counts(half: Played) -> None:
    assert reviewed(half).review.causes == (
        CauseCount(Cause.RESOURCES, "", 1),
        CauseCount(None, "客户要改 logo", 1),
    )
    november = months(NOW.date(), 0, 1)
    assert reviewed(half, november).review.causes == (CauseCount(Cause.RESOURCES, "", 1),)
    moves.undo(half.store, half.command(), half.in_ledger("A-006").uid)
    assert reviewed(half, november).review.causes == ()


def test_what_is_secret_is_counted_but_not_told(half: Played) -> None:
    secret = replace(PLAN, level=Level.SECRET)
    hold(half, "2026-10-20", "- 裁撤分部 @韩磊 截止10月23日", plan=secret)
    delay(half, "2026-10-22", "A-010", "总部没点头", "2026-12-01")
    half.now = NOW
    covered, told = reviewed(half), reviewed(half, reveal=True)
    assert covered.review.due == told.review.due
    assert {one.words for one in covered.review.causes} == {"", "客户要改 logo", VEIL}
    assert {one.words for one in told.review.causes} == {"", "客户要改 logo", "总部没点头"}
    written = render(reviews.document(covered, "zh")) + reviews.json_text(covered, NOW, ZoneInfo(ZONE))
    assert "裁撤" not in written
    assert "总部" not in written
    assert "A-010" in written
    assert "裁撤分部" in render(reviews.document(told, "zh", reveal=True))
    assert "secret" in render(reviews.document(told, "en", reveal=True))


def test_the_review_becomes_an_agenda_once(half: Played) -> None:
    uid = review_meetings.plan(half.store, half.command(), OCTOBER, ZONE)
    assert review_meetings.plan(half.store, half.command(), OCTOBER, ZONE) == uid
    record = half.store.record(uid)
    assert (record.meeting.kind, record.meeting.phase) == (MeetingKind.DECISION_REVIEW, Phase.PLANNED)
    assert [item.title for item in record.agenda] == [
        "October 2026: 2 of 4 on time",
        "Late or open: A-006",
        "Causes of delay: short of resources 1, 客户要改 logo 1",
        "Measures",
    ]
    assert [person.name for person in record.people] == ["周岚", "Nora Quinn"]


def measure(half: Played, line: str) -> str:
    reading = read(line, Context(half.now.date()))
    return review_meetings.measure(half.store, half.command(), OCTOBER, ZONE, reading).number


def test_a_measure_is_an_action_of_the_review_meeting(half: Played) -> None:
    number = measure(half, "- 每周核对印刷进度 @Nora Quinn 截止11月6日")
    found = reviewed(half)
    assert [row.outcome.number for row in found.measures] == [number]
    meeting = half.store.meeting_by_number(found.meeting)
    assert meeting is not None
    one = half.in_ledger(number)
    assert one.provisional
    assert one.due == date(2026, 11, 6)
    item = half.store.record(meeting.uid).item(one.item_uid)
    assert item is not None
    assert item.title == "Measures"
    assert review_meetings.plan(half.store, half.command(), OCTOBER, ZONE) == meeting.uid


def test_measures_of_a_review_that_is_called_off_go_with_it(half: Played) -> None:
    number = measure(half, "- 每周核对 @Nora Quinn 截止11月6日")
    first = half.store.meeting_by_number(reviewed(half).meeting)
    assert first is not None
    meetings.cancel(half.store, half.command(), first.uid)
    assert half.in_ledger(number).withdrawn
    assert reviewed(half).meeting == ""
    assert review_meetings.plan(half.store, half.command(), OCTOBER, ZONE) != first.uid


def test_after_it_is_signed_the_next_review_begins_with_its_measures(half: Played) -> None:
    number = measure(half, "- 每周核对 @Nora Quinn 截止11月6日")
    half.uid = review_meetings.plan(half.store, half.command(), OCTOBER, ZONE)
    half.begin().read_back().seal()
    assert not half.in_ledger(number).provisional
    again = measure(half, "- 加一台打印机 @韩磊 截止11月9日")
    follower = half.store.record(half.in_ledger(again).meeting_uid)
    assert follower.meeting.follows == half.uid
    assert follower.agenda[0].title == "What is still open from earlier meetings"


def test_every_read_uses_an_index(half: Played) -> None:
    begin, end = OCTOBER.bounds(ZoneInfo(ZONE))
    with statements(half.store) as asked:
        reviewing.outcomes_of(OCTOBER, (begin, end))
        reviewing.due_in(OCTOBER)
        reviewing.causes_of((begin, end), reveal=False)
        reviewing.stands_and_steps(begin, end)
        reviewing.waiting(OCTOBER, NOW.date())
    assert asked
    for sql in asked:
        steps = plan(half.store, sql)
        assert not [step for step in steps if step.startswith("SCAN") and "INDEX" not in step], (sql, steps)
