"""The log of the item on the table: numbered lines, newest last (D3, D8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from tui_minutes.domain.discussion import Entry, EntryKind
from tui_minutes.domain.outcomes import Outcome, Part
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.kinds import kind_mark
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import field, joined, with_department


class LogPane(ListPane):
    """Follows its end until the cursor is taken up. Posts `EntryHighlighted` and `EntryChosen`."""

    @dataclass
    class EntryHighlighted(Message):
        """The cursor stands on the line with `uid`."""

        uid: str

    @dataclass
    class EntryChosen(Message):
        """The line with `uid` was chosen."""

        uid: str

    def show(self, record: MeetingRecord, entries: Sequence[Entry]) -> None:
        """Show `entries` of `record`, in order."""
        self.show_rows([_row(record, entry) for entry in entries], follow=True)

    def leave(self) -> None:
        """Give up the cursor and follow the end again."""
        self.cursor = None
        self.scroll_end(animate=False)

    def on_list_pane_highlighted(self, event: ListPane.Highlighted) -> None:
        """Say it in terms of the log."""
        event.stop()
        self.post_message(self.EntryHighlighted(event.key))

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Say it in terms of the log."""
        event.stop()
        self.post_message(self.EntryChosen(event.key))


def _row(record: MeetingRecord, entry: Entry) -> Row:
    at = dates.clock(record.meeting.local(entry.at))
    head = Content.styled(f"{entry.seq:>3} {at}  ", "$faint")
    outcome = record.outcome(entry.outcome_uid)
    words, *more = _said(record, entry, outcome)
    if entry.withdrawn:
        struck = Content.styled(words.plain, "strike $faint")
        return Row((struck + "  " + Content.styled(tr("withdrawn"), "$faint"),), entry.uid, head)
    if entry.doubtful or (outcome and outcome.doubtful):
        words += "  " + Content.styled(f"? {tr('doubtful')}", "bold $warning")
    if outcome and not outcome.is_live:
        after = record.outcome(outcome.becomes)
        gone = tr("now {number}", number=after.number) if after else tr("withdrawn")
        words += "  " + Content.styled(gone, "$faint")
    return Row((words, *more), entry.uid, head)


def _said(record: MeetingRecord, entry: Entry, outcome: Outcome | None) -> Iterator[Content]:
    """The line, and under it its fields, faint."""
    space = Content("  ")
    if outcome is not None:
        yield from _outcome(record, outcome)
        return
    if entry.kind is EntryKind.EVENT:
        yield Content.styled(entry.text, "italic $faint")
        return
    parts = [Content.styled(entry.speaker, "bold $said")] if entry.speaker else []
    if entry.kind not in (EntryKind.POINT, EntryKind.NOTE):
        parts.append(kind_mark(entry.kind))
    yield space.join([*parts, Content(entry.text)])
    fields = list(_fields(entry))
    if fields:
        yield space.join(fields)


def _outcome(record: MeetingRecord, outcome: Outcome) -> Iterator[Content]:
    space = Content("  ")
    mark = kind_mark(outcome.kind, outcome.number)
    priority = [Content.styled(label(outcome.priority), "$warning")] if outcome.priority else []
    yield space.join([mark, Content.styled(outcome.text, "bold"), *priority])
    fields = []
    if outcome.owners:
        fields.append(Content(with_department(outcome)))
    if outcome.due or outcome.due_next_meeting:
        day = dates.day_short(outcome.due) if outcome.due else tr("next meeting")
        fields.append(field(tr("due"), day))
    if outcome.next_feedback:
        fields.append(field(tr("next feedback"), dates.day_short(outcome.next_feedback)))
    above = record.parent(outcome)
    named = (
        (tr("deliverable"), outcome.deliverable),
        (tr("resources"), outcome.resources),
        (tr("copied to"), joined(outcome.names(Part.COPIED))),
        (tr("under"), above.number if above else ""),
    )
    fields += [field(name, value) for name, value in named if value]
    if fields:
        yield space.join(fields)


def _fields(entry: Entry) -> Iterator[Content]:
    votes = f"{entry.votes.for_}:{entry.votes.against}:{entry.votes.abstain}" if entry.votes else ""
    named = (
        (tr("value"), entry.value),
        (tr("source"), entry.source),
        (tr("proposed by"), entry.proposer),
        (tr("result"), label(entry.result) if entry.result else ""),
        (tr("votes"), votes),
    )
    return (field(name, value) for name, value in named if value)
