"""Calling off a planned meeting, or deleting one that has not begun, wherever that is asked for."""

from __future__ import annotations

from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import deleting, meetings
from tui_minutes.widgets.status_line import Report


def call_off(screen: BaseScreen, meeting: Meeting, shown_title: str) -> None:
    """Ask, then call `meeting` off; `shown_title` is what may be seen of it here."""

    def answer(yes: bool | None) -> None:
        if yes and screen.did(meetings.cancel, meeting.uid):
            done = tr("{number} is called off; it stays on record", number=meeting.number)
            screen.report(done, Report.DONE)

    question = [f"{meeting.number}  {shown_title}", tr("It stays on record as cancelled.")]
    screen.app.push_screen(Confirm(tr("Call off this meeting?"), question, yes=tr("call off")), answer)


def delete(screen: BaseScreen, meeting: Meeting, shown_title: str) -> None:
    """Ask, then delete `meeting`; `shown_title` is what may be seen of it here. A screen of it goes Home.

    Nothing is asked where it cannot be deleted: that is said.
    """
    try:
        deleting.check(screen.host.store, meeting.uid)
    except Refused as refused:
        screen.report(refusal_text(refused), Report.REFUSED)
        return

    def answer(yes: bool | None) -> None:
        if yes and screen.did(deleting.delete, meeting.uid):
            screen.host.notify(tr("{number} is deleted", number=meeting.number))

    question = [
        f"{meeting.number}  {shown_title}",
        tr("Nothing of it is kept; what it took over from earlier meetings waits for the next one."),
    ]
    screen.app.push_screen(Confirm(tr("Delete this meeting?"), question, yes=tr("delete")), answer)
