"""The list of materials: what to do with which, by one key (B7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.going_out import Material, MaterialKind
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.services import materials
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import joined


class MaterialAct(StrEnum):
    """What may be done with a material."""

    OPEN = "open"
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


_ADD = "add"
"""The key of the row that adds one."""


class MaterialList(Dialog[tuple[MaterialAct, str]]):
    """Gives what to do, and the uid of the material ("" to add one)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,insert", "add", show=False),
        Binding("e,f2", "act('change')", show=False),
        Binding("d,delete", "act('remove')", show=False),
    ]

    def __init__(self, title: str, found: Sequence[Material]) -> None:
        hint = tr("Enter open · a add · e change · d take off · Esc back")
        super().__init__(title, hint if found else tr("Enter add · Esc back"))
        self._found = found

    def inside(self) -> Iterable[Widget]:
        """The list."""
        yield ListPane(id="options")

    def on_mount(self) -> None:
        """Each with its place, or that nothing is there; the last row adds one."""
        pane = self.query_one(ListPane)
        words = Content.styled(tr("Add a file or a link"), "$faint")
        pane.show_rows([*map(_row, self._found), Row((words,), _ADD, Content.styled("+ ", "$accent"))])
        pane.focus()

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Enter opens it, or adds one."""
        if event.key == _ADD:
            self.action_add()
        else:
            self.dismiss((MaterialAct.OPEN, event.key))

    def action_add(self) -> None:
        """Something else is there, too."""
        self.dismiss((MaterialAct.ADD, ""))

    def action_act(self, act: str) -> None:
        """Do something with the one under the cursor."""
        uid = self.query_one(ListPane).cursor
        if uid and uid != _ADD:
            self.dismiss((MaterialAct(act), uid))


def missing_text(place: str) -> str:
    """That there is no file where one should be; "" where all is well."""
    return tr("there is no such file here") if materials.is_missing(place.strip()) else ""


def _row(one: Material) -> Row:
    missing = missing_text(one.place)
    shape, style = ("!", "$error") if missing else ("·", "$faint")
    body = [Content.assemble((one.title, "bold"), "  ", (f" {glyph('·')} ".join(_facts(one)), "$said"))]
    if one.place:
        body.append(Content.styled(one.place, "$faint"))
    if missing:
        body.append(Content.styled(missing, "$error"))
    if one.note:
        body.append(Content.styled(one.note, "$faint"))
    return Row(tuple(body), one.uid, Content.styled(f"{glyph(shape)} ", style))


def _facts(one: Material) -> Iterator[str]:
    """What it is, its level, for whom, where that is not the usual."""
    if one.kind is not MaterialKind.READING:
        yield label(one.kind)
    if one.level:
        yield label(one.level)
    if one.audience:
        yield tr("for {names}", names=joined(one.audience))
