"""The directory of people: renamed, merged, told apart again; what was sealed and said stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.meeting import PLAN, Played, played
from tests.statements import statements
from tests.support import HOSTILE
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.command import Command
from tui_minutes.domain.directory import Details, Finder, Listed
from tui_minutes.domain.filters import Filter, Key, Term
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.period import month_of
from tui_minutes.domain.plan import Plan, PlanPerson
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.standup import Grouping
from tui_minutes.services import (
    directory,
    distribution,
    invitees,
    meetings,
    purging,
    reminders,
    reviews,
    standup_rounds,
    standups,
    verification,
)
from tui_minutes.services.lines import directory_people
from tui_minutes.store.agreed import agreed_record


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """A signed meeting: 韩磊 owes one thing, 高飞 (not in the directory) another."""
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin()
        one.say("- 付定金 @韩磊 截止12月4日")
        one.say("- 印海报 @高飞 截止12月5日")
        yield one.read_back().seal()


def listed(play: Played, name: str) -> Listed:
    """The only one in the directory of that name."""
    (one,) = [one for one in play.store.listed_people() if one.details.name == name]
    return one


def owners(play: Played, *names: str) -> list[tuple[str, str]]:
    """Number and first owner of what somebody answers for, as the ledger finds and shows it."""
    wanted = Filter((Term(Key.OWNER, names, names=names),)) if names else Filter()
    page = play.store.page(wanted, "number", play.now)
    assert play.store.total(wanted, play.now) == len(page.rows)
    return [(row.outcome.number, row.outcome.owners[0]) for row in page.rows]


def is_sound(play: Played) -> bool:
    """Whether nothing sealed differs, and the ledger says what the record says."""
    return verification.verify(play.store).ok and play.store.disagreements() == []


def add(play: Played, name: str, **more: object) -> str:
    return directory.add(play.store, play.command(), Details(name, **more))  # type: ignore[arg-type]


def change(play: Played, called: str, **said: object) -> None:
    one = listed(play, called)
    directory.change(play.store, play.command(), one.uid, replace(one.details, **said))  # type: ignore[arg-type]


def merge(play: Played, name: str, into: str) -> None:
    directory.merge(play.store, play.command(), listed(play, name).uid, listed(play, into).uid)


def test_everything_said_of_somebody_is_kept(meeting: Played) -> None:
    uid = add(
        meeting, " 李\x1b四 ", department="技术部", title="经理", email="li@example.com",
        aliases=("老李", "李工", "老李"), clearance=Level.SECRET, heads=("技术部", "测试组"),
    )  # fmt: skip
    one = listed(meeting, "李四")
    assert one.uid == uid
    assert one.details == Details(
        "李四", "技术部", "经理", "li@example.com", ("老李", "李工"), Level.SECRET, ("技术部", "测试组")
    )
    assert "ls" in one.readings
    assert directory_people(meeting.store.people()).find("老李")[0].name == "李四"


def test_whoever_is_called_so_comes_first_and_all_stand_by_name_where_nothing_is_typed(
    meeting: Played,
) -> None:
    add(meeting, "Ann", department="韩磊 & Co", title="x", email="a@b.cn", aliases=("A",), heads=("x",))
    finder = Finder(meeting.store.listed_people())
    assert [one.details.name for one in finder.found("韩磊")] == ["韩磊", "Ann"]
    assert [one.details.name for one in finder.found(" ")] == ["Ann", "Nora Quinn", "周岚", "方晴", "韩磊"]


def test_a_department_has_one_head(meeting: Played) -> None:
    add(meeting, "李四", heads=("技术部",))
    change(meeting, "周岚", heads=("技术部", "行政部"))
    assert listed(meeting, "李四").details.heads == ()
    change(meeting, "周岚", heads=("技术部",))
    assert listed(meeting, "周岚").details.heads == ("技术部",)


@pytest.mark.parametrize(
    ("details", "code"),
    [
        (Details("  "), "no_name"),
        (Details("李四", email="li at example"), "address_wrong"),
        (Details("韩磊", "市场部"), "person_known"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(meeting: Played, details: Details, code: str) -> None:
    before = meeting.store.listed_people()
    with pytest.raises(Refused) as refused:
        directory.add(meeting.store, meeting.command(), details)
    assert refused.value.code == code
    assert meeting.store.listed_people() == before


def test_namesakes_of_two_departments_are_two_people(meeting: Played) -> None:
    add(meeting, "韩磊", department="财务部")
    names = [(one.details.name, one.details.department) for one in meeting.store.listed_people()]
    assert [department for name, department in names if name == "韩磊"] == ["市场部", "财务部"]
    other = next(one for one in meeting.store.listed_people() if one.details.department == "财务部")
    with pytest.raises(Refused, match="person_known"):
        directory.change(meeting.store, meeting.command(), other.uid, Details("韩磊", "市场部"))


def test_only_who_is_referred_to_nowhere_can_be_removed(meeting: Played) -> None:
    add(meeting, "李四", heads=("技术部",))
    directory.remove(meeting.store, meeting.command(), listed(meeting, "李四").uid)
    assert "李四" not in {one.name for one in meeting.store.people()}
    with pytest.raises(Refused, match="person_in_use"):
        directory.remove(meeting.store, meeting.command(), listed(meeting, "韩磊").uid)


def test_how_much_somebody_has_to_do(meeting: Played) -> None:
    one = listed(meeting, "韩磊")
    assert (one.meetings, one.open) == (1, 1)
    add(meeting, "高飞")  # the bare name in the record can mean nobody else
    assert (listed(meeting, "高飞").meetings, listed(meeting, "高飞").open) == (0, 1)


def test_a_new_name_shows_in_the_ledger_and_leaves_old_minutes_as_they_were(meeting: Played) -> None:
    change(meeting, "韩磊", name="韩雷")
    assert owners(meeting, "韩雷") == [("A-001", "韩雷")]
    assert owners(meeting, "韩磊") == []
    assert meeting.store.total(Filter(words=("hanlei",)), meeting.now) == 1
    assert [one.owners[0] for one in agreed_record(meeting.uid).outcomes] == ["韩磊", "高飞"]
    assert meeting.person("韩磊").aliases == ("韩雷",)
    assert is_sound(meeting)
    assert listed(meeting, "韩雷").details.aliases == ("韩磊",)
    assert directory_people(meeting.store.people()).find("韩磊")[0].name == "韩雷"


def test_back_to_the_name_before(meeting: Played) -> None:
    change(meeting, "韩磊", name="韩雷")
    change(meeting, "韩雷", name="韩磊")
    assert listed(meeting, "韩磊").details.aliases == ("韩雷",)
    assert owners(meeting, "韩磊") == [("A-001", "韩磊")]
    assert is_sound(meeting)


def test_a_bare_name_follows_the_only_one_who_had_it(meeting: Played) -> None:
    add(meeting, "高飞")
    change(meeting, "高飞", name="韩小北")
    assert owners(meeting, "韩小北") == [("A-002", "韩小北")]
    assert listed(meeting, "韩小北").open == 1
    add(meeting, "高飞")  # somebody else has the name now
    assert owners(meeting, "高飞") == [("A-002", "高飞")]
    assert is_sound(meeting)


def test_two_who_were_merged_are_one_everywhere(meeting: Played) -> None:
    add(meeting, "高飞", email="han@example.com", clearance=Level.CONFIDENTIAL, heads=("物流组",))
    merge(meeting, "高飞", "韩磊")
    assert owners(meeting, "韩磊") == [("A-001", "韩磊"), ("A-002", "韩磊")]
    one = listed(meeting, "韩磊")
    assert (one.open, one.meetings, [name for _, name in one.merged]) == (2, 1, ["高飞"])
    assert one.details.aliases == ("高飞",)
    assert (one.details.email, one.details.clearance) == ("han@example.com", Level.CONFIDENTIAL)
    assert one.details.heads == ("物流组",)
    assert meeting.store.owners_open(meeting.now) == [("韩磊", 2, 0)]
    late = datetime.fromisoformat("2026-12-07T02:00:00+00:00")
    assert {one.recipient for one in reminders.due_letters(meeting.store, late, Rules())} >= {"韩磊"}
    assert "高飞" not in {one.recipient for one in reminders.due_letters(meeting.store, late, Rules())}
    assert is_sound(meeting)


def test_a_standup_and_a_review_count_two_who_were_merged_as_one(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 画展板 @周岚、高飞 截止12月11日")
    meeting.read_back().seal()
    add(meeting, "高飞")
    merge(meeting, "高飞", "韩磊")
    uid = standups.begin(meeting.store, meeting.command(), Grouping.OWNER, "Asia/Shanghai")
    standup = standup_rounds.standup_of(meeting.store, uid)
    matters = standup_rounds.matters_of(meeting.store, standup, "韩磊", meeting.now)
    assert {one.row.outcome.number for one in matters} == {"A-001", "A-002", "A-003"}
    december, later = month_of(date(2026, 12, 1)), meeting.now + timedelta(days=60)
    found = reviews.read(meeting.store, december, later, ZoneInfo("Asia/Shanghai"), reveal=True)
    assert {share.name: share.due.overdue for share in found.review.people} == {"韩磊": 2, "周岚": 1}


def test_who_is_renamed_is_reminded_of_meetings_under_the_new_name(meeting: Played) -> None:
    change(meeting, "周岚", name="周兰")
    late = datetime.fromisoformat("2026-11-30T02:00:00+00:00")
    names = {one.recipient for one in reminders.due_letters(meeting.store, late, Rules())}
    assert "周兰" in names
    assert "周岚" not in names


def test_nobody_is_on_a_distribution_list_twice_for_a_new_name(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("+ 用靠门的展位 抄送：韩磊")
    meeting.read_back().seal()
    distribution.propose(meeting.store, meeting.command(), meeting.uid)
    change(meeting, "韩磊", name="韩雷")
    assert distribution.propose(meeting.store, meeting.command(), meeting.uid) == 0
    fresh = meeting.plan().begin().uid
    meeting.say("+ 订车 抄送：韩雷")
    change(meeting, "韩雷", name="韩蕾")
    distribution.propose(meeting.store, meeting.command(), fresh)
    names = [one.name for one in meeting.store.going_out(fresh).recipients]
    assert [name for name in names if name.startswith("韩")] == ["韩雷"]


def test_the_next_line_finds_them_by_either_name(meeting: Played) -> None:
    add(meeting, "高飞")
    merge(meeting, "高飞", "韩磊")
    meeting.plan(replace(PLAN, people=(PlanPerson("高飞"), PlanPerson("周岚", "行政部")))).begin()
    assert [person.name for person in meeting.record.people] == ["韩磊", "周岚"]
    meeting.say("- 订车 @高飞")
    assert meeting.outcome("A-003").owners == ("韩磊",)


def test_telling_them_apart_again(meeting: Played) -> None:
    add(
        meeting, "高飞", aliases=("韩工",), email="gao@example.com", clearance=Level.SECRET, heads=("物流组",)
    )
    before = listed(meeting, "韩磊").details, listed(meeting, "高飞").details
    people = (PlanPerson("高飞"), PlanPerson("周岚"))
    planned = meetings.create(meeting.store, meeting.command(), Plan("x", zone="UTC", people=people))
    merge(meeting, "高飞", "韩磊")
    assert [one.name for one in meeting.store.record(planned).people] == ["韩磊", "周岚"]
    change(meeting, "韩磊")  # the form as it is, saved
    ((uid, _),) = listed(meeting, "韩磊").merged
    directory.split(meeting.store, meeting.command(), uid)
    assert (listed(meeting, "韩磊").details, listed(meeting, "高飞").details) == before
    assert owners(meeting, "韩磊") == [("A-001", "韩磊")]
    assert owners(meeting, "高飞") == [("A-002", "高飞")]
    assert [one.name for one in meeting.store.record(planned).people] == ["高飞", "周岚"]
    assert is_sound(meeting)
    with pytest.raises(Refused, match="not_merged"):
        directory.split(meeting.store, meeting.command(), uid)


def test_nobody_is_merged_into_themselves_however_far_around(meeting: Played) -> None:
    for name in ("甲", "乙", "丙"):
        add(meeting, name)
    first, second, third = (listed(meeting, name).uid for name in ("甲", "乙", "丙"))
    directory.merge(meeting.store, meeting.command(), first, second)
    directory.merge(meeting.store, meeting.command(), second, third)
    assert [name for _, name in listed(meeting, "丙").merged] == ["乙", "甲"]
    for one, other in ((third, first), (third, third), (first, third)):
        with pytest.raises(Refused, match="merge_same"):
            directory.merge(meeting.store, meeting.command(), one, other)
    directory.split(meeting.store, meeting.command(), second)
    assert [name for _, name in listed(meeting, "乙").merged] == ["甲"]


def test_both_asked_to_one_planned_meeting_stay_as_they_are(meeting: Played) -> None:
    add(meeting, "高飞")
    people = (PlanPerson("高飞", roles=(Role.CHAIR,)), PlanPerson("韩磊", "市场部"))
    planned = meetings.create(meeting.store, meeting.command(), Plan("x", zone="UTC", people=people))
    merge(meeting, "高飞", "韩磊")
    assert [one.name for one in meeting.store.record(planned).people] == ["高飞", "韩磊"]
    assert listed(meeting, "韩磊").meetings == 2
    with pytest.raises(Refused, match="already_there"):
        invitees.add_person(meeting.store, meeting.command(), planned, PlanPerson("高飞"))


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_can_be_kept_renamed_and_merged(meeting: Played, name: str) -> None:
    add(meeting, f"{name}x")
    shown = directory.cleaned(Details(f"{name}x")).name
    assert Finder(meeting.store.listed_people()).found(shown)[0].details.name == shown
    merge(meeting, "韩磊", shown)
    assert owners(meeting, shown) == [("A-001", shown)]
    assert is_sound(meeting)


def test_5000_people_take_as_many_statements_as_five(meeting: Played) -> None:
    counts = []
    for many in (range(5), range(5, 5_000)):
        _fill(meeting, many)
        with statements(meeting.store) as said:
            people = meeting.store.listed_people()
            assert Finder(people).found("p4999") or many.start == 0
        counts.append(len(said))
    assert len(people) > 5_000
    assert counts[0] == counts[1]


def _fill(play: Played, numbers: range) -> None:
    from tui_minutes.store import bulk
    from tui_minutes.store.tables import PersonRow

    with play.store.transaction():
        bulk.insert(
            PersonRow,
            ({"uid": f"u{n}", "name": f"p{n}", "aliases": [f"a{n}"], "readings": []} for n in numbers),
        )


def test_a_command_sent_twice_does_it_once(meeting: Played) -> None:
    command = Command.new(meeting.now, "小林", "小林")
    first = directory.add(meeting.store, command, Details("李四"))
    assert directory.add(meeting.store, command, Details("李四")) == first


def test_a_purge_leaves_who_heads_a_department_and_who_stayed(meeting: Played) -> None:
    add(meeting, "高飞", heads=("物流组",))
    merge(meeting, "高飞", "韩磊")
    change(meeting, "方晴", heads=("数据组",))
    purging.purge(meeting.store, meeting.command(), meeting.uid, "合同到期", ())
    assert {one.name for one in meeting.store.people()} == {"韩磊", "方晴"}
    assert listed(meeting, "韩磊").details.heads == ("物流组",)
    assert meeting.store.disagreements() == []
