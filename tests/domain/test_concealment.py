"""What is confidential is covered, whatever words an outcome gets in the course of time (B7)."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from tui_minutes.domain.concealment import conceal_outcome
from tui_minutes.domain.outcomes import Outcome, OutcomeKind

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
