"""The next meeting before it is planned: when, what comes along, what ends here (B8, E2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from tui_minutes.domain.meeting import SEALED, Meeting, Phase
from tui_minutes.domain.moments import moment
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.series import Coming, NextMeeting
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.i18n.rhythms import when_text
from tui_minutes.screens.coming_along import ANOTHER_DATE, Answer, ComingAlong
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.revealing import reveal_first
from tui_minutes.services import followups
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen

_BRING, _OPEN, _NEW = "bring", "open", "new"


def plan_next(screen: BaseScreen, meeting_uid: str) -> None:
    """Show what the meeting after this one would be like, and plan it; after a standup comes the next."""
    host = screen.host
    record = host.store.record(meeting_uid)
    if record.meeting.light:
        host.open_standup()
    else:
        reveal_first(host, record, _NextMeeting(screen, meeting_uid).ask)


def bring_along(screen: BaseScreen, meeting_uid: str) -> None:
    """Show what waits in the series of a planned meeting, once that may be seen, and put it on its agenda."""
    record = screen.host.store.record(meeting_uid)
    reveal_first(screen.host, record, lambda: _ask_bring(screen, meeting_uid, record.meeting.number))


def _ask_bring(screen: BaseScreen, meeting_uid: str, number: str) -> None:
    coming = followups.waiting(screen.host.store, meeting_uid, screen.host.now())
    if not coming:
        screen.report(tr("Nothing waits from earlier meetings"))
        return

    def answered(answer: Answer | None) -> None:
        if answer is not None:
            screen.carry_out(
                lambda store, command: followups.bring(
                    store, command, meeting_uid, answer.without, answer.aside
                ),
                lambda n: screen.report(ntr("{n} item came along", "{n} items came along", n), Report.DONE),
            )

    title = tr("Comes along to {number}", number=number)
    screen.app.push_screen(ComingAlong(title, coming, revealed=screen.host.revealed), answered)


class _NextMeeting:
    """Plans the meeting after `meeting_uid`."""

    def __init__(self, screen: BaseScreen, meeting_uid: str) -> None:
        self._screen, self._uid = screen, meeting_uid
        self._start: datetime | None = None

    def _preview(self) -> NextMeeting | None:
        """What it would be like; None when it is refused, which is said."""
        host = self._screen.host
        try:
            return followups.preview(host.store, self._uid, host.now(), host.calendar, self._start)
        except Refused as refused:
            self._screen.report(refusal_text(refused), Report.REFUSED)
            return None

    def ask(self) -> None:
        """Where one is planned already: go on with that, or plan another."""
        shown = self._preview()
        if shown is not None and shown.planned is not None:
            self._ask_planned(shown, shown.planned)
        elif shown is not None:
            self._show(shown)

    def _ask_planned(self, shown: NextMeeting, planned: Meeting) -> None:
        host = self._screen.host
        ways = {
            _BRING: lambda: bring_along(self._screen, planned.uid),
            _OPEN: lambda: host.open_meeting(planned.uid),
            _NEW: lambda: self._show(shown),
        }
        waiting = followups.waiting(host.store, planned.uid, host.now())
        title = tr("The next meeting is planned already")
        dialog = Choose(title, _planned_options(planned, len(waiting)))
        self._screen.app.push_screen(dialog, lambda chosen: ways[chosen]() if chosen else None)

    def _show(self, shown: NextMeeting, answer: Answer | None = None) -> None:
        screen = self._screen
        title = tr("The meeting after {number}", number=shown.past.number)
        lead = [when_text(shown.when), ntr("{n} person comes along", "{n} people come along", shown.people)]
        if shown.past.phase not in (*SEALED, Phase.CANCELLED):
            lead.append(tr("What {number} leaves open comes along once it is over", number=shown.past.number))
        dialog = ComingAlong(
            title, shown.coming, shown.ends, lead, revealed=screen.host.revealed, before=answer
        )
        screen.app.push_screen(dialog, lambda given: self._take(shown, given))

    def _take(self, shown: NextMeeting, answer: Answer | None) -> None:
        if answer is None:
            return
        if answer.then == ANOTHER_DATE:
            self._ask_date(shown, replace(answer, then=""))
            return
        self._screen.carry_out(
            lambda store, command: followups.follow_up(
                store, command, self._uid, shown.when, answer.without, answer.aside
            ),
            self._screen.host.open_meeting,
        )

    def _ask_date(self, shown: NextMeeting, answer: Answer) -> None:
        """Another date and time than the rhythm or the readback says; the place in the rhythm stays."""
        host = self._screen.host
        today = shown.past.local(host.now()).date()

        def meant(values: Values) -> datetime | None:
            return moment(values["when"], today, host.calendar)

        def check(values: Values) -> tuple[str, str] | None:
            if meant(values) is None:
                return "when", tr(
                    "“{typed}” is no date and time: try “fri 14:00” or “12/4 9:30”", typed=values["when"]
                )
            return None

        def take(values: Values | None) -> None:
            if values is not None:
                self._start = meant(values)
            self._show(self._preview() or shown, answer)

        start = shown.when.start
        typed = f"{start:%Y-%m-%d %H:%M}" if start else ""
        field = Field("when", tr("Date and time"), typed, hint=tr("fri {time}", time="14:00"), required=True)
        self._screen.app.push_screen(Ask(tr("Another date"), [field], check=check), take)


def _planned_options(planned: Meeting, waiting: int) -> list[Option]:
    """What there is to do where the next meeting is `planned`, and so many items are `waiting` for it."""
    day = planned.planned_start
    when = f"{dates.day_short(day)} {dates.clock(day)}" if day else ""
    words = tr("Take along to {number} what waits", number=planned.number)
    bring = [Option(_BRING, words, ntr("{n} item", "{n} items", waiting))] if waiting else []
    return [
        *bring,
        Option(_OPEN, tr("Open {number}", number=planned.number), when),
        Option(_NEW, tr("Plan another meeting of the series")),
    ]


def waiting_text(coming: tuple[Coming, ...]) -> str:
    """That something waits for a planned meeting: `2 items of earlier meetings wait: w takes them along`."""
    return ntr(
        "{n} item of earlier meetings waits: w takes it along",
        "{n} items of earlier meetings wait: w takes them along",
        len(coming),
    )
