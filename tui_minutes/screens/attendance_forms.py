"""What is asked about people at check-in: why someone is absent, who stands in, who has walked in (C1)."""

from __future__ import annotations

from tui_minutes.domain.attendance import Attendance, Participant
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field
from tui_minutes.screens.dialogs.choose import Option


def ask_reason(person: Participant, state: Attendance) -> Ask:
    """Gives `reason`."""
    title = tr("{name}: {state}", name=person.name, state=label(state))
    hint = tr("visit to a client, ill, on leave …")
    return Ask(title, [Field("reason", tr("Reason"), person.reason, hint=hint)])


def ask_substitute(person: Participant) -> Ask:
    """Gives `name` and `department` of who stands in for `person`."""
    return Ask(
        tr("Instead of {name}", name=person.name),
        [
            Field("name", tr("Name"), required=True),
            Field("department", tr("Department"), person.department),
        ],
    )


def ask_walk_in(name: str = "") -> Ask:
    """Gives `name`, `department` and `seat` ("voice" or "observer")."""
    seats = [Option("voice", tr("takes part")), Option("observer", tr("observer"))]
    return Ask(
        tr("Not on the list: let in"),
        [
            Field("name", tr("Name"), name, required=True),
            Field("department", tr("Department")),
            Field("seat", tr("Takes part as"), "voice", options=seats),
        ],
    )
