"""The archive: any meeting, decision or line of the log, found by words, people and days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tui_minutes.domain.archive import Findings
from tui_minutes.domain.filters.completion import Vocabulary
from tui_minutes.i18n import mark, ntr, tr
from tui_minutes.screens.archive_rows import found_rows, target_of
from tui_minutes.screens.ledger_screen import LedgerScreen
from tui_minutes.screens.reading_aside import read_aside
from tui_minutes.screens.tracker_search import PAUSE_SECONDS
from tui_minutes.services import archive
from tui_minutes.widgets.filter_input import FilterInput
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.top_bar import BarState

if TYPE_CHECKING:
    from tui_minutes.screens.export import Exportable


class ArchiveScreen(LedgerScreen):
    """What is typed is looked for at each pause; Enter goes to what was found, and once more opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("archive.open", "ctrl+j", mark("Open it"), show=False),
        bind("archive.search", "/ ctrl+f", mark("Search")),
        bind("archive.line", "l f4", mark("Where it was said")),
        bind("archive.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words
        self._found = Findings()
        self._waiting: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """The line in which one searches, and what was found."""
        hint = tr("words · who:Ann · date:2026-10 · meeting:M-2026-003 · is:late")
        yield FilterInput(self._vocabulary, hint=hint)
        yield ListPane(id="found")

    def on_mount(self) -> None:
        """Type at once; what was typed elsewhere is looked for."""
        self.search.load(self._words)
        self.search.focus_field()

    @property
    def search(self) -> FilterInput:
        """The line in which one searches."""
        return self.query_one(FilterInput)

    @property
    def pane(self) -> ListPane:
        """What was found."""
        return self.query_one("#found", ListPane)

    def bar(self, now: datetime) -> BarState:
        """Where one is."""
        return BarState(tr("Archive"), clock=super().bar(now).clock)

    def redraw(self) -> None:
        """Look again for what is typed."""
        wanted, now, revealed = self.search.filter, self.host.now(), self.host.revealed
        find = partial(self.host.store.find, wanted, now, archive.MOST, revealed=revealed)
        read_aside(self, find, self._show)

    def _show(self, found: Findings) -> None:
        self._found = found
        self.pane.border_title = Content(tr("Archive"))
        count = ntr("{n} found", "{n} found", found.total) if self.search.filter else ""
        self.pane.border_subtitle = Content(count)
        self.pane.show_rows(
            found_rows(found, self.showing) or [Row((Content.styled(self._hint(), "$faint"),))]
        )

    def _hint(self) -> str:
        if self.search.filter:
            return tr("Nothing is like that.")
        return tr("Meetings, decisions, actions, questions and each line of a log are found here.")

    def _vocabulary(self) -> Vocabulary:
        host = self.host
        return Vocabulary(self.today, host.calendar, host.zone, me=host.entered_by, people=host.people)

    def on_filter_input_changed(self) -> None:
        """Look for it when the typing pauses."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE_SECONDS, self.redraw)

    def on_filter_input_submitted(self) -> None:
        """Go to what is found, without waiting for the pause."""
        if self._waiting is not None:
            self._waiting.stop()
        self.redraw()
        self.pane.focus()

    def on_key(self, event: events.Key) -> None:
        """A character that is no shortcut goes to the search: an input method may be on."""
        if self.search.is_typing and event.key == "down":
            self.pane.focus()
        elif event.is_printable and event.character and event.key not in self.active_bindings:
            event.stop()
            self.search.take(event.character)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Open what was chosen: a meeting where it stands, an outcome in the ledger, a line in its log."""
        what, meeting_uid, uid = target_of(event.key)
        if what == "meeting":
            self.host.open_meeting(meeting_uid)
        elif what == "outcome":
            self.host.open_tracker(uid)
        else:
            self.host.open_log(meeting_uid, uid)

    def action_open(self) -> None:
        """Open what the cursor stands on."""
        self.pane.action_choose()

    def action_search(self) -> None:
        """Type what is looked for."""
        self.search.focus_field()

    def action_line(self) -> None:
        """Show the line in which an outcome was taken down, among those around it."""
        what, meeting_uid, uid = target_of(self.pane.cursor or "")
        if what == "meeting":
            self.host.open_log(meeting_uid)
        elif what == "line":
            self.host.open_log(meeting_uid, uid)
        else:
            self.show_where_said(self.host.store.row(uid))

    def exports(self) -> Sequence[Exportable]:
        """What was found."""
        from tui_minutes.screens.exports import of_document

        make = partial(archive.document, self._found, self.search.text, reveal=self.host.revealed)
        return [of_document(self.host, tr("what was found"), f"archive-{self.today}", make)]
