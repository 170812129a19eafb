"""A new meeting: its title, its kind, when; one key more and it is prepared as such meetings are (B1, B8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from textual.content import Content

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import MeetingKind
from tui_minutes.domain.moments import moment
from tui_minutes.domain.plan import Plan, PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.services import meetings, templates
from tui_minutes.services.templates import Own


def ask_new(screen: BaseScreen) -> None:
    """Ask for the title, and if wanted for kind and time; then prepare the meeting."""
    host = screen.host
    form = _Form(templates.own(), host.now().astimezone(host.zone).date(), host.calendar)

    def make(values: Values | None) -> None:
        if values is None:
            return
        plan = form.plan(values, host.zone.key, host.entered_by)
        screen.carry_out(
            lambda store, command: meetings.create(store, command, templates.filled(plan)),
            host.open_meeting,
            again=lambda words: back(values, words),
        )

    def back(values: Values, words: str) -> None:
        host.push_screen(dialog().filled(values, words), make)

    def dialog() -> Ask:
        fields, does = form.fields(), tr("prepare")
        return Ask(tr("New meeting"), fields, check=form.check, does=does, lead=form.broken, at_once=True)

    host.push_screen(dialog(), make)


class _Form:
    """What is asked on the day `today`; `own` are the templates beside those of the kinds."""

    def __init__(self, own: Sequence[Own], today: date, calendar: Calendar) -> None:
        self._own, self._today, self._calendar = own, today, calendar

    @property
    def broken(self) -> Sequence[Content]:
        """What is wrong with files that cannot be chosen."""
        wrong = (refusal_text(one.wrong) for one in self._own if one.wrong)
        return [Content.styled(f"! {words}", "$warning") for words in wrong]

    def fields(self) -> list[Field]:
        """The title comes first: Enter in it is enough."""
        hint = tr("fri 14:00, 2026-11-27 14:00")
        return [
            Field("title", tr("Meeting title"), hint=tr("what it is about"), required=True),
            Field("template", tr("Kind"), MeetingKind.REGULAR, template_options(self._own)),
            Field("start", tr("Begins"), hint=hint),
        ]

    def check(self, values: Values) -> tuple[str, str] | None:
        """The first field that cannot be used, and why."""
        if values["start"] and self._start(values) is None:
            words = tr("“{text}” is no time; try fri 14:00 or 2026-11-27 14:00", text=values["start"])
            return "start", words
        try:
            templates.named(values["template"])
        except Refused as refused:  # changed on the disk since the form was opened
            return "template", refusal_text(refused)
        return None

    def _start(self, values: Values) -> datetime | None:
        return moment(values["start"], self._today, self._calendar)

    def plan(self, values: Values, zone: str, recorder: str) -> Plan:
        """What the values stand for; who types is the recorder."""
        people = (PlanPerson(recorder, roles=(Role.RECORDER, Role.ATTENDEE)),) if recorder else ()
        return Plan(
            values["title"], start=self._start(values), zone=zone, people=people, template=values["template"]
        )


def template_options(own: Sequence[Own]) -> list[Option]:
    """Those of the kinds, then one's own that can be read; one called as a kind takes its place."""
    kinds = [Option(kind, label(kind)) for kind in MeetingKind]
    return kinds + [
        Option(one.name, one.name, label(one.template.plan.kind))
        for one in own
        if one.template and one.name not in list(MeetingKind)
    ]
