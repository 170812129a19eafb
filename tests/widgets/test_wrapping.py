"""Text on one line: what is left out is said by … right behind what is there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tui_minutes.widgets.wrapping import fit, shorten


def test_no_gap_before_the_sign_that_something_is_left_out() -> None:
    assert shorten(Content("新首页分批发布"), 8).plain == "新首页…"
    assert shorten(Content("release in steps"), 9).plain == "release…"
    assert fit("新首页分批发布", 8) == "新首页… "


@given(st.text(alphabet="ab 。（）李四，x", max_size=30), st.integers(0, 20))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    assert shorten(Content(text), width).cell_length <= width
    assert Content(fit(text, width)).cell_length == width
