"""What is confidential is shown only to whoever asks for it: meetings are opened behind a question (B7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_minutes.domain.meeting import highest, is_hidden
from tui_minutes.i18n import tr

if TYPE_CHECKING:
    from tui_minutes.domain.record import MeetingRecord
    from tui_minutes.screens.ways import Ways


def is_covered(host: Ways, record: MeetingRecord) -> bool:
    """Whether something in the meeting is not to be seen now; a standup covers its rows one by one."""
    items = (item.level for item in record.agenda if item.level)
    level = highest(record.meeting.level, *items, *(outcome.level for outcome in record.outcomes))
    return is_hidden(level) and not (host.revealed or record.meeting.light)


def reveal_first(host: Ways, record: MeetingRecord, show: Callable[[], None]) -> None:
    """Call `show`; for a meeting that is covered, once somebody says that it may be seen."""
    if not is_covered(host, record):
        show()
        return

    from tui_minutes.screens.base import BaseScreen
    from tui_minutes.screens.dialogs.confirm import Confirm  # a start needs no dialog

    def answered(yes: bool | None) -> None:
        if yes:
            host.revealed = True
            show()

    items = tr("What is confidential is shown until Ctrl+R hides it again, or the program ends.")
    if not isinstance(host.screen, BaseScreen):
        host.open_home()  # whoever says no is somewhere
    title = tr("{number}: confidential. Who can see this screen?", number=record.meeting.number)
    host.push_screen(Confirm(title, [items], yes=tr("show it")), answered)


def leave_covered(host: Ways) -> None:
    """Go Home when a meeting that has become covered stands somewhere below."""
    uids = {uid for screen in host.screen_stack if (uid := getattr(screen, "meeting_uid", None))}
    if any(is_covered(host, host.store.record(uid)) for uid in uids):
        host.open_home()
