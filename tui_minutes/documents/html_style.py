"""How an HTML page looks, on a screen and on paper."""

from __future__ import annotations

import re

from tui_minutes.documents.paging import level_line, number_line, page_words
from tui_minutes.domain.document import Document

STYLE = """\
:root {
  color-scheme: light dark;
  --paper: #fff; --text: #1d2530; --ink: #1f3553; --faint: #5b6675;
  --rule: #c5cdd8; --shade: #eef2f7; --flag: #fff3dc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181e; --text: #dde3ea; --ink: #a9c7f0; --faint: #98a4b3;
    --rule: #3a4452; --shade: #1f2731; --flag: #3a2f14;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--text); overflow-wrap: anywhere;
  font: 16px/1.6 system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
.page, main { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
.page {
  display: flex; justify-content: space-between; gap: 2rem; padding-top: 1rem; padding-bottom: .5rem;
  color: var(--faint); font-size: .875rem; border-bottom: 1px solid var(--rule);
}
.level { font-weight: 600; }
main { padding-bottom: 4rem; }
h1, h2, h3 { color: var(--ink); line-height: 1.3; }
h1 { font-size: 1.75rem; text-align: center; margin: 2rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; padding-bottom: .25rem; }
h2 { border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
.caption { margin: .75rem 0 .25rem; color: var(--faint); font-size: .9375rem; font-weight: 600; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
li { margin: .25rem 0; }
.flagged { background: var(--flag); }
.details { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0; }
.details { color: var(--faint); font-size: .875rem; }
code { font-family: ui-monospace, Consolas, "Courier New", monospace; font-size: .875rem; }
table { width: 100%; table-layout: fixed; margin: .5rem 0; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .4rem .6rem; border: 1px solid var(--rule); text-align: left; vertical-align: top; }
th { background: var(--shade); overflow-wrap: normal; }
.facts th { width: 16%; }
.by-hand td { height: 3rem; }
@media screen and (max-width: 45rem) {
  thead { display: none; }
  table, tbody, tr, td, .facts th { display: block; width: 100%; }
  tr { margin-bottom: .75rem; border: 1px solid var(--rule); }
  td, .facts th { border: 0; }
  td:empty { display: none; }
  td[data-name]::before { content: attr(data-name) " "; color: var(--faint); font-size: .8125rem; }
}
@media print {
  :root {
    --paper: #fff; --text: #000; --ink: #1f3553; --faint: #444; --rule: #999; --shade: #eee; --flag: #f4f4f4;
    color-scheme: light;
  }
  body { font-size: 10pt; line-height: 1.45; }
  .page, main { max-width: none; padding: 0; }
  h1, h2, h3, .caption { break-after: avoid; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  table { font-size: 9pt; }
  th, td { padding: 1mm 1.4mm; }
  * { print-color-adjust: exact; }
}
"""


def on_paper(document: Document) -> str:
    """The margins of printed pages: level and number on top, which page of how many below (F3).

    On the first page they stand in the text, for browsers that know no margins with words in them.
    """
    before, between, after = map(_quoted, page_words())
    count = f"{before} counter(page) {between} counter(pages) {after}"
    return (
        "@page {\n"
        "  size: A4; margin: 20mm 18mm;\n"
        f"  @top-left {{ content: {_quoted(level_line(document))}; font-size: 8.5pt; }}\n"
        f"  @top-right {{ content: {_quoted(number_line(document))}; font-size: 8.5pt; }}\n"
        f"  @bottom-center {{ content: {count}; font-size: 8.5pt; }}\n"
        "}\n"
        "@page :first { @top-left { content: none; } @top-right { content: none; } }\n"
    )


def _quoted(text: str) -> str:
    """`text` as a string of CSS, in which no character can end anything."""
    return '"' + re.sub(r"[^\w\s]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
