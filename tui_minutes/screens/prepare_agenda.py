"""The agenda of a meeting that is prepared: minutes, who leads an item, what is asked of whom (B3)."""

from __future__ import annotations

from collections.abc import Mapping

from tui_minutes.domain.agenda import LONGEST_ITEM, AgendaItem
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.preparation import Topic, agenda_cautions
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.shape import shape
from tui_minutes.domain.time_spent import Usual, usual
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.prepare_agenda_rows import Planned, agenda_rows, usual_text
from tui_minutes.services import agenda
from tui_minutes.widgets.cautions import caution_text
from tui_minutes.widgets.list_pane import Row


class PrepareAgenda(BaseScreen):
    """The part of Prepare that shows and edits the agenda."""

    def agenda_rows(self, record: MeetingRecord) -> list[Row]:
        """The items, with what is worded ahead for them and how long such items took."""
        store = self.host.store
        return agenda_rows(
            Planned(
                record,
                store.proposals(record.meeting.uid),
                self._usual(record),
                store.origins(record.meeting.uid),
            )
        )

    def _usual(self, record: MeetingRecord) -> Mapping[str, Usual]:
        return usual(self.host.store.time_spent(record.meeting.uid))

    def open_proposals(self, item_uid: str) -> None:
        """What is worded ahead for the meeting, beginning with an item."""
        self.host.open_proposals(self.meeting_uid or "", item_uid)

    def add_item(self) -> None:
        """Ask for a new item; it comes at the end."""
        uid = self.meeting_uid or ""
        form = ItemForm(self.host.store.record(uid), None)

        def add(values: Values | None) -> None:
            if values is not None:
                self.did(agenda.add_item, uid, form.item(values))

        self.app.push_screen(Ask(tr("New item"), form.shown(), check=form.check), add)

    def edit_item(self, item_uid: str) -> None:
        """Change an item."""
        record = self.host.store.record(self.meeting_uid or "")
        form = ItemForm(record, record.item(item_uid), self._usual(record).get(item_uid))

        def keep(values: Values | None) -> None:
            if values is not None:
                self.did(agenda.edit_item, item_uid, form.item(values))

        self.app.push_screen(Ask(tr("Agenda item"), form.shown(), check=form.check), keep)


class ItemForm:
    """The form of `item`, or of a new one, on the agenda of `record`; `known` is how long such items took."""

    def __init__(self, record: MeetingRecord, item: AgendaItem | None, known: Usual | None = None) -> None:
        self._record = record
        self._known = known
        self._item = item or AgendaItem("", 0, "")
        self._others = [one for one in record.agenda if one.uid != self._item.uid]

    def shown(self) -> list[Field]:
        """The fields, as the item stands."""
        item = self._item
        people = dict.fromkeys((*(person.name for person in self._record.people), item.facilitator))
        leaders = [Option("", tr("nobody yet")), *(Option(name, name) for name in people if name)]
        levels = [Option("", tr("as the meeting")), *(Option(level, label(level)) for level in Level)]
        about, minutes = tr("what about it, in a few words"), str(item.minutes or "")
        took = str(self._known.spent) if self._known else "15"
        return [
            Field("title", tr("Item"), item.title, hint=about, required=True, note=self._title_note),
            Field("minutes", tr("Minutes for it"), minutes, hint=took, note=self._minutes_note),
            Field("facilitator", tr("Led by"), item.facilitator, leaders),
            Field("level", tr("Level"), item.level or "", levels),
            Field("prepare", tr("To prepare"), item.prepare, hint=tr("who brings what")),
        ]

    def _title_note(self, title: str) -> str:
        found = agenda_cautions([PlanItem(title)], 0) if title.strip() else ()
        return caution_text(found[0]) if found else ""

    def _minutes_note(self, typed: str) -> str:
        minutes = _minutes(typed)
        topics: list[Topic] = [*self._others, PlanItem(self._item.title or "…", minutes or 0)]
        found = agenda_cautions(topics, self._record.meeting.planned_minutes)
        if too_long := next((caution_text(one) for one in found if one.code == "does_not_fit"), ""):
            return too_long
        return usual_text(self._known) if self._known and minutes and minutes < self._known.spent else ""

    def check(self, values: Values) -> tuple[str, str] | None:
        """Minutes are a whole number."""
        if _minutes(values["minutes"]) is None:
            return "minutes", tr("Minutes are a whole number up to {most}", most=LONGEST_ITEM)
        return None

    def item(self, values: Values) -> PlanItem:
        """The item that the values stand for; where it comes from stays."""
        return PlanItem(
            values["title"], _minutes(values["minutes"]) or 0, values["facilitator"], values["prepare"],
            self._item.origin, self._item.carried_from, Level(values["level"]) if values["level"] else None,
        )  # fmt: skip


def _minutes(typed: str) -> int | None:
    """The minutes typed, 0 for none, None for what is no such number."""
    plain = shape(typed).strip()
    if not plain:
        return 0
    return int(plain) if plain.isascii() and plain.isdecimal() and int(plain) <= LONGEST_ITEM else None
