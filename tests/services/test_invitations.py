"""Invitations of each producer come in whole; what is broken is said and stores nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile import PIECES
from tests.meeting import Played
from tui_minutes.documents.events import MOST_EVENTS
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.inviting.incoming import Incoming
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import speaking
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import incoming, invited
from tui_minutes.services.invitations import MOST_PEOPLE
from tui_minutes.store.store import Store

SAMPLES = Path(__file__).parents[1] / "cases" / "invitations"
NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)
HOME = "Asia/Shanghai"

Write = Callable[[str], Path]


def found(store: Store, path: Path, home: str = HOME) -> list[Incoming]:
    """The meetings that a file asks for."""
    return [one.incoming for one in incoming.look(store, incoming.read(path, home), home, NOW)]


def sample(store: Store, name: str) -> Incoming:
    """The first meeting of one of our samples."""
    return found(store, SAMPLES / f"{name}.ics")[0]


def agenda(one: Incoming) -> list[tuple[str, int, str]]:
    """Titles, minutes and who leads."""
    return [(item.title, item.minutes, item.facilitator) for item in one.plan.agenda]


def roles(one: Incoming) -> dict[str, tuple[Role, ...]]:
    """The people with their roles."""
    return {person.name: person.roles for person in one.plan.people}


@pytest.fixture
def event(tmp_path: Path) -> Write:
    """Writes a calendar around the lines of an event."""

    def write(lines: str) -> Path:
        path = tmp_path / "invite.ics"
        head = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:one@example.com\n"
        path.write_text(f"{head}{lines}\nEND:VEVENT\nEND:VCALENDAR\n", encoding="utf-8")
        return path

    return write


def test_outlook_with_teams(meeting: Played) -> None:
    one = sample(meeting.store, "outlook_teams")
    assert one.plan.title == "Spring fair: budget and staffing"
    assert (one.plan.start, one.plan.end) == (datetime(2026, 11, 27, 14), datetime(2026, 11, 27, 15))
    assert one.plan.zone == "Asia/Shanghai"
    assert one.plan.place == "Microsoft Teams Meeting; Harbour 2.01"
    assert one.plan.goal == "agree on the budget for the spring fair."
    assert roles(one) == {
        "Becker, Nora": (Role.CONVENER,),
        "Tom Reed": (Role.ATTENDEE,),
        "Ivy Park": (Role.ATTENDEE,),
        "韩磊": (Role.OBSERVER,),
    }
    assert one.declined == ("Ivy Park",)
    assert agenda(one) == [
        ("Budget", 20, "Tom Reed"),
        ("Staffing at the stand", 15, "Ivy Park"),
        ("Anything else", 5, ""),
    ]
    joining, words = one.materials
    assert joining.place.startswith("https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm9v")
    assert "Passcode: aBcD12" in joining.note
    assert words.note == "Please bring last year's figures."


def test_outlook_in_html_with_a_zone_that_only_the_file_describes(meeting: Played) -> None:
    one = sample(meeting.store, "outlook_html")
    assert (one.plan.zone, one.plan.start) == ("Europe/Berlin", datetime(2026, 12, 2, 10))
    assert one.plan.level is Level.CONFIDENTIAL
    assert one.plan.goal == "choose the second supplier."
    assert agenda(one) == [
        ("Delivery figures", 15, "Ann Lee"),
        ("Complaints & returns", 20, ""),
        ("Choice of the second supplier", 30, ""),
    ]
    assert list(roles(one)) == ["Mara Vogel", "Ann Lee", "bob.ray"]
    assert one.rhythm is not None
    assert (one.rhythm.rule, one.rhythm.minutes) == ("FREQ=MONTHLY;COUNT=6;BYDAY=1WE", 90)


def test_google_with_a_series_a_date_left_out_and_one_moved(meeting: Played) -> None:
    next_one, moved = found(meeting.store, SAMPLES / "google_series.ics")
    assert (
        next_one.plan.slot == next_one.plan.start == datetime(2026, 12, 3, 9, 30)
    )  # 26 November is left out
    assert next_one.plan.zone == "America/New_York"
    assert next_one.rhythm is not None
    assert next_one.rhythm.rule == "FREQ=WEEKLY;UNTIL=20270331T235959;BYDAY=TH"
    assert next_one.plan.place == "HQ-3-Walnut (8) · https://meet.google.com/abc-defg-hij"
    assert agenda(next_one) == [
        ("Status of the build", 10, ""),
        ("Blockers", 20, "leo"),
        ("Next release date", 0, ""),
    ]
    assert list(roles(next_one)) == ["Maya Ortiz", "leo"]
    assert (moved.plan.slot, moved.plan.start) == (datetime(2026, 12, 10, 9, 30), datetime(2026, 12, 11, 11))


def test_feishu_with_chair_recorder_and_a_room(meeting: Played) -> None:
    one = sample(meeting.store, "feishu")
    assert one.plan.place == "二楼 201 会议室 · https://vc.feishu.cn/j/582041937"
    assert one.plan.goal == "确定新品发布日期与各部门分工"
    assert roles(one) == {
        "周岚": (Role.CONVENER, Role.CHAIR),
        "韩磊": (Role.ATTENDEE,),
        "新品项目群": (Role.ATTENDEE,),
        "方晴": (Role.RECORDER,),
    }
    assert agenda(one) == [
        ("发布日期", 20, "周岚"),
        ("渠道排期", 30, "韩磊"),
        ("视频会议系统采购", 15, ""),
        ("背景", 0, ""),
    ]
    assert [material.note for material in one.materials][1] == "会前准备：请生产部带上排产表"


def test_dingtalk_whose_description_breaks_its_lines(meeting: Played) -> None:
    one = sample(meeting.store, "dingtalk")
    assert one.plan.end == datetime(2026, 12, 1, 16)
    assert one.plan.place == "线上 · https://meeting.dingtalk.com/j/Xy12AbCdEf"
    assert agenda(one) == [
        ("投诉情况通报", 10, "何静"),
        ("原因分析", 20, "许涛"),
        ("整改措施与责任人", 30, ""),
    ]


def test_tencent_meeting_in_utc_with_a_quoted_title_and_nothing_but_its_own_words(meeting: Played) -> None:
    one = sample(meeting.store, "tencent_meeting")
    assert (one.plan.title, one.plan.start, one.plan.zone) == ("周会", datetime(2026, 12, 2, 9), HOME)
    assert one.plan.place == "https://meeting.tencent.com/dm/Ab3dEfGh1jK2"
    assert one.plan.agenda == ()
    assert len(one.materials) == 1
    assert one.rhythm is not None
    assert one.rhythm.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"


def test_a_whole_day_in_gbk(meeting: Played) -> None:
    one = sample(meeting.store, "exported_gbk")
    assert (one.plan.title, one.whole_day) == ("年度预算审议会", True)
    assert one.plan.start == datetime(2026, 12, 3, 9)
    assert one.plan.level is Level.CONFIDENTIAL
    assert agenda(one) == [("上年决算", 20, "郑凯"), ("预算草案", 40, ""), ("表决", 0, "")]


def test_several_events_in_the_zone_of_the_calendar_and_two_of_one_name(meeting: Played) -> None:
    first, second = found(meeting.store, SAMPLES / "several.ics")
    assert (first.plan.zone, first.plan.start) == ("Europe/London", datetime(2026, 12, 4, 9))
    assert list(roles(second)) == ["Ada Moss (ada@example.net)", "Ada Moss (ada.moss2@example.net)"]
    assert [material.title for material in second.materials] == ["design.pdf"]


def test_every_sample_is_stored_whole_and_the_same_again_does_nothing(meeting: Played) -> None:
    for path in sorted(SAMPLES.glob("*.ics")):
        if path.stem not in ("outlook_reply", "outlook_cancel", "outlook_update"):
            wanted = found(meeting.store, path)
            for one, uid in zip(wanted, invited.take(meeting.store, meeting.command(), wanted), strict=True):
                record = meeting.store.record(uid)
                assert [item.title for item in record.agenda] == [item.title for item in one.plan.agenda]
                assert [person.name for person in record.people] == [
                    person.name for person in one.plan.people
                ]
            before = len(meeting.store.meetings())
            invited.take(meeting.store, meeting.command(), found(meeting.store, path))
            assert len(meeting.store.meetings()) == before


ZONES = [
    ("TZID=W. Europe Standard Time", "Europe/Berlin"),
    ("TZID=/freeassociation.sourceforge.net/Asia/Tokyo", "Asia/Tokyo"),
    ('TZID="UTC+08:00"', "Etc/GMT-8"),
    ("TZID=GMT+0800", "Etc/GMT-8"),
]


@pytest.mark.parametrize(("parameter", "zone"), ZONES, ids=[zone for _, zone in ZONES])
def test_zones_by_all_their_names(meeting: Played, event: Write, parameter: str, zone: str) -> None:
    (one,) = found(meeting.store, event(f"DTSTART;{parameter}:20261127T140000\nSUMMARY:a"))
    assert (one.plan.zone, one.plan.start) == (zone, datetime(2026, 11, 27, 14))


BROKEN = [
    ("SUMMARY:a", "DTSTART: it does not say when it begins"),
    ("SUMMARY:a\nDTSTART:tomorrow", "event 1 (a), DTSTART"),
    ("SUMMARY:a\nDTSTART;TZID=Nowhere:20261127T140000", "the time zone “Nowhere” is not known"),
    ("SUMMARY:a\nDTSTART:02026127T140000", "event 1 (a), DTSTART"),
    ("SUMMARY:a\nDTSTART:26001127T140000", "the year 2600 is a slip"),
    ("SUMMARY:a\nDTSTART:20261127T140000\nRRULE:FREQ=SECONDLY", "no rule for meetings"),
    ("SUMMARY:a\nDTSTART:20261127T140000\nRRULE:FREQ=DAILY;INTERVAL=0", "no rule for meetings"),
    ("SUMMARY:a\nDTSTART:20261127T140000\nRRULE:FREQ=DAILY;BYSECOND=1,2,3,4", "no rule for meetings"),
    ("SUMMARY:a\nDTSTART:20261127T140000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "no rule for meetings"),
    ("SUMMARY:a\nDTSTART:20261127T140000\nRRULE:FREQ=WHENEVER", "RRULE"),
]


@pytest.mark.parametrize(("lines", "said"), BROKEN, ids=[lines[-30:] for lines, _ in BROKEN])
def test_a_broken_event_is_told_by_file_part_and_reason(
    meeting: Played, event: Write, lines: str, said: str
) -> None:
    with pytest.raises(Refused) as why, speaking("en"):
        found(meeting.store, event(lines))
    with speaking("en"):
        assert refusal_text(why.value).startswith("invite.ics: ")
        assert said in refusal_text(why.value)
    assert meeting.store.meetings() == []


FILES = [
    (b"", "BEGIN:VCALENDAR"),
    (b"\x00\x01\x02PK\x03\x04", "BEGIN:VCALENDAR"),
    (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "there is no event in it"),
    (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261127T140000\r\n", "it is cut off"),
    (SAMPLES.joinpath("outlook_reply.ics").read_bytes(), "it is an answer to an invitation"),
    (
        b"BEGIN:VCALENDAR\n"
        + b"BEGIN:VEVENT\nDTSTART:20261127T140000\nEND:VEVENT\n" * 300
        + b"END:VCALENDAR",
        f"more than {MOST_EVENTS} events",
    ),
]


@pytest.mark.parametrize(("data", "said"), FILES, ids=[said for _, said in FILES])
def test_what_is_no_invitation_is_said(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "invite.ics"
    path.write_bytes(data)
    with pytest.raises(Refused) as why, speaking("en"):
        incoming.read(path, HOME)
    with speaking("en"):
        assert said in refusal_text(why.value)


def test_a_file_that_is_too_large_or_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "invite.ics"
    with pytest.raises(Refused, match="file_not_found"):
        incoming.read(path, HOME)
    path.write_bytes(b"BEGIN:VCALENDAR\n" + b"X" * incoming.LARGEST)
    with pytest.raises(Refused, match="file_unreadable"):
        incoming.read(path, HOME)


def test_thousands_of_guests_fill_no_list(meeting: Played, event: Write) -> None:
    guests = "\n".join(f"ATTENDEE;CN=Guest {n}:mailto:g{n}@example.com" for n in range(3_000))
    (one,) = found(meeting.store, event(f"DTSTART:20261127T140000\nSUMMARY:All hands\n{guests}"))
    assert (len(one.plan.people), one.left_out) == (MOST_PEOPLE, 3_000 - MOST_PEOPLE)


@pytest.mark.parametrize("words", [piece for piece in PIECES if piece != "\ud800"])
def test_hostile_words_change_nothing_but_themselves(meeting: Played, event: Write, words: str) -> None:
    spelt = words.replace("\\", "\\\\").replace("\n", "\\n").replace(";", "\\;").replace(",", "\\,")
    lines = (
        f"DTSTART:20261127T140000\nSUMMARY:x{spelt}\nLOCATION:{spelt}\nDESCRIPTION:1. a{spelt} (5 min)\\n2. b"
    )
    (uid,) = invited.take(meeting.store, meeting.command(), found(meeting.store, event(lines)))
    record = meeting.store.record(uid)
    told = record.meeting.title + record.meeting.place + "".join(item.title for item in record.agenda)
    assert not set(told) & set("\x1b\x07\x9b\u202e\r\n")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "invite.ics"
    path.write_bytes(
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261127T140000\n" + data + b"\nEND:VEVENT\nEND:VCALENDAR"
    )
    with suppress(Refused):
        assert incoming.read(path, HOME).events
