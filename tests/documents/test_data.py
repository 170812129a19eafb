"""JSON for scripts: codes, offsets, all keys there are, and nothing confidential unless revealed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.played import PLAN, Played
from tui_minutes.documents.checklist_data import checklist_array
from tui_minutes.documents.data import meeting_line
from tui_minutes.documents.ledger_data import ledger_objects
from tui_minutes.domain.checklist import Kept, Preparation
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.plan import PlanCheck, PlanItem
from tui_minutes.services import (
    checklist,
    corrections,
    dispatching,
    distribution,
    materials,
    minutes,
    readback,
)
from tui_minutes.services.dispatching import Content
from tui_minutes.store import ledger
from tui_minutes.store.store import Store

SCHEMA = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
SHANGHAI = ZoneInfo("Asia/Shanghai")
LATER = datetime(2026, 12, 6, 4, tzinfo=UTC)

LEDGER = """uid, number, kind, meeting, meeting_title, agenda_item, parent, text, owners, deciders,
department, due, original_due, done_on, deliverable, resources, cc, priority, status, late, provisional,
confidentiality, remark, updated_at, history""".replace("\n", " ").split(", ")
MEETING = """uid, number, title, kind, phase, goal, expected, place, start, end, started_at, ended_at,
confidentiality, people, agenda, entries, outcomes, confirmations, objections, next_meeting, gaps, seals,
amendments""".replace("\n", " ").split(", ")


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Played]:
    store = Store.open(tmp_path / "minutes.db")
    yield Played(store)
    store.close()


def data(played: Played, **options: Any) -> dict[str, Any]:
    """The meeting as a script gets it."""
    found = minutes.data(played.store, played.uid, LATER, **options)
    again: dict[str, Any] = json.loads(json.dumps(found, ensure_ascii=False))
    return again


def rows(**options: Any) -> list[dict[str, Any]]:
    found = ledger_objects(ledger.rows(with_history=True), LATER, SHANGHAI, **options)
    again: list[dict[str, Any]] = json.loads(json.dumps(found, ensure_ascii=False))
    return again


def test_a_meeting_has_every_key_that_scripts_rely_on(played: Played) -> None:
    played.approve()
    found = data(played)
    assert set(MEETING) <= set(found)
    assert set(found["people"][0]) >= {
        "name",
        "department",
        "title",
        "roles",
        "attendance",
        "reason",
        "events",
    }
    assert set(found["agenda"][0]) >= {"title", "minutes", "spent_seconds", "state", "origin"}
    assert set(found["entries"][0]) >= {
        "seq", "at", "kind", "speaker", "text", "value", "source", "raw", "agenda_item", "withdrawn",
    }  # fmt: skip
    assert set(LEDGER) <= set(found["outcomes"][0])


def test_every_key_is_in_the_documentation(played: Played) -> None:
    played.approve()
    documented = set(re.findall(r"\w+", SCHEMA))

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            own = set() if "changes" in value else set(value)
            return own.union(*(keys(part) for name, part in value.items() if name != "changes"))
        return set().union(*(keys(part) for part in value)) if isinstance(value, list) else set()

    assert keys([data(played), rows()]) <= documented


def test_times_have_offsets_and_words_are_codes(played: Played) -> None:
    played.approve()
    found = data(played)
    assert found["start"] == "2026-11-27T14:00:00+08:00"
    assert found["started_at"] == "2026-11-27T14:06:00+08:00"
    assert (found["phase"], found["kind"], found["confidentiality"]) == (
        "approved",
        "coordination",
        "internal",
    )
    assert [person["attendance"] for person in found["people"]] == ["present", "late", "absent", "present"]
    assert found["people"][2]["reason"] == "出差"
    assert found["agenda"][0]["spent_seconds"] % 60 == 0
    assert found["agenda"][0]["spent_seconds"] > 0
    motion = next(entry for entry in found["entries"] if entry["kind"] == "motion")
    assert motion["votes"] == {"for": 2, "against": 0, "abstain": 1}
    assert motion["result"] == "passed"
    assert [gap["code"] for gap in found["gaps"]] == ["votes_exceed", "never_opened"]
    assert [seal["kind"] for seal in found["seals"]] == ["room", "chair", "amendment"]
    assert found["seals"][1]["previous"] == found["seals"][0]["digest"]


def test_an_outcome_tells_today_and_what_was_agreed(played: Played) -> None:
    played.approve()
    action = next(one for one in data(played)["outcomes"] if one["number"] == "A-001")
    assert (action["owners"], action["due"], action["status"]) == (["何平"], "2026-12-03", "in_progress")
    assert (action["agreed"]["owners"], action["agreed"]["due"]) == (["Tom Reed", "何平"], "2026-12-01")
    assert action["original_due"] == "2026-12-01"
    assert (action["late"], action["late_days"]) == (True, 3)
    assert action["parent"] == "D-001"


def test_before_the_seal_nothing_is_agreed_and_all_is_provisional(played: Played) -> None:
    played.hold()
    assert [(one["agreed"], one["provisional"]) for one in data(played)["outcomes"]] == [(None, True)] * 3


def test_history_speaks_of_the_keys_the_outcome_has(played: Played) -> None:
    played.approve()
    [action] = [row for row in rows() if row["number"] == "A-001"]
    last = action["history"][-1]
    assert last["changes"]["owners"] == [["Tom Reed", "何平"], ["何平"]]
    assert last["changes"]["status"] == ["unconfirmed", "in_progress"]
    delayed = next(step for step in action["history"] if step["cause"])
    assert (delayed["changes"], delayed["by"], delayed["entered_by"]) == (
        {"due": ["2026-12-01", "2026-12-03"]},
        "周敏",
        "记录员",
    )


def test_a_secret_meeting_shows_numbers_owners_and_dates(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "secret.db")
    played = Played(store, replace(PLAN, level=Level.SECRET))
    played.sign()
    hidden = json.dumps([data(played), rows(), meeting_line(played.record.meeting)], ensure_ascii=False)
    for word in ("新品", "铺货", "4.2", "仓储", "发布", "海外版", "首发", "应尽早定", "出差", "渠道"):
        assert word not in hidden
    action = next(row for row in rows() if row["number"] == "A-001")
    assert (action["hidden"], action["text"], action["due"]) == (True, None, "2026-12-01")
    assert action["owners"] == ["Tom Reed", "何平"]
    assert next(row for row in rows(reveal=True) if row["number"] == "A-001")["text"] == "提交铺货计划"
    assert data(played, reveal=True)["title"] == PLAN.title
    store.close()


def test_a_secret_item_in_an_open_meeting_is_hidden_alone(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "item.db")
    items = (PlanItem("收购谈判", 20, level=Level.CONFIDENTIAL), PlanItem("渠道预算"))
    played = Played(store, replace(PLAN, agenda=items))
    played.hold()
    found = data(played)
    assert found["title"] == PLAN.title
    assert [item["title"] for item in found["agenda"]] == [None, "渠道预算"]
    assert {entry["text"] for entry in found["entries"] if entry["agenda_item_uid"]} == {None}
    assert {row["text"] for row in rows()} == {None}
    readback.reserve(store, played.command(), found["outcomes"][2]["uid"], "何平", "价格太高")
    assert "价格太高" not in json.dumps(data(played), ensure_ascii=False)
    store.close()


def sent_around(played: Played) -> None:
    """Something to read, a list, a draft with its readers, a correction, and a paper that went out."""
    store, uid = played.store, played.uid
    secret = Material("", "报价单", "/share/报价.xlsx", "勿转发", Level.SECRET)
    for one in (Material("", "排产表", "https://example.com/p", "第二页"), secret):
        materials.add(store, played.command(), uid, one)
    distribution.add(store, played.command(), uid, "周敏", "zhou@example.com", cleared=True)
    corrections.circulate(store, played.command(), uid, LATER)
    corrections.ask(store, played.command(), uid, "A-001", "应为三周")
    content = Content("first", Level.INTERNAL, "纪要", "见附件")
    going = dispatching.round_of(store, uid, Paper.DRAFT, lambda _: content)
    list(dispatching.send(store, going, played.command, {dispatching.MAIL: lambda _: None}))


def test_how_the_papers_get_to_people_is_told(played: Played) -> None:
    played.sign()
    sent_around(played)
    found = data(played)
    assert [one["title"] for one in found["materials"]] == ["排产表", None]
    assert [one["confidentiality"] for one in found["materials"]] == ["internal", "secret"]
    assert found["distribution"][0] == {
        "uid": found["distribution"][0]["uid"], "name": "周敏", "email": "zhou@example.com",
        "department": found["distribution"][0]["department"], "reason": "added", "cleared": True,
    }  # fmt: skip
    assert found["circulation"]["until"] == "2026-12-06T12:00:00+08:00"
    [correction] = found["corrections"]
    assert (correction["subject"], correction["text"], correction["state"]) == ("A-001", "应为三周", "open")
    [dispatch] = found["dispatches"]
    assert (dispatch["document"], dispatch["recipient"], dispatch["channel"], dispatch["state"]) == (
        "draft", "周敏", "mail", "sent",
    )  # fmt: skip
    assert data(played, reveal=True)["materials"][1]["place"] == "/share/报价.xlsx"


def test_what_is_to_be_ready_is_told_and_what_is_confidential_of_it_hidden(played: Played) -> None:
    store, uid = played.store, played.uid
    key = checklist.add(store, played.command(), uid, PlanCheck(text="样品", who="韩磊"), "两箱")
    checklist.tick(store, played.command("韩磊"), uid, key, done=True)
    own = data(played)["checklist"][-1]
    assert (own["check"], own["what"], own["who"], own["done"]) == (None, "样品", "韩磊", True)
    assert (own["note"], own["by_itself"], own["done_by"]) == ("两箱", False, "韩磊")
    secret = replace(played.record.meeting, level=Level.SECRET)
    [hidden] = checklist_array([Preparation("k", Kept(text="样品"), "韩磊", None, secret.level)], secret)
    assert (hidden["what"], hidden["who"]) == (None, "韩磊")


def test_of_a_secret_meeting_it_is_told_who_got_what_and_no_words(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "secret.db")
    played = Played(store, replace(PLAN, level=Level.SECRET))
    played.sign()
    sent_around(played)
    written = json.dumps(data(played), ensure_ascii=False)
    for word in ("排产表", "example.com/p", "第二页", "报价", "应为三周"):
        assert word not in written
    assert data(played)["dispatches"][0]["recipient"] == "周敏"
    assert data(played, reveal=True)["corrections"][0]["text"] == "应为三周"
    store.close()
