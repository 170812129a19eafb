"""The distribution list on the screen: proposed, changed, looked at, sent, tried again (F3)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from tests.hands import Hands
from tests.meeting import PLAN, Played, played
from tests.postmaster import Postmaster, delivering
from tests.support import HOSTILE, Clock, run_app
from tui_minutes.domain.going_out import DispatchState, Recipient
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import Plan, PlanItem
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import approval, dispatching, distribution, verification
from tui_minutes.settings import Settings

EMAILS = ("zhou@example.com", "han@example.com", "nora@example.com", "")
SEALED_PLAN = replace(
    PLAN, people=tuple(replace(one, email=email) for one, email in zip(PLAN.people, EMAILS, strict=True))
)


def sealed(one: Played, plan: Plan = SEALED_PLAN) -> Played:
    """A meeting that the room has signed."""
    one.plan(plan).begin()
    for line in ("韩磊：A馆人流大", "+ 订A馆", "- 付定金 @韩磊 截止12月4日 -> 回单 抄送：财务部"):
        one.say(line)
    return one.read_back().seal()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        yield one


@pytest.fixture
def meeting(empty: Played) -> Played:
    """Signed and approved: the minutes may go out."""
    sealed(empty)
    approval.approve(empty.store, empty.command("周岚"), empty.uid)
    return empty


@pytest.fixture
def postmaster() -> Postmaster:
    return Postmaster()


@pytest.fixture
def port(postmaster: Postmaster) -> Iterator[int]:
    with delivering(postmaster) as found:
        yield found


@asynccontextmanager
async def at_list(
    meeting: Played, port: int = 0, size: tuple[int, int] = (132, 34), language: str = "en"
) -> AsyncIterator[Hands]:
    """The list of the meeting is on the screen, and a mail server in the settings where there is a port."""
    mail = {"server": "127.0.0.1", "port": port, "from": "minutes@example.com", "security": "none"}
    settings = Settings(first_run_done=True, name="王敏", mail=mail if port else {})
    clock = Clock(meeting.now)
    clock.forward(minutes=30)
    async with run_app(
        meeting.store, size=size, language=language, clock=clock, settings=settings, first=meeting.uid
    ) as pilot:
        hands = Hands(pilot, clock)
        await hands.press("d")
        yield hands


async def settled(hands: Hands) -> None:
    """What is made and sent aside is through."""
    await hands.pilot.app.workers.wait_for_complete()
    await hands.pilot.pause()


async def preview(hands: Hands) -> None:
    """The first paper that can be sent, looked at."""
    await hands.press("s")
    await hands.press("enter")
    await settled(hands)


def listed(meeting: Played) -> dict[str, Recipient]:
    return {one.name: one for one in meeting.store.going_out(meeting.uid).recipients}


def states(meeting: Played) -> dict[str, DispatchState]:
    return {one.recipient: one.state for one in meeting.store.going_out(meeting.uid).dispatches}


@pytest.mark.parametrize(("size", "language"), [((80, 24), "zh"), ((132, 34), "en")])
async def test_on_first_opening_the_usual_list_is_proposed(
    meeting: Played, size: tuple[int, int], language: str
) -> None:
    async with at_list(meeting, size=size, language=language) as hands:
        assert list(listed(meeting)) == ["周岚", "韩磊", "Nora Quinn", "方晴", "财务部"]
        said = ("5 recipients proposed", "no e-mail address", "Propose again")
        if language == "zh":
            said = ("已拟定 5 人", "无电子邮箱", "重新拟定")
        for words in (*said, "zhou@example.com"):
            assert words in hands.text
        await hands.press("escape")
        await hands.press("d")
        assert len(listed(meeting)) == 5
        assert "MinutesScreen" not in hands.at


async def test_somebody_of_the_directory_or_somebody_else_is_added(meeting: Played) -> None:
    async with at_list(meeting) as hands:
        await hands.press("down", "d")
        await hands.press("y")
        assert "韩磊" not in listed(meeting)
        await hands.press("a")
        await hands.press("ctrl+s")
        assert (listed(meeting)["韩磊"].email, listed(meeting)["韩磊"].department) == (
            "han@example.com",
            "市场部",
        )
        await hands.press("a")
        await hands.form("顾青", "gu@example.com", "→")
        assert (listed(meeting)["顾青"].email, listed(meeting)["顾青"].cleared) == ("gu@example.com", True)
        assert "顾青 is on the list" in hands.text


async def test_a_wrong_address_gives_the_form_back_with_what_was_typed(meeting: Played) -> None:
    async with at_list(meeting) as hands:
        await hands.press("a")
        await hands.form("顾青", "gu at example", "→")
        assert "“gu at example” is no e-mail address" in hands.text
        assert "顾青" in hands.text
        assert "顾青" not in listed(meeting)
        await hands.press("tab")
        await hands.fill("gu@example.com")
        await hands.press("ctrl+s")
        assert (listed(meeting)["顾青"].email, listed(meeting)["顾青"].cleared) == ("gu@example.com", True)


async def test_an_entry_is_changed(meeting: Played) -> None:
    async with at_list(meeting) as hands:
        await hands.press("enter")
        await hands.form("lan@example.com", "→")
        one = listed(meeting)["周岚"]
        assert (one.email, one.cleared) == ("lan@example.com", False)
        assert "Changed: 周岚" in hands.text


@pytest.mark.parametrize(("size", "language"), [((80, 24), "en"), ((132, 34), "zh")])
async def test_a_preview_says_what_goes_to_whom_and_nothing_leaves(
    meeting: Played, port: int, postmaster: Postmaster, size: tuple[int, int], language: str
) -> None:
    async with at_list(meeting, port, size, language) as hands:
        await preview(hands)
        said = ["Send it to 3 recipients?", "no e-mail address of 方晴 is known", "to be sent"]
        if language == "zh":
            said = ["发送给 3 人？", "不知道 方晴 的邮箱", "待发送"]
        for words in (*said, "nora@example.com", "M-2026-001 会议纪要-春季展会筹备会.docx"):
            assert words in hands.text
        pages = []
        for _ in range(5):
            await hands.press("pagedown")
            pages.append(hands.text)
        assert any("付定金" in page for page in pages)
        await hands.press("escape")
        await settled(hands)
        assert (postmaster.taken, states(meeting)) == ([], {})


async def test_what_is_sent_arrives_once_and_is_on_record(
    meeting: Played, port: int, postmaster: Postmaster
) -> None:
    async with at_list(meeting, port) as hands:
        await preview(hands)
        await hands.press("enter")
        await settled(hands)
        assert [to for to, _ in postmaster.taken] == [
            "zhou@example.com",
            "han@example.com",
            "nora@example.com",
        ]
        mail = message_from_bytes(postmaster.taken[0][1], policy=default)
        assert mail["subject"] == "会议纪要：春季展会筹备会"
        assert [one.get_filename() for one in mail.iter_attachments()] == [
            "M-2026-001 会议纪要-春季展会筹备会.docx"
        ]
        assert set(states(meeting).values()) == {DispatchState.SENT}
        assert "Sent to 3 recipients" in hands.text
        assert "the minutes · sent · 11-27 Fri" in hands.text
        await preview(hands)
        assert "Nobody to send this to" in hands.text
        await hands.press("enter")
        await settled(hands)
        assert len(postmaster.taken) == 3
        assert verification.verify(meeting.store).ok


async def test_a_failure_is_shown_and_tried_again(meeting: Played, port: int, postmaster: Postmaster) -> None:
    distribution.add(meeting.store, meeting.command(), meeting.uid, "周岚")
    distribution.add(meeting.store, meeting.command(), meeting.uid, "顾青", "gone@example.com")
    async with at_list(meeting, port) as hands:
        await preview(hands)
        await hands.press("enter")
        await settled(hands)
        assert states(meeting) == {"周岚": DispatchState.SENT, "顾青": DispatchState.FAILED}
        assert "1 failed" in hands.text
        assert "550 no such mailbox" in hands.text
        assert "the mail server did not take it" in hands.text
        await hands.press("down", "enter")
        await hands.form("gu@example.com")
        await preview(hands)
        assert "Send it to 1 recipient?" in hands.text
        await hands.press("enter")
        await settled(hands)
        assert [to for to, _ in postmaster.taken] == ["zhou@example.com", "gu@example.com"]


async def test_what_may_have_arrived_goes_again_only_when_asked(
    meeting: Played, port: int, postmaster: Postmaster
) -> None:
    distribution.add(meeting.store, meeting.command(), meeting.uid, "顾青", "cut@example.com")
    async with at_list(meeting, port) as hands:
        await preview(hands)
        await hands.press("enter")
        await settled(hands)
        assert states(meeting) == {"顾青": DispatchState.GOING}
        assert "Sent to 0 recipients · 1 may have arrived · 顾青: the connection broke" in hands.text
        await preview(hands)
        assert "send again" in hands.text
        await hands.press("escape")
        assert len(postmaster.taken) == 1


async def test_what_was_sent_is_on_record_though_another_program_writes_just_then(
    meeting: Played, port: int, postmaster: Postmaster, monkeypatch: pytest.MonkeyPatch
) -> None:
    distribution.add(meeting.store, meeting.command(), meeting.uid, "周岚")
    end, refused = dispatching.end, [Refused("store_busy")]

    def busy_once(*args: Any) -> None:
        if refused:
            raise refused.pop()
        end(*args)

    monkeypatch.setattr(dispatching, "end", busy_once)
    async with at_list(meeting, port) as hands:
        await preview(hands)
        await hands.press("enter")
        await settled(hands)
        assert states(meeting) == {"周岚": DispatchState.SENT}
        assert "Sent to 1 recipient" in hands.text


async def test_a_server_that_is_not_there_is_named_and_nothing_is_on_record(meeting: Played) -> None:
    async with at_list(meeting) as hands:
        await preview(hands)
        await hands.press("enter")
        await settled(hands)
        assert "No mail server is configured" in hands.text
        assert states(meeting) == {}


async def test_a_confidential_meeting_says_who_does_not_get_it_and_why(
    empty: Played, port: int, postmaster: Postmaster
) -> None:
    sealed(empty, replace(SEALED_PLAN, level=Level.CONFIDENTIAL))
    approval.approve(empty.store, empty.command("周岚"), empty.uid)
    distribution.add(empty.store, empty.command(), empty.uid, "周岚", cleared=True)
    distribution.add(empty.store, empty.command(), empty.uid, "顾青", "gu@example.com")
    async with at_list(empty, port) as hands:
        await hands.press("enter")  # shown to whoever is here
        await hands.press("d")
        assert "gets nothing: not cleared" in hands.text
        await preview(hands)
        assert "Send it to 1 recipient?" in hands.text
        assert "顾青 is not cleared for what is confidential" in hands.text
        await hands.press("enter")
        await settled(hands)
        assert [to for to, _ in postmaster.taken] == ["zhou@example.com"]


async def test_who_is_not_cleared_gets_the_minutes_without_what_is_above_the_meeting(
    empty: Played, port: int, postmaster: Postmaster
) -> None:
    secret = PlanItem("收购朱雀", 10, level=Level.SECRET)
    sealed(empty, replace(SEALED_PLAN, agenda=(*PLAN.agenda, secret)))
    approval.approve(empty.store, empty.command("周岚"), empty.uid)
    distribution.add(empty.store, empty.command(), empty.uid, "周岚", cleared=True)
    distribution.add(empty.store, empty.command(), empty.uid, "顾青", "gu@example.com")
    async with at_list(empty, port) as hands:
        await hands.press("enter")
        await hands.press("d")
        await preview(hands)
        assert "to be sent: internal" in hands.text
        await hands.press("enter")
        await settled(hands)
    words = {to: message_from_bytes(body, policy=default) for to, body in postmaster.taken}
    plain = {to: one.get_body(("plain",)).get_content() for to, one in words.items()}  # type: ignore[union-attr]
    assert "收购朱雀" in plain["zhou@example.com"]
    assert "收购朱雀" not in plain["gu@example.com"]


async def test_before_approval_only_the_draft_can_be_sent(empty: Played, port: int) -> None:
    sealed(empty)
    async with at_list(empty, port) as hands:
        await hands.press("s")
        assert "draft of the minutes" in hands.text
        assert "decisions and actions" not in hands.text


async def test_an_empty_list_is_sent_to_nobody(meeting: Played, port: int) -> None:
    distribution.add(meeting.store, meeting.command(), meeting.uid, "顾青", "gu@example.com")
    async with at_list(meeting, port) as hands:
        await hands.press("d")
        await hands.press("y")
        await hands.press("s")
        assert hands.at == "DistributionScreen"
        assert "Nobody is on the list yet" in hands.text


async def test_what_somebody_got_stays_in_sight_when_they_are_off_the_list(
    meeting: Played, port: int
) -> None:
    distribution.add(meeting.store, meeting.command(), meeting.uid, "顾青", "gu@example.com")
    async with at_list(meeting, port) as hands:
        await preview(hands)
        await hands.press("enter")
        await settled(hands)
        await hands.press("d")
        assert "What was sent stays on record." in hands.text
        await hands.press("y")
        assert listed(meeting) == {}
        assert "Not on the list" in hands.text
        assert "gu@example.com" in hands.text


async def test_what_is_handed_over_is_on_record(meeting: Played) -> None:
    distribution.add(meeting.store, meeting.command(), meeting.uid, "方晴")
    async with at_list(meeting) as hands:
        await hands.press("h")
        await hands.form("", "")
        assert states(meeting) == {"方晴": DispatchState.SENT}
        assert "On record: 方晴 has it" in hands.text
        assert "the minutes · sent · 11-27 Fri" in hands.text
        assert "· on paper" in hands.text
        await hands.press("escape")
        assert "sent to everybody" in hands.text


async def test_before_the_meeting_the_notice_goes_to_those_asked(
    empty: Played, port: int, postmaster: Postmaster
) -> None:
    empty.plan(SEALED_PLAN)
    async with at_list(empty, port) as hands:
        await hands.press("s")
        assert "calendar invitation" in hands.text
        await hands.press("enter")
        await settled(hands)
        assert "Send it to 3 recipients?" in hands.text
        assert "会议通知：春季展会筹备会" in hands.text
        await hands.press("enter")
        await settled(hands)
        assert hands.at == "PrepareScreen"
        assert [to for to, _ in postmaster.taken] == [
            "zhou@example.com",
            "han@example.com",
            "nora@example.com",
        ]
        assert set(states(empty).values()) == {DispatchState.SENT}


async def test_what_people_are_called_changes_nothing_on_the_screen(meeting: Played, port: int) -> None:
    for name in HOSTILE:
        distribution.add(meeting.store, meeting.command(), meeting.uid, f"_{name}", "a@example.com")
    async with at_list(meeting, port) as hands:
        await preview(hands)
        for text in (hands.text, await sent_to_all(hands)):
            assert "[@click=app.quit]x[/]" in text
            assert "[bold red]x" in text
            assert "{n}" in text
        assert hands.at == "DistributionScreen"


async def sent_to_all(hands: Hands) -> str:
    """What stands on the screen once all of the preview has been sent."""
    await hands.press("enter")
    await settled(hands)
    return hands.text


async def test_the_palette_and_the_help_have_the_keys(meeting: Played) -> None:
    async with at_list(meeting) as hands:
        await hands.press("f1")
        for words in ("Propose again", "Take off", "Send"):
            assert words in hands.text
        await hands.press("escape")
        await hands.press("ctrl+p")
        assert "Propose again" in hands.text
