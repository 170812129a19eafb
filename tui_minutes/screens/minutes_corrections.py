"""The draft goes round: until when, who asks for which correction, and what is answered (F2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from tui_minutes.domain.going_out import Correction, CorrectionState, GoingOut
from tui_minutes.domain.moments import moment
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.stages import close_of
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import NEW, Choose, Option
from tui_minutes.services import corrections, policies
from tui_minutes.widgets.names import joined
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen

_CIRCULATE, _ASK = "circulate", "ask"


class Corrections:
    """What `screen` asks about corrections of the draft of `record`."""

    def __init__(self, screen: BaseScreen, record: MeetingRecord, going: GoingOut) -> None:
        self._screen = screen
        self._record = record
        self._going = going

    def ask(self) -> None:
        """Let the draft go round, take down what a reader asks for, or answer it."""
        circulation = self._going.circulation
        until = self._said(circulation.until) if circulation else ""
        options = [
            Option(_ASK, tr("A reader asks for a correction")),
            Option(_CIRCULATE, tr("Time for corrections"), tr("until {when}", when=until) if until else ""),
            *(Option(one.uid, _line(one), label(one.state)) for one in self._going.corrections),
        ]

        def take(chosen: str | None) -> None:
            match chosen:
                case None:
                    return
                case "circulate":
                    self._ask_until()
                case "ask":
                    self._ask_correction()
                case uid:
                    self._answer(next(one for one in self._going.corrections if one.uid == uid))

        self._screen.app.push_screen(Choose(tr("Corrections of the draft"), options), take)

    def _said(self, at: datetime) -> str:
        local = self._record.meeting.local(at)
        return f"{dates.day_short(local)} {dates.clock(local)}"

    def _ask_until(self) -> None:
        """Until the close of the working days that the rules give (F2), or another time."""
        host, meeting = self._screen.host, self._record.meeting
        policy = policies.chosen(host.settings)(meeting.policy)
        usual = close_of(meeting, host.now(), policy.circulation_workdays, policy, host.calendar)
        today = meeting.local(host.now()).date()

        def check(values: Values) -> tuple[str, str] | None:
            until = moment(values["until"], today, host.calendar)
            if until is not None and meeting.instant(until) <= host.now():
                return "until", refusal_text(Refused("circulation_past"))
            if until is None:
                words = tr("“{text}” is no time; try fri 14:00 or 2026-11-27 14:00", text=values["until"])
                return "until", words
            return None

        def take(values: Values | None) -> None:
            until = moment(values["until"], today, host.calendar) if values else None
            if until is not None:
                self._circulate(meeting.instant(until))

        typed = f"{meeting.local(usual):%Y-%m-%d %H:%M}"
        field = Field("until", tr("Until"), typed, required=True)
        self._screen.app.push_screen(Ask(tr("Readers may ask for corrections"), [field], check=check), take)

    def _circulate(self, until: datetime) -> None:
        uid = self._record.meeting.uid
        self._screen.carry_out(
            lambda store, command: corrections.circulate(store, command, uid, until),
            lambda _: self._done(
                tr("Corrections are taken until {when}; d sends the draft", when=self._said(until))
            ),
        )

    def _done(self, words: str) -> None:
        self._screen.report(words, Report.DONE)

    def _ask_correction(self) -> None:
        """Who asks, what it concerns, and how it should read."""
        people = [Option(person.name, person.name, person.department) for person in self._record.people]
        fields = [
            Field("by", tr("Asked for by"), people[0].key if people else "", people, new=tr("somebody else")),
            Field("subject", tr("Concerns"), hint=tr("D-031, line 12, attendance …")),
            Field("text", tr("Correction"), required=True, hint=tr("how it should read")),
        ]

        def take(values: Values | None) -> None:
            if values is None:
                return
            by = values["by"].removeprefix(NEW).strip()
            uid = self._record.meeting.uid
            self._screen.carry_out(
                lambda store, command: corrections.ask(
                    store, replace(command, by=by or command.by), uid, values["subject"], values["text"]
                ),
                lambda _: self._done(tr("Taken down: {name} waits for an answer", name=by)),
            )

        self._screen.app.push_screen(Ask(tr("A reader asks for a correction"), fields), take)

    def _answer(self, one: Correction) -> None:
        """Taken over, or declined with a reason; an answered one is only shown."""
        if one.state is not CorrectionState.OPEN:
            said = joined([label(one.state), one.answered_by, one.answer])
            self._screen.report(f"{_line(one)} · {said}")
            return
        states = [
            Option(CorrectionState.TAKEN, tr("taken over: it stands corrected in the draft")),
            Option(CorrectionState.DECLINED, tr("declined")),
        ]
        fields = [
            Field("state", tr("Answer"), CorrectionState.TAKEN, states),
            Field("answer", tr("Reason"), hint=tr("a refusal needs one")),
        ]

        def check(values: Values) -> tuple[str, str] | None:
            missing = values["state"] == CorrectionState.DECLINED and not values["answer"]
            return ("answer", tr("Say why the correction is declined")) if missing else None

        def take(values: Values | None) -> None:
            if values is not None:
                self._carry_out_answer(one, CorrectionState(values["state"]), values["answer"])

        lead = [Content(_line(one))]
        self._screen.app.push_screen(
            Ask(tr("Answer a correction"), fields, check=check, begin="state", lead=lead), take
        )

    def _carry_out_answer(self, one: Correction, state: CorrectionState, answer: str) -> None:
        service = corrections.take if state is CorrectionState.TAKEN else corrections.decline
        said = (
            tr("{name} has an answer; t corrects the line", name=one.by)
            if state is CorrectionState.TAKEN
            else tr("{name} has an answer", name=one.by)
        )
        self._screen.carry_out(
            lambda store, command: service(store, command, one.uid, answer), lambda _: self._done(said)
        )


def _line(one: Correction) -> str:
    return f"{one.by}: {one.subject} {one.text}" if one.subject else f"{one.by}: {one.text}"
