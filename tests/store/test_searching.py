"""One search for both languages: words of one character, beginnings of Latin ones, pinyin, history."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting import Played
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.searching import finds, spelt
from tui_minutes.services import meetings, outcomes
from tui_minutes.store import searching
from tui_minutes.store.store import Store


@pytest.fixture
def ledger(meeting: Played) -> Played:
    """Outcomes in both languages, one with a story."""
    meeting.plan().begin()
    meeting.say("- 完成海报初稿 @韩磊 截止 2026-12-04 -> 海报初稿 ++ 预算 3000 元")
    meeting.say("- Book the café “Süd” for B方案 #offsite @Nora Quinn")
    meeting.say("+ 采用ＡＢ测试，100% 覆盖")
    meeting.read_back().seal()
    number = meeting.in_ledger("A-001")
    outcomes.update(meeting.store, meeting.command(), number.uid, {}, note="等印刷厂报价", cause="供应商停工")
    return meeting


def found(store: Store, words: tuple[str, ...], now: datetime, revealed: bool = True) -> list[str]:
    wanted = Filter(words=words)
    page = store.page(wanted, "number", now, revealed=revealed)
    assert store.total(wanted, now, revealed) == len(page.rows)
    return [row.outcome.number for row in page.rows]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("报",), ["A-001"]),
        (("海报",), ["A-001"]),
        (("报海",), []),
        (("预算", "海报"), ["A-001"]),
        (("预算", "café"), []),
        (("B方案",), ["A-002"]),
        (("ｂ方案",), ["A-002"]),
        (("caf",), ["A-002"]),
        (("CAFE",), ["A-002"]),
        (("ook",), []),
        (("sud",), ["A-002"]),
        (("book the",), ["A-002"]),
        (("ab测试",), ["D-001"]),
        (("100%",), ["D-001"]),
        (("hl",), ["A-001"]),
        (("hanlei",), ["A-001"]),
        (("quinn",), ["A-002"]),
        (("印刷厂",), ["A-001"]),
        (("停工",), ["A-001"]),
        (("a-001",), ["A-001"]),
        (("展会",), ["A-001", "A-002", "D-001"]),
        (("展位选择",), ["A-001", "A-002", "D-001"]),
        (("m-2026-001",), ["A-001", "A-002", "D-001"]),
        (("初稿海报",), []),  # the end of one field and the beginning of the next are no word
        (("绝无此词",), []),
    ],
)
@pytest.mark.parametrize("many", [0, 1_000])
def test_words_are_found(
    ledger: Played, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], numbers: list[str], many: int
) -> None:
    monkeypatch.setattr(searching, "MANY", many)
    assert found(ledger.store, words, ledger.now) == numbers


@pytest.mark.parametrize(
    "hostile", ['"', "'", "*", "a AND", "NEAR(a b)", "a\x00b", "number:", "-", "^a", "{", "\\", "%_"]
)
def test_no_input_is_an_error(ledger: Played, hostile: str) -> None:
    found(ledger.store, (hostile,), ledger.now)


def test_what_is_covered_is_found_by_number_only(meeting: Played) -> None:
    meeting.plan().begin()
    meeting.say("- 谈薪酬 @韩磊")
    meetings.update(meeting.store, meeting.command(), meeting.uid, level=Level.SECRET)
    assert found(meeting.store, ("薪酬",), meeting.now) == ["A-001"]
    assert found(meeting.store, ("薪酬",), meeting.now, revealed=False) == []
    assert found(meeting.store, ("a-001",), meeting.now, revealed=False) == ["A-001"]
    assert found(meeting.store, ("a-001", "薪酬"), meeting.now, revealed=False) == []


TEXTS = st.text(alphabet="海报预算 abAB-1２é＃\"'\x00", max_size=12)


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_a_part_of_a_text_is_found_in_it(word: str, texts: list[str]) -> None:
    assert finds(word, spelt([*texts, word]))


@pytest.mark.parametrize("many", [0, 1_000])
def test_the_index_finds_what_the_domain_finds(
    ledger: Played, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(searching, "MANY", many)
    entries = searching.kept(1, 3)
    for text in ("海", "报初", "b", "bo", "b方", "3000", "300", "sü", "café süd", "等印", "a", "韩磊", "qu"):
        expected = [
            key for key, (_, number, words, _) in entries.items() if finds(text, f"{number} / {words}")
        ]
        page = ledger.store.page(Filter(words=(text,)), "meeting", ledger.now)
        assert len(page.rows) == len(expected), text
