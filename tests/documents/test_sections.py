"""The minutes say all that a meeting left behind, in the language of the meeting (F1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.played import BEGIN, PLAN, Played
from tui_minutes.documents.sections import minutes_document
from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.concealment import VEIL, conceal
from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.document import Document, Facts, Grid, Lines
from tui_minutes.domain.meeting import Level, Meeting
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import set_language
from tui_minutes.services import minutes
from tui_minutes.store.store import Store

EMPTY = MeetingRecord(Meeting("m", "M-2026-001", "例会", "Asia/Shanghai"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "minutes.db")
    yield store
    store.close()


def written(document: Document, title: str) -> list[str]:
    """The words of one section, row by row."""
    [section] = [section for section in document.sections if section.title == title]
    found: list[str] = []
    for block in section.blocks:
        match block:
            case Facts():
                found += [f"{name}: {value}" for name, value in block.pairs]
            case Grid():
                found += [" | ".join(row) for row in block.rows]
            case Lines():
                found += [
                    " / ".join(filter(None, (line.lead, line.text, *line.details))) for line in block.lines
                ]
    return found


def titles(document: Document) -> list[str]:
    return [section.title for section in document.sections]


def test_approved_minutes_hold_all_the_guides_ask_for(store: Store) -> None:
    played = Played(store, replace(PLAN, language="en"))
    played.approve()
    document = minutes.document(store, played.uid, played.at)
    assert document.title == "Minutes: 秋季新品发布协调会"
    assert document.level == "internal"
    assert titles(document) == [
        "Basic information", "Goal", "Agenda", "Discussion", "1. 发布日期", "Actions", "Unresolved questions",
        "What is missing", "Attendance", "Objections and reservations", "Sign-off", "Distribution",
        "Amendments", "Seals",
    ]  # fmt: skip
    basics = written(document, "Basic information")
    assert "Planned: 2026-11-27 Fri 14:00 – 15:00 (Asia/Shanghai)" in basics
    assert "State: signed by the room, approved by the chair" in basics
    assert "Attended by: 周敏, Tom Reed" in basics
    assert "Sitting in: 外聘顾问" in basics
    assert "Missing: 何平 (出差)" in basics
    attendance = written(document, "Attendance")
    assert "Present: 2 of 3" in attendance
    assert "何平 | 生产部 |  | attendee | absent (出差)" in attendance
    assert attendance[-1].startswith("外聘顾问")
    assert any("late (arrived 14:0" in row for row in attendance)
    talk = written(document, "1. 发布日期")
    assert "Tom Reed / 我们需要两周铺货" in talk
    assert "周敏 / 两周太短" in talk
    assert "渠道库存: 4.2 万件 / Source: 仓储日报" in talk
    voted = "Result: passed (for 2, against 0, abstaining 1) / more votes than voters in the room"
    assert f"Tom Reed / 先做线上首发 / {voted}" in talk
    assert talk[-2:] == ["D-001 / 12 月 15 日发布 / Decided by: 周敏 / Actions: A-001", "A-001, Q-001"]
    missing = ["#5 / more votes than voters in the room", "渠道预算 / never opened"]
    assert written(document, "What is missing") == missing
    assert written(document, "Objections and reservations") == ["Tom Reed / Q-001: 应尽早定 / Left on record"]
    assert [row.split(" | ")[:2] for row in written(document, "Sign-off")] == [
        ["周敏", "agreed"],
        ["Tom Reed", "agreed"],
    ]
    assert "To: 周敏, Tom Reed, 何平, 外聘顾问" in written(document, "Distribution")
    assert written(document, "Amendments")[0].startswith("A-001 / 交付渠道部 / Reason: 写漏了")
    seals = written(document, "Seals")
    assert all(seal.digest in line for seal, line in zip(store.seals(), seals, strict=True))


def test_the_minutes_keep_what_was_agreed_while_the_ledger_goes_on(store: Store) -> None:
    played = Played(store, replace(PLAN, language="en"))
    played.approve()
    live = played.record.numbered("A-001")
    assert live is not None
    assert (live.owners, live.due) == (("何平",), date(2026, 12, 3))
    [row] = written(minutes.document(store, played.uid, played.at), "Actions")
    assert row.split(" | ")[:5] == ["A-001", "提交铺货计划", "Tom Reed, 何平", "Sales", "2026-12-01 Tue"]
    assert row.split(" | ")[5:] == ["铺货计划表", "仓储数据", "carries out: D-001"]


def test_minutes_are_in_their_own_language_whatever_the_interface_speaks(store: Store) -> None:
    played = Played(store)
    played.sign()
    set_language("en")
    document = minutes.document(store, played.uid, played.at)
    assert "未解决问题" in titles(document)
    assert "Tom Reed | Sales |  | 参会人 | 迟到（到场 14:07）" in written(document, "出席情况")


def test_a_draft_says_that_it_is_one(store: Store) -> None:
    played = Played(store, replace(PLAN, language="en"))
    document = minutes.document(store, played.uid, played.at)
    assert "State: draft, not yet signed" in written(document, "Basic information")
    assert "Discussion" not in titles(document)


def test_the_time_of_an_item_still_open_is_counted_to_now(store: Store) -> None:
    played = Played(store, replace(PLAN, language="en"))
    played.hold()
    now = played.at + timedelta(minutes=5)
    first = written(minutes_document(played.record, now), "Agenda")[0]
    assert " | 20 min | " in first


def with_item(level: Level) -> Callable[[MeetingRecord], MeetingRecord]:
    return lambda record: replace(record, agenda=(replace(record.agenda[0], level=level), *record.agenda[1:]))


def test_one_secret_item_makes_the_whole_document_secret_and_is_marked(store: Store) -> None:
    played = Played(store, replace(PLAN, language="en"))
    played.hold()
    document = minutes_document(with_item(Level.SECRET)(played.record), played.at)
    assert document.level == "secret"
    assert "1. 发布日期 (secret)" in titles(document)


def test_what_is_secret_is_covered_and_the_rest_is_not(store: Store) -> None:
    played = Played(store, replace(PLAN, language="en"))
    played.hold()
    record = with_item(Level.SECRET)(played.record)
    document = minutes_document(conceal(record), played.at)
    told = str(document)
    for word in ("发布日期", "铺货", "4.2", "仓储", "12 月 15 日", "海外版", "线上首发"):
        assert word not in told.replace(record.meeting.goal, "")
    assert "渠道预算" in told
    assert "Tom Reed" in told
    assert VEIL in next(line for line in written(document, f"1. {VEIL} (secret)") if "D-001" in line)


def test_a_continuation_and_a_doubt_belong_to_their_line() -> None:
    at = BEGIN
    said = Entry("1", 1, at, EntryKind.POINT, "按期", speaker="周敏", item_uid="i", doubtful=True)
    more = Entry("2", 2, at, EntryKind.CONTINUATION, "除非缺货", continues="1", item_uid="i")
    gone = Entry("3", 3, at, EntryKind.POINT, "收回的话", item_uid="i", withdrawn=True)
    record = replace(EMPTY, agenda=(AgendaItem("i", 1, "进度"),), entries=(said, more, gone))
    assert written(minutes_document(record, at), "1. 进度") == ["周敏 / 按期 (to be cleared up) / 除非缺货"]


def test_a_line_that_changed_an_outcome_of_this_meeting_is_no_point_and_of_an_earlier_one_is(
    store: Store,
) -> None:
    played = Played(store, PLAN)
    played.approve()
    record = store.record(played.uid)
    number, item = record.outcomes[0].number, record.agenda[0]
    here = Entry(
        "1", 91, BEGIN, EntryKind.UPDATE, f"{number} p2", raw=f"{number.lower()} p2", item_uid=item.uid
    )
    earlier = Entry("2", 92, BEGIN, EntryKind.UPDATE, "A-999 完成", raw="A-999 完成", item_uid=item.uid)
    told = written(minutes_document(replace(record, entries=(here, earlier)), BEGIN), f"1. {item.title}")
    assert "A-999 完成" in told
    assert f"{number} p2" not in told
