"""What producers do besides: HTML alone, two languages, alarms, exceptions, ends of lines, cut characters."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.meeting import Played
from tests.services.test_invitations import HOME, NOW, SAMPLES, agenda, found, roles, sample
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.inviting.incoming import Treatment
from tui_minutes.services import incoming


def test_outlook_with_nothing_but_html(meeting: Played) -> None:
    one = sample(meeting.store, "outlook_only_html")
    assert (one.plan.zone, one.plan.goal) == ("Europe/Berlin", "decide which two suppliers stay")
    assert one.plan.place == "Raum Elbe; 2. OG · https://teams.microsoft.com/meet/123?p=abc"
    assert agenda(one) == [
        ("Delivery figures", 20, "Jana Krause"),
        ("Complaints", 15, "Ben O'Neil"),
        ("Choice of two & next steps", 30, ""),
    ]
    assert roles(one)["Ben O'Neil"] == (Role.OBSERVER,)


def test_google_with_a_list_in_html_three_alarms_and_a_file(meeting: Played) -> None:
    one = sample(meeting.store, "google_alarms")
    assert agenda(one) == [("Copy review", 10, "Ana Li"), ("Open bugs", 15, ""), ("Launch date", 20, "")]
    assert list(roles(one)) == ["Rosa Diaz", "pete", "Ana Li", "team-web"]
    assert one.declined == ("pete",)
    assert [material.title for material in one.materials] == ["Joining from afar", "Plan.pdf"]


def test_a_list_in_which_one_says_its_minutes_is_the_agenda(meeting: Played, tmp_path: Path) -> None:
    path = tmp_path / "list.ics"
    words = r"Hello all\n- Welcome\n- Budget 20 min\n- Any other business\n\nPlease bring:\n- a badge"
    event = f"UID:l@example.com\nSUMMARY:List\nDTSTART:20261204T060000Z\nDESCRIPTION:{words}"
    path.write_text(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR\n", encoding="utf-8")
    [one] = found(meeting.store, path)
    assert agenda(one) == [("Welcome", 0, ""), ("Budget", 20, ""), ("Any other business", 0, "")]
    assert "a badge" in one.materials[0].note


def test_feishu_with_dates_left_out_one_moved_and_one_called_off(meeting: Played) -> None:
    path = SAMPLES / "feishu_series.ics"
    judged = incoming.look(meeting.store, incoming.read(path, HOME), HOME, NOW)
    assert [one.treatment for one in judged] == [Treatment.NEW] * 2, (
        "who is called off is no meeting of its own"
    )
    series, moved = (one.incoming for one in judged)
    assert series.rhythm is not None
    assert series.rhythm.rule == "FREQ=WEEKLY;UNTIL=20270131T235959;BYDAY=TU,TH"
    assert series.rhythm.without == tuple(date(2026, 12, day) for day in (3, 8, 15, 31))
    assert agenda(series) == [("上期回顾", 10, "何静"), ("需求评审", 30, "马超"), ("风险与依赖", 15, "")]
    assert roles(series) == {"何静": (Role.CONVENER, Role.CHAIR), "马超": (Role.ATTENDEE, Role.RECORDER)}
    assert (moved.plan.slot, moved.plan.start) == (datetime(2026, 12, 10, 10), datetime(2026, 12, 11, 15))


def test_tencent_meeting_in_two_languages(meeting: Played) -> None:
    one = sample(meeting.store, "tencent_bilingual")
    assert one.plan.place == "腾讯会议 Tencent Meeting · https://meeting.tencent.com/dm/AbCdEfGh1234"
    assert roles(one) == {"孙悦": (Role.CONVENER,)}
    assert agenda(one) == [
        ("方案讲解 Walk-through", 25, "孙悦"),
        ("报价 Price", 20, ""),
        ("结论 Decision", 15, ""),
    ]


@pytest.mark.parametrize("name", ["tencent_bilingual", "feishu_series", "google_alarms"])
def test_ends_of_lines_of_all_kinds_are_one(meeting: Played, tmp_path: Path, name: str) -> None:
    lines = (SAMPLES / f"{name}.ics").read_bytes().split(b"\r\n")
    mixed = b"".join(line + (b"\n", b"\r\n")[nth % 2] for nth, line in enumerate(lines))
    path = tmp_path / f"{name}.ics"
    path.write_bytes(mixed)
    assert found(meeting.store, path) == found(meeting.store, SAMPLES / path.name)


@pytest.mark.parametrize("width", [7, 40, 75])
def test_a_fold_may_cut_a_character(meeting: Played, tmp_path: Path, width: int) -> None:
    lines = (SAMPLES / "feishu_series.ics").read_bytes().split(b"\r\n")
    folded = [b"\r\n ".join(one[at : at + width] for at in range(0, len(one) or 1, width)) for one in lines]
    path = tmp_path / "feishu_series.ics"
    path.write_bytes(b"\r\n".join(folded))
    assert found(meeting.store, path) == found(meeting.store, SAMPLES / path.name)


def test_the_same_event_in_two_files_is_one_meeting(meeting: Played, tmp_path: Path) -> None:
    path, newer = SAMPLES / "google_alarms.ics", tmp_path / "newer.ics"
    newer.write_bytes(
        path.read_bytes().replace(b"SEQUENCE:0", b"SEQUENCE:1").replace(b"SUMMARY:Launch", b"SUMMARY:New")
    )
    for files in ((path, newer, path), (newer, path)):
        judged = [
            one
            for file in files
            for one in incoming.look(meeting.store, incoming.read(file, HOME), HOME, NOW)
        ]
        [one] = incoming.newest(judged)
        assert one.incoming.plan.title == "New 🚀 sync"


def test_of_an_event_that_a_file_has_twice_the_newer_counts(meeting: Played, tmp_path: Path) -> None:
    path = tmp_path / "twice.ics"
    same = "BEGIN:VEVENT\nUID:two@example.com\nDTSTART:20261204T060000Z"
    events = [f"{same}\nSEQUENCE:{nth}\nSUMMARY:Word {nth}\nEND:VEVENT" for nth in (1, 2, 0)]
    path.write_text("\n".join(("BEGIN:VCALENDAR", *events, "END:VCALENDAR", "")), encoding="utf-8")
    assert [one.plan.title for one in found(meeting.store, path)] == ["Word 2"]
