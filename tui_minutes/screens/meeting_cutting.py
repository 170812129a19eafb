"""Where to cut while the meeting runs: the items to come are shortened, or the last one put off (D1, D2)."""

from __future__ import annotations

from tui_minutes.domain import timetable
from tui_minutes.domain.timetable import Cut
from tui_minutes.i18n import dates, tr
from tui_minutes.screens.cut_words import lengths_text
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.line_commands_base import Commands
from tui_minutes.services import session, timing

_SHORTEN, _PUT_OFF = "shorten", "put_off"


class Cutting(Commands):
    """What can be cut of the meeting now."""

    @property
    def _cut(self) -> Cut | None:
        return timetable.cut(self.record, self.screen.host.now())

    def offered(self) -> tuple[str, list[Option]]:
        """By how much the meeting will take too long, in words, and what can be done; "" while it fits."""
        cut = self._cut
        if cut is None:
            return "", []
        options = []
        if cut.shorter:
            options.append(Option(_SHORTEN, tr("Shorten"), lengths_text(self.record, cut)))
        if cut.last:
            options.append(Option(_PUT_OFF, tr("Put off to the next meeting: {title}", title=cut.last.title)))
        return tr("{minutes} too many", minutes=dates.minutes_text(cut.over)), options

    def carry_out(self, how: str) -> None:
        """Cut as was chosen; the times are those of now."""
        cut = self._cut
        if cut is None:
            return
        last = cut.last
        if how == _SHORTEN:
            said = tr("Shorter now: {lengths}", lengths=lengths_text(self.record, cut))
            self.do(
                lambda store, command: timing.shorten(store, command, self.uid, cut.shorter), lambda: said
            )
        elif last:
            said = tr("Put off to the next meeting: {title}", title=last.title)
            self.do(lambda store, command: session.defer(store, command, last.uid), lambda: said)
