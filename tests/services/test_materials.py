"""What there is to read for a meeting is listed by title, path or link (B7)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.meeting import Played
from tui_minutes.domain.going_out import Material, MaterialKind
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import approval, materials, purging, verification

PLAN = Material("", "排产表", "/share/排产.xlsx", "第二页")


def listed(meeting: Played) -> list[Material]:
    return [replace(one, uid="") for one in meeting.store.going_out(meeting.uid).materials]


def add(meeting: Played, material: Material = PLAN) -> str:
    return materials.add(meeting.store, meeting.command(), meeting.uid, material)


def test_they_are_listed_in_the_order_in_which_they_came(meeting: Played) -> None:
    meeting.plan()
    add(meeting)
    add(meeting, Material("", " 报价\x1b单 ", "https://example.com/q", level=Level.SECRET))
    assert listed(meeting) == [PLAN, Material("", "报价单", "https://example.com/q", level=Level.SECRET)]


def test_one_is_changed_and_taken_off(meeting: Played) -> None:
    meeting.plan()
    uid = add(meeting)
    changed = replace(PLAN, title="排产表（终稿）", level=Level.CONFIDENTIAL)
    materials.change(meeting.store, meeting.command(), uid, changed)
    assert listed(meeting) == [changed]
    materials.remove(meeting.store, meeting.command(), uid)
    assert listed(meeting) == []
    with pytest.raises(Refused, match="not_found"):
        materials.remove(meeting.store, meeting.command(), uid)


def test_it_needs_a_title(meeting: Played) -> None:
    meeting.plan()
    uid = add(meeting)
    for wrong in ("", " \u202e "):
        with pytest.raises(Refused, match="no_title"):
            add(meeting, Material("", wrong, "/share/x"))
        with pytest.raises(Refused, match="no_title"):
            materials.change(meeting.store, meeting.command(), uid, Material("", wrong))
    assert listed(meeting) == [PLAN]


def test_after_approval_they_are_still_added_and_no_seal_is_touched(sealed: Played) -> None:
    approval.approve(sealed.store, sealed.command("周岚"), sealed.uid)
    add(sealed)
    assert listed(sealed) == [PLAN]
    assert verification.verify(sealed.store).ok


def test_to_a_meeting_that_was_purged_nothing_is_added(sealed: Played) -> None:
    uid = add(sealed)
    purging.purge(sealed.store, sealed.command("周岚"), sealed.uid, "过期", ())
    with pytest.raises(Refused, match="purged"):
        add(sealed)
    with pytest.raises(Refused, match="not_found"):
        materials.change(sealed.store, sealed.command(), uid, PLAN)
    assert listed(sealed) == []


def test_a_file_that_is_not_there_is_missing_and_a_link_is_never(tmp_path: Path) -> None:
    there = tmp_path / "plan.xlsx"
    there.write_text("x", encoding="utf-8")
    assert not materials.is_missing(str(there))
    assert materials.is_missing(str(tmp_path / "gone.xlsx"))
    assert materials.is_missing("~/no-such-file-of-ours.xlsx")
    assert materials.is_missing("/nowhere/\x00")
    assert materials.is_missing("no-such-folder-of-ours/plan.xlsx")
    for place in ("", "https://example.com/gone", "投影仪"):
        assert not materials.is_missing(place)


def test_a_file_named_from_here_is_found_from_anywhere(
    meeting: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.xlsx").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    meeting.plan()
    for place in ("plan.xlsx", "gone.xlsx", "https://example.com/plan.xlsx"):
        add(meeting, replace(PLAN, place=place))
    places = [str((tmp_path / "plan.xlsx").resolve()), "gone.xlsx", "https://example.com/plan.xlsx"]
    assert [one.place for one in listed(meeting)] == places


def test_a_recording_and_for_whom_it_is_are_kept(meeting: Played) -> None:
    meeting.plan()
    for_two = Material(
        "", "录音", "/share/1.m4a", kind=MaterialKind.RECORDING, audience=("周岚", " 韩磊\x1b ", "周岚")
    )
    add(meeting, for_two)
    assert listed(meeting) == [replace(for_two, audience=("周岚", "韩磊"))]
