"""The form of something to read, or of a raw record: where it is, what it says, for whom (B7)."""

from __future__ import annotations

from tui_minutes.domain.going_out import Material, MaterialKind
from tui_minutes.domain.meeting import Level, Phase
from tui_minutes.domain.people import People
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.material_list import missing_text
from tui_minutes.screens.names_typed import found_names
from tui_minutes.widgets.names import joined


class MaterialForm:
    """The form of `one`, or of a new one for a meeting in its `phase`, and what its values mean."""

    def __init__(self, one: Material | None, phase: Phase, people: People) -> None:
        self._title = one.title if one else ""
        later = MaterialKind.READING if phase in (Phase.PLANNED, Phase.CHECK_IN) else MaterialKind.RECORDING
        self._one = one or Material("", "", kind=later)
        self._people = people

    def ask(self) -> Ask:
        """The form."""
        one = self._one
        levels = [Option("", tr("as the meeting")), *(Option(level, label(level)) for level in Level)]
        kinds = [Option(kind, label(kind)) for kind in MaterialKind]
        fields = [
            Field("title", tr("Document title"), one.title, hint=tr("empty: the name of the file")),
            Field("place", tr("Path or link"), one.place, note=missing_text),
            Field("note", tr("In short"), one.note, hint=tr("what to look at")),
            Field("level", tr("Level"), one.level or "", levels),
            Field("kind", tr("Kind of record"), one.kind, kinds),
            Field("audience", tr("For whom"), joined(one.audience), hint=tr("empty: all who are cleared")),
        ]
        return Ask(self._title or tr("A file or a link"), fields, check=self._check)

    def _check(self, values: Values) -> tuple[str, str] | None:
        if not self.material(values).title:
            return "title", tr("{field} is missing", field=tr("Document title"))
        return None

    def material(self, values: Values) -> Material:
        """What the values stand for; without a title it has the name of its file."""
        name = values["place"].rstrip("/\\").replace("\\", "/").rpartition("/")[2]
        return Material(
            "",
            values["title"] or name,
            values["place"],
            values["note"],
            Level(values["level"]) if values["level"] else None,
            MaterialKind(values["kind"]),
            found_names(values["audience"], self._people),
        )
