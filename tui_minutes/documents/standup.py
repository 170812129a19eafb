"""The summary of a standup as a document: what changed, by person, and who was not shown (T9)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_minutes.documents.phrases import aside, due, length, listed, pair, stretch
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.document import Block, Document, Facts, Line, Lines, Section
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.moves import told as whom_to_tell
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.standup_summary import Round, Summary, Told
from tui_minutes.i18n import speaking, tr
from tui_minutes.i18n.dates import day_long
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.standups import counts_text, news_parts, round_name


def standup_document(summary: Summary, *, reveal: bool = True) -> Document:
    """The summary in the language of the standup; what is confidential is covered unless `reveal`."""
    meeting = summary.record.meeting
    with speaking(meeting.language):
        sections = [_basics(summary), *_rounds(summary, reveal=reveal)]
        return Document(
            title=tr("Summary: {title}", title=_title(summary)),
            level=label(summary.level),
            language=meeting.language,
            sections=tuple(sections),
        )


def _title(summary: Summary) -> str:
    """Which standup it is: many have the same title."""
    meeting = summary.record.meeting
    begun = meeting.local(meeting.started_at) if meeting.started_at else None
    return aside(meeting.title, day_long(begun) if begun else "")


def _basics(summary: Summary) -> Section:
    meeting = summary.record.meeting
    shown = [one for one in summary.rounds if one.shown]
    pairs = (
        (tr("Number"), meeting.number),
        (tr("Held"), stretch(meeting, meeting.started_at, meeting.ended_at)),
        (tr("Of"), summary.standup.department),
        (tr("Recorder"), meeting.recorder),
        (tr("Changed"), counts_text(summary) or tr("nothing")),
        (tr("Shown"), _names(summary, [one.name for one in shown])),
        (tr("Not shown"), _names(summary, summary.not_shown)),
        (tr("State"), label(meeting.phase)),
    )
    return Section(tr("Basic information"), (Facts(tuple(one for one in pairs if one[1])),))


def _rounds(summary: Summary, *, reveal: bool) -> Iterator[Section]:
    for one in summary.rounds:
        blocks = tuple(_blocks(one, reveal=reveal))
        if blocks:
            title = round_name(summary.standup.grouped_by, one.name)
            yield Section(aside(title, length(one.spent)) if one.spent else title, blocks)


def _blocks(one: Round, *, reveal: bool) -> Iterator[Block]:
    if one.told:
        yield Lines(tuple(_line(told, reveal=reveal) for told in one.told))
    if one.said:
        yield Lines(tuple(_said(entry) for entry in one.said), tr("Notes"))


def _line(told: Told, *, reveal: bool) -> Line:
    """An outcome with what happened to it and whom that concerns (T5, T7); a delayed one is flagged."""
    outcome = told.row.outcome
    if is_hidden(told.row.level) and not reveal:
        return Line(tr("({level})", level=label(told.row.level)), outcome.number)
    details = [*news_parts(told.news)]
    if told.news.new:
        details += [pair(tr("Responsible"), listed(outcome.owners)), pair(tr("Due"), due(outcome))]
    concerned = dict.fromkeys(name for act in told.news.acts for name in whom_to_tell(outcome, act))
    if concerned:
        details.append(tr("to be told: {names}", names=listed(concerned)))
    return Line(
        outcome.text,
        outcome.number,
        tuple(detail for detail in details if detail),
        flagged=Act.DELAY in told.news.acts,
    )


def _said(entry: Entry) -> Line:
    return Line(entry.text, entry.speaker)


def _names(summary: Summary, names: list[str] | tuple[str, ...]) -> str:
    return listed(round_name(summary.standup.grouped_by, name) for name in names)
