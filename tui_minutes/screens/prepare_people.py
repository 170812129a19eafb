"""The people of a meeting that is prepared: those remembered are offered, roles are ticked (B4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.attendance import Participant, Role
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.shape import shape
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import NEW, Choose, Option
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.services import invitees
from tui_minutes.store.directory import KnownPerson
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import with_brackets


class PreparePeople(BaseScreen):
    """The part of Prepare that edits who is asked to come."""

    def add_person(self) -> None:
        """Offer everyone remembered who is not asked yet; what is typed may be someone new."""
        known = self.unasked()

        def add(key: str | None) -> None:
            if key is None:
                return
            added = self.run(invitees.add_person, self.meeting_uid or "", person_chosen(key, known))
            if added is not None:
                self.query_one("#people", ListPane).cursor = added
                self.add_person()

        title = tr("Who takes part? A name, or name/department")
        self.app.push_screen(Choose(title, known_options(known), search=True, new=tr("someone new")), add)

    def unasked(self) -> dict[str, KnownPerson]:
        """Everyone remembered who is not asked yet, by uid."""
        people = self.host.store.record(self.meeting_uid or "").people
        there = {(person.name, person.department) for person in people}
        return {one.uid: one for one in self.host.directory if (one.name, one.department) not in there}

    def edit_person(self, participant_uid: str) -> None:
        """Change name, department, title and address of a participant."""
        person = self.participant(participant_uid)
        if person is None:
            return
        fields = [
            Field("name", tr("Name"), person.name, required=True),
            Field("department", tr("Department"), person.department),
            Field("title", tr("Title"), person.title),
            Field("email", tr("E-mail"), person.email),
        ]

        def keep(values: Values | None) -> None:
            if values is not None:
                changed = PlanPerson(**values, roles=person.roles)
                self.did(invitees.edit_person, participant_uid, changed)

        self.app.push_screen(Ask(tr("Participant"), fields), keep)

    def edit_roles(self, participant_uid: str) -> None:
        """Tick what a participant is in this meeting; one may be several."""
        person = self.participant(participant_uid)
        if person is None:
            return

        def keep(roles: tuple[Role, ...] | None) -> None:
            if roles is not None:
                changed = PlanPerson(person.name, person.department, person.title, person.email, roles)
                self.did(invitees.edit_person, participant_uid, changed)

        title = with_brackets(person.name, person.department)
        self.app.push_screen(Roles(title, person.roles), keep)

    def participant(self, uid: str) -> Participant | None:
        """The participant with `uid`; None for another row, or when someone has just been taken off."""
        people = self.host.store.record(self.meeting_uid or "").people
        return next((person for person in people if person.uid == uid), None)


def known_options(known: Mapping[str, KnownPerson]) -> list[Option]:
    """People to choose from, also by how their names are read."""
    return [
        Option(one.uid, one.name, f"{one.department} {one.title}", " ".join((*one.readings, *one.aliases)))
        for one in known.values()
    ]


def person_chosen(key: str, known: Mapping[str, KnownPerson]) -> PlanPerson:
    """Who was chosen of those `known`, or was typed."""
    one = known.get(key)
    return PlanPerson(one.name, one.department, one.title, one.email) if one else _typed_person(key)


def _typed_person(key: str) -> PlanPerson:
    """Someone new, as typed: `赵六`, `赵六/销售部`."""
    typed = key.removeprefix(NEW)
    cut = shape(typed).find("/")
    return PlanPerson(typed[:cut].strip(), typed[cut + 1 :].strip()) if cut > 0 else PlanPerson(typed.strip())


class Roles(Dialog[tuple[Role, ...]]):
    """Gives the roles ticked after Enter, None after Escape. Space and a click tick one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False),
        Binding("enter,ctrl+s", "save", show=False, priority=True),
    ]

    def __init__(self, title: str, roles: Sequence[Role]) -> None:
        super().__init__(title, tr("Space tick · Enter save · Esc back"))
        self._ticked = set(roles)

    def inside(self) -> Iterable[Widget]:
        """The list of roles."""
        yield ListPane(id="roles")

    def on_mount(self) -> None:
        """Show the roles, ready to be ticked."""
        pane = self.query_one(ListPane)
        self._draw()
        pane.styles.height = len(Role)
        pane.focus()

    def _draw(self) -> None:
        rows = [Row((Content(label(role)),), role, _tick(role in self._ticked)) for role in Role]
        self.query_one(ListPane).show_rows(rows)

    def on_list_pane_chosen(self) -> None:
        """A click on the row under the cursor ticks it."""
        self.action_tick()

    def action_tick(self) -> None:
        """Tick the role under the cursor, or take the tick away."""
        cursor = self.query_one(ListPane).cursor
        if cursor is not None:
            self._ticked ^= {Role(cursor)}
            self._draw()

    def action_save(self) -> None:
        """Give the roles in their own order."""
        self.dismiss(tuple(role for role in Role if role in self._ticked))


def _tick(ticked: bool) -> Content:
    return Content.styled(f"{glyph('✓') if ticked else ' '} ", "bold $success")
