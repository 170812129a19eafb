"""Papers go out once to those who may have them; what failed is tried again (F3)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.meeting import Played
from tui_minutes.domain.going_out import DispatchState, Recipient
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import dispatching, distribution
from tui_minutes.services.dispatching import MAIL, Content, Make, Posting, Round, Standing

WHO = {"周岚": "zhou@example.com", "韩磊": "han@example.com", "方晴": ""}


class Postbox:
    """Takes every message, but of those to whom it is told otherwise."""

    def __init__(self, **trouble: str) -> None:
        self.trouble = trouble
        self.got: list[str] = []

    def __call__(self, posting: Posting) -> None:
        if code := self.trouble.get(posting.recipient.name):
            raise Refused(code)
        self.got.append(posting.recipient.name)


def made(level: Level = Level.INTERNAL, edition: str = "first") -> Make:
    """The paper, of `level` in whole; without what is above the meeting's own it is internal."""
    return lambda one: Content(edition, level if one.cleared else Level.INTERNAL, "纪要", "见附件")


@pytest.fixture
def listed(sealed: Played) -> Played:
    """A signed meeting with three people on its list; only 周岚 is cleared for what is confidential."""
    for name, email in WHO.items():
        distribution.add(sealed.store, sealed.command(), sealed.uid, name, email, cleared=name == "周岚")
    return sealed


def round_of(meeting: Played, make: Make, *groups: str, only: str = "") -> Round:
    return dispatching.round_of(meeting.store, meeting.uid, Paper.MINUTES, make, groups, only=only)


def standings(going: Round) -> dict[str, str]:
    return {one.recipient.name: one.refused.code if one.refused else one.standing for one in going.postings}


def send(meeting: Played, going: Round, box: Postbox, *, again: bool = False) -> list[str]:
    posted = dispatching.send(meeting.store, going, meeting.command, {MAIL: box, "ding": box}, again=again)
    return [one.refused.code if one.refused else "" for one in posted]


def states(meeting: Played) -> dict[str, DispatchState]:
    return {one.recipient: one.state for one in meeting.store.going_out(meeting.uid).dispatches}


def test_a_preview_says_to_whom_it_goes_and_to_whom_not_and_sends_nothing(listed: Played) -> None:
    going = round_of(listed, made())
    assert standings(going) == {"周岚": "ready", "韩磊": "ready", "方晴": "channel_no_email"}
    assert states(listed) == {}


def test_it_goes_out_once_and_a_failure_stops_nobody_else(listed: Played) -> None:
    box = Postbox(周岚="mail_refused")
    assert send(listed, round_of(listed, made()), box) == ["mail_refused", ""]
    assert states(listed) == {"周岚": DispatchState.FAILED, "韩磊": DispatchState.SENT}

    box = Postbox()
    assert send(listed, round_of(listed, made()), box) == [""]
    assert box.got == ["周岚"]
    assert states(listed) == {"周岚": DispatchState.SENT, "韩磊": DispatchState.SENT}
    assert round_of(listed, made()).standing(Standing.READY) == ()


def test_another_edition_goes_out_again(listed: Played) -> None:
    send(listed, round_of(listed, made()), Postbox())
    box = Postbox()
    send(listed, round_of(listed, made(edition="amended")), box)
    assert box.got == ["周岚", "韩磊"]


def test_what_may_have_arrived_goes_again_only_when_asked(listed: Played) -> None:
    send(listed, round_of(listed, made()), Postbox(韩磊="mail_uncertain"))
    going = round_of(listed, made())
    assert standings(going)["韩磊"] == "uncertain"
    box = Postbox()
    assert send(listed, going, box) == []
    assert send(listed, going, box, again=True) == [""]
    assert box.got == ["韩磊"]


def test_a_program_killed_while_it_sends_leaves_what_may_have_arrived(listed: Played) -> None:
    class Killed(BaseException):
        pass

    def hand(_: Posting) -> None:
        raise Killed

    posting = dispatching.send(listed.store, round_of(listed, made()), listed.command, {MAIL: hand})
    with pytest.raises(Killed):
        next(posting)
    assert standings(round_of(listed, made()))["周岚"] == "uncertain"


def test_two_programs_at_once_send_it_once(listed: Played) -> None:
    here, there = round_of(listed, made()), round_of(listed, made())
    box = Postbox()
    sending: Iterator[object] = dispatching.send(listed.store, here, listed.command, {MAIL: box})
    next(sending)
    assert send(listed, there, box) == ["dispatch_sent", ""]
    assert [type(one).__name__ for one in sending] == ["Posted"]
    assert box.got == ["周岚", "韩磊"]


def test_what_is_confidential_goes_to_who_is_cleared_and_others_get_it_without(listed: Played) -> None:
    going = round_of(listed, made(Level.CONFIDENTIAL))
    assert {one.recipient.name: one.content.level for one in going.standing(Standing.READY)} == {
        "周岚": Level.CONFIDENTIAL, "韩磊": Level.INTERNAL,
    }  # fmt: skip


def test_a_confidential_meeting_goes_to_nobody_who_is_not_cleared(listed: Played) -> None:
    def confidential(_: Recipient) -> Content:
        return Content("first", Level.CONFIDENTIAL, "纪要", "见附件")

    assert standings(round_of(listed, confidential, "ding")) == {
        "周岚": "ready", "韩磊": "not_cleared", "方晴": "not_cleared", "ding": "not_listed",
    }  # fmt: skip
    assert standings(round_of(listed, confidential, only="顾青")) == {"顾青": "not_listed"}


def test_a_group_gets_it_by_its_own_channel(listed: Played) -> None:
    box = Postbox()
    send(listed, round_of(listed, made(), "ding"), box)
    assert box.got == ["周岚", "韩磊", "ding"]
    [to_group] = [one for one in listed.store.going_out(listed.uid).dispatches if one.channel == "ding"]
    assert (to_group.recipient, to_group.state) == ("ding", DispatchState.SENT)
