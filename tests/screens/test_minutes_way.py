"""The way of the minutes on the screen: signed, tidied, with readers, approved, sent (F2)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.hands import Hands
from tests.meeting import Played, played
from tests.support import Clock, run_app
from tui_minutes.domain.going_out import Correction, CorrectionState, DispatchState, GoingOut
from tui_minutes.domain.meeting import Level, Phase
from tui_minutes.domain.papers import Paper
from tui_minutes.services import approval, corrections, distribution, verification
from tui_minutes.services.dispatching import MAIL, Content, Posting, round_of, send


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """The room has signed; one line is in doubt."""
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin()
        for line in ("韩磊：A馆人流大 [?]", "+ 订A馆", "- 付定金 @韩磊 截止12月4日 -> 回单"):
            one.say(line)
        yield one.read_back().seal()


@asynccontextmanager
async def at_minutes(
    meeting: Played, hours: float = 1, size: tuple[int, int] = (132, 34), language: str = "en"
) -> AsyncIterator[Hands]:
    """The minutes are on the screen so many hours later."""
    clock = Clock(meeting.now)
    clock.forward(minutes=60 * hours)
    async with run_app(meeting.store, size=size, language=language, clock=clock, first=meeting.uid) as pilot:
        yield Hands(pilot, clock)


def going(meeting: Played) -> GoingOut:
    return meeting.store.going_out(meeting.uid)


def phase(meeting: Played) -> Phase:
    return meeting.record.meeting.phase


def only(meeting: Played) -> Correction:
    [one] = going(meeting).corrections
    return one


def sent(meeting: Played, paper: Paper) -> None:
    """The paper has gone out to everybody on the list."""
    content = Content("first", Level.INTERNAL, "纪要", "见附件")
    wanted = round_of(meeting.store, meeting.uid, paper, lambda _: content)

    def hand(_: Posting) -> None:
        pass

    list(send(meeting.store, wanted, meeting.command, {MAIL: hand}))
    assert {one.state for one in going(meeting).dispatches} == {DispatchState.SENT}


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_where_there_is_no_room_beside_a_key_shows_where_they_stand(
    meeting: Played, language: str
) -> None:
    corrections.ask(meeting.store, meeting.command("韩磊"), meeting.uid, "A-001", "应为12月5日")
    async with at_minutes(meeting, size=(80, 24), language=language) as hands:
        below = (
            "1 doubt (t) · 1 correction (c) · to be approved"
            if language == "en"
            else "存疑 1 条 (t) · 待答复更正 1 条 (c) · 待审核"
        )
        assert below in hands.text
        assert "应为12月5日" not in hands.text
        await hands.press("w")
        for words in ("应为12月5日", "A馆人流大", "to be tidied" if language == "en" else "待整理"):
            assert words in hands.text
        await hands.press("escape")
        assert hands.at == "MinutesScreen"


async def test_where_there_is_room_the_key_for_it_is_none(meeting: Played) -> None:
    async with at_minutes(meeting) as hands:
        assert "to be tidied" in hands.text
        await hands.press("w")
        assert hands.at == "MinutesScreen"


@pytest.mark.parametrize(("size", "language"), [((80, 24), "zh"), ((132, 34), "en")])
async def test_a_reader_asks_for_a_correction_and_it_is_answered_before_approval(
    meeting: Played, size: tuple[int, int], language: str
) -> None:
    async with at_minutes(meeting, size=size, language=language) as hands:
        await hands.press("c")
        await hands.press("enter")
        await hands.form("→", "第 1 行", "人流大应为人流最大")
        asked = only(meeting)
        assert (asked.by, asked.entered_by, asked.subject) == ("韩磊", "王敏", "第 1 行")

        await hands.press("t")  # the line is cleared up as asked
        await hands.press("e", *("backspace",) * 5, *"最大", "enter")
        await hands.press("escape")
        assert meeting.record.entries[0].text == "A馆人流最大"
        await hands.press("p")
        await hands.press("enter")
        refused = (
            "Corrections are to be answered first: 韩磊" if language == "en" else "须先答复更正意见：韩磊"
        )
        assert refused in hands.text
        assert phase(meeting) is Phase.SIGNED

        await hands.press("c")
        await hands.press("down", "down", "enter")
        await hands.form()
        assert (only(meeting).state, only(meeting).answered_by) == (CorrectionState.TAKEN, "王敏")
        await hands.press("p")
        await hands.press("enter")
        assert phase(meeting) is Phase.APPROVED
        assert verification.verify(meeting.store).ok


async def test_it_is_declined_only_with_a_reason(meeting: Played) -> None:
    corrections.ask(meeting.store, meeting.command("韩磊"), meeting.uid, "", "我没有这么说")
    async with at_minutes(meeting) as hands:
        await hands.press("c")
        assert "韩磊: 我没有这么说" in hands.text
        await hands.press("down", "down", "enter")
        await hands.form("→")
        assert "Say why the correction is declined" in hands.text
        await hands.fill("录音里有")
        await hands.press("ctrl+s")
        assert (only(meeting).state, only(meeting).answer) == (CorrectionState.DECLINED, "录音里有")
        await hands.press("c")
        await hands.press("down", "down", "enter")
        assert "declined" in hands.text
        assert "录音里有" in hands.text


async def test_the_draft_goes_round_until_the_close_of_the_next_working_day_or_as_said(
    meeting: Played,
) -> None:
    async with at_minutes(meeting) as hands:
        await hands.press("c")
        await hands.press("down", "enter")
        assert "2026-11-30 18:00" in hands.text  # from a Friday on
        await hands.form("2026-11-26 12:00")
        assert "must end in the future" in hands.text
        await hands.fill("someday")
        await hands.press("ctrl+s")
        assert "“someday” is no time" in hands.text
        await hands.fill("2026-11-28 12:00")
        await hands.press("ctrl+s")
        circulation = going(meeting).circulation
        assert circulation is not None
        assert meeting.record.meeting.local(circulation.until).isoformat() == "2026-11-28T12:00:00+08:00"
        assert "Corrections are taken until 11-28 Sat 12:00; d sends the draft" in hands.text
        assert "open to corrections  11-28 Sat" in hands.text


async def test_what_is_next_and_late_is_said_at_each_step(meeting: Played) -> None:
    async with at_minutes(meeting, hours=26) as hands:
        assert "1 doubt (t) · to be approved: 2 hours late" in hands.text
    await clear_up(meeting)
    async with at_minutes(meeting, hours=26) as hands:
        assert "to be approved: 11-28 Sat 14:11  2 hours late" in hands.text
    approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
    for name in ("周岚", "韩磊"):
        distribution.add(meeting.store, meeting.command(), meeting.uid, name, "a@example.com")
    async with at_minutes(meeting) as hands:
        assert "to be sent: 11-30 Mon 18:00" in hands.text
    sent(meeting, Paper.MINUTES)
    async with at_minutes(meeting, hours=100) as hands:
        assert "sent to everybody" in hands.text
        assert "late" not in hands.text


async def clear_up(meeting: Played) -> None:
    """The line in doubt is right."""
    async with at_minutes(meeting) as hands:
        await hands.press("t")
        await hands.press("o", "escape")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("minutes to be sent within", "minutes to be sent, late by")),
        ("zh", ("纪要待发送，还剩", "纪要待发送，已超")),
    ],
)
async def test_home_says_when_they_are_to_be_sent(
    meeting: Played, language: str, words: tuple[str, str]
) -> None:
    await clear_up(meeting)
    approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
    distribution.add(meeting.store, meeting.command(), meeting.uid, "周岚", "a@example.com")
    for days, said in ((0, words[0]), (4, words[1])):
        clock = Clock(meeting.now + timedelta(days=days))
        async with run_app(meeting.store, language=language, clock=clock) as pilot:
            assert said in Hands(pilot, clock).text
    sent(meeting, Paper.MINUTES)
    clock = Clock(meeting.now + timedelta(days=4))
    async with run_app(meeting.store, language=language, clock=clock) as pilot:
        assert words[1] not in Hands(pilot, clock).text


async def test_nothing_of_the_way_touches_a_seal(meeting: Played) -> None:
    corrections.circulate(meeting.store, meeting.command(), meeting.uid, meeting.now + timedelta(hours=9))
    distribution.propose(meeting.store, meeting.command(), meeting.uid)
    for one in going(meeting).recipients:
        distribution.change(meeting.store, meeting.command(), one.uid, "a@example.com", cleared=False)
    sent(meeting, Paper.DRAFT)
    uid = corrections.ask(meeting.store, meeting.command("韩磊"), meeting.uid, "", "应为12月5日")
    corrections.decline(meeting.store, meeting.command("周岚"), uid, "会上定的是4日")
    assert verification.verify(meeting.store).ok
    await clear_up(meeting)
    approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
    sent(meeting, Paper.MINUTES)
    distribution.remove(meeting.store, meeting.command(), going(meeting).recipients[0].uid)
    async with at_minutes(meeting) as hands:
        await hands.press("v")
        assert "2 seals" in hands.text
    assert verification.verify(meeting.store).ok
