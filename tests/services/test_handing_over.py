"""What people got by other means than this program is on record, too (F3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.meeting import PLAN, Played
from tui_minutes.domain.going_out import DispatchState, Recipient
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import Form, Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import approval, dispatching, distribution, letters
from tui_minutes.services.dispatching import Standing
from tui_minutes.services.handing_over import hand_over
from tui_minutes.services.papers import Order


def listed(meeting: Played, name: str = "周岚", *, cleared: bool = True) -> Recipient:
    """Somebody with an address, on the list of an approved meeting."""
    approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
    distribution.add(meeting.store, meeting.command(), meeting.uid, name, "zhou@example.com", cleared=cleared)
    [one] = meeting.store.going_out(meeting.uid).recipients
    return one


def give(meeting: Played, to: Recipient, way: str = "纸质") -> None:
    hand_over(meeting.store, meeting.command(), to.uid, Paper.MINUTES, way)


def test_who_has_it_on_paper_has_it_and_by_mail_they_can_still_get_it(sealed: Played) -> None:
    one = listed(sealed)
    give(sealed, one)
    [sent] = sealed.store.going_out(sealed.uid).dispatches
    assert (sent.recipient, sent.channel, sent.state, sent.address) == (
        "周岚",
        "纸质",
        DispatchState.SENT,
        "",
    )
    order = Order(Paper.MINUTES, Form.WORD)
    going = dispatching.round_of(
        sealed.store, sealed.uid, Paper.MINUTES,
        lambda _: letters.content(sealed.store, sealed.uid, order, sealed.now),
    )  # fmt: skip
    [posting] = going.postings
    assert (posting.standing, posting.content.edition) == (Standing.READY, sent.edition)


def test_the_same_is_not_on_record_twice(sealed: Played) -> None:
    one = listed(sealed)
    give(sealed, one)
    with pytest.raises(Refused, match="dispatch_sent"):
        give(sealed, one)


def test_how_it_was_handed_over_is_said(sealed: Played) -> None:
    one = listed(sealed)
    with pytest.raises(Refused, match="no_way"):
        give(sealed, one, " ")
    assert sealed.store.going_out(sealed.uid).dispatches == ()


def test_to_who_is_not_cleared_nothing_confidential_was_handed_over(meeting: Played) -> None:
    meeting.plan(replace(PLAN, level=Level.CONFIDENTIAL)).begin().say("+ 订A馆")
    meeting.read_back().seal()
    one = listed(meeting, cleared=False)
    with pytest.raises(Refused, match="not_cleared"):
        give(meeting, one)
