"""The distribution list of a meeting: who gets its papers, by which address, what has reached them (F3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.going_out import GoingOut, Recipient
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import mark, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import NEW, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.distribution_rows import recipient_rows
from tui_minutes.screens.export import Exportable
from tui_minutes.screens.exports import of_meeting
from tui_minutes.screens.sending import Sending, sendable
from tui_minutes.services import distribution
from tui_minutes.services.handing_over import hand_over
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState, meeting_bar

_YES, _NO, _AS_KNOWN = "yes", "no", "known"


class DistributionScreen(BaseScreen):
    """The list, one recipient a row; sending begins here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("distribution.add", "a f2", mark("Add")),
        bind("distribution.change", "e", mark("Change")),
        bind("distribution.remove", "d", mark("Take off")),
        bind("distribution.propose", "p", mark("Propose again")),
        bind("distribution.send", "s f9", mark("Send")),
        bind("distribution.hand_over", "h", mark("Handed over")),
    ]

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid

    def body(self) -> Iterable[Widget]:
        """The recipients."""
        self.record: MeetingRecord = self.host.store.record(self.meeting_uid)
        self.going = GoingOut()
        yield ListPane(id="recipients")

    def on_mount(self) -> None:
        """A meeting without a list gets the usual one proposed."""
        self.list.focus()
        if not self.host.store.going_out(self.meeting_uid).recipients:
            self.action_propose()

    @property
    def list(self) -> ListPane:
        """The recipients."""
        return self.query_one("#recipients", ListPane)

    def redraw(self) -> None:
        """Show the list as it stands."""
        self.record = self.host.store.record(self.meeting_uid)
        self.going = self.host.store.going_out(self.meeting_uid)
        self.list.border_title = Content(tr("Distribution list"))
        n = len(self.going.recipients)
        self.list.border_subtitle = Content(ntr("{n} recipient", "{n} recipients", n))
        self.list.show_rows(recipient_rows(self.record.meeting, self.going))

    def bar(self, now: datetime) -> BarState:
        """The meeting and its stage."""
        return meeting_bar(self.record, now)

    def exports(self) -> Sequence[Exportable]:
        """What can be sent can be had as a file."""
        return of_meeting(self.host, self.record, sendable(self.record.meeting))

    @property
    def _chosen(self) -> Recipient | None:
        return next((one for one in self.going.recipients if one.uid == self.list.cursor), None)

    def on_list_pane_chosen(self, _: ListPane.Chosen) -> None:
        """Enter changes the recipient."""
        self.action_change()

    def action_propose(self) -> None:
        """Add whom the minutes concern and who is not on the list."""

        def say(added: int) -> None:
            said = ntr("{n} recipient proposed", "{n} recipients proposed", added)
            self.report(said if added else tr("Everybody whom it concerns is on the list"), Report.DONE)

        self.carry_out(lambda store, command: distribution.propose(store, command, self.meeting_uid), say)

    def action_add(self) -> None:
        """Somebody else gets it, too."""
        self._add({}, "")

    def _add(self, typed: Values, said: str) -> None:
        """The form, with what was `typed` into it before and why that was refused."""
        listed = {one.name for one in self.going.recipients}
        known = [Option(one.name, one.name, one.department) for one in self.host.directory]
        others = [one for one in known if one.key not in listed]
        fields = [
            Field("name", tr("Name"), "", others, new=tr("somebody else"), required=True),
            Field("email", tr("E-mail"), hint=tr("empty: as the directory has it")),
            _cleared(_AS_KNOWN, Option(_AS_KNOWN, tr("as the directory has it"))),
        ]

        def take(values: Values | None) -> None:
            if values is None:
                return
            name, said = values["name"].removeprefix(NEW).strip(), values["cleared"]
            cleared = None if said == _AS_KNOWN else said == _YES
            self.carry_out(
                lambda store, command: distribution.add(
                    store, command, self.meeting_uid, name, values["email"], cleared=cleared
                ),
                lambda _: self.report(tr("{name} is on the list", name=name), Report.DONE),
                again=lambda why: self._add(values, why),
            )

        self.app.push_screen(Ask(tr("Add to the list"), fields).filled(typed, said), take)

    def action_change(self) -> None:
        """Another address, or cleared for more."""
        if one := self._chosen:
            self._change(one, {}, "")

    def _change(self, one: Recipient, typed: Values, said: str) -> None:
        fields = [Field("email", tr("E-mail"), one.email), _cleared(_YES if one.cleared else _NO)]

        def take(values: Values | None) -> None:
            if values is not None:
                self.carry_out(
                    lambda store, command: distribution.change(
                        store, command, one.uid, values["email"], cleared=values["cleared"] == _YES
                    ),
                    lambda _: self.report(tr("Changed: {name}", name=one.name), Report.DONE),
                    again=lambda why: self._change(one, values, why),
                )

        self.app.push_screen(Ask(one.name, fields).filled(typed, said), take)

    def action_remove(self) -> None:
        """Take the recipient off the list; what they got stays on record."""
        one = self._chosen
        if one is None:
            return
        lines = [one.name, tr("What was sent stays on record.")]

        def take(yes: bool | None) -> None:
            if yes:
                self.carry_out(
                    lambda store, command: distribution.remove(store, command, one.uid),
                    lambda _: self.report(tr("{name} is off the list", name=one.name), Report.DONE),
                )

        self.app.push_screen(Confirm(tr("Take off the list?"), lines, yes=tr("take off")), take)

    def action_hand_over(self) -> None:
        """Somebody has got a paper by other means: it is put on record."""
        if (one := self._chosen) is None:
            return
        papers = [Option(paper, label(paper)) for paper in sendable(self.record.meeting)]
        fields = [
            Field("paper", tr("Paper"), papers[0].key, papers),
            Field("way", tr("Way"), tr("on paper"), required=True, hint=tr("on paper, in a chat …")),
        ]

        def take(values: Values | None) -> None:
            if values is not None:
                self.carry_out(
                    lambda store, command: hand_over(
                        store, command, one.uid, Paper(values["paper"]), values["way"], self.host.calendar
                    ),
                    lambda _: self.report(tr("On record: {name} has it", name=one.name), Report.DONE),
                )

        self.app.push_screen(Ask(one.name, fields), take)

    def action_send(self) -> None:
        """Choose a paper, look at the preview, send it."""
        if not self.going.recipients:
            self.report(tr("Nobody is on the list yet: a adds somebody"), Report.REFUSED)
            return
        Sending(self, self.record.meeting).ask()


def _cleared(value: str, *more: Option) -> Field:
    """Whether somebody may read what is above the level of the meeting."""
    options = [Option(_YES, tr("cleared for what is confidential")), Option(_NO, tr("not cleared"))]
    return Field("cleared", tr("Clearance"), value, [*more, *options])
