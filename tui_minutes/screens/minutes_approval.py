"""After the meeting: the chair's approval, amendments, and signatures of who had left (E3, E5, F2)."""

from __future__ import annotations

from dataclasses import replace

from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.readback import unsigned
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.sealing import Seal
from tui_minutes.domain.signatures import Verdict
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.minutes_state import doubtful_lines
from tui_minutes.screens.sign_seal import short_digest
from tui_minutes.services import approval
from tui_minutes.widgets.status_line import Report


class Approval:
    """What `screen` asks about the minutes of `record`; each answer ends under a seal."""

    def __init__(self, screen: BaseScreen, record: MeetingRecord) -> None:
        self._screen = screen
        self._record = record
        self._uid = record.meeting.uid

    def ask(self) -> None:
        """Whose approval it is; not while lines are still to be cleared up."""
        if doubtful := doubtful_lines(self._record):
            words = tr("To be cleared up first (t): {line}", line=doubtful[0].plain)
            self._screen.report(words, Report.REFUSED)
            return
        chairs = [person.name for person in self._record.people if Role.CHAIR in person.roles]
        typist = self._screen.host.entered_by
        name = typist if typist in chairs or not chairs else chairs[0]

        def note(given: str) -> str:
            return "" if not chairs or given.strip() in chairs else tr("not the chair of this meeting")

        def take(values: Values | None) -> None:
            if values is not None:
                self._approve(values["name"])

        field = Field("name", tr("Approved by"), name, required=True, note=note)
        self._screen.app.push_screen(Ask(tr("Approve the minutes: all of them are sealed"), [field]), take)

    def _approve(self, name: str) -> None:
        self._screen.carry_out(
            lambda store, command: approval.approve(store, replace(command, by=name), self._uid),
            lambda seal: self._sealed(tr("Approved by {name}", name=name), seal),
        )

    def ask_amendment(self) -> None:
        """What is corrected, how it should read, and why."""
        fields = [
            Field("subject", tr("Concerns"), hint=tr("D-031, line 12, attendance …")),
            Field("text", tr("New words"), required=True),
            Field("reason", tr("Reason"), required=True),
        ]

        def take(values: Values | None) -> None:
            if values is not None:
                self._amend(values["subject"], values["text"], values["reason"])

        self._screen.app.push_screen(Ask(tr("Amend the minutes"), fields), take)

    def _amend(self, subject: str, text: str, reason: str) -> None:
        self._screen.carry_out(
            lambda store, command: approval.amend(store, command, self._uid, subject, text, reason),
            lambda seal: self._sealed(tr("Amended"), seal),
        )

    def ask_signature(self) -> None:
        """Who signs afterwards."""
        people = {person.uid: person for person in unsigned(self._record)}
        options = [Option(uid, person.name, person.department) for uid, person in people.items()]
        self._screen.app.push_screen(
            Choose(tr("Who signs now?"), options),
            lambda uid: self._ask_verdict(people[uid]) if uid else None,
        )

    def _ask_verdict(self, person: Participant) -> None:
        verdicts = [Option(verdict, label(verdict)) for verdict in Verdict]
        fields = [
            Field("verdict", tr("Verdict"), Verdict.AGREED, options=verdicts),
            Field("words", tr("Words"), hint=tr("an objection needs them")),
        ]

        def check(values: Values) -> tuple[str, str] | None:
            missing = values["verdict"] == Verdict.OBJECTED and not values["words"]
            return ("words", tr("An objection needs words")) if missing else None

        def take(values: Values | None) -> None:
            if values is not None:
                self._sign(person, Verdict(values["verdict"]), values["words"])

        self._screen.app.push_screen(Ask(person.name, fields, check=check), take)

    def _sign(self, person: Participant, verdict: Verdict, words: str) -> None:
        self._screen.carry_out(
            lambda store, command: approval.confirm_later(
                store, replace(command, by=person.name), self._uid, person.uid, verdict, words
            ),
            lambda seal: self._sealed(tr("{name} has signed", name=person.name), seal),
        )

    def _sealed(self, what: str, seal: Seal) -> None:
        digest = short_digest(seal.digest)
        words = tr("{what} · seal no. {seq}: {digest}", what=what, seq=seal.seq, digest=digest)
        self._screen.report(words, Report.DONE)
