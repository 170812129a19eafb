"""The commands of the capture line, the same on every screen of a meeting: /next, /in Tom, /undo 12 …"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.capture import Kind, Reading
from tui_minutes.i18n import dates, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.line_commands_base import Commands, Typed
from tui_minutes.screens.line_commands_log import LogCommands
from tui_minutes.screens.line_commands_people import PeopleCommands
from tui_minutes.screens.line_commands_record import LineRecorder
from tui_minutes.screens.voting import Voting
from tui_minutes.services import session

Handler = Callable[[str, Typed | None], None]
"""Carries out a command with what stands behind its word; no line when a key gave it."""


class LineCommands(Commands):
    """All commands of a meeting, for keys and for the line.

    `own` are commands that this screen alone has, or has otherwise, by their English word. A handler says on
    the line that the text was used (`saved`) or gives it back (`refused`).
    """

    def __init__(self, screen: BaseScreen, own: Mapping[str, Handler] | None = None) -> None:
        super().__init__(screen)
        self.log = LogCommands(screen)
        self.recorder = LineRecorder(screen)
        self.voting = Voting(screen)
        people, log = PeopleCommands(screen), self.log
        self._handlers: dict[str, Handler] = {
            "next": self.next_item,
            "item": self.open_item,
            "back": self.back,
            "topic": self.topic,
            "defer": self.defer,
            "offline": self.offline,
            "+": self.extend_item,
            "extend": self.extend_meeting,
            "pause": self.pause,
            "in": people.come,
            "left": people.leave,
            "absent": people.absent,
            "at": self.recorder.record_at,
            "undo": log.undo,
            "edit": log.edit,
            "readback": self.readback,
            "materials": self.materials,
            "vote": self.voting.line,
            "help": self.help,
            **(own or {}),
        }

    def enter(self, typed: Typed) -> None:
        """A line was entered: a command, a correction of an earlier line, or a line to take down."""
        reading = typed.reading
        if not typed.raw.strip():
            typed.saved()
        elif typed.editing:
            self.recorder.correct(typed, typed.editing.uid)
        elif reading.kind is Kind.COMMAND:
            self.run(typed, reading)
        else:
            self.recorder.record_line(typed)

    def run(self, typed: Typed, reading: Reading) -> None:
        """Carry out a line read as a command; in words why not, and the text comes back."""
        handler = self._handlers.get(reading.command or "")
        if handler is None:
            self.refuse(tr("/{command} has no meaning here", command=reading.command), typed)
            return
        handler(reading.args, typed)

    def _on_the_table(self) -> str:
        """What is on the table now, in words."""
        item = self.record.current_item
        if item is None:
            return tr("No item is on the table")
        return tr("Item {n}: {title}", n=item.position, title=item.title)

    def next_item(self, _: str = "", typed: Typed | None = None) -> None:
        """Close the item on the table and open the next one; after the last, readback is what comes."""
        uid = self.uid

        def then(opened: str | None) -> None:
            if opened:
                self.done(self._on_the_table())
            else:
                self.after_last_item()

        self.screen.carry_out(lambda store, command: session.next_item(store, command, uid), then, typed)

    def after_last_item(self) -> None:
        """No item is left: readback is what comes."""
        self.done(tr("That was the last item: F9 goes to readback"))

    def open_item(self, number: str, typed: Typed | None = None) -> None:
        """Put the item with that number on the table."""
        item = self._numbered(number, typed)
        if item:
            self.open(item.uid, typed)

    def open(self, item_uid: str, typed: Typed | None = None) -> None:
        """Put an item on the table."""
        self.do(lambda store, command: session.open_item(store, command, item_uid), self._on_the_table, typed)

    def back(self, _: str = "", typed: Typed | None = None) -> None:
        """Return to the item before."""
        uid = self.uid
        self.do(lambda store, command: session.back(store, command, uid), self._on_the_table, typed)

    def topic(self, title: str, typed: Typed | None = None) -> None:
        """Open an item that nobody planned."""
        uid = self.uid
        self.do(
            lambda store, command: session.add_topic(store, command, uid, title), self._on_the_table, typed
        )

    def defer(self, number: str = "", typed: Typed | None = None) -> None:
        """Put an item (the one on the table when no number is given) off to the next meeting."""
        item = self._numbered(number, typed)
        if item:
            said = tr("Put off to the next meeting: {title}", title=item.title)
            self.do(lambda store, command: session.defer(store, command, item.uid), lambda: said, typed)

    def offline(self, number: str = "", typed: Typed | None = None) -> None:
        """Take an item out of the meeting, for a few to settle afterwards."""
        item = self._numbered(number, typed)
        if item:
            said = tr("Taken off line: {title}", title=item.title)
            self.do(
                lambda store, command: session.take_offline(store, command, item.uid), lambda: said, typed
            )

    def _numbered(self, number: str, typed: Typed | None) -> AgendaItem | None:
        """The item with that number, or the one on the table; None after saying that there is none."""
        record, wanted = self.record, number.strip()
        if not wanted and record.current_item:
            return record.current_item
        found = next((item for item in record.agenda if wanted == str(item.position)), None)
        if found is None:
            words = tr("There is no item “{number}”", number=wanted) if wanted else self._on_the_table()
            self.refuse(words, typed)
        return found

    def extend_item(self, minutes: str, typed: Typed | None = None) -> None:
        """Give the item on the table more minutes."""
        item = self._numbered("", typed)
        more = self._minutes(minutes, typed) if item else 0
        if more and item:
            said = tr("{title}: {minutes} more", title=item.title, minutes=dates.minutes_text(more))
            self.do(
                lambda store, command: session.extend_item(store, command, item.uid, more),
                lambda: said,
                typed,
            )

    def extend_meeting(self, minutes: str, typed: Typed | None = None) -> None:
        """Let the meeting go on for so many minutes more."""
        more, uid = self._minutes(minutes, typed), self.uid
        if more:
            said = tr("The meeting has {minutes} more", minutes=dates.minutes_text(more))
            self.do(
                lambda store, command: session.extend_meeting(store, command, uid, more), lambda: said, typed
            )

    def _minutes(self, typed_minutes: str, typed: Typed | None) -> int:
        """The number of minutes typed; 0 after saying what is wrong."""
        digits = typed_minutes.strip().removesuffix("min").removesuffix("分钟").strip()
        if digits.isdecimal() and len(digits) <= 4 and int(digits):
            return int(digits)
        self.refuse(tr("How many minutes? For example /extend 15"), typed)
        return 0

    def pause(self, _: str = "", typed: Typed | None = None) -> None:
        """A break, or the end of one."""
        uid, paused = self.uid, self.record.paused
        said = tr("The meeting goes on") if paused else tr("Break: all clocks stand still")
        service = session.resume if paused else session.pause
        self.do(lambda store, command: service(store, command, uid), lambda: said, typed)

    def readback(self, _: str = "", typed: Typed | None = None) -> None:
        """On to the readback."""
        uid = self.uid
        self.screen.carry_out(
            lambda store, command: session.to_readback(store, command, uid),
            lambda _: self.screen.show_stage(),
            typed,
        )

    def materials(self, _: str = "", typed: Typed | None = None) -> None:
        """What there is to read, and the raw records."""
        from tui_minutes.screens.materials import Materials

        if typed:
            typed.saved()
        Materials(self.screen, self.uid, tr("Materials")).ask()

    def help(self, _: str = "", typed: Typed | None = None) -> None:
        """Show the help."""
        if typed:
            typed.saved()
        self.screen.call_later(self.screen.app.run_action, "help")
