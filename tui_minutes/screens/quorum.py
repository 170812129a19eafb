"""The quorum of a series: its row in Prepare, and the question for another rule."""

from __future__ import annotations

from textual.content import Content

from tui_minutes.domain.quorum import presence, read_rule
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.i18n.voting import rule_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.prepare_panes import NAME
from tui_minutes.services import quorums
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.wrapping import fit

QUORUM = "quorum"
"""The key of the row."""


def quorum_row(record: MeetingRecord) -> Row:
    """The rule of the series and how many that is of those invited."""
    name = Content.styled(fit(tr("Quorum"), NAME), "$faint")
    if not record.quorum:
        return Row((Content.styled(glyph("–"), "$faint"),), QUORUM, name)
    there = presence(record.quorum, record.people)
    many = tr("{needed} of {seats} with a vote", needed=there.needed, seats=there.seats)
    return Row((Content(f"{rule_text(record.quorum)}  {glyph('·')}  {many}"),), QUORUM, name)


def ask_quorum_of(screen: BaseScreen, meeting_uid: str) -> None:
    """Ask for the rule of the series that a meeting is of."""
    record = screen.host.store.record(meeting_uid)
    if record.meeting.series:
        ask_quorum(screen, record.meeting.series, record.quorum)
    else:
        screen.report(tr("This meeting is of no series"))


def ask_quorum(screen: BaseScreen, series_uid: str, rule: str) -> None:
    """Ask for the rule of a series, `rule` filled in; what cannot be read is said in the form."""

    def check(values: Values) -> tuple[str, str] | None:
        try:
            read_rule(values[QUORUM])
        except Refused as why:
            return QUORUM, refusal_text(why)
        return None

    def take(values: Values | None) -> None:
        if values is not None:
            chosen = read_rule(values[QUORUM])
            screen.carry_out(
                lambda store, command: quorums.choose(store, command, series_uid, chosen),
                lambda _: screen.report(tr("Quorum: {rule}", rule=rule_text(chosen)), Report.DONE),
            )

    lead = [
        Content(tr("How many of those invited with a vote have to be in the room, in the whole series.")),
        Content.styled(
            tr("1/2 more than half   2/3 at least two thirds   5 at least five   empty: none"), "$faint"
        ),
    ]
    field = Field(QUORUM, tr("Quorum"), rule, hint="1/2")
    screen.app.push_screen(Ask(tr("Quorum"), [field], check=check, lead=lead), take)
