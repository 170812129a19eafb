"""What people call things in their ledgers, and how they list names."""

from __future__ import annotations

import pytest

from tui_minutes.domain.importing.words import (
    KINDS,
    PRIORITIES,
    STATUSES,
    kind_of_number,
    meant,
    people,
)
from tui_minutes.domain.outcomes import OutcomeKind, Priority, Status
from tui_minutes.i18n import speaking
from tui_minutes.i18n.labels import label


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("进行中", Status.IN_PROGRESS), ("未开始", Status.UNCONFIRMED), ("已完成", Status.DONE),
        ("完成", Status.DONE), ("关闭", Status.CLOSED), ("已闭环", Status.CLOSED), ("取消", Status.CANCELLED),
        ("延期", Status.DELAYED), ("逾期", Status.IN_PROGRESS), ("In Progress", Status.IN_PROGRESS),
        ("in-progress", Status.IN_PROGRESS), ("open", Status.IN_PROGRESS), ("Done", Status.DONE),
        ("CLOSED", Status.CLOSED), ("差不多", None),
    ],
)  # fmt: skip
def test_a_status_has_many_names(word: str, status: Status | None) -> None:
    assert meant(word, STATUSES) is status


@pytest.mark.parametrize("language", ["zh", "en"])
def test_our_own_words_are_understood(language: str) -> None:
    with speaking(language):
        assert [meant(label(one), STATUSES) for one in Status] == list(Status)
        assert [meant(label(one), KINDS) for one in OutcomeKind] == list(OutcomeKind)
        assert [meant(label(one), PRIORITIES) for one in Priority] == list(Priority)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("韩磊、周岚", ["韩磊", "周岚"]), ("韩磊，周岚;方晴/王敏", ["韩磊", "周岚", "方晴", "王敏"]),
        ("韩磊 周岚", ["韩磊", "周岚"]), ("韩 磊", ["韩磊"]), ("Nora Quinn", ["Nora Quinn"]),
        ("Nora Quinn and Bo Lee", ["Nora Quinn", "Bo Lee"]), ("韩磊、韩磊", ["韩磊"]), ("", []),
    ],
)  # fmt: skip
def test_names_are_told_apart(cell: str, names: list[str]) -> None:
    assert [name for name, _ in people(cell)] == names


def test_a_department_may_stand_behind_a_name() -> None:
    assert people("韩磊（市场部）、Bo (Design)") == (("韩磊", "市场部"), ("Bo", "Design"))


def test_a_number_may_say_what_kind_it_is() -> None:
    assert kind_of_number("D-031") is OutcomeKind.DECISION
    assert kind_of_number("q-3") is OutcomeKind.QUESTION
    assert kind_of_number("2026-07") is None
