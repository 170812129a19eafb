"""Whatever people wrote, it is read as they wrote it: it never becomes structure, markup or a link."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui_minutes.documents.markdown import render
from tui_minutes.domain.document import Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.text import clean

PARSER = MarkdownIt("gfm-like", {"linkify": False})

hostile = st.text(st.sampled_from("\\`*_[]()<>|~&#!$-+=:.1 \tab张\n\u202e\x1b;/\"'{}@^"), max_size=24)
anything = st.one_of(hostile, st.text(max_size=24)).filter(lambda text: clean(text).split())


def document(text: str) -> Document:
    """Every place of a document filled with the same words."""
    line = Line(text, lead=text, details=(text, text))
    return Document(
        text,
        text,
        "en",
        (
            Section(text, (Facts(((text, text),)), Lines((line, Line(text), Line(text)), text))),
            Section(text, (Grid((text, text), ((text, text), (text, text))),), 2),
        ),
    )


def structure(tokens: list[Token]) -> list[str]:
    return [f"{token.type} {token.tag}" for token in tokens]


def inline(tokens: list[Token]) -> list[str]:
    return [child.type for token in tokens for child in token.children or []]


def words(tokens: list[Token]) -> list[str]:
    """The text of each paragraph, heading and cell."""
    return [
        "".join(child.content for child in token.children or []) for token in tokens if token.type == "inline"
    ]


@given(anything)
@example("| a | b |")
@example("1. eins")
@example("    code")
@example("<script>alert(1)</script>")
@example("[x](javascript:alert(1)) ![](http://e.org/t.png)")
@example("&lt;b&gt; &copy;")
@example("```\n# h\n---")
@example("**王经理：**应优先")
def test_words_stay_words(text: str) -> None:
    plain = PARSER.parse(render(document("word")))
    parsed = PARSER.parse(render(document(text)))
    assert structure(parsed) == structure(plain)
    seen = " ".join(clean(text).split())
    expected = [said.replace("word", seen) for said in words(plain)]
    assert words(parsed) == expected


@given(anything)
def test_no_link_image_or_html_comes_of_words(text: str) -> None:
    kinds = set(inline(PARSER.parse(render(document(text)))))
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}


def test_an_address_is_not_made_a_link_by_those_who_look_for_them() -> None:
    linking = MarkdownIt("gfm-like")
    written = render(document("see https://example.org or www.example.org"))
    assert "link_open" not in inline(linking.parse(written))


def test_a_line_break_inside_words_is_a_space() -> None:
    assert "# a b\n" in render(document("a\n\nb"))
