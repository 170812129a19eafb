"""What is confidential is covered, whatever words an outcome gets in the course of time (B7)."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from tui_minutes.domain.concealment import VEIL, conceal_going, conceal_outcome
from tui_minutes.domain.going_out import Correction, GoingOut, Material
from tui_minutes.domain.meeting import Level, Meeting
from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.domain.record import MeetingRecord

OPEN = {"uid", "number", "kind", "department", "status", "level", "hearing"}
"""Words of an outcome that anybody may see: who, when and codes."""

TEXTS = {one.name for one in fields(Outcome) if one.type == "str"}
WORDS = sorted(name for name in TEXTS - OPEN if not name.endswith("_uid"))


@pytest.mark.parametrize("name", WORDS)
def test_no_words_of_a_covered_outcome_are_shown(name: str) -> None:
    secret = replace(Outcome("u", "A-001", OutcomeKind.ACTION, "x", "m"), **{name: "并购价 3 亿"})  # type: ignore[arg-type]
    assert getattr(conceal_outcome(secret), name) != "并购价 3 亿"


def test_the_words_of_an_outcome_are_known() -> None:
    assert {"text", "answer", "unclear", "leftover", "result"} <= set(WORDS)


NOON = datetime(2026, 11, 27, 4, tzinfo=UTC)
GOING = GoingOut(
    materials=(Material("1", "排产表", "/a", "第二页"), Material("2", "报价单", "/b", "", Level.SECRET)),
    corrections=(Correction("1", "A-001", "应为三周", "韩磊", "小林", NOON, answer="已改"),),
)
MEETING = Meeting("m", "M-2026-001", "例会", "Asia/Shanghai")


def test_a_secret_material_is_covered_alone() -> None:
    shown = conceal_going(GOING, MeetingRecord(MEETING))
    assert shown.materials == (GOING.materials[0], Material("2", VEIL, VEIL, "", Level.SECRET))
    assert shown.corrections == GOING.corrections


def test_of_a_confidential_meeting_all_materials_and_corrections_are_covered() -> None:
    shown = conceal_going(GOING, MeetingRecord(replace(MEETING, level=Level.CONFIDENTIAL)))
    assert [one.title for one in shown.materials] == [VEIL, VEIL]
    [correction] = shown.corrections
    assert (correction.subject, correction.text, correction.answer, correction.by) == (
        VEIL,
        VEIL,
        VEIL,
        "韩磊",
    )


def test_a_correction_may_be_about_the_one_secret_outcome() -> None:
    secret = Outcome("u", "D-001", OutcomeKind.DECISION, "并购", "m", level=Level.SECRET)
    [correction] = conceal_going(GOING, MeetingRecord(MEETING, outcomes=(secret,))).corrections
    assert correction.text == VEIL
