"""An HTML page shows what was written, runs nothing, and asks for nothing from anywhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.documents.filled import filled, hostile
from tui_minutes.documents.html import render
from tui_minutes.domain.document import Document
from tui_minutes.domain.text import clean

ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "scope", "colspan", "style", "data-name",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would see: the tags, their attributes, the words between them."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.style = ""
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "style" and not self.style:
            self.style = data
        elif data.strip("\n"):
            self.words.append(data)


def structure(page: Page) -> tuple[list[str], list[str]]:
    """Tags and attributes but for rows: a long value has one to itself."""
    names = [name for name, _ in page.attributes if name != "colspan"]
    return [tag for tag in page.tags if tag != "tr"], names


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(hostile, st.sampled_from(("en", "zh")))
@example("</style><script>alert(1)</script>", "en")
@example("\"><img src=x onerror=alert(1)>' &lt;b&gt; &amp;", "zh")
@example('\\22 } @import url(//e.org) /* "; */', "en")
def test_words_stay_words(text: str, language: str) -> None:
    plain, page = (Page(render(filled(words, language))) for words in ("word", text))
    assert structure(page) == structure(plain)
    seen = clean(text)
    assert "".join(page.words) == "".join(plain.words).replace("word", seen)
    assert {value for name, value in page.attributes if name == "data-name"} == {seen}


@given(hostile)
def test_no_word_ends_the_style(text: str) -> None:
    page = Page(render(filled(text)))
    inside = re.sub(r'"(?:[\w\s]|\\[0-9a-f]{1,6} )*"', '""', page.style)
    plain = re.sub(r'"(?:[\w\s]|\\[0-9a-f]{1,6} )*"', '""', Page(render(filled("word"))).style)
    assert inside == plain


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = Page(render(filled("https://example.org/x.png")))
    assert {"script", "link", "img", "iframe", "a", "object", "base", "form"}.isdisjoint(page.tags)
    assert {name for name, _ in page.attributes} <= ATTRIBUTES
    assert "url(" not in page.style
    assert "@import" not in page.style
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


@pytest.mark.parametrize(
    ("language", "count", "code"),
    [
        ("en", '"Page " counter(page) " of " counter(pages) ""', "en"),
        ("zh", '"第 " counter(page) " 页', "zh-CN"),
    ],
)
def test_every_printed_page_is_counted_and_says_its_level(language: str, count: str, code: str) -> None:
    written = render(Document("Minutes", "secret", language, (), reference="M-2026-001"))
    assert f'<html lang="{code}">' in written
    assert count in written
    level = re.search(r'@top-left { content: "([^"]*)"', written)
    assert level is not None
    assert level[1].endswith("secret")
    assert "prefers-color-scheme: dark" in written
