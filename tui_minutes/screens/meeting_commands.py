"""What the Meeting screen asks before it goes on: to readback, for more time, to another item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tui_minutes.domain.capture import Reading
from tui_minutes.domain.readback import gaps
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.timetable import Slot, timetable
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.line_commands import LineCommands
from tui_minutes.screens.line_commands_base import Typed
from tui_minutes.screens.meeting_cutting import Cutting
from tui_minutes.screens.paste import Paste
from tui_minutes.screens.proposals_taking import ProposalCommands
from tui_minutes.screens.readback_marks import gap_lines
from tui_minutes.services import discussion
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.timers import timer

MOST_PASTED = 2000
"""So many lines are read in half a second; nobody looks through more of them."""

JUST_CHANGED = timedelta(seconds=5)
"""F5 does nothing for so long after a change of item: a key pressed twice must not skip one."""

_MOST_GAPS = 12
_EXTENSIONS = (("item", 5), ("item", 10), ("meeting", 10), ("meeting", 15), ("meeting", 30))


class MeetingCommands(LineCommands):
    """The commands of a meeting in session, with the questions that a key asks first."""

    def __init__(self, screen: BaseScreen) -> None:
        self.proposals = ProposalCommands(screen)
        super().__init__(screen, {"take": self.proposals.numbered})

    def enter(self, typed: Typed) -> None:
        """As everywhere; a proposal that was put into the line is decided as it is worded now."""
        if not (typed.editing and typed.raw.strip() and self.proposals.reworded(typed)):
            super().enter(typed)

    def _on_the_table(self) -> str:
        """What is on the table now, and whether decisions are proposed for it."""
        words, count = super()._on_the_table(), len(self.proposals.waiting())
        if not count:
            return words
        return ntr(
            "F11 or /take: {n} decision is proposed · {words}",
            "F11 or /take: {n} decisions are proposed · {words}", count,
            words=words,
        )  # fmt: skip

    def press_next(self) -> None:
        """F5: the next item, but not when the item has changed just now."""
        item, now = self.record.current_item, self.screen.host.now()
        if item and item.spans and abs(now - item.spans[-1].start) < JUST_CHANGED:
            self.screen.report(tr("The item has changed just now: F5 again in a moment"))
        else:
            self.next_item()

    def after_last_item(self) -> None:
        """Offer the readback."""
        self._offer_readback(tr("That was the last item. On to the readback?"))

    def readback(self, _: str = "", typed: Typed | None = None) -> None:
        """What is missing is said first; without gaps it goes straight on."""
        if typed:
            typed.saved()
        if gaps(self.record):
            self._offer_readback(tr("On to the readback?"))
        else:
            super().readback()

    def _offer_readback(self, title: str) -> None:
        missing = list(_missing(self.record)) or [tr("Nothing is missing.")]
        go_on = super().readback
        self.screen.app.push_screen(
            Confirm(title, missing, yes=tr("to the readback")), lambda yes: go_on() if yes else None
        )

    def choose_extension(self) -> None:
        """Ask what is to be extended, and by how much; or what is cut, when it will take too long."""
        item = self.record.current_item
        options = [
            Option(f"{what} {minutes}", _extension(what, minutes))
            for what, minutes in _EXTENSIONS
            if item or what == "meeting"
        ]
        cutting = Cutting(self.screen)
        title, cuts = cutting.offered()

        def take(chosen: str | None) -> None:
            what, _, minutes = (chosen or "").partition(" ")
            if what == "item":
                self.extend_item(minutes)
            elif what == "meeting":
                self.extend_meeting(minutes)
            elif chosen:
                cutting.carry_out(chosen)

        self.screen.app.push_screen(Choose(title or tr("More time"), [*cuts, *options]), take)

    def choose_item(self) -> None:
        """Ask which item is to be opened; of those to come it says when they will be."""
        record, now = self.record, self.screen.host.now()
        slots = timetable(record, now)
        options = [
            Option(
                item.uid, f"{item.position} {item.title}", " · ".join(filter(None, (when, label(item.state))))
            )
            for item in record.agenda
            for when in [timer(item.spent(now)) if item.was_opened else _comes(record, slots[item.uid])]
        ]
        current = record.current_item
        self.screen.app.push_screen(
            Choose(tr("Agenda"), options, current=current.uid if current else None),
            lambda uid: self.open(uid) if uid else None,
        )

    def read_item(self) -> None:
        """Read back the item on the table, when it has decided something."""
        record = self.record
        item = record.current_item
        if item and any(outcome.item_uid == item.uid for outcome in record.live):
            self.screen.host.open_item_readback(self.uid, item.uid)
        else:
            self.screen.report(tr("This item has nothing to read back yet"))

    def ask_paste(self, block: str) -> None:
        """Show what the lines of `block` will be; all are taken down, or none; too many are refused."""
        line, store = self.screen.line, self.screen.host.store
        if line is None:
            return
        if (count := block.count("\n") + 1) > MOST_PASTED:
            said = tr("{n} lines are too many: paste at most {most} at once", n=count, most=MOST_PASTED)
            self.screen.report(said, Report.REFUSED)
            return

        def take(readings: Sequence[Reading] | None) -> None:
            if readings:
                self.screen.carry_out(
                    lambda store, command: discussion.record_lines(store, command, self.uid, readings),
                    lambda entries: self.done(ntr("{n} line saved", "{n} lines saved", len(entries))),
                )

        paste = Paste(block, line.context, lambda number: store.outcome_by_number(number) is not None)
        self.screen.app.push_screen(paste, take)


def _comes(record: MeetingRecord, slot: Slot) -> str:
    return dates.from_to(*slot.local(record.meeting))


def _extension(what: str, minutes: int) -> str:
    length = dates.minutes_text(minutes)
    if what == "item":
        return tr("This item: {minutes} more", minutes=length)
    return tr("The meeting: {minutes} more", minutes=length)


def _missing(record: MeetingRecord) -> Iterator[str]:
    """What is incomplete, a line for each outcome, line and item."""
    found = gap_lines(gaps(record))
    yield from (words for _, words in found[:_MOST_GAPS])
    if len(found) > _MOST_GAPS:
        yield tr("and {n} more", n=len(found) - _MOST_GAPS)
