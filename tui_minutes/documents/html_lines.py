"""HTML as the lines a person reads: what mail programs and calendars put into descriptions (B8)."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_LOOKS_LIKE = re.compile(
    r"</?(?:html|body|p|br|div|span|ol|ul|li|b|strong|a|table|font)\b[^>]*>", re.IGNORECASE
)
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "ol", "ul", "table", "h1", "h2", "h3", "h4", "hr"))
_PARAGRAPHS = frozenset(("p", "ol", "ul", "table", "h1", "h2", "h3", "h4"))
_UNSEEN = frozenset(("style", "script", "head", "title"))
_SPACES = re.compile(r"[ \t\r\n\xa0]+")


def is_html(text: str) -> bool:
    """Whether a description is written in HTML."""
    return _LOOKS_LIKE.search(text) is not None


def lines_of(html: str) -> str:
    """The text of `html`, line by line; numbered items have their numbers, links their addresses."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = [_SPACES.sub(" ", line).strip() for line in "".join(reader.parts).split("\n")]
    return "\n".join(lines).strip("\n")


class _Reader(HTMLParser):
    """Collects text; what is not closed, or closed twice, does no harm."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0
        self._lists: list[int | None] = []
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""
        elif tag in ("td", "th"):
            self.parts.append(" | ")
        if tag in _BREAKS:
            self.parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
        if tag == "li":
            self.parts.append(self._bullet())

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "a":
            if self._link.startswith("http") and self._link not in self.parts[-1:]:
                self.parts.append(f" <{self._link}>")
            self._link = ""
        if tag in _PARAGRAPHS or tag == "div":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data.replace("\n", " "))

    def _bullet(self) -> str:
        """The number of an item in its list, else a dash."""
        if not self._lists or self._lists[-1] is None:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "
