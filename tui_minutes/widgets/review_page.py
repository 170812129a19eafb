"""A review in pictures: how much was on time, how that has gone, by whom, and why not (T10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content

from tui_minutes.domain.punctuality import Fate, Punctuality
from tui_minutes.domain.review import CauseCount, Month, Review, Share
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reviews import cause_text, fates, made_text, marks_text, rate_text
from tui_minutes.widgets.charts import Bar, Part, bar, bars, columns, legend
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import field
from tui_minutes.widgets.wrapping import fit

_LOOKS = {
    Fate.ON_TIME: ("█", "$success"),
    Fate.LATE: ("▒", "$warning"),
    Fate.OVERDUE: ("░", "$error"),
    Fate.TO_COME: ("·", "$faint"),
}
"""Filling and colour of each fate; what was called off has no part in a bar."""

_HEIGHT = 4
"""Lines that a column of a hundred per cent is high."""

_NARROWEST = 7
"""Cells that a month needs for its figures."""


class ReviewPage(ListPane):
    """The figures of a period; the keys scroll them."""

    _review: Review | None = None

    def show(self, review: Review) -> None:
        """Draw `review` for the width there is."""
        self._review = review
        width = self.scrollable_content_region.width
        if width:
            lines = [line for part in _parts(review, width) if part for line in (*part, Content())]
            self.show_rows([Row((line,)) for line in lines[:-1]])

    def on_resize(self, _event: events.Resize) -> None:
        """What is shown is made for the width, not only broken for it."""
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """Draw for the new width."""
        if self._review is not None:
            self.show(self._review)
        super()._lay_out_anew()


def _parts(review: Review, width: int) -> Iterator[list[Content]]:
    """The parts of the page, those with nothing to show empty."""
    yield _summary(review, width)
    yield _trend(review.trend, width)
    yield _shares(tr("By department"), review.departments, tr("no department"), width)
    yield _causes(review.causes, width)
    yield _shares(tr("By person"), review.people, tr("nobody"), width)


def _heading(title: str, note: str = "") -> Content:
    return Content.assemble((title, "bold $accent"), (f"  {note}" if note else "", "$faint"))


def _bar_parts(due: Punctuality) -> tuple[Part, ...]:
    counts = dict(fates(due))
    return tuple(Part(counts[fate], fill, style) for fate, (fill, style) in _LOOKS.items())


def _summary(review: Review, width: int) -> list[Content]:
    """The rate, the bar with what its fillings mean, and the other figures."""
    due = review.due
    said = rate_text(due) or tr("nothing was due (h and l change the period)")
    lines = [Content.assemble((tr("On-time rate"), "bold $accent"), "  ", (said, "bold"))]
    if due.due:
        parts = _bar_parts(due)
        names = [
            (f"{n} {label(fate)}", part)
            for (fate, n), part in zip(fates(due)[: len(parts)], parts, strict=True)
            if n
        ]
        off = (f"  {due.cancelled} {label(Fate.CANCELLED)}", "$faint") if due.cancelled else ""
        lines += [
            bar(parts, width if due.due > due.cancelled else 0, width),
            Content.assemble(legend(names), off),
        ]
    figures = [(name, value) for name, value in _figures(review) if value]
    head = max(cell_len(name) for name, _ in figures) + 1
    return lines + [field(fit(name, head), value) for name, value in figures]


def _figures(review: Review) -> Iterator[tuple[str, str]]:
    marks = marks_text(review.marks, unmarked=True)
    late = tr("{n} late", n=review.load.late) if review.load.late else ""
    yield tr("Decided"), made_text(review.made)
    yield (
        tr("Without a date"),
        ntr("{n} action or question", "{n} actions or questions", review.undated) if review.undated else "",
    )
    yield tr("Done in it"), _with(str(review.done), marks)
    yield tr("Open at the end"), _with(str(review.load.open), late)


def _with(figure: str, more: str) -> str:
    return f"{figure} {glyph('·')} {more}" if more else figure


def _shares(title: str, shares: Sequence[Share], nobody: str, width: int) -> list[Content]:
    """A bar for each, with its rate and the marks given."""
    if not shares:
        return []
    rates = [rate_text(share.due) or glyph("–") for share in shares]
    room = max(map(cell_len, rates))
    rows = [
        Bar(
            share.name or nobody,
            _bar_parts(share.due),
            f"{fit(rate, room)}  {marks_text(share.marks)}".rstrip(),
        )
        for share, rate in zip(shares, rates, strict=True)
    ]
    return [_heading(title, tr("on time by the first date, marks for quality")), *bars(rows, width)]


def _causes(causes: Sequence[CauseCount], width: int) -> list[Content]:
    """How often each was named."""
    if not causes:
        return []
    rows = [Bar(cause_text(one), (Part(one.n, "█", "$figure"),), str(one.n)) for one in causes]
    return [_heading(tr("Causes of delay"), tr("how often each was named")), *bars(rows, width)]


def _trend(trend: Sequence[Month], width: int) -> list[Content]:
    """Columns of the on-time rate with its counts, under each what was open and late at the month's end."""
    names = [tr("On-time rate"), tr("on time of due"), tr("Open at the end"), tr("Of these late")]
    head = max(map(cell_len, names)) + 2
    shown = trend[-max((width - head) // _NARROWEST, 1) :]
    each = min((width - head) // len(shown), 2 * _NARROWEST)
    drawn = columns([one.due.percent for one in shown], 100, _HEIGHT, each, "$success")
    figures = (
        (names[0], [f"{one.due.percent}%" if one.due.counted else glyph("–") for one in shown], "bold"),
        (names[1], [f"{one.due.on_time}/{one.due.counted}" if one.due.counted else "" for one in shown], ""),
        (names[2], [str(one.load.open) for one in shown], ""),
        (names[3], [str(one.load.late) if one.load.late else glyph("–") for one in shown], "$error"),
        ("", [dates.month_short(one.period.first) for one in shown], "$faint"),
    )
    return [
        _heading(tr("Month by month")),
        *(Content(" " * head) + line for line in drawn if line.plain.strip()),
        *(
            _figure_line(name, cells, style, head, each)
            for name, cells, style in (figures[-1], *figures[:-1])
        ),
    ]


def _figure_line(name: str, cells: Sequence[str], style: str, head: int, each: int) -> Content:
    return Content.assemble((fit(name, head), "$faint"), ("".join(fit(cell, each) for cell in cells), style))
