"""The roles that somebody is still to have, as the template of a meeting says, and who has them then (B4)."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.prepare_people import PreparePeople, known_options, person_chosen
from tui_minutes.services import invitees, templates
from tui_minutes.widgets.list_pane import ListPane, Row

ROLE = "role:"
"""The key of a row begins with it that asks for somebody with a role."""


class PrepareRoles(PreparePeople):
    """The part of Prepare that asks who is wanted."""

    def _wanted(self, record: MeetingRecord) -> tuple[Role, ...]:
        """The roles that nobody has yet; who types is the recorder while nobody else is."""
        if record.meeting.phase is not Phase.PLANNED:
            return ()
        taken = {role for person in record.people for role in person.roles}
        if record.meeting.recorder:
            taken.add(Role.RECORDER)
        roles = templates.of_meeting(self.host.store, record.meeting).roles
        return tuple(role for role in roles if role not in taken)

    def wanted_rows(self, record: MeetingRecord) -> list[Row]:
        """One row for each role that nobody has."""
        head = Content.styled("! ", "$warning")
        texts = ((role, tr("{role}: nobody yet", role=label(role))) for role in self._wanted(record))
        return [Row((Content.styled(text, "$warning"),), ROLE + role, head) for role, text in texts]

    def fill_role(self, role: Role) -> None:
        """Choose who has the role: somebody invited, somebody known, or someone new."""
        invited = {one.uid: one for one in self.host.store.record(self.meeting_uid or "").people}
        known = self.unasked()
        options = [Option(one.uid, one.name, tr("invited")) for one in invited.values()]

        def take(key: str | None) -> None:
            if key in invited:
                self._filled(self.did(invitees.edit_person, key, _with_role(invited[key], role)))
            elif key is not None:
                person = replace(person_chosen(key, known), roles=(role,))
                self._filled(self.did(invitees.add_person, self.meeting_uid or "", person))

        title = tr("Who is the {role}?", role=label(role))
        options += known_options(known)
        self.app.push_screen(Choose(title, options, search=True, new=tr("someone new")), take)

    def _filled(self, done: bool) -> None:
        """The cursor goes on to the next role that somebody is to have."""
        left = self._wanted(self.host.store.record(self.meeting_uid or ""))
        if done and left:
            self.query_one("#people", ListPane).cursor = ROLE + left[0]


def _with_role(person: Participant, role: Role) -> PlanPerson:
    roles = tuple(one for one in Role if one is role or one in person.roles)
    return PlanPerson(person.name, person.department, person.title, person.email, roles)
