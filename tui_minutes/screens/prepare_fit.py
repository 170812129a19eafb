"""An agenda that needs more time than there is: shortened, cut, or given more time, by one key (B3)."""

from __future__ import annotations

from datetime import datetime, timedelta

from tui_minutes.domain import timetable
from tui_minutes.domain.timetable import Cut
from tui_minutes.i18n import dates, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.cut_words import lengths_text
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.services import agenda, meetings, timing
from tui_minutes.widgets.status_line import Report

_SHORTEN, _TAKE_OFF, _LATER = "shorten", "take_off", "later"


class PrepareFit(BaseScreen):
    """The part of Prepare that brings the agenda into the time of the meeting."""

    def action_fit(self) -> None:
        """Ask how, when the agenda does not fit."""
        record = self.host.store.record(self.meeting_uid or "")
        cut, end = timetable.cut(record), record.meeting.planned_end
        if cut is None or end is None:
            self.report(tr("The agenda fits into the time of the meeting"))
            return
        options, later = [], end + timedelta(minutes=cut.over)
        if cut.shorter:
            options.append(Option(_SHORTEN, tr("Shorten"), lengths_text(record, cut)))
        if cut.last:
            options.append(Option(_TAKE_OFF, tr("Take off “{title}”", title=cut.last.title)))
        options.append(Option(_LATER, tr("Let the meeting end at {clock}", clock=dates.clock(later))))

        def take(how: str | None) -> None:
            if how:
                self._fit(how, cut, later)

        title = tr("{minutes} too many", minutes=dates.minutes_text(cut.over))
        self.app.push_screen(Choose(title, options), take)

    def _fit(self, how: str, cut: Cut, later: datetime) -> None:
        uid = self.meeting_uid or ""
        if how == _SHORTEN:
            done = self.did(timing.shorten, uid, cut.shorter)
        elif how == _TAKE_OFF and cut.last:
            done = self.did(agenda.remove_item, cut.last.uid)
        else:
            done = self.did(meetings.update, uid, planned_end=later)
        if done:
            self.report(tr("The agenda fits into the time of the meeting"), Report.DONE)
