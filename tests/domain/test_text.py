"""What is dangerous in a text goes, what people read stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.text import clean, clean_block


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain 文字 😀", "plain 文字 😀"),
        ("a\tb\nc\r\nd\u2028e", "a b c d e"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]52;c;cm0gLXJm\x07copied", "copied"),
        ("\x1b]0;title\x1b\\shown", "shown"),
        ("\x1b]52;c;never ended", "]52;c;never ended"),
        ("\x9b31mred", "red"),
        ("bell\x07 null\x00 del\x7f", "bell null del"),
        ("abc\u202egpj.exe", "abcgpj.exe"),
        ("a\u200bb\u2066c\ufeffd\u00ade", "abcde"),
        ("half\ud800", "half"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
        ("[/]@click=app.quit", "[/]@click=app.quit"),
    ],
)
def test_a_line_is_cleaned(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_block_keeps_its_lines() -> None:
    assert clean_block("a\r\nb\u2029c\x1b[1md\n") == "a\nb\ncd\n"


@given(st.text())
def test_what_is_clean_stays_so_and_is_one_line(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert len(cleaned.splitlines()) <= 1
    cleaned.encode()
