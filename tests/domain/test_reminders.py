"""Who is reminded of what, when; and what still goes out by which channel (T2-T4, T6, T7, B3, F2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.channels import Channels, Delivery, channels_in, deliveries, key
from tui_minutes.domain.checklist import Check, Kept, Preparing
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.duties import Duties
from tui_minutes.domain.judging import standing
from tui_minutes.domain.meeting import Level, Meeting, Phase
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, OutcomePerson, Part, Priority, Status
from tui_minutes.domain.policy import MINUTES, Policy
from tui_minutes.domain.recipients import Surroundings
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.remind_meetings import of_meeting, of_preparing
from tui_minutes.domain.remind_outcomes import of_outcome
from tui_minutes.domain.reminders import Concern, Letter, Matter, Reminder, Why, conceal_letter, letters
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.domain.workdays import WEEKENDS

MADE = datetime(2026, 11, 20, 2, tzinfo=UTC)  # a Friday, 10:00 in Shanghai
ROLES = {Role.CONVENER: ("孙总",), Role.CHAIR: ("周敏",), Role.RECORDER: ("王敏",)}
HEADS = {"市场部": ("钱部长",)}
AROUND = Surroundings(WEEKENDS, ROLES, HEADS)


def at(local: str) -> datetime:
    """The instant of a wall time in Shanghai."""
    return datetime.fromisoformat(f"{local}+08:00").astimezone(UTC)


def owner(name: str, department: str = "", part: Part = Part.RESPONSIBLE) -> OutcomePerson:
    return OutcomePerson(part, name, department)


def row(*people: OutcomePerson, level: Level = Level.INTERNAL, **fields: Any) -> LedgerRow:
    """An action in progress, due on Friday 2026-11-27, with its standing."""
    one = Outcome(
        "u", "A-057", OutcomeKind.ACTION, "印海报", "m", people=people or (owner("李四"),),
        due=date(2026, 11, 27), status=Status.IN_PROGRESS, provisional=False,
        created_at=MADE, updated_at=MADE,
    )  # fmt: skip
    one = replace(one, **fields)
    when = standing(one, MADE, "Asia/Shanghai", MINUTES, WEEKENDS)
    return LedgerRow(
        one, "M-2026-001", "例会", "", None, None, level, zone="Asia/Shanghai", standing=when
    )  # fmt: skip


def told(one: LedgerRow, when: str, around: Surroundings = AROUND) -> set[tuple[str, str, str]]:
    """Who is told why, and how it concerns them."""
    return {(r.recipient, r.matter.why, r.concern) for r in of_outcome(one, at(when), around)}


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("2026-11-25 23:59", set()),
        ("2026-11-26 00:00", {"due_soon"}),
        ("2026-11-27 09:00", {"due_today"}),
        ("2026-11-28 00:00", {"late"}),
        ("2026-12-05 09:00", {"late", "stale"}),  # routine, not one update in its month
    ],
)
def test_the_owner_is_reminded_a_working_day_before_on_the_day_and_when_late(
    when: str, why: set[str]
) -> None:
    assert {(name, reason) for name, reason, _ in told(row(), when)} == {("李四", one) for one in why}


def test_before_a_monday_the_reminder_goes_out_on_friday() -> None:
    monday = row(due=date(2026, 11, 30))
    assert told(monday, "2026-11-26 18:00") == set()
    for day in (27, 28, 29):
        assert told(monday, f"2026-11-{day} 09:00") == {("李四", "due_soon", "asked")}


def test_the_lead_is_counted_in_working_days() -> None:
    early = replace(AROUND, policy=Policy("early", reminder_workdays=3))
    assert told(row(), "2026-11-24 09:00", early) == {("李四", "due_soon", "asked")}
    assert told(row(), "2026-11-23 09:00", early) == set()


def test_helpers_share_the_date_but_not_the_word_to_be_given() -> None:
    two = row(owner("李四"), owner("赵六", part=Part.HELPER), status=Status.UNCONFIRMED)
    late = told(two, "2026-11-30 09:00")
    assert {name for name, why, _ in late if why == "late"} == {"李四", "赵六"}
    assert {name for name, why, _ in late if why == "unacknowledged"} == {"李四"}


def test_heads_and_those_copied_are_told_as_what_they_are() -> None:
    one = row(owner("李四", "市场部"), owner("吴九", part=Part.COPIED), department="市场部")
    expected = {("李四", "late", "asked"), ("钱部长", "late", "head"), ("吴九", "late", "copied")}
    assert told(one, "2026-11-30 09:00") == expected
    unacknowledged = row(owner("李四"), owner("吴九", part=Part.COPIED), due=None, status=Status.UNCONFIRMED)
    assert "吴九" not in {name for name, _, _ in told(unacknowledged, "2026-11-30 09:00")}


def test_a_department_as_owner_stands_for_its_head_else_the_meeting_looks_after_it() -> None:
    theirs = row(owner("市场部"), department="市场部")
    assert told(theirs, "2026-11-30 09:00") == {("钱部长", "late", "asked")}
    headless = row(owner("法务部"), department="法务部")
    assert told(headless, "2026-11-30 09:00") == {("孙总", "late", "asked")}


@pytest.mark.parametrize(
    ("roles", "name"),
    [(ROLES, "孙总"), ({Role.CHAIR: ("周敏",)}, "周敏"), ({Role.RECORDER: ("王敏",)}, "王敏")],
)
def test_what_nobody_owns_goes_to_convener_chair_or_recorder(roles: Any, name: str) -> None:
    nobodys = row(owner("吴九", part=Part.COPIED), due=None)
    found = list(of_outcome(nobodys, at("2026-11-24 09:00"), replace(AROUND, roles=roles)))
    assert [(one.recipient, one.matter.why, one.matter.lacks) for one in found] == [
        (name, Why.LACKING, ("no_owner", "no_due"))
    ]


def test_a_question_asked_back_waits_for_the_convener() -> None:
    one = row(status=Status.UNCONFIRMED, unclear="哪种尺寸？", due=date(2026, 12, 20))
    found = list(of_outcome(one, at("2026-11-24 09:00"), AROUND))
    assert [(r.recipient, r.matter.why, r.matter.question) for r in found] == [
        ("孙总", Why.UNCLEAR, "哪种尺寸？")
    ]


@pytest.mark.parametrize(
    ("people", "name"),
    [
        ((owner("李四"), owner("郑总", part=Part.DECIDER)), "郑总"),
        ((owner("李四"), owner("李四", part=Part.DECIDER)), "周敏"),
        ((owner("周敏"),), "孙总"),
    ],
)
def test_done_is_confirmed_by_whoever_decided_else_the_chair_never_an_owner(
    people: tuple[OutcomePerson, ...], name: str
) -> None:
    done = row(*people, status=Status.DONE, done_on=date(2026, 11, 24))
    assert told(done, "2026-11-30 09:00") == {(name, "waiting", "asked")}


@pytest.mark.parametrize("when", ["2026-11-26 09:00", "2026-11-27 09:00", "2026-11-30 09:00"])
def test_feedback_promised_is_asked_for_from_the_day_before(when: str) -> None:
    question = row(
        kind=OutcomeKind.QUESTION, number="Q-012", due=None, next_feedback=date(2026, 11, 27)
    )  # fmt: skip
    assert told(question, when) == {("李四", "feedback", "asked")}
    assert told(question, "2026-11-25 09:00") == set()


@pytest.mark.parametrize(
    "fields",
    [{"withdrawn": True}, {"provisional": True}, {"status": Status.CLOSED}, {"becomes": "other"}],
    ids=str,
)
def test_what_is_not_followed_reminds_nobody(fields: dict[str, Any]) -> None:
    assert told(row(**fields), "2026-11-26 09:00") == told(row(**fields), "2026-12-20 09:00") == set()


def meeting(**fields: Any) -> Meeting:
    start, end = datetime.fromisoformat("2026-11-30T14:00"), datetime.fromisoformat("2026-11-30T15:00")
    return replace(
        Meeting("m", "M-2026-001", "例会", "Asia/Shanghai", planned_start=start, planned_end=end), **fields
    )


def asked(duties: Duties, when: str) -> list[tuple[str, str, int]]:
    return [(r.recipient, r.matter.why, r.matter.days) for r in of_meeting(duties, at(when), AROUND)]


def test_the_chair_is_asked_to_approve_from_the_signature_on() -> None:
    signed = Duties(meeting(phase=Phase.SIGNED, ended_at=at("2026-11-30 15:00")))
    assert asked(signed, "2026-11-30 16:00") == [("周敏", "approve", -1)]
    assert asked(signed, "2026-12-03 09:00") == [("周敏", "approve", 2)]


def test_the_recorder_is_asked_to_send_until_the_working_day_after_approval() -> None:
    approved = Duties(meeting(phase=Phase.APPROVED), approved_at=at("2026-12-04 17:00"))  # a Friday
    assert asked(approved, "2026-12-05 09:00") == [("王敏", "send", -2)]
    assert asked(approved, "2026-12-07 09:00") == [("王敏", "send", 0)]
    assert asked(approved, "2026-12-08 09:00") == []


def test_with_a_list_the_recorder_is_asked_to_send_until_everybody_has_them() -> None:
    approved = Duties(meeting(phase=Phase.APPROVED), approved_at=at("2026-12-04 17:00"), unsent=("李四",))
    assert asked(approved, "2026-12-08 09:00") == [("王敏", "send", 1)]
    assert asked(replace(approved, unsent=()), "2026-12-05 09:00") == []


def to_prepare(preparing: Preparing, when: str) -> list[tuple[str, str, int]]:
    return [(r.recipient, r.matter.text, r.matter.days) for r in of_preparing(preparing, at(when), AROUND)]


def test_preparations_are_asked_for_before_they_are_due_and_until_they_are_ticked_off() -> None:
    agenda = (
        AgendaItem("1", 1, "日期", facilitator="何平", prepare="排产表"),
        AgendaItem("2", 2, "预算", prepare="报价"),
        AgendaItem("3", 3, "其他", facilitator="何平"),
    )
    people = tuple(Participant(name, name, roles=(role,)) for role, (name, *_) in ROLES.items())
    done = at("2026-11-24 09:00")
    kept = (Kept("k", text="订票", who="韩磊", ahead=0), Kept("t", text="茶歇", ahead=1, done_at=done))
    planned = Preparing(meeting(), agenda, people, kept)
    assert to_prepare(planned, "2026-11-25 18:00") == []
    assert to_prepare(planned, "2026-11-26 09:00") == [("何平", "排产表", -1), ("孙总", "报价", -1)]
    assert to_prepare(planned, "2026-11-30 13:59")[0] == ("韩磊", "订票", 0)
    assert ("何平", "排产表", 3) in to_prepare(planned, "2026-11-30 13:59")


def test_the_usual_things_are_told_apart_and_go_to_who_sees_to_them() -> None:
    planned = Preparing(meeting(), (), ())
    found = list(of_preparing(planned, at("2026-11-30 09:00"), AROUND))
    assert {(one.matter.check, one.recipient) for one in found} >= {
        (Check.GOAL, "孙总"), (Check.SIGN_IN, "孙总"),
    }  # fmt: skip
    assert len({one.matter.subject for one in found}) == len(found)


def matter(why: Why = Why.LATE, subject: str = "u", **fields: Any) -> Matter:
    base = Matter(why, subject, "A-057", "印海报", Level.INTERNAL, "M-2026-001", day=date(2026, 11, 27))
    return replace(base, **fields)


def test_an_outcome_stands_once_in_a_letter_with_all_its_reasons() -> None:
    mine = [Reminder("李四", Concern.ASKED, matter(why)) for why in (Why.STALE, Why.LATE)]
    cc = Reminder("李四", Concern.COPIED, matter(Why.LATE, "v"))
    [letter] = letters([cc, *mine])
    assert [(one.matter.why, one.matter.also) for one in letter.reminders] == [
        (Why.LATE, (Why.STALE,)),
        (Why.LATE, ()),
    ]


@given(
    st.lists(
        st.builds(
            Reminder,
            st.sampled_from("甲乙丙"),
            st.sampled_from(Concern),
            st.builds(matter, st.sampled_from(Why), st.sampled_from("uvw")),
        )
    )
)
def test_nobody_is_forgotten_and_nothing_said_twice(reminders: list[Reminder]) -> None:
    made = letters(reminders)
    assert {(one.recipient, one.matter.subject) for one in reminders} == {
        (letter.recipient, one.matter.subject) for letter in made for one in letter.reminders
    }
    for letter in made:
        subjects = [one.matter.subject for one in letter.reminders]
        assert len(subjects) == len(set(subjects))


def test_a_secret_is_told_by_number_owner_and_date() -> None:
    secret = matter(level=Level.SECRET, question="为何？", owners=("李四",))
    [letter] = letters([Reminder("李四", Concern.ASKED, secret)])
    shown = conceal_letter(letter).reminders[0].matter
    assert (shown.text, shown.question, shown.number, shown.owners) == (VEIL, VEIL, "A-057", ("李四",))


CHANNELS = Channels({"mail": "x", "ding": "y"}, ("mail",), ("ding",), {"乙": ("ding",), "丙": ()})


def letter(name: str) -> Letter:
    ordinary = Reminder(name, Concern.ASKED, matter())
    urgent = Reminder(name, Concern.ASKED, matter(subject="v", urgent=True))
    return Letter(name, (ordinary, urgent, Reminder(name, Concern.COPIED, matter(subject="w", urgent=True))))


def test_everybody_has_their_channels_and_urgent_ones_go_besides() -> None:
    found = [
        (one.letter.recipient, one.channel, len(one.letter.reminders))
        for one in deliveries(map(letter, "甲乙丙"), CHANNELS, set())
    ]
    assert found == [("甲", "mail", 3), ("甲", "ding", 1), ("乙", "ding", 3), ("丙", "ding", 1)]


def test_what_went_out_by_a_channel_goes_out_by_the_others_only() -> None:
    first, urgent, copied = letter("甲").reminders
    sent = {key(first, "mail"), key(urgent, "mail"), key(urgent, "ding")}
    assert deliveries([letter("甲")], CHANNELS, sent) == [Delivery("mail", Letter("甲", (copied,)))]


@pytest.mark.parametrize(
    ("table", "code", "where"),
    [
        ({"default": ["mail"]}, "settings_channel", "remind.default"),
        ({"default": "mail"}, "settings_remind", "remind.default"),
        ({"channels": {"mail": 3}}, "settings_remind", "remind.channels"),
        ({"people": {"李四": ["ding"]}}, "settings_channel", "remind.people.李四"),
        ({"people": ["李四"]}, "settings_remind", "remind.people"),
        ({"mail": "mailtos://secret"}, "settings_remind", "remind.mail"),
    ],
)
def test_what_is_wrong_in_the_settings_is_named_without_an_address(
    table: dict[str, object], code: str, where: str
) -> None:
    with pytest.raises(Refused) as refused:
        channels_in(table)
    assert (refused.value.code, refused.value.params["where"]) == (code, where)
    assert "secret" not in str(refused.value)


def test_urgent_means_that_something_urgent_is_asked_of_this_person() -> None:
    found = of_outcome(row(priority=Priority.URGENT), at("2026-11-30 09:00"), AROUND)
    assert all(one.is_urgent for one in found)
    assert not Reminder("吴九", Concern.COPIED, matter(urgent=True)).is_urgent
