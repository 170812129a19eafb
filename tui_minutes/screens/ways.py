"""The way from screen to screen: which one shows a meeting, and where Escape leads back from."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from textual.screen import Screen

from tui_minutes.domain.meeting import Meeting, Phase
from tui_minutes.screens.revealing import reveal_first
from tui_minutes.screens.terminal_app import TerminalApp
from tui_minutes.store.store import Store

_STAGES = {
    Phase.PLANNED: ("prepare", "PrepareScreen"),
    Phase.CHECK_IN: ("check_in", "CheckInScreen"),
    Phase.IN_SESSION: ("meeting", "MeetingScreen"),
    Phase.READBACK: ("readback", "ReadbackScreen"),
    Phase.SIGNED: ("minutes", "MinutesScreen"),
    Phase.APPROVED: ("minutes", "MinutesScreen"),
    Phase.CANCELLED: ("prepare", "PrepareScreen"),
    Phase.HELD: ("minutes", "MinutesScreen"),
    Phase.PURGED: ("minutes", "MinutesScreen"),
}

_LIGHT_STAGES = {
    Phase.IN_SESSION: ("standup", "StandupScreen"),
    Phase.HELD: ("standup_summary", "StandupSummaryScreen"),
    Phase.CANCELLED: ("standup_summary", "StandupSummaryScreen"),
    Phase.PURGED: ("minutes", "MinutesScreen"),
}
"""Those of a standup."""


class Ways(TerminalApp):
    """The part of the program that opens screens, each imported only then.

    `revealed` says whether confidential rows are shown in lists.
    """

    store: Store
    revealed: bool

    def open_home(self) -> None:
        """Go back to Home, whatever stands above it."""
        for screen in reversed(self.screen_stack[1:]):
            if type(screen).__name__ == "HomeScreen":
                return
            self.pop_screen()
        self._push("home", "HomeScreen")

    def open_meeting(self, meeting_uid: str) -> None:
        """Show a meeting where it stands, once it may be seen; one stage takes the place of the other."""
        record = self.store.record(meeting_uid)
        reveal_first(self, record, lambda: self._open_stage(record.meeting))

    def _open_stage(self, meeting: Meeting) -> None:
        stages = _LIGHT_STAGES if meeting.light else _STAGES
        screen = self._make(*stages[meeting.phase], meeting.uid)
        if getattr(self.screen, "meeting_uid", None) is not None:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def open_people(self, meeting_uid: str) -> None:
        """Show who is in the room; Escape leads back."""
        self._push("people", "PeopleScreen", meeting_uid)

    def open_item_readback(self, meeting_uid: str, item_uid: str) -> None:
        """Read back one item of a meeting that goes on; Escape leads back."""
        self._push("readback", "ReadbackScreen", meeting_uid, item_uid)

    def open_distribution(self, meeting_uid: str) -> None:
        """Show who gets the papers of a meeting; Escape leads back."""
        self._push("distribution", "DistributionScreen", meeting_uid)

    def open_checklist(self, meeting_uid: str) -> None:
        """Show what is to be ready before a meeting, once it may be seen; Escape leads back."""
        record = self.store.record(meeting_uid)
        reveal_first(self, record, lambda: self._push("checklist", "ChecklistScreen", meeting_uid))

    def open_proposals(self, meeting_uid: str, item_uid: str = "") -> None:
        """Show what is worded ahead for a meeting, the cursor on an item; Escape leads back."""
        self._push("proposals", "ProposalsScreen", meeting_uid, item_uid)

    def open_series(self, meeting_uid: str) -> None:
        """Show the series that a meeting is of, once it may be seen; Escape leads back."""
        record = self.store.record(meeting_uid)
        reveal_first(self, record, lambda: self._push("series", "SeriesScreen", meeting_uid))

    def open_tracker(self, uid: str = "") -> None:
        """Show the ledger, the cursor on the outcome `uid`; Escape leads back to where one was."""
        if type(self.screen).__name__ != "TrackerScreen":
            self._push("tracker", "TrackerScreen", uid)

    def open_standup(self) -> None:
        """Go on with the standup that runs, or ask how the next one goes and begin it."""
        from tui_minutes.screens.base import BaseScreen
        from tui_minutes.screens.standup_begin import open_standup

        if isinstance(self.screen, BaseScreen):
            open_standup(self.screen)

    def open_reminders(self) -> None:
        """Show whom to remind today, with the text for each; Escape leads back."""
        self._push("reminders", "RemindersScreen")

    def open_review(self) -> None:
        """Show the review of the last month; Escape leads back."""
        self._push("review", "ReviewScreen")

    def open_incoming(self, paths: Sequence[str]) -> None:
        """Show what the invitations and plans in some files would do; Escape leads back."""
        self._push("incoming", "IncomingScreen", *paths)

    def open_import(self, path: str) -> None:
        """Show what the ledger in a file would do; Escape leads back."""
        self._push("importing", "ImportingScreen", path)

    def open_directory(self) -> None:
        """Show everybody who is known; Escape leads back."""
        if type(self.screen).__name__ != "DirectoryScreen":
            self._push("directory", "DirectoryScreen")

    def open_people_import(self, path: str) -> None:
        """Show what people in a file, or ("") those of the meetings so far, would do; Escape leads back."""
        self._push("directory_import", "DirectoryImportScreen", path)

    def action_directory(self) -> None:
        """The key for it."""
        self.open_directory()

    def open_welcome(self) -> None:
        """Show what is asked once, at the very first start."""
        self._push("welcome", "WelcomeScreen")

    def open_log(self, meeting_uid: str, entry_uid: str = "") -> None:
        """Show the log of a meeting to read, at one of its lines, once it may be seen; Escape leads back."""
        record = self.store.record(meeting_uid)
        reveal_first(self, record, lambda: self._push("log", "LogScreen", meeting_uid, entry_uid))

    def open_archive(self, words: str = "") -> None:
        """Look for `words` in all meetings; Escape leads back."""
        self._push("archive", "ArchiveScreen", words)

    def _make(self, stem: str, name: str, *args: str) -> Screen[None]:
        """A screen, its module imported and its stylesheet read only now: start-up counts.

        Textual reads a stylesheet by itself when the screen is shown, and then parses all the others anew.
        """
        screen: Screen[None] = getattr(import_module(f"tui_minutes.screens.{stem}"), name)(*args)
        for path in screen.css_path:
            if not self.stylesheet.has_source(str(path), ""):
                self.stylesheet.read(path)
        return screen

    def _push(self, stem: str, name: str, *args: str) -> None:
        self.push_screen(self._make(stem, name, *args))
