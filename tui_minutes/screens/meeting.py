"""The Meeting screen: what is said is typed, a key or a click does the rest (D1 to D8)."""

from __future__ import annotations

from asyncio import sleep
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui_minutes.domain.capture import Kind
from tui_minutes.i18n import mark, tr
from tui_minutes.screens.meeting_log import MeetingLog
from tui_minutes.screens.meeting_view import MeetingView
from tui_minutes.screens.silence import ask_about_silence, tell_of_a_clock_behind
from tui_minutes.services import discussion
from tui_minutes.widgets.agenda_pane import AgendaPane
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.outcomes_pane import OutcomesPane
from tui_minutes.widgets.walk_pane import WalkPane

if TYPE_CHECKING:
    from tui_minutes.screens.meeting_commands import MeetingCommands
    from tui_minutes.screens.meeting_lines import LineMenu
    from tui_minutes.screens.meeting_walk import WalkThrough
    from tui_minutes.screens.outcome_forms import OutcomeForms

READY_AFTER = 0.5
"""Seconds; the first frame and the first keys come before that."""


class MeetingScreen(MeetingView):
    """The meeting `meeting_uid` in session; the focus lives in the line.

    What keys and lines do is imported when the screen is there: a meeting that is resumed is waited for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("meeting.decision", "f2", mark("Decision")),
        bind("meeting.action", "f3", mark("Action")),
        bind("meeting.next_item", "f5", mark("Next item")),
        bind("meeting.people", "f7", mark("People")),
        bind("meeting.pause", "f8", mark("Break")),
        bind("meeting.next_stage", "f9 ctrl+n", mark("Readback")),
        bind("meeting.question", "f6", mark("Open question"), show=False),
        bind("meeting.lines", "shift+tab pageup", mark("Go to the lines of the log"), show=False),
        bind("meeting.turn", "f12 ctrl+r", mark("Make more of the last line"), show=False),
        bind("meeting.read_item", "ctrl+f", mark("Read back this item now"), show=False),
        bind("meeting.take", "f11", mark("Decide what was proposed"), show=False),
        bind("meeting.vote", "ctrl+backslash", mark("Vote on a motion or a decision"), show=False),
        bind("meeting.extend", "f4", mark("Extend the item or the meeting"), show=False),
        bind("meeting.agenda", "f10", mark("Open another item"), show=False),
        bind("meeting.materials", "ctrl+right_square_bracket", mark("Materials and records"), show=False),
    ]

    def on_mount(self) -> None:
        """Say it when the clock is behind what was done last; get ready for the first line."""
        self.call_later(tell_of_a_clock_behind, self, self.record)
        self.set_timer(READY_AFTER, partial(self.run_worker, self._get_ready, thread=True))

    def _get_ready(self) -> None:
        """Import, aside, what the first line and the first key would wait for."""
        _ = self._commands, self._menu, self._forms, self._walk, discussion.record_line

    def redraw(self) -> None:
        """Show the meeting; hours in which nothing was done are asked about, also those of a lid closed."""
        super().redraw()
        self.call_later(self._ask_about_silence)

    def _ask_about_silence(self) -> None:
        ask_about_silence(self, self.record)

    @cached_property
    def _commands(self) -> MeetingCommands:
        from tui_minutes.screens.meeting_commands import MeetingCommands

        return MeetingCommands(self)

    @cached_property
    def _menu(self) -> LineMenu:
        from tui_minutes.screens.meeting_lines import LineMenu

        return LineMenu(self)

    @cached_property
    def _forms(self) -> OutcomeForms:
        from tui_minutes.screens.outcome_forms import OutcomeForms

        return OutcomeForms(self)

    @cached_property
    def _walk(self) -> WalkThrough:
        from tui_minutes.screens.meeting_walk import WalkThrough

        return WalkThrough(self)

    async def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        """A line goes to disk, or is a command; all that follows is drawn in one frame."""
        self._commands.enter(event)
        await sleep(0)  # in which each widget says what of it is to be drawn

    def on_capture_line_pasted(self, event: CaptureLine.Pasted) -> None:
        """Many lines are shown before they are taken down."""
        self._commands.ask_paste(event.block)

    def on_capture_line_edit_earlier(self, event: CaptureLine.EditEarlier) -> None:
        """An earlier line is taken up."""
        self._commands.log.earlier(event.step, event.editing)

    def on_capture_line_undo(self) -> None:
        """The last entry is withdrawn."""
        self._commands.log.undo()

    def on_capture_line_redo(self) -> None:
        """It comes back."""
        self._commands.log.redo()

    def on_agenda_pane_item_chosen(self, event: AgendaPane.ItemChosen) -> None:
        """An item is opened by mouse or Enter."""
        self._commands.open(event.uid)
        self.capture.focus_field()

    def on_agenda_pane_proposal_chosen(self, event: AgendaPane.ProposalChosen) -> None:
        """What was worded ahead is decided, or reworded first."""
        self._commands.proposals.offer(event.uid)
        self.capture.focus_field()

    def on_log_pane_entry_chosen(self, event: MeetingLog.EntryChosen) -> None:
        """What can be done with a line is offered."""
        self._menu.open(event.uid)

    def on_meeting_log_line_act(self, event: MeetingLog.LineAct) -> None:
        """A letter does it at once."""
        self._menu.act(event.uid, event.act)

    def on_outcomes_pane_outcome_chosen(self, event: OutcomesPane.OutcomeChosen) -> None:
        """The line of an outcome is the place to change it."""
        outcome = self.record.outcome(event.uid)
        if outcome and outcome.entry_uid:
            self._menu.open(outcome.entry_uid)

    def on_walk_pane_walk_act(self, event: WalkPane.WalkAct) -> None:
        """Something has become of what was open."""
        self._walk.act(event.uid, event.act)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Enter or a click on what was open offers all that can be done with it."""
        if isinstance(event.pane, WalkPane):
            self._walk.menu(event.key)

    def action_decision(self) -> None:
        """A decision by form."""
        self._forms.open(Kind.DECISION, self.capture)

    def action_action(self) -> None:
        """An action by form."""
        self._forms.open(Kind.ACTION, self.capture)

    def action_question(self) -> None:
        """An open question by form."""
        self._forms.open(Kind.QUESTION, self.capture)

    def action_next_item(self) -> None:
        """The next item."""
        self._commands.press_next()

    def action_people(self) -> None:
        """Who comes, leaves and returns."""
        self.host.open_people(self.meeting_uid)

    def action_pause(self) -> None:
        """A break, or its end."""
        self._commands.pause()

    def action_next_stage(self) -> None:
        """On to the readback; what is missing is said first."""
        self._commands.readback()

    def action_lines(self) -> None:
        """From the line to what is walked through, or into the log; from there to the pane before."""
        walk = self.query_one(WalkPane)
        if not self.capture.is_typing:
            self.focus_previous()
        elif walk.display:
            walk.focus()
        else:
            self.log_pane.focus()
            if self.log_pane.cursor is None:
                self.log_pane.action_cursor(-1)
        self.show_time()

    def action_turn(self) -> None:
        """Make more of the line under the cursor, or of the last one."""
        self._menu.turn(self.log_pane.cursor if self.log_pane.has_focus else None)

    def action_read_item(self) -> None:
        """Read back what the item on the table has decided."""
        self._commands.read_item()

    def action_take(self) -> None:
        """The room agrees to what was proposed; of several one is chosen."""
        self._commands.proposals.press()

    def action_vote(self) -> None:
        """The room votes."""
        self._commands.voting.choose()

    def action_extend(self) -> None:
        """More time."""
        self._commands.choose_extension()

    def action_agenda(self) -> None:
        """Another item."""
        self._commands.choose_item()

    def action_materials(self) -> None:
        """What there is to read, and the raw records."""
        self._commands.materials()

    def action_back(self) -> None:
        """Back into the line; nothing leaves a running meeting by accident."""
        if self.capture.is_typing:
            self.report(tr("The meeting goes on. Ctrl+O leads Home, F9 to the readback"))
        else:
            self.log_pane.leave()
            self.capture.focus_field()
