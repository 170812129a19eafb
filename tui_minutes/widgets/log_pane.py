"""The log of the item on the table: numbered lines, newest last (D3, D8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from textual.content import Content
from textual.message import Message

from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.outcomes import Outcome, Part
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.growing_list import GrowingList
from tui_minutes.widgets.kept_rows import KeptRows
from tui_minutes.widgets.kinds import kind_mark
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import field, joined, with_department

if TYPE_CHECKING:  # most meetings have none
    from tui_minutes.domain.voting import Vote

_GAP = Content("  ")


class LogPane(GrowingList):
    """Follows its end until the cursor is taken up. Posts `EntryChosen`."""

    @dataclass
    class EntryChosen(Message):
        """The line with `uid` was chosen."""

        uid: str

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._kept = KeptRows()
        self._shown = _Shown("", (), (), ())

    def show(self, record: MeetingRecord, entries: Sequence[Entry]) -> None:
        """Show `entries` of `record`, in order; only those are drawn about which something is new."""
        now = _Shown(record.meeting.zone, tuple(entries), record.outcomes, record.votes)
        before, self._shown = self._shown, now
        grows = self._shown.goes_on_from(before)
        abouts = [_about(record, entry) for entry in entries[len(before.entries) if grows else 0 :]]
        rows = [self._kept.row(one.entry.uid, one, partial(_row, one)) for one in abouts]
        if grows:
            self.add_rows(rows)
        else:
            self.show_rows(rows, follow=True)

    def show_around(self) -> None:
        """Bring the line under the cursor to the middle, among those around it."""
        at = next((y for y, line in enumerate(self._lines) if line.key == self.cursor), 0)
        self.scroll_to(y=at - self.scrollable_content_region.height // 2, animate=False)

    def leave(self) -> None:
        """Give up the cursor and follow the end again."""
        self.cursor = None
        self.scroll_end(animate=False)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Say it in terms of the log."""
        event.stop()
        self.post_message(self.EntryChosen(event.key))


class _Shown(NamedTuple):
    """What a log is drawn from."""

    zone: str
    entries: tuple[Entry, ...]
    outcomes: tuple[Outcome, ...]
    votes: tuple[Vote, ...]

    def goes_on_from(self, before: _Shown) -> bool:
        """Whether there is more than `before`, and nothing else is new."""
        outcomes = self.outcomes[: len(before.outcomes)]
        begins = (self.zone, self.entries[: len(before.entries)], outcomes, self.votes)
        return bool(before.entries) and begins == before


class _About(NamedTuple):
    """What a line is drawn from: with its outcome, that which took its place, and that above it."""

    zone: str
    entry: Entry
    outcome: Outcome | None
    after: Outcome | None
    above: Outcome | None
    vote: Vote | None


def _about(record: MeetingRecord, entry: Entry) -> _About:
    outcome = record.outcome(entry.outcome_uid)
    after, above = (record.outcome(outcome.becomes), record.parent(outcome)) if outcome else (None, None)
    return _About(record.meeting.zone, entry, outcome, after, above, record.vote_on(outcome or entry))


def _row(about: _About) -> Row:
    zone, entry, outcome, after, above, vote = about
    head = Content.styled(f"{entry.seq:>3} {dates.clock(entry.at.astimezone(ZoneInfo(zone)))}  ", "$faint")
    words = _outcome_words(outcome) if outcome else _words(entry)
    if entry.withdrawn:
        struck = Content.styled(words.plain, "strike $faint")
        return Row((_GAP.join([struck, Content.styled(tr("withdrawn"), "$faint")]),), entry.uid, head)
    marks = [words]
    if outcome and outcome.priority:
        marks.append(Content.styled(label(outcome.priority), "$warning"))
    if entry.doubtful or (outcome and outcome.doubtful):
        marks.append(Content.styled(f"? {tr('doubtful')}", "bold $warning"))
    if outcome and not outcome.is_live:
        gone = tr("now {number}", number=after.number) if after else tr("withdrawn")
        marks.append(Content.styled(gone, "$faint"))
    fields = _outcome_fields(outcome, above, vote) if outcome else _fields(entry, vote)
    return Row((tuple(marks), tuple(fields)), entry.uid, head)


def _words(entry: Entry) -> Content:
    if entry.kind is EntryKind.EVENT:
        return Content.styled(entry.text, "italic $faint")
    parts = [Content.styled(entry.speaker, "bold $said")] if entry.speaker else []
    if entry.kind not in (EntryKind.POINT, EntryKind.NOTE):
        parts.append(kind_mark(entry.kind))
    return _GAP.join([*parts, Content(entry.text)])


def _outcome_words(outcome: Outcome) -> Content:
    return _GAP.join([kind_mark(outcome.kind, outcome.number), Content.styled(outcome.text, "bold")])


def _outcome_fields(outcome: Outcome, above: Outcome | None, vote: Vote | None) -> Iterator[Content]:
    if outcome.owners:
        yield Content(with_department(outcome))
    due = dates.day_short(outcome.due) if outcome.due else ""
    named = (
        (tr("due"), tr("next meeting") if outcome.due_next_meeting and not due else due),
        (tr("next feedback"), dates.day_short(outcome.next_feedback) if outcome.next_feedback else ""),
        (tr("deliverable"), outcome.deliverable),
        (tr("resources"), outcome.resources),
        (tr("copied to"), joined(outcome.names(Part.COPIED))),
        (tr("under"), above.number if above else ""),
        (tr("vote"), _voted(outcome, vote)),
    )
    for name, value in named:
        if value:
            yield field(name, value)


def _fields(entry: Entry, vote: Vote | None) -> Iterator[Content]:
    named = (
        (tr("value"), entry.value),
        (tr("source"), entry.source),
        (tr("proposed by"), entry.proposer),
        (tr("result"), label(entry.result) if entry.result else ""),
        (tr("vote"), _voted(entry, vote)),
    )
    for name, value in named:
        if value:
            yield field(name, value)


def _voted(about: Entry | Outcome, vote: Vote | None) -> str:
    """What the vote came to; of a motion from before votes were kept, the count that was typed."""
    count = about.votes if isinstance(about, Entry) else None
    if not (vote or count):
        return ""
    from tui_minutes.i18n.voting import count_text, vote_text

    return vote_text(vote) if vote else count_text(count) if count else ""
