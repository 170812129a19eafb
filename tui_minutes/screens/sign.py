"""Sign-off: person by person or all present at once, then the room's seal ends the meeting (E3, E5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.attendance import Participant, voters
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.proposals import waiting
from tui_minutes.domain.readback import signatures
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.signatures import Verdict
from tui_minutes.i18n import mark, ntr, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.readback_people import person_row
from tui_minutes.screens.sign_seal import ask_to_seal
from tui_minutes.screens.sign_summary import SummaryPane
from tui_minutes.services import signing
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class SignScreen(BaseScreen):
    """The signatures of the meeting `meeting_uid`, whose outcomes are all read back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("sign.agrees", "y space", mark("Agrees")),
        bind("sign.objects", "o", mark("Objects")),
        bind("sign.all_agree", "A", mark("All present agree")),
        bind("sign.take_back", "u", mark("Take back")),
        bind("sign.seal", "s f9 ctrl+n", mark("Seal and end")),
        bind("screen.back", "escape", mark("Back"), show=False),
    ]

    record: MeetingRecord

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid

    def body(self) -> Iterable[Widget]:
        """Who signs at the left, what is signed at the right."""
        with Horizontal(classes="panes"):
            yield ListPane(id="signers")
            yield SummaryPane(id="summary")

    def on_mount(self) -> None:
        """Begin with the first who has not signed; nothing is read out any more."""
        self._list.focus()
        self.host.read_out(self.meeting_uid)

    @property
    def _list(self) -> ListPane:
        return self.query_one("#signers", ListPane)

    def redraw(self) -> None:
        """Show who has signed, and what the minutes will name."""
        self.record = self.host.store.record(self.meeting_uid)
        if self.record.meeting.phase is not Phase.READBACK:
            self.call_later(self.show_stage)
        asked, signed = voters(self.record.people), signatures(self.record)
        self._list.border_title = Content(
            tr("Signatures {signed} / {asked}", signed=len(signed), asked=len(asked))
        )
        self._list.border_subtitle = Content(tr("In the room, entered by {name}", name=self.host.entered_by))
        rows = [
            row for person in asked for row in (person_row(person, signed.get(person.uid)), Row((Content(),)))
        ]
        nobody = tr("Nobody who could sign was here. The meeting can be ended all the same (s).")
        self._list.show_rows(rows or [Row((Content(nobody),))])
        undecided = waiting(self.record, self.host.store.proposals(self.meeting_uid))
        self.query_one(SummaryPane).show(self.record, self.host.now(), undecided)

    def bar(self, now: datetime) -> BarState:
        """The meeting's bar."""
        return meeting_bar(self.record, now)

    def on_list_pane_chosen(self) -> None:
        """Enter, or a second click: agrees."""
        self.action_agrees()

    def _person(self) -> Participant | None:
        """The person under the cursor, if they can be asked now; None after saying why not."""
        person = next((one for one in self.record.people if one.uid == self._list.cursor), None)
        if person is None:
            self.report(tr("Nobody is here to sign"))
        elif not person.here:
            self.report(
                tr("{name} left early: not signed now, may confirm later", name=person.name), Report.WARNING
            )
            return None
        return person

    def action_agrees(self) -> None:
        """The person under the cursor agrees; on to the next."""
        person = self._person()
        if person:
            self._sign(person, Verdict.AGREED, "")

    def action_objects(self) -> None:
        """The person under the cursor objects, in words that the minutes keep."""
        person = self._person()
        if person is None:
            return

        def answered(values: Values | None) -> None:
            if values:
                self._sign(person, Verdict.OBJECTED, values["words"])

        title = tr("{name} objects", name=person.name)
        self.app.push_screen(Ask(title, [Field("words", tr("In their words"), required=True)]), answered)

    def _sign(self, person: Participant, verdict: Verdict, words: str) -> None:
        agreed = verdict is Verdict.AGREED
        said = tr("{name} agrees", name=person.name) if agreed else tr("{name} objects", name=person.name)

        def then(_: None) -> None:
            self._list.action_cursor(1)
            self.report(said, Report.DONE)

        self.carry_out(
            lambda store, command: signing.sign(store, command, self.meeting_uid, person.uid, verdict, words),
            then,
        )

    def action_all_agree(self) -> None:
        """All who are in the room and have not signed agree at once."""
        signed = signatures(self.record)
        asked = [one for one in voters(self.record.people) if one.here and one.uid not in signed]
        said = ntr("{n} person agrees, all at once", "{n} people agree, all at once", len(asked))
        self.carry_out(
            lambda store, command: signing.sign_all(store, command, self.meeting_uid),
            lambda _: self.report(said, Report.DONE),
        )

    def action_take_back(self) -> None:
        """Take the signature under the cursor back."""
        person = self._person()
        if person and person.uid in signatures(self.record):
            said = tr("The signature of {name} is taken back", name=person.name)
            self.carry_out(
                lambda store, command: signing.unsign(store, command, self.meeting_uid, person.uid),
                lambda _: self.report(said, Report.DONE),
            )

    def action_seal(self) -> None:
        """End the meeting with the room's seal, after saying what it leaves open."""
        ask_to_seal(self, self.record)
