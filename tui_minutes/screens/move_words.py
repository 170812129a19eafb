"""What the moves of an outcome are called in menus, and the letter of each (T1)."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from tui_minutes.domain.outcomes import Act
from tui_minutes.i18n import mark, tr, tr_late
from tui_minutes.screens.dialogs.choose import Choose, Option

MOVE_WORDS: dict[Act, tuple[str, str]] = {
    Act.ACKNOWLEDGE: ("a", mark("Acknowledge: understood, will do")),
    Act.ASK_BACK: ("q", mark("Not clear: ask back")),
    Act.EXPLAIN: ("w", mark("Make clear what was asked")),
    Act.NOTE: ("u", mark("Note progress")),
    Act.DELAY: ("d", mark("Report a delay")),
    Act.REPORT: ("c", mark("Report it done")),
    Act.ANSWER: ("c", mark("Give the answer")),
    Act.PUT_OFF_FEEDBACK: ("f", mark("Put off the next feedback")),
    Act.CONFIRM: ("c", mark("Confirm and close")),
    Act.SEND_BACK: ("b", mark("Send back: not done yet")),
    Act.REOPEN: ("r", mark("Reopen")),
    Act.HAND_OVER: ("o", mark("Hand over to somebody else")),
    Act.SPLIT: ("p", mark("Split into parts")),
    Act.CANCEL: ("x", mark("Call it off")),
    Act.SUPERSEDE: ("n", mark("Replaced by a later decision")),
    Act.EDIT: ("t", mark("Give it another date")),
}
"""Letter and words by act; acts that no outcome can make at once may share a letter."""


class MoveMenu(Choose):
    """Gives one of `acts` (its code), chosen from the list or by its letter."""

    def __init__(self, which: str, acts: Sequence[Act]) -> None:
        self._letters = {MOVE_WORDS[act][0]: act for act in acts}
        options = [
            Option(act, f"{letter}  {tr_late(MOVE_WORDS[act][1])}") for letter, act in self._letters.items()
        ]
        super().__init__(tr("What happens with {which}", which=which), options)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses at once."""
        if act := self._letters.get(event.key):
            event.stop()
            self.dismiss(act)
