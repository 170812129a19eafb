"""Minutes name what is attached, to whom they go, what was corrected, and that something is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.test_sections import titles, written
from tests.played import BEGIN, PLAN, Played
from tui_minutes.documents.sections import minutes_document
from tui_minutes.domain.document import Document
from tui_minutes.domain.going_out import Because, Correction, CorrectionState, GoingOut, Material, Recipient
from tui_minutes.domain.leaving_out import left_out
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.store.store import Store

GOING = GoingOut(
    materials=(
        Material("1", "排产表", "/share/排产.xlsx", "第二页"),
        Material("2", "报价单", level=Level.CONFIDENTIAL),
    ),
    recipients=(
        Recipient("1", "周敏", reason=Because.ASKED),
        Recipient("2", "张总", reason=Because.COPIED),
        Recipient("3", "何平", reason=Because.HEAD),
    ),
    corrections=(
        Correction("1", "A-001", "应为三周", "Tom Reed", "记录员", BEGIN),
        Correction(
            "2", "签到", "我准时到的", "Tom Reed", "记录员", BEGIN,
            CorrectionState.DECLINED, "签到时间 14:07", "周敏", BEGIN,
        ),
    ),
)  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Iterator[MeetingRecord]:
    store = Store.open(tmp_path / "minutes.db")
    played = Played(store, replace(PLAN, language="en"))
    played.sign()
    yield played.record
    store.close()


def told(record: MeetingRecord, going: GoingOut = GOING) -> Document:
    return minutes_document(record, BEGIN, going)


def test_attachments_have_a_place_and_raise_the_level(record: MeetingRecord) -> None:
    assert written(told(record), "Attachments") == [
        "1 | 排产表 | /share/排产.xlsx | 第二页", "2 | 报价单 (confidential) |  | ",
    ]  # fmt: skip
    assert told(record).level == "confidential"
    assert "Confidentiality: confidential" in written(told(record), "Basic information")
    assert told(record).reference == record.meeting.number


def test_a_list_of_recipients_goes_before_those_who_were_asked(record: MeetingRecord) -> None:
    assert "To: 周敏" in written(told(record), "Distribution")
    assert "Copied to: 张总, 何平" in written(told(record), "Distribution")
    assert "To: 周敏, Tom Reed, 何平, 外聘顾问" in written(told(record, GoingOut()), "Distribution")


def test_corrections_say_who_asked_and_what_was_answered(record: MeetingRecord) -> None:
    open_one, declined = written(told(record), "Corrections asked for")
    assert open_one == "A-001 / 应为三周 / Tom Reed 2026-11-27 Fri 14:00 / not yet answered"
    assert declined.endswith("declined (周敏): 签到时间 14:07")


def test_a_document_says_how_much_is_left_out_and_nothing_of_it(record: MeetingRecord) -> None:
    secret = replace(record.agenda[0], level=Level.SECRET)
    whole = replace(record, agenda=(secret, *record.agenda[1:]))
    shown, going, omitted = left_out(whole, GOING, Level.INTERNAL)
    document = minutes_document(shown, BEGIN, going, omitted)
    [said] = written(document, "Left out")
    assert said.endswith("1 agenda item, 3 decisions, actions or questions, 1 attachment, 1 correction")
    assert document.level == "internal"
    assert "Left out" not in titles(told(record))
    for word in ("铺货", "渠道库存", "报价单", "A-001", "12 月 15 日", "海外版"):
        assert word not in str(document)
