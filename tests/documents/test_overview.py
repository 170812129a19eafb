"""What Home shows, on paper: what needs attention first, then the meetings; nothing confidential unasked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played, played
from tests.support import HOSTILE
from tui_minutes.documents.overview import Overview, overview_document
from tui_minutes.documents.text import render
from tui_minutes.domain.attention import Concern, Needy, OfMeeting, of_outcomes
from tui_minutes.domain.meeting import Level


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        one.plan(replace(PLAN, title="裁撤分部", level=Level.SECRET)).begin()
        one.say("- 通知房东 @韩磊 截止11月20日 -> 回执")
        yield one.read_back().seal()


def overview(meeting: Played, *, reveal: bool = False) -> Overview:
    rows = of_outcomes(meeting.store.ledger(), meeting.now)
    late = OfMeeting(meeting.record.meeting, Concern.MINUTES_LATE, timedelta(hours=-5))
    left = {meeting.uid: (1, 1)}
    return Overview(meeting.now.date(), Needy((), (), [late, *rows]), [meeting.record.meeting], left, reveal)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Overview", "Needs attention today", "late by 7 days", "late by 5 hours", "Past", "signed")),
        ("zh", ("会议概览", "今日待办", "逾期 7 天", "已超 5 小时", "已结束", "已签字")),
    ],
)
def test_what_needs_attention_stands_before_the_meetings(
    meeting: Played, language: str, words: tuple[str, ...]
) -> None:
    text = render(overview_document(overview(meeting, reveal=True), language))
    places = [text.index(word) for word in (words[1], "A-001", words[4])]
    assert places == sorted(places)
    for word in (*words, "通知房东", "裁撤分部", "韩磊"):
        assert word in text


def test_what_is_secret_is_covered_and_the_page_says_its_level(meeting: Played) -> None:
    covered, told = (overview_document(overview(meeting, reveal=reveal), "en") for reveal in (False, True))
    text = render(covered)
    assert "A-001" in text
    assert "M-2026-001" in text
    for word in ("通知房东", "裁撤分部"):
        assert word not in text
    assert (covered.level, told.level) == ("internal", "secret")


def test_a_head_sees_their_own_first_and_is_told_where_the_rest_is(meeting: Played) -> None:
    one = overview(meeting, reveal=True)
    rows = one.needy.others
    needy = Needy(rows[1:], ("市场部",), rows[:1], more=True)
    text = render(overview_document(replace(one, needy=needy), "en"))
    places = [
        text.index(word) for word in ("市场部: you are", "A-001", "Everything else", "more in the tracker")
    ]
    assert places == sorted(places)


def test_a_day_without_cares_says_so(meeting: Played) -> None:
    empty = Overview(meeting.now.date(), Needy((), (), ()), (), {})
    assert "Nothing is late, due or waiting." in render(overview_document(empty, "en"))


@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_a_meeting_is_called_it_stays_words(meeting: Played, title: str) -> None:
    hostile = replace(meeting.record.meeting, title=title, level=Level.INTERNAL)
    document = overview_document(replace(overview(meeting), meetings=[hostile]), "zh")
    assert repr(title)[1:-1] in repr(document)
