"""Expressions are compiled when they are first used, and then do what compiled ones do."""

from __future__ import annotations

import re

import pytest

from tui_minutes.domain.regex import regex


def test_it_does_what_a_compiled_one_does() -> None:
    word = regex(r"[a-z]+", re.IGNORECASE)
    for _ in range(2):
        assert word.findall("Ab 1 c") == ["Ab", "c"]
        assert word.sub("x", "Ab 1 c") == "x 1 x"
        assert word.fullmatch("Ab 1") is None
    assert word.pattern == r"[a-z]+"


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given))
    word = regex(r"[a-z]+")
    assert compiled == []
    with pytest.raises(AttributeError):
        _ = word.search
    assert compiled == [(r"[a-z]+", 0)]
