"""What stands after the basics of a meeting: how far its preparation is, what there is to read (B5, B7)."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from tui_minutes.domain.checklist import checklist
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.meeting import Meeting, highest, is_hidden
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.checklist import sum_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.material_list import missing_text
from tui_minutes.screens.materials import Materials
from tui_minutes.screens.prepare_panes import NAME
from tui_minutes.services import policies
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.wrapping import fit

CHECKLIST, MATERIALS = "checklist", "materials"
"""The keys of the rows that lead to what is to be ready, and to what there is to read."""


class PrepareReady(BaseScreen):
    """The part of Prepare that leads to the checklist and the materials."""

    def ready_rows(self, record: MeetingRecord) -> list[Row]:
        """The rows that lead there, with how it stands."""
        return [self._checklist_row(record), self._materials_row(record.meeting)]

    def _checklist_row(self, record: MeetingRecord) -> Row:
        policy = policies.chosen(self.host.settings)(record.meeting.policy)
        found = checklist(self.host.store.preparing(record), policy, self.host.calendar)
        today = record.meeting.local(self.host.now()).date()
        late = any(one.is_late(today) for one in found)
        said = Content.styled(sum_text(found, today), "$error" if late else "")
        return Row((said,), CHECKLIST, _head(tr("Preparation")))

    def _materials_row(self, meeting: Meeting) -> Row:
        materials = self.host.store.going_out(meeting.uid).materials
        body = [part for one in materials for part in self._material(meeting, one)]
        return Row(tuple(body or [Content.styled(glyph("–"), "$faint")]), MATERIALS, _head(tr("Materials")))

    def _material(self, meeting: Meeting, one: Material) -> Iterator[Content]:
        """Its title, and that its file is not there."""
        covered = is_hidden(highest(meeting.level, one.level or meeting.level)) and not self.host.revealed
        yield Content(VEIL if covered else one.title)
        if missing := missing_text(one.place):
            yield Content.styled(f"! {missing}", "$error")

    def open_ready(self, key: str) -> None:
        """Go where the row `key` leads."""
        if key == CHECKLIST:
            self.action_checklist()
        else:
            self.action_materials()

    def action_checklist(self) -> None:
        """What is to be ready before the meeting."""
        self.host.open_checklist(self.meeting_uid or "")

    def action_materials(self) -> None:
        """What there is to read for the meeting: files and links."""
        Materials(self, self.meeting_uid or "", tr("Materials")).ask()


def _head(name: str) -> Content:
    return Content.styled(fit(name, NAME), "$faint")
