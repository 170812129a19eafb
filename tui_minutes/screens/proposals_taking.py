"""What was worded ahead becomes a decision: by a key, a click, or `/take 1` (B3, D4)."""

from __future__ import annotations

from tui_minutes.domain.capture import parse
from tui_minutes.domain.proposals import Proposal, ProposalKind, became, decisions
from tui_minutes.i18n import tr
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.line_commands_base import Commands, Typed
from tui_minutes.screens.line_commands_record import LineRecorder
from tui_minutes.services import proposals
from tui_minutes.widgets.line_draft import Earlier

_REWORD, _NOTHING = "reword ", "nothing "


class ProposalCommands(Commands):
    """Decides what was proposed for the item on the table, as it stands or reworded in the line first."""

    def waiting(self) -> list[Proposal]:
        """What was proposed for the item on the table and is not decided."""
        record = self.record
        return [one for one in self._proposed() if became(record, one) is None]

    def press(self) -> None:
        """The only one that waits is decided at once; of several one is chosen."""
        waiting = self.waiting()
        if len(waiting) == 1:
            self._take(waiting[0], waiting[0].as_line(self.record.meeting.language))
        else:
            self.offer()

    def numbered(self, number: str, typed: Typed | None = None) -> None:
        """`/take 1`: decide the one with that number; without a number all are listed."""
        proposed, wanted = self._proposed(), number.strip().lstrip("#")
        if not wanted:
            if typed:
                typed.saved()
            self.offer()
        elif wanted.isdecimal() and 0 < int(wanted) <= len(proposed):
            one = proposed[int(wanted) - 1]
            self._take(one, one.as_line(self.record.meeting.language), typed)
        else:
            self.refuse(tr("No decision {number} was worded ahead for this item", number=wanted), typed)

    def offer(self, uid: str | None = None) -> None:
        """All that was worded ahead for the item on the table, the cursor on `uid`: decide or reword it."""
        found, language = self._worded(), self.record.meeting.language
        options = [option for one in found for option in self._options(one)]
        if not options:
            self.screen.report(tr("Nothing was worded ahead for this item"))
            return

        def chosen(key: str | None) -> None:
            one = next((one for one in found if one.uid == (key or "").removeprefix(_REWORD)), None)
            if one and key == one.uid:
                self._take(one, one.as_line(language))
            elif one and key:
                self._reword(one, one.as_line(language))

        self.screen.app.push_screen(Choose(tr("Worded ahead"), options, current=uid), chosen)

    def _options(self, one: Proposal) -> list[Option]:
        """What can be done with one of them; nothing with a note, and with what is decided."""
        outcome = became(self.record, one)
        if one.kind is ProposalKind.TALK:
            return [Option(f"{_NOTHING}{one.uid}", tr("talked over: {text}", text=one.text))]
        if outcome:
            return [Option(f"{_NOTHING}{one.uid}", one.text, outcome.number)]
        reword = Option(f"{_REWORD}{one.uid}", f"  {tr('reword it first')}")
        return [Option(one.uid, one.text, tr("decide")), reword]

    def _worded(self) -> list[Proposal]:
        item = self.record.current_item
        found = self.screen.host.store.proposals(self.uid)
        return [one for one in found if item and one.item_uid == item.uid]

    def _proposed(self) -> list[Proposal]:
        item = self.record.current_item
        return decisions(self.screen.host.store.proposals(self.uid), item.uid) if item else []

    def _reword(self, one: Proposal, raw: str) -> None:
        """Into the line with it; what is half typed there is kept aside."""
        if line := self.screen.line:
            line.show_earlier(Earlier(one.uid, tr("what was proposed")), raw)
            line.focus_field()

    def reworded(self, typed: Typed) -> bool:
        """Whether a line that was entered is a proposal reworded; it is then decided so."""
        uid = typed.editing.uid if typed.editing else None
        one = next((one for one in self.screen.host.store.proposals(self.uid) if one.uid == uid), None)
        if one:
            self._take(one, typed.raw, typed)
        return one is not None

    def _take(self, one: Proposal, raw: str, typed: Typed | None = None) -> None:
        if (line := self.screen.line) is None:
            return
        reading = parse(raw, line.context)
        self.screen.carry_out(
            lambda store, command: proposals.take(store, command, one.uid, reading),
            lambda entry: LineRecorder(self.screen).echo(entry, reading),
            typed,
        )
