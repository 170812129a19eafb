"""What can be done with a line of the log: correct, convert, move, withdraw, clear up (D8, rule 11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tui_minutes.domain.capture import Kind, parse_as
from tui_minutes.domain.discussion import OUTCOME_KINDS, Entry, EntryKind, split_speaker
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.screens.line_commands_base import Commands
from tui_minutes.screens.line_commands_log import LogCommands, last_entry
from tui_minutes.screens.meeting_menu import LineMenuDialog
from tui_minutes.screens.meeting_newcomers import Newcomers, unknown_names
from tui_minutes.screens.meeting_wordings import wordings
from tui_minutes.screens.voting import Voting
from tui_minutes.services import discussion

_TURNED_INTO = {"action": Kind.ACTION, "decision": Kind.DECISION, "question": Kind.QUESTION}
_KINDS = (
    Kind.POINT, Kind.DISAGREEMENT, Kind.DATA, Kind.DECISION,
    Kind.ACTION, Kind.QUESTION, Kind.MOTION, Kind.NOTE,
)  # fmt: skip
_FIXED = (EntryKind.EVENT, EntryKind.UPDATE, EntryKind.CONTINUATION)
"""Lines that stay what they are."""


def possible(record: MeetingRecord, entry: Entry) -> tuple[str, ...]:
    """The acts (keys of `LINE_ACTS`) that `entry` allows, likeliest first."""
    if entry.kind is EntryKind.EVENT:
        return ("move",)
    if entry.withdrawn:
        return ("restore", "wordings")
    return tuple(_possible(record, entry))


def _possible(record: MeetingRecord, entry: Entry) -> Iterator[str]:
    if entry.kind is EntryKind.NOTE and all(split_speaker(entry.text)):
        yield "walk_in"
    if entry.kind is EntryKind.MOTION and all(entry.text != outcome.text for outcome in record.live):
        yield "passed"
    outcome = record.outcome(entry.outcome_uid)
    if entry.kind is EntryKind.MOTION or (outcome and outcome.is_live and entry.kind is EntryKind.DECISION):
        yield "vote"
    yield "edit"
    if entry.kind not in _FIXED:
        yield from (act for act, kind in _TURNED_INTO.items() if kind.value != entry.kind.value)
        yield "convert"
    yield "move"
    yield "clear" if entry.doubtful or (outcome and outcome.doubtful) else "doubt"
    if outcome and outcome.is_live and entry.item_uid and record.meeting.phase is Phase.IN_SESSION:
        yield "read_back"
    yield "withdraw"
    if entry.revisions:
        yield "wordings"


class LineMenu(Commands):
    """Acts on lines, for the keys of the log, for the menu of a line, and for the key of the last line."""

    def __init__(self, screen: BaseScreen) -> None:
        super().__init__(screen)
        self._log = LogCommands(screen)
        self._newcomers = Newcomers(screen)
        self._acts: dict[str, Callable[[Entry], None]] = {
            "edit": self._log.take_up,
            "withdraw": self._log.withdraw,
            "restore": self._log.restore,
            "convert": self._choose_kind,
            "passed": self._pass,
            "walk_in": self._walk_in,
            "vote": self._vote,
            "move": self._choose_item,
            "doubt": partial(self._doubt, doubtful=True),
            "clear": partial(self._doubt, doubtful=False),
            "read_back": self._read_back,
            "wordings": self._wordings,
            **{act: partial(self._convert, kind=kind) for act, kind in _TURNED_INTO.items()},
        }

    def open(self, uid: str) -> None:
        """Show what can be done with the line `uid`."""
        entry = self._entry(uid)
        title = tr("Line {n}: {text}", n=entry.seq, text=entry.text or entry.raw)
        menu = LineMenuDialog(title, possible(self.record, entry))
        self.screen.app.push_screen(menu, lambda act: self.act(uid, act) if act else None)

    def act(self, uid: str, act: str) -> None:
        """Do it, when the line allows it."""
        record, entry = self.record, self._entry(uid)
        allowed = possible(record, entry)
        if act == "doubt" and "clear" in allowed:
            act = "clear"
        if act in allowed:
            self._acts[act](entry)
        else:
            self.refuse(tr("Line {n} does not allow that", n=entry.seq))

    def turn(self, uid: str | None) -> None:
        """Make more of a line (the last one for None): a new person known, a decision, a point, an action."""
        record = self.record
        entry = self._entry(uid) if uid else last_entry(record)
        if entry is None:
            self.refuse(tr("There is no line yet"))
            return
        outcome = record.outcome(entry.outcome_uid)
        unknown = unknown_names(record, self.screen.host.directory, outcome) if outcome else ()
        wanted = ("passed",) if entry.kind is EntryKind.MOTION else ("walk_in", "action")
        suggested = (act for act in wanted if act in possible(record, entry))
        if unknown:
            self._newcomers.ask(unknown[0])
        elif entry.kind not in OUTCOME_KINDS and (act := next(suggested, None)):
            self.act(entry.uid, act)
        else:
            self.open(entry.uid)

    def _entry(self, uid: str) -> Entry:
        return self.screen.host.store.entry(uid)

    def _convert(self, entry: Entry, kind: Kind) -> None:
        line = self.screen.line
        if line is None:
            return
        reading = parse_as(_words(entry, kind), kind, line.context)
        self.do(
            lambda store, command: discussion.convert(store, command, entry.uid, reading),
            lambda: self._became(entry),
        )

    def _became(self, entry: Entry) -> str:
        """What a line is now, in words."""
        now = self._entry(entry.uid)
        outcome = self.record.outcome(now.outcome_uid)
        if outcome and outcome.is_live:
            return tr("Line {n} is {number} now", n=now.seq, number=outcome.number)
        return tr("Line {n} is a {kind} now", n=now.seq, kind=label(now.kind))

    def _choose_kind(self, entry: Entry) -> None:
        options = [Option(kind, label(EntryKind(kind))) for kind in _KINDS if kind.value != entry.kind.value]
        self.screen.app.push_screen(
            Choose(tr("What is line {n}?", n=entry.seq), options),
            lambda kind: self._convert(entry, Kind(kind)) if kind else None,
        )

    def _choose_item(self, entry: Entry) -> None:
        options = [
            Option(item.uid, f"{item.position} {item.title}")
            for item in self.record.agenda
            if item.uid != entry.item_uid
        ]
        if not options:
            self.refuse(tr("There is no other item"))
            return

        def move(item_uid: str | None) -> None:
            item = self.record.item(item_uid)
            if item:
                said = tr("Line {n} moved to item {item}", n=entry.seq, item=item.position)
                self.do(
                    lambda store, command: discussion.move(store, command, entry.uid, item.uid), lambda: said
                )

        self.screen.app.push_screen(Choose(tr("Move line {n} to", n=entry.seq), options), move)

    def _doubt(self, entry: Entry, doubtful: bool) -> None:
        said = (
            tr("Line {n} is doubtful: clear it up before the minutes are approved", n=entry.seq)
            if doubtful
            else tr("Line {n} is cleared up", n=entry.seq)
        )
        self.do(
            lambda store, command: discussion.set_doubtful(store, command, entry.uid, doubtful), lambda: said
        )

    def _pass(self, entry: Entry) -> None:
        line = self.screen.line
        if line is None:
            return
        reading = parse_as(entry.text, Kind.DECISION, line.context)

        def said(made: Outcome) -> None:
            self.done(tr("The motion of line {n} is {number} now", n=entry.seq, number=made.number))

        self.screen.carry_out(
            lambda store, command: discussion.pass_motion(store, command, entry.uid, reading), said
        )

    def _vote(self, entry: Entry) -> None:
        Voting(self.screen).ask(self.record.outcome(entry.outcome_uid) or entry)

    def _walk_in(self, entry: Entry) -> None:
        name = split_speaker(entry.text)[0]
        said = tr("{name} is here; line {n} is what they said", name=name, n=entry.seq)
        self.do(lambda store, command: discussion.walk_in_point(store, command, entry.uid), lambda: said)

    def _read_back(self, entry: Entry) -> None:
        if entry.item_uid:
            self.screen.host.open_item_readback(self.uid, entry.item_uid)

    def _wordings(self, entry: Entry) -> None:
        self.screen.app.push_screen(
            Show(tr("Line {n}: what it said before", n=entry.seq), wordings(self.record, entry))
        )


def _words(entry: Entry, kind: Kind) -> str:
    """What is read anew: the words without the speaker, but with it where the new kind has one."""
    if kind in (Kind.POINT, Kind.DISAGREEMENT) and entry.speaker:
        return f"{entry.speaker}: {entry.text}"
    return entry.text
