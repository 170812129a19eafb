"""Every line of the case files is taken for what it says there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.capture.people import cases
from tui_minutes.domain.capture import Context, parse

LINES = [
    pytest.param(context, case, id=case["line"])
    for context, found in map(cases, ("capture.json", "capture_more.json", "capture_moves.json"))
    for case in found
]


@pytest.mark.parametrize(("context", "case"), LINES)
def test_a_line_is_taken_for_what_it_should(context: Context, case: dict[str, Any]) -> None:
    read = parse(case["line"], context).as_json()
    read["warnings"] = sorted(warning["code"] for warning in read["warnings"])
    want = case["want"] | (
        {"warnings": sorted(case["want"]["warnings"])} if "warnings" in case["want"] else {}
    )
    assert {key: read[key] for key in want} == want
    assert read["raw"] == case["line"]
