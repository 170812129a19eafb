"""The form of lists writes the same language as the search line, and loses nothing that is typed there."""

from __future__ import annotations

from datetime import date

import pytest

from tui_minutes.domain.filters import Filter
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.people import People, Person
from tui_minutes.i18n import set_language
from tui_minutes.screens.ledger_filter import filter_text

EMPTY = dict.fromkeys(("owner", "department", "state", "status", "kind", "priority", "meeting"), "")
PEOPLE = People([Person("李四", "市场部", readings=("lisi", "ls"))])


def read(text: str) -> Filter:
    return parse_filter(text, date(2026, 11, 21), people=PEOPLE, me="周岚")


@pytest.mark.parametrize(
    ("typed", "chosen", "written"),
    [
        ("", {"owner": "李四", "state": "late"}, "owner:李四 is:late"),
        ("", {"owner": "me", "status": "in_progress"}, "owner:me is:in-progress"),
        ("预算 is:late", {"state": "stale"}, "预算 is:stale"),
        ("预算 owner:李四 -is:closed due<周五", {}, "预算 -is:closed due<周五"),
        ("kind:decision,action", {"kind": "question"}, "kind:question kind:decision,action"),
        ("owner:ls", {"owner": "李四", "meeting": "M-2026-001"}, "owner:ls meeting:M-2026-001"),
    ],
)
def test_what_is_chosen_is_written_and_the_rest_stays(
    typed: str, chosen: dict[str, str], written: str
) -> None:
    assert filter_text(EMPTY | chosen, read(typed)) == written


def test_it_is_written_in_the_language_of_the_interface() -> None:
    set_language("zh")
    assert filter_text(EMPTY | {"owner": "李四", "kind": "action"}, Filter()) == "负责人：李四 类型：行动"
