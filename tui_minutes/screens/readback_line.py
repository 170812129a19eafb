"""What a line typed at the readback does: it mends what is being read, adds an outcome, or is a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui_minutes.domain.capture import Context, Kind, Reading, parse, parse_as
from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import Entry, join_text
from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.shape import shape
from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.services import discussion, outcomes
from tui_minutes.services.outcome_changes import changes_of
from tui_minutes.store.store import Store
from tui_minutes.widgets.capture_line import CaptureLine

Typed = CaptureLine.Submitted


def read_here(raw: str, context: Context) -> Reading:
    """What `raw` is taken for while the outcome `context.last_number` is read.

    Fields alone mend that outcome (`@赵六 周五`, `by fri`), and `... more` adds to it; `- task` and
    other kinds with a mark of their own are new lines, commands stay commands.
    """
    reading = parse(raw, context)
    if context.last_number is None:
        return reading
    begins_with_owner = reading.kind is Kind.ACTION and shape(raw).lstrip().startswith("@")
    if begins_with_owner or reading.kind in (Kind.NOTE, Kind.CONTINUATION):
        mending = parse_as(raw, Kind.UPDATE, context)
        if reading.kind is Kind.CONTINUATION:
            return replace(reading, number=context.last_number)
        if begins_with_owner or (not mending.text and changes_of(mending)):
            return replace(mending, number=context.last_number)
    return reading


def parent_of(record: MeetingRecord, outcome: Outcome) -> str:
    """The number of the decision that an action added now hangs on; "" for none."""
    above = outcome if outcome.kind is OutcomeKind.DECISION else record.parent(outcome)
    return above.number if above else ""


class ReadbackLine:
    """Carries out the lines that are no commands, on the outcome that `screen` reads."""

    def __init__(self, screen: BaseScreen, done: Callable[[str], None]) -> None:
        self._screen = screen
        self._done = done

    def enter(self, typed: Typed, reading: Reading, record: MeetingRecord, outcome: Outcome | None) -> None:
        """Mend `outcome`, or take the line down in the meeting."""
        if outcome and reading.number == outcome.number:
            self._mend(typed, reading, outcome)
        else:
            self._take_down(typed, reading, record, outcome)

    def _mend(self, typed: Typed, reading: Reading, outcome: Outcome) -> None:
        def work(store: Store, command: Command) -> Outcome:
            if reading.kind is not Kind.CONTINUATION:
                return outcomes.apply(store, command, outcome.uid, reading, outcome.version)
            changes = changes_of(reading)
            if reading.text:
                changes["text"] = join_text(outcome.text, reading.text)
            if reading.owners:
                changes["owners"] = (*outcome.owners, *reading.owners)
                changes.pop("department", None)
            return outcomes.update(store, command, outcome.uid, changes, outcome.version)

        said = tr("{number} is mended", number=outcome.number)
        self._screen.carry_out(work, lambda _: self._done(said), typed)

    def _take_down(
        self, typed: Typed, reading: Reading, record: MeetingRecord, outcome: Outcome | None
    ) -> None:
        if outcome and reading.kind is Kind.ACTION and not reading.parent:
            reading = replace(reading, parent=parent_of(record, outcome) or None)
        item_uid = outcome.item_uid if outcome else None
        self._screen.carry_out(
            lambda store, command: discussion.record_line(
                store, command, record.meeting.uid, reading, item_uid=item_uid
            ),
            lambda entry: self._done(_taken(self._screen, entry)),
            typed,
        )


def _taken(screen: BaseScreen, entry: Entry) -> str:
    """What the line has become, by its number."""
    record = screen.host.store.record(screen.meeting_uid or "")
    made = next((one for one in record.outcomes if one.entry_uid == entry.uid), None)
    if made:
        return tr("{number} is added: {text}", number=made.number, text=made.text)
    return tr("Line #{seq} is in the log", seq=entry.seq)
