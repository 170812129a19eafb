"""JSON says everything, and commands nothing."""

from __future__ import annotations

import json

from hypothesis import given

from tests.hostile import PIECES, texts
from tui_minutes.documents.as_json import as_json
from tui_minutes.domain.text import HARMFUL


@given(texts)
def test_json_says_what_was_said_and_holds_nothing_that_acts(text: str) -> None:
    for indent in (None, 2):
        said = as_json({"text": [text]}, indent)
        assert json.loads(said) == {"text": [text]}
        assert not HARMFUL.search(said)


def test_what_people_read_is_written_as_it_is() -> None:
    assert as_json(["资源不足 👩‍👩‍👧 \u00e9"], None) == '["资源不足 👩‍👩‍👧 \u00e9"]'
    assert as_json("\u202e\x9b31m\U000e0001", None) == r'"\u202e\u009b31m\udb40\udc01"'
    assert any(HARMFUL.search(piece) for piece in PIECES)
