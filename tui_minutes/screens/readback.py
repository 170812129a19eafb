"""Readback: outcome by outcome before the room, mended and agreed, then signed (E1-E5)."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui_minutes.domain.capture import Kind
from tui_minutes.domain.outcomes import Hearing, Outcome
from tui_minutes.domain.readback import unread
from tui_minutes.i18n import mark, ntr, tr
from tui_minutes.screens.line_commands import LineCommands
from tui_minutes.screens.line_commands_log import LogCommands
from tui_minutes.screens.readback_card import OutcomeCard
from tui_minutes.screens.readback_dropping import Dropping
from tui_minutes.screens.readback_gaps import BeforeSigning
from tui_minutes.screens.readback_line import ReadbackLine
from tui_minutes.screens.readback_list import HearingsPane
from tui_minutes.screens.readback_mend import ask_mending
from tui_minutes.screens.readback_next import ask_next_meeting
from tui_minutes.screens.readback_objections import Objections, named_first
from tui_minutes.screens.readback_over import ask_how_to_go_on
from tui_minutes.screens.readback_votes import ReadbackVotes
from tui_minutes.services import readback, session
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.line_input import LineInput
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.status_line import Report


class ReadbackScreen(ReadbackVotes):
    """The readback of a meeting; with `item_uid`, that of one agenda item while the meeting goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("readback.agree", "y", mark("Agreed")),
        bind("readback.object", "o", mark("Objection")),
        bind("readback.mend", "e", mark("Mend")),
        bind("readback.withdraw", "w", mark("Withdraw")),
        bind("readback.next_meeting", "n", mark("Next meeting")),
        bind("readback.sign", "s", mark("Sign")),
        bind("readback.next_stage", "f9 ctrl+n", mark("On to the signatures")),
        bind("readback.to_question", "q", mark("Make it a question"), show=False),
        bind("readback.agree_all", "A", mark("All present agree to the rest"), show=False),
        bind("readback.settle", "x", mark("Settle an objection"), show=False),
        bind("readback.go_on", "t", mark("Time is over: how to go on"), show=False),
        bind("readback.read_on", "space", mark("Read on in a long text"), show=False),
        bind("readback.back", "escape", mark("Back to the meeting"), show=False),
    ]

    def __init__(self, meeting_uid: str, item_uid: str | None = None) -> None:
        super().__init__(meeting_uid, item_uid)
        self._objections = Objections(self, self.done)
        self._dropping = Dropping(self, self.go_to, self.done)
        self._entering = ReadbackLine(self, self.done)
        self._signing = BeforeSigning(self, self.go_to, self._leave, self.done)
        self._commands = LineCommands(self, {"object": self._object_in_line, "vote": self.vote_in_line})
        self._lines = LogCommands(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One item alone is not signed, and its readback does not end the meeting."""
        of_the_whole = action in ("sign", "next_stage", "next_meeting", "go_on")
        return None if of_the_whole and self.item_uid else super().check_action(action, parameters)

    def on_hearings_pane_agreed(self) -> None:
        """Enter is agreement."""
        self.action_agree()

    def action_agree(self) -> None:
        """The room agrees to what is read; on to the next that is unread."""
        outcome = self.wanted()
        if outcome:
            self.carry_out(
                lambda store, command: readback.agree(store, command, outcome.uid),
                lambda _: self._on_from(outcome),
            )

    def _on_from(self, outcome: Outcome) -> None:
        following = self.unread_after(outcome)
        if following:
            self.go_to(following.uid)
            self.done(tr("{number} is agreed", number=outcome.number))
        elif self.item_uid:
            self.done(tr("All of this item is agreed: Esc leads back to the meeting"))
        else:
            self.done(tr("All is read back: s goes on to the signatures"))

    def action_agree_all(self) -> None:
        """The room agrees to all that is still unread (of this item, where only one is read)."""
        waiting = [one for one in unread(self.record) if self.item_uid in (None, one.item_uid)]
        many = sum(one.hearing is Hearing.UNREAD for one in waiting)
        if not many:
            self.report(tr("Nothing is left to agree to"))
            return
        said = ntr("{n} outcome is agreed", "{n} outcomes are agreed", many)
        self.carry_out(
            lambda store, command: readback.agree_rest(store, command, self.meeting_uid, self.item_uid),
            lambda _: self.done(said),
        )

    def action_object(self) -> None:
        """Take an objection to what is read."""
        outcome = self.wanted()
        if outcome:
            self._objections.ask(outcome, self.record, self.people)

    def _object_in_line(self, args: str, typed: CaptureLine.Submitted | None) -> None:
        """`/异议 王五 排期太紧`, `/objection Bob too tight`; what is not said is asked."""
        outcome = self.wanted()
        name, words = named_first(args, self.people)
        if outcome and words:
            self._objections.decide(outcome, name, words, typed)
            return
        if typed:
            typed.saved()
        if outcome:
            self._objections.ask(outcome, self.record, self.people, name)

    def action_settle(self) -> None:
        """An objection on record is settled after all."""
        outcome = self.wanted()
        if outcome:
            self._objections.settle(outcome, self.record)

    def action_mend(self) -> None:
        """Change any field of what is read."""
        outcome = self.wanted()
        if outcome:
            ask_mending(self, self.record, outcome, self.people, self.done)

    def action_withdraw(self) -> None:
        """Drop what is read, after asking."""
        outcome = self.wanted()
        if outcome:
            self._dropping.withdraw(outcome)

    def action_to_question(self) -> None:
        """What is not agreed goes on as an open question."""
        outcome = self.wanted()
        if outcome:
            self._dropping.to_question(outcome)

    def action_next_meeting(self) -> None:
        """Fix the next meeting."""
        ask_next_meeting(self, self.record, self.done)

    def action_sign(self) -> None:
        """On to the signatures, once nothing is unread; what is incomplete is said first."""
        waiting = unread(self.record)
        if waiting:
            self.go_to(waiting[0].uid)
            numbers = joined(outcome.number for outcome in waiting)
            self.report(tr("To be agreed first, or withdrawn: {numbers}", numbers=numbers), Report.REFUSED)
        else:
            self._signing.ask(self.record)

    def action_next_stage(self) -> None:
        """The next stage is the signing."""
        self.action_sign()

    def action_go_on(self) -> None:
        """Time is over: go on with all, with what has gaps, or later."""
        ask_how_to_go_on(self, self.record, self._cut)

    def _cut(self, only_gaps: bool) -> None:
        self.only_gaps = only_gaps
        self.redraw()
        waiting = [one.uid for one in self.outcomes if one in unread(self.record)]
        if waiting:
            self.go_to(waiting[0])

    def action_read_on(self) -> None:
        """Scroll a text that is longer than the pane."""
        self.query_one(OutcomeCard).read_on()

    def action_back(self) -> None:
        """From the line to the list; from there back to the meeting, whose clocks run on."""
        if self.line and self.line.is_typing:
            self.query_one(HearingsPane).focus()
        elif self.item_uid:
            super().action_back()
        else:
            self._leave()

    def _leave(self) -> None:
        uid = self.meeting_uid
        self.carry_out(
            lambda store, command: session.back_to_session(store, command, uid),
            lambda _: self.host.open_meeting(uid),
        )

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        """Carry a line out; then the list has the focus again, unless the text came back."""
        self._enter(event)
        came_back = bool(self.query_one(LineInput).value)
        self.query_one(LineInput if came_back else HearingsPane).focus()

    def _enter(self, event: CaptureLine.Submitted) -> None:
        """A command, a mending or an addition; an empty line is agreement."""
        reading = event.reading
        if not event.raw.strip():
            event.saved()
            self.action_agree()
        elif event.editing:
            self._commands.recorder.correct(event, event.editing.uid)
        elif reading.kind is Kind.COMMAND:
            self._commands.run(event, reading)
        else:
            self._entering.enter(event, reading, self.record, self.outcome)

    def on_capture_line_pasted(self) -> None:
        """Many lines at once are for the meeting."""
        self.report(tr("Many lines at once are taken in the meeting: Esc leads there"), Report.REFUSED)

    def on_capture_line_edit_earlier(self, event: CaptureLine.EditEarlier) -> None:
        """From the empty line, the arrows move through the list."""
        self.query_one(HearingsPane).action_cursor(event.step)

    def on_capture_line_undo(self) -> None:
        """Withdraw the last line."""
        self._lines.undo()

    def on_capture_line_redo(self) -> None:
        """Bring it back."""
        self._lines.redo()
