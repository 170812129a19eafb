"""Documents with something in every place, for the tests of those that write them."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.hostile import texts
from tui_minutes.domain.document import Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.text import clean

long_words = st.sampled_from(("x" * 10_000, "长" * 10_000, "https://e.org/" + "a/" * 5_000, "\u200d👩" * 500))
hostile = (texts | st.text(max_size=40) | long_words).filter(lambda text: clean(text).strip())
"""What people may paste: markup, formulas, control characters, long words."""


def filled(text: str, language: str = "en") -> Document:
    """Every place of a document filled with the same words."""
    line = Line(text, lead=text, details=(text, text), flagged=True)
    facts = Facts(((text, text), (text, "short"), (text, "")))
    return Document(
        text,
        text,
        language,
        (
            Section(
                text,
                (
                    facts,
                    Lines((line, Line(text)), text),
                ),
            ),
            Section(text, (Grid((text, text), ((text, ""), ("", text)), (1, 3), by_hand=True),), 2),
            Section(text, (Grid((text, text, text), ((text, text, text),)), Lines(()), Lines((Line(text),)))),
            Section(text, (Lines((Line(text, text, exact=True),)),)),
        ),
        reference=text,
    )
