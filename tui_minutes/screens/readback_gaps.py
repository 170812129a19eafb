"""What is incomplete before signing: mended, or named in the minutes (E1, E5)."""

from __future__ import annotations

from collections.abc import Callable

from tui_minutes.domain.capture import Kind, Reading
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.readback import Gap, gaps
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import ntr, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.readback_marks import gap_lines
from tui_minutes.screens.sign import SignScreen
from tui_minutes.services import discussion

_SIGN = "sign"


class BeforeSigning:
    """Names all that is incomplete before `screen` goes on to the signatures.

    `go_to` shows the outcome with a uid, `leave` goes back into the meeting, `done` is told what was done.
    """

    def __init__(
        self,
        screen: BaseScreen,
        go_to: Callable[[str], None],
        leave: Callable[[], None],
        done: Callable[[str], None],
    ) -> None:
        self._screen = screen
        self._go_to = go_to
        self._leave = leave
        self._done = done

    def ask(self, record: MeetingRecord) -> None:
        """Mend one of the gaps, or sign anyway: each is then named in the minutes."""
        missing = gaps(record)
        if not missing:
            self._sign(record)
            return
        lines = gap_lines(missing)
        options = [Option(str(nth), words, tr("mend")) for nth, (_, words) in enumerate(lines)]
        options.append(Option(_SIGN, tr("Sign anyway: the minutes name each of these")))

        def chosen(key: str | None) -> None:
            if key == _SIGN:
                self._sign(record)
            elif key is not None:
                self._mend(record, lines[int(key)][0])

        title = ntr("{n} thing is incomplete", "{n} things are incomplete", len(missing))
        self._screen.app.push_screen(Choose(title, options), chosen)

    def _sign(self, record: MeetingRecord) -> None:
        self._screen.app.push_screen(SignScreen(record.meeting.uid))

    def _mend(self, record: MeetingRecord, gap: Gap) -> None:
        entry = next((one for one in record.entries if one.uid == gap.uid), None)
        if record.outcome(gap.uid):
            self._go_to(gap.uid)
        elif entry and gap.code == "no_source":
            self._ask_source(entry)
        elif entry:
            self._clear_up(entry)
        else:
            self._back_to_item(gap)

    def _ask_source(self, entry: Entry) -> None:
        def answered(values: Values | None) -> None:
            if values:
                mended = Reading(
                    f"{entry.raw} <- {values['source']}", Kind.DATA, entry.text, value=entry.value,
                    source=values["source"], doubtful=entry.doubtful,
                )  # fmt: skip
                self._screen.carry_out(
                    lambda store, command: discussion.edit(store, command, entry.uid, mended),
                    lambda _: self._done(tr("Line #{seq} has a source now", seq=entry.seq)),
                )

        title = tr(
            "Line #{seq}: {text}", seq=entry.seq, text=" ".join(filter(None, (entry.text, entry.value)))
        )
        self._screen.app.push_screen(Ask(title, [Field("source", tr("Source"), required=True)]), answered)

    def _clear_up(self, entry: Entry) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._screen.carry_out(
                    lambda store, command: discussion.set_doubtful(store, command, entry.uid, False),
                    lambda _: self._done(tr("Line #{seq} is cleared up", seq=entry.seq)),
                )

        title = tr("Is line #{seq} cleared up?", seq=entry.seq)
        self._screen.app.push_screen(Confirm(title, [entry.raw]), answered)

    def _back_to_item(self, gap: Gap) -> None:
        lines = [gap.subject, tr("Back in the meeting the item can be opened, put off or taken off line.")]
        self._screen.app.push_screen(
            Confirm(tr("Back to the meeting?"), lines), lambda yes: self._leave() if yes else None
        )
