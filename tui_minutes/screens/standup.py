"""Standup mode: one person at a time; a note, a status, a new date in a key or two (T9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.i18n import mark, tr
from tui_minutes.screens.dialogs.ask import Ask, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.standup_acts import StandupActs
from tui_minutes.screens.standup_begin import seconds_field, seconds_in, wrong_seconds
from tui_minutes.screens.standup_end import StandupEnd
from tui_minutes.screens.standup_line import StandupLine
from tui_minutes.services import session, standups
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.standup_head import StandupHead
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from textual.binding import BindingType


class StandupScreen(StandupActs):
    """What the keys, the mouse and the line of a standup do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("standup.next_round", "n f5", mark("Next")),
        bind("standup.note", "u", mark("Progress")),
        bind("standup.complete", "c", mark("Done")),
        bind("standup.delay", "d", mark("Delay")),
        bind("standup.move", "space", mark("Move on")),
        bind("standup.end", "e f9", mark("End")),
        bind("standup.acknowledge", "a", mark("Acknowledge"), show=False),
        bind("standup.date", "t", mark("Date"), show=False),
        bind("standup.previous_round", "p f6", mark("Previous"), show=False),
        bind("standup.choose_round", "w f7", mark("Go to somebody"), show=False),
        bind("standup.owner", "o", mark("Hand over"), show=False),
        bind("standup.undo", "z", mark("Undo its last step"), show=False),
        bind("standup.timer", "T f8", mark("Time for each"), show=False),
        bind("standup.open_row", "h", mark("Detail with history"), show=False),
        bind("standup.line", "ctrl+k", mark("To the line"), show=False),
        bind("standup.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__(meeting_uid)
        self.typing = StandupLine(self)

    def body(self) -> Iterable[Widget]:
        """The round, and under it the line."""
        self.read()
        yield from super().body()
        hint = tr("- new @name fri · ? question · done result: … · note: …")
        yield CaptureLine(self.typing.context, self._save_draft, hint=hint, reader=self.typing.read)

    def on_mount(self) -> None:
        """What was half typed is back."""
        latest = [entry.raw for entry in self.record.entries[-1:]]
        self.bring_back(self._draft_key, latest)

    @property
    def capture(self) -> CaptureLine:
        """The line."""
        return self.query_one(CaptureLine)

    @property
    def _draft_key(self) -> str:
        return f"line.{self.meeting_uid}"

    def _save_draft(self, text: str) -> None:
        self.keep_draft(self._draft_key, text)

    def redraw(self) -> None:
        """The round, and what the line may know."""
        super().redraw()
        self.capture.context = self.typing.context

    def on_list_pane_highlighted(self, event: ListPane.Highlighted) -> None:
        """The detail, and what a line without a number means, follow the cursor."""
        if event.pane is self.list:
            self.show_detail()
            self.capture.context = self.typing.context

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Enter shows the outcome in full."""
        if event.pane is self.list:
            self.action_open_row()

    def on_standup_head_chosen(self, event: StandupHead.Chosen) -> None:
        """A click on a name."""
        self.action_open_round(event.uid)

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        """A line adds something, or updates what it names."""
        self.typing.enter(event)

    def on_capture_line_pasted(self, event: CaptureLine.Pasted) -> None:
        """A block is looked at before its lines are taken down."""
        self.typing.paste(event.block)

    def on_capture_line_undo(self) -> None:
        """Ctrl+Z in the empty line undoes the last step of the outcome."""
        self.action_undo()

    def action_next_round(self) -> None:
        """Go on to the next person; after the last one the standup ends."""
        uid = self.meeting_uid

        def then(opened: str | None) -> None:
            if opened is None:
                self.report(tr("Everybody was shown: F9 ends the standup"), Report.DONE)
                self.action_end()
            else:
                self._arrived()

        self.carry_out(lambda store, command: standups.next_round(store, command, uid), then, by="")

    def action_previous_round(self) -> None:
        """Go back to the person before."""
        before = [one for one in self.record.agenda if self.item and one.position < self.item.position]
        if before:
            self.action_open_round(before[-1].uid)
        else:
            self.report(tr("Nobody comes before"), Report.REFUSED)

    def action_open_round(self, item_uid: str) -> None:
        """Go to one round, from the list of names or by a click."""
        self.carry_out(
            lambda store, command: session.open_item(store, command, item_uid),
            lambda _: self._arrived(),
            by="",
        )

    def _arrived(self) -> None:
        """Say who is on; the cursor begins at the top."""
        self.list.cursor = next(iter(self.list.keys), None)
        self.list.scroll_home(animate=False)
        if self.item:
            self.report(tr("{n} of {all}: {name}", n=self.item.position, all=len(self.record.agenda),
                           name=self.name_of(self.item)))  # fmt: skip

    def action_choose_round(self) -> None:
        """Choose whose turn it is."""
        options = [Option(one.uid, self.name_of(one), self._been(one)) for one in self.record.agenda]
        if not options:
            return
        chosen = lambda uid: self.action_open_round(uid) if uid else None  # noqa: E731 - one short answer
        current = self.item.uid if self.item else None
        self.app.push_screen(Choose(tr("Go to"), options, current=current, search=True), chosen)

    def _been(self, item: AgendaItem) -> str:
        if self.item and item.uid == self.item.uid:
            return tr("now")
        return glyph("✓") if item.was_opened else ""

    def action_timer(self) -> None:
        """Give everybody so much time, or none."""
        uid = self.meeting_uid

        def answered(values: Values | None) -> None:
            if values is not None:
                seconds = seconds_in(values["seconds"]) or 0
                self.carry_out(
                    lambda store, command: standups.set_seconds(store, command, uid, seconds),
                    lambda _: self.report(tr("Everybody has this time from now on"), Report.DONE),
                    by="",
                )

        field = seconds_field(self.standup.seconds_each)
        self.app.push_screen(Ask(tr("Time for each"), [field], check=wrong_seconds), answered)

    def action_end(self) -> None:
        """End the standup, after saying who was not shown."""
        StandupEnd(self).ask()

    def action_line(self) -> None:
        """Type in the line."""
        self.capture.focus_field()

    def action_back(self) -> None:
        """From the line to the list; a standup that runs is not left by Escape."""
        if not self.list.has_focus:
            self.list.focus()
        else:
            self.report(tr("The standup goes on: F9 ends it, Ctrl+O leads Home"))
