"""The review of a period as a document: figures with the counts they come from, what waits (T10)."""

from __future__ import annotations

from collections.abc import Sequence

from tui_minutes.documents.phrases import aside, due, listed
from tui_minutes.domain.document import Block, Document, Facts, Grid, Line, Lines, Section
from tui_minutes.domain.meeting import Level, highest
from tui_minutes.domain.punctuality import Fate
from tui_minutes.domain.review import Findings, Review, Share
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import ntr, speaking, tr
from tui_minutes.i18n.dates import day_long, period_text
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reviews import cause_text, fates, fates_text, made_text, marks_text, rate_text


def review_document(findings: Findings, language: str, *, reveal: bool = False) -> Document:
    """All of a review in `language`; parts with nothing to say are left out.

    Its level is the highest of what it tells in words: with `reveal` that may be confidential.
    """
    one = findings.review
    levels = [row.level for row in (*findings.rows, *findings.measures)] if reveal else []
    with speaking(language):
        sections = (
            _summary(one),
            _trend(one),
            _shares(tr("By department"), tr("Department"), one.departments, tr("no department")),
            _causes(one),
            _shares(tr("By person"), tr("Responsible"), one.people, tr("nobody")),
            _waiting(findings),
            _measures(findings),
            _how_counted(),
        )
        return Document(
            title=tr("Review of decisions: {period}", period=period_text(one.period)),
            level=label(highest(Level.INTERNAL, *levels)),
            language=language,
            sections=tuple(section for section in sections if section.blocks),
        )


def _summary(one: Review) -> Section:
    first, last = one.period.first.isoformat(), one.period.last.isoformat()
    marks = marks_text(one.marks, unmarked=True)
    pairs = (
        (tr("Period"), f"{first} – {last}"),
        (tr("As known on"), day_long(one.today)),
        (tr("Decided"), made_text(one.made)),
        (tr("Due in it"), aside(str(one.due.due), fates_text(one.due))),
        (tr("On-time rate"), rate_text(one.due)),
        (tr("Without a date"), str(one.undated) if one.undated else ""),
        (tr("Done in it"), aside(str(one.done), marks)),
        (tr("Open at the end"), load_text(one)),
    )
    return Section(tr("Summary"), (Facts(tuple(pair for pair in pairs if pair[1])),))


def load_text(one: Review) -> str:
    """`24 (6 late)`."""
    late = tr("{n} late", n=one.load.late) if one.load.late else ""
    return aside(str(one.load.open), late)


def _shares(title: str, column: str, shares: Sequence[Share], nobody: str) -> Section:
    columns = (
        column,
        tr("Due in it"),
        *(label(fate).capitalize() for fate in Fate),
        tr("On-time rate"),
        tr("Quality"),
    )
    rows = tuple(
        (
            share.name or nobody,
            str(share.due.due),
            *(str(n) if n else "" for _, n in fates(share.due)),
            rate_text(share.due),
            marks_text(share.marks),
        )
        for share in shares
    )
    grid = Grid(columns, rows, (24, *(14 for _ in columns[2:]), 20))
    return Section(title, (grid,) if rows else ())


def _causes(one: Review) -> Section:
    rows = tuple((cause_text(count), str(count.n)) for count in one.causes)
    return Section(tr("Causes of delay"), (Grid((tr("Cause"), tr("Times")), rows, (4, 1)),) if rows else ())


def _trend(one: Review) -> Section:
    columns = (tr("Month"), tr("Due in it"), tr("On-time rate"), tr("Open at the end"), tr("Of these late"))
    rows = tuple(
        (
            month.period.code,
            str(month.due.due),
            rate_text(month.due),
            str(month.load.open),
            str(month.load.late),
        )
        for month in one.trend
    )
    return Section(tr("Month by month"), (Grid(columns, rows),))


def _waiting(findings: Findings) -> Section:
    columns = (tr("Number"), tr("Content"), tr("Responsible"), tr("Department"), tr("Due"), tr("Status"))
    rows = tuple((*_what(row), label(row.outcome.status)) for row in findings.rows)
    left = findings.waiting - len(rows)
    more = ntr("and {n} more: they are in the tracker", "and {n} more: they are in the tracker", left)
    blocks: list[Block] = [
        Grid(columns, rows, (10, 34, 15, 15, 16, 12)),
        *([Lines((Line(more),))] if left else []),
    ]
    return Section(tr("Late or still open"), tuple(blocks) if rows else ())


def _measures(findings: Findings) -> Section:
    columns = (tr("Number"), tr("Content"), tr("Responsible"), tr("Department"), tr("Due"))
    rows = tuple(_what(row) for row in findings.measures)
    return Section(tr("Measures"), (Grid(columns, rows, (10, 38, 17, 17, 18)),) if rows else ())


def _what(row: LedgerRow) -> tuple[str, ...]:
    one = row.outcome
    first = tr("first {day}", day=one.original_due.isoformat()) if one.original_due else ""
    moved = first if one.original_due != one.due else ""
    return (one.number, one.text, listed(one.owners), one.department, aside(due(one), moved))


def _how_counted() -> Section:
    lines = (
        tr("An outcome is due in the period in which its first date lies; moving the date changes nothing."),
        tr("On time: done on or before the first date, of those done or past it. Called off: not counted."),
        tr("Done: reported done in the period, with the marks given when it was confirmed."),
        tr("Open and late: as it stood at the end of the period, or today."),
    )
    return Section(tr("How it is counted"), (Lines(tuple(Line(line) for line in lines)),))
