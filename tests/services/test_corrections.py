"""Corrections that readers of the draft ask for, before the chair approves (F2)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.meeting import Played
from tui_minutes.domain.going_out import Correction, CorrectionState
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import approval, corrections


def only(meeting: Played) -> Correction:
    [one] = meeting.store.going_out(meeting.uid).corrections
    return one


def ask(meeting: Played) -> str:
    return corrections.ask(
        meeting.store, meeting.command("韩磊"), meeting.uid, "A-001", "截止是周五\n不是周四"
    )


def test_the_draft_goes_round_and_its_time_can_be_moved(sealed: Played) -> None:
    until = sealed.now + timedelta(hours=8)
    corrections.circulate(sealed.store, sealed.command(), sealed.uid, until)
    opened = sealed.now
    later = until + timedelta(hours=1)
    corrections.circulate(sealed.store, sealed.command(), sealed.uid, later)
    found = sealed.store.going_out(sealed.uid).circulation
    assert found is not None
    assert (found.opened_at, found.until) == (opened, later)


def test_it_does_not_go_round_until_yesterday(sealed: Played) -> None:
    with pytest.raises(Refused, match="circulation_past"):
        corrections.circulate(sealed.store, sealed.command(), sealed.uid, sealed.now)


def test_what_a_reader_asks_for_stands_in_the_way_of_approval_until_it_is_answered(sealed: Played) -> None:
    uid = ask(sealed)
    asked = only(sealed)
    assert (asked.by, asked.entered_by, asked.state) == ("韩磊", "小林", CorrectionState.OPEN)
    assert asked.text == "截止是周五\n不是周四"
    with pytest.raises(Refused, match="open_corrections") as refused:
        approval.approve(sealed.store, sealed.command("周岚"), sealed.uid)
    assert refused.value.params["names"] == "韩磊"

    corrections.take(sealed.store, sealed.command("周岚"), uid)
    assert (only(sealed).state, only(sealed).answered_by) == (CorrectionState.TAKEN, "周岚")
    approval.approve(sealed.store, sealed.command("周岚"), sealed.uid)
    assert sealed.record.meeting.phase == Phase.APPROVED


def test_a_correction_is_declined_with_a_reason_once(sealed: Played) -> None:
    uid = ask(sealed)
    with pytest.raises(Refused, match="decline_needs_reason"):
        corrections.decline(sealed.store, sealed.command("周岚"), uid, " ")
    corrections.decline(sealed.store, sealed.command("周岚"), uid, "会上定的是周四")
    assert (only(sealed).state, only(sealed).answer) == (CorrectionState.DECLINED, "会上定的是周四")
    with pytest.raises(Refused, match="correction_answered"):
        corrections.take(sealed.store, sealed.command("周岚"), uid)


def test_after_approval_only_an_amendment_corrects(sealed: Played) -> None:
    approval.approve(sealed.store, sealed.command("周岚"), sealed.uid)
    with pytest.raises(Refused, match="sealed"):
        ask(sealed)


def test_a_running_meeting_has_no_draft_to_correct(meeting: Played) -> None:
    meeting.plan().begin()
    with pytest.raises(Refused, match="not_signed"):
        ask(meeting)


def test_a_correction_needs_words(sealed: Played) -> None:
    with pytest.raises(Refused, match="correction_empty"):
        corrections.ask(sealed.store, sealed.command("韩磊"), sealed.uid, "A-001", " \n ")
