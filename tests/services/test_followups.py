"""The next meeting: its date by readback or rhythm, what comes along once, what waits for a planned one."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.meeting import PLAN, Played
from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.meeting import Level, Phase
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import Every, Rhythm, rule_of
from tui_minutes.domain.series import EndsBy, NextMeeting, Recurring
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import agenda, deleting, followups, meetings, readback, series, session, walk
from tui_minutes.store.store import Store

CASES = Path(__file__).parents[1] / "cases"
FIRST = datetime(2026, 11, 27, 14)
WEEKLY = Rhythm(rule_of(Every.WEEK, FIRST), FIRST, "Asia/Shanghai", 45)


def of(meeting: Played) -> str:
    """The series of the meeting."""
    uid = meeting.record.meeting.series
    assert uid is not None
    return uid


@pytest.fixture
def weekly(meeting: Played) -> Played:
    """A meeting each Friday at 14:00, planned for the first of them."""
    meeting.plan()
    series.update(meeting.store, meeting.command(), of(meeting), "筹备例会", WEEKLY, "")
    return meeting


def look(meeting: Played, uid: str = "") -> NextMeeting:
    """What the meeting after it would be like now."""
    return followups.preview(meeting.store, uid or meeting.uid, meeting.now, WEEKENDS)


def follow(meeting: Played, shown: NextMeeting | None = None) -> str:
    """Plan it as it is shown."""
    shown = shown or look(meeting)
    return followups.follow_up(meeting.store, meeting.command(), shown.past.uid, shown.when)


def on_agenda(meeting: Played, uid: str) -> list[tuple[Origin, str]]:
    """What the meeting has on its agenda."""
    return [(item.origin, item.title) for item in meeting.store.record(uid).agenda]


def test_a_meeting_that_is_moved_keeps_its_place_in_the_rhythm(weekly: Played) -> None:
    weekly.begin().read_back().seal()
    second = follow(weekly)
    assert weekly.store.record(second).meeting.planned_start == datetime(2026, 12, 4, 14)
    assert weekly.store.record(second).meeting.planned_end == datetime(2026, 12, 4, 14, 45)
    items = on_agenda(weekly, second)
    meetings.update(
        weekly.store, weekly.command(), second,
        planned_start=datetime(2026, 12, 8, 9), planned_end=datetime(2026, 12, 8, 10),
    )  # fmt: skip
    assert on_agenda(weekly, second) == items
    third = look(weekly, second)
    assert (third.when.start, third.when.slot) == (datetime(2026, 12, 11, 14),) * 2


def test_a_date_fixed_at_readback_comes_before_the_rhythm_and_takes_its_nearest_place(weekly: Played) -> None:
    weekly.begin().read_back()
    readback.set_next_meeting(weekly.store, weekly.command(), weekly.uid, datetime(2026, 12, 3, 10))
    weekly.seal()
    shown = look(weekly)
    assert (shown.when.start, shown.when.slot) == (datetime(2026, 12, 3, 10), datetime(2026, 12, 4, 14))
    assert look(weekly, follow(weekly, shown)).when.slot == datetime(2026, 12, 11, 14)


def test_a_date_fixed_at_readback_is_one_where_the_meeting_was(weekly: Played) -> None:
    start = datetime(2026, 11, 27, 9)
    berlin = Rhythm(rule_of(Every.WEEK, start), start, "Europe/Berlin", 45)
    series.update(weekly.store, weekly.command(), of(weekly), "筹备例会", berlin, "")
    weekly.begin().read_back()
    fixed = weekly.now.astimezone(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None) - timedelta(hours=2)
    readback.set_next_meeting(weekly.store, weekly.command(), weekly.uid, fixed)
    weekly.seal()
    shown = look(weekly)
    assert shown.when.start == datetime(2026, 12, 4, 9), "what was fixed is two hours ago in Shanghai"
    assert shown.when.zone == "Europe/Berlin"


def test_after_one_that_was_called_off_comes_the_date_after_it(weekly: Played) -> None:
    weekly.begin().read_back().seal()
    second = follow(weekly)
    meetings.cancel(weekly.store, weekly.command(), second)
    shown = look(weekly)
    assert shown.when.start == datetime(2026, 12, 11, 14)
    titles = [one.item.title for one in shown.coming if one.item.origin is Origin.CARRIED]
    assert titles == ["物料清单", "值班安排"], "each once, although two meetings had them"


def test_without_a_rhythm_or_a_date_the_next_meeting_is_open(meeting: Played) -> None:
    meeting.plan().begin().read_back().seal()
    assert meeting.store.record(follow(meeting)).meeting.planned_start is None


def test_what_is_put_off_later_waits_for_the_meeting_that_is_planned_already(weekly: Played) -> None:
    second = follow(weekly)
    assert on_agenda(weekly, second) == [], "the first has not been held: its items are its own"
    weekly.begin()
    session.defer(weekly.store, weekly.command(), weekly.record.agenda[1].uid)
    weekly.read_back().seal()
    shown = look(weekly)
    assert shown.planned is not None
    assert shown.planned.uid == second
    waiting = followups.waiting(weekly.store, second, weekly.now)
    assert [one.item.title for one in waiting] == ["物料清单", "值班安排"]
    assert followups.bring(weekly.store, weekly.command(), second) == 2
    assert followups.waiting(weekly.store, second, weekly.now) == ()
    assert on_agenda(weekly, second) == [(Origin.CARRIED, "物料清单"), (Origin.CARRIED, "值班安排")]


def test_a_question_on_the_way_in_one_planned_meeting_does_not_come_to_another(weekly: Played) -> None:
    weekly.begin().say("? 停车位够不够 @韩磊 下次反馈：12/2")
    weekly.read_back().seal()
    second = follow(weekly)
    assert (Origin.QUESTION, "Q-001 停车位够不够") in on_agenda(weekly, second)
    third = look(weekly, second)
    assert Origin.QUESTION not in [one.item.origin for one in third.coming]


def test_a_question_with_an_item_of_its_own_is_looked_after_there(weekly: Played) -> None:
    weekly.begin()
    for line in ("? 停车位够不够 @韩磊 下次反馈：12/2", "- 付定金 @韩磊 截止12月4日"):
        weekly.say(line)
    weekly.read_back().seal()
    second = follow(weekly)
    left = walk.open_outcomes(weekly.store, second)
    found = {
        item.origin: [row.outcome.number for row in walk.on_the_table(weekly.store, second, item, left)]
        for item in weekly.store.record(second).agenda
    }
    assert found[Origin.FOLLOW_UP] == ["A-001"]
    assert found[Origin.QUESTION] == ["Q-001"]
    assert found[Origin.CARRIED] == []


def test_an_item_that_is_made_to_recur_comes_to_each_meeting_and_is_put_off_as_one(weekly: Played) -> None:
    item = weekly.record.agenda[1].uid
    series.make_recurring(weekly.store, weekly.command(), item)
    with pytest.raises(Refused, match="comes_by_itself"):
        series.make_recurring(weekly.store, weekly.command(), item)
    weekly.begin()
    session.defer(weekly.store, weekly.command(), item)
    weekly.read_back().seal()
    second = follow(weekly)
    again = [one for one in weekly.store.record(second).agenda if one.title == "物料清单"]
    assert [(one.origin, one.carried_from) for one in again] == [(Origin.RECURRING, item)]
    recurring = weekly.store.series(of(weekly)).recurring[0]
    series.edit_recurring(weekly.store, weekly.command(), recurring.uid, Recurring("物料与预算", 25))
    third = [one.item.title for one in look(weekly, second).coming]
    assert third == ["物料与预算"]
    series.end_recurring(weekly.store, weekly.command(), recurring.uid)
    assert look(weekly, second).coming == ()


def test_what_was_put_off_of_an_item_that_recurs_no_more_comes_along_once(weekly: Played) -> None:
    item = weekly.record.agenda[1].uid
    recurring = series.make_recurring(weekly.store, weekly.command(), item)
    weekly.begin()
    session.defer(weekly.store, weekly.command(), item)
    weekly.read_back().seal()
    series.end_recurring(weekly.store, weekly.command(), recurring)
    second = follow(weekly)
    assert on_agenda(weekly, second) == [(Origin.CARRIED, "物料清单"), (Origin.CARRIED, "值班安排")]
    assert look(weekly, second).coming == ()


def test_one_that_was_called_off_can_be_deleted_after_another_took_its_items(weekly: Played) -> None:
    weekly.begin().read_back().seal()
    second = follow(weekly)
    meetings.cancel(weekly.store, weekly.command(), second)
    third = follow(weekly)
    deleting.delete(weekly.store, weekly.command(), second)
    assert [title for _, title in on_agenda(weekly, third)] == ["物料清单", "值班安排"]
    assert set(weekly.store.origins(third).values()) == {"M-2026-001"}
    meetings.cancel(weekly.store, weekly.command(), third)
    assert [one.item.title for one in look(weekly).coming] == ["物料清单", "值班安排"]


def test_what_is_taken_off_an_agenda_waits_again(weekly: Played) -> None:
    weekly.begin().read_back().seal()
    second = follow(weekly)
    gone = weekly.store.record(second).agenda[0]
    agenda.remove_item(weekly.store, weekly.command(), gone.uid)
    assert [one.item.title for one in followups.waiting(weekly.store, second, weekly.now)] == [gone.title]


def test_the_preview_names_what_ends_here(weekly: Played) -> None:
    weekly.begin().say("- 付定金 @韩磊 截止12月4日")
    session.next_item(weekly.store, weekly.command(), weekly.uid)
    session.take_offline(weekly.store, weekly.command(), weekly.record.agenda[2].uid)
    weekly.read_back().seal()
    ends = [(one.text, one.by) for one in look(weekly).ends]
    assert ends == [
        ("展位选择", EndsBy.DISCUSSED), ("物料清单", EndsBy.DISCUSSED), ("值班安排", EndsBy.OFFLINE)
    ]  # fmt: skip


def test_what_ends_is_as_confidential_as_its_meeting_at_least(weekly: Played) -> None:
    meetings.update(weekly.store, weekly.command(), weekly.uid, level=Level.CONFIDENTIAL)
    first = weekly.record.agenda[0]
    plain = PlanItem(first.title, level=Level.INTERNAL)
    agenda.edit_item(weekly.store, weekly.command(), first.uid, plain)
    weekly.begin().read_back().seal()
    assert [(one.text, one.level) for one in look(weekly).ends] == [(first.title, Level.CONFIDENTIAL)]


def test_what_each_item_comes_from_is_known_by_number(weekly: Played) -> None:
    weekly.begin().read_back()
    readback.set_next_meeting(weekly.store, weekly.command(), weekly.uid, None, focus="定金")
    weekly.seal()
    second = follow(weekly)
    origins = weekly.store.origins(second)
    number = weekly.record.meeting.number
    found = {item.origin: origins.get(item.uid) for item in weekly.store.record(second).agenda}
    assert found == {Origin.FOCUS: number, Origin.CARRIED: number}
    assert weekly.store.record(second).meeting.goal == "定金"


def test_what_a_confidential_meeting_left_is_as_confidential_in_a_later_one(weekly: Played) -> None:
    meetings.update(weekly.store, weekly.command(), weekly.uid, level=Level.CONFIDENTIAL)
    weekly.begin().read_back()
    readback.set_next_meeting(weekly.store, weekly.command(), weekly.uid, None, focus="定金")
    weekly.seal()
    shown = look(weekly)
    assert {one.item.level for one in shown.coming} == {None}, "the next is as confidential as a whole"
    everything = [one.key for one in shown.coming]
    second = followups.follow_up(weekly.store, weekly.command(), weekly.uid, shown.when, everything)
    meetings.update(weekly.store, weekly.command(), second, level=Level.INTERNAL)
    waiting = followups.waiting(weekly.store, second, weekly.now)
    assert [(one.item.title, one.item.level) for one in waiting] == [
        ("定金", Level.CONFIDENTIAL), ("物料清单", Level.CONFIDENTIAL), ("值班安排", Level.CONFIDENTIAL)
    ]  # fmt: skip


def test_what_a_confidential_meeting_lets_recur_stays_confidential(weekly: Played) -> None:
    meetings.update(weekly.store, weekly.command(), weekly.uid, level=Level.CONFIDENTIAL)
    series.make_recurring(weekly.store, weekly.command(), weekly.record.agenda[1].uid)
    assert [one.level for one in weekly.store.series(of(weekly)).recurring] == [Level.CONFIDENTIAL]


def test_a_focus_that_was_laid_aside_is_no_goal_of_a_later_meeting(weekly: Played) -> None:
    weekly.begin().read_back()
    readback.set_next_meeting(weekly.store, weekly.command(), weekly.uid, None, focus="定金")
    weekly.seal()
    when = look(weekly).when
    followups.follow_up(weekly.store, weekly.command(), weekly.uid, when, aside=(weekly.uid,))
    third = follow(weekly)
    assert weekly.store.record(third).meeting.goal == ""


def test_nothing_follows_a_meeting_that_was_only_taken_over(weekly: Played) -> None:
    from tui_minutes.store.tables import MeetingRow

    MeetingRow.update(phase=Phase.HELD).where(MeetingRow.uid == weekly.uid).execute()
    with pytest.raises(Refused, match="not_followed"):
        look(weekly)


def test_a_rule_that_is_none_changes_nothing(weekly: Played) -> None:
    wrong = Rhythm("FREQ=SOMETIMES", FIRST, "Asia/Shanghai")
    with pytest.raises(Refused, match="rule_unreadable"):
        series.update(weekly.store, weekly.command(), of(weekly), "别的", wrong, "")
    found = weekly.store.series(of(weekly))
    assert (found.title, found.rhythm) == ("筹备例会", WEEKLY)
    assert PLAN.title == weekly.record.meeting.title, "the meetings keep their own titles"


def test_a_focus_of_before_the_upgrade_is_taken_up_where_a_meeting_followed(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    path.write_bytes(gzip.decompress((CASES / "store_v3.db.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("UPDATE meeting SET next_focus = '旧重点' WHERE number = 'M-2026-001'")
        old.execute("UPDATE meeting SET next_focus = '新重点' WHERE number = 'M-2026-002'")
        old.execute("UPDATE meeting SET follows_id = 1, series_id = 1 WHERE number = 'M-2026-002'")
    with closing(Store.open(path)) as store:
        last = store.meeting_by_number("M-2026-002")
        assert last is not None
        found = followups.preview(store, last.uid, datetime(2026, 12, 1, tzinfo=UTC), WEEKENDS).coming
        assert [one.item.title for one in found if one.item.origin is Origin.FOCUS] == ["新重点"]
