"""Papers that people got by other means than this program, on record like those it has sent (F3)."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.distribution import may_have
from tui_minutes.domain.going_out import DispatchState
from tui_minutes.domain.papers import Form, Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.services.commanded import commanded
from tui_minutes.services.letters import level_of
from tui_minutes.services.papers import Order, edition
from tui_minutes.store import dispatches, rows
from tui_minutes.store.going_out import going_out
from tui_minutes.store.store import Store
from tui_minutes.store.tables import RecipientRow


@commanded
def hand_over(
    store: Store,
    command: Command,
    recipient_uid: str,
    paper: Paper,
    way: str,
    calendar: Calendar = WEEKENDS,
) -> None:
    """Somebody on the list has got the paper on a `way` of their own: printed, in a chat.

    Raises Refused with no_way, not_cleared, dispatch_sent when they had it so already, or not_found.
    """
    meeting, way = rows.row(RecipientRow, recipient_uid).meeting, clean(way).strip()
    if not way:
        raise Refused("no_way")
    one = next(each for each in going_out(meeting.uid).recipients if each.uid == recipient_uid)
    order = Order(paper, Form.WORD, whole=one.cleared, readers=(one.name,))
    if not may_have(one, level_of(store, meeting.uid, order)):
        raise Refused("not_cleared", name=one.name)
    words = edition(store, meeting.uid, order, command.at, calendar)
    row = dispatches.begin(command, meeting, paper, words, one.name, way, "", again=True)
    dispatches.end(row, DispatchState.SENT, "", command.at)
