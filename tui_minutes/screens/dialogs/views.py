"""The views of the ledger to choose from; saved ones can be renamed and removed here, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui_minutes.domain.views import View
from tui_minutes.i18n import tr
from tui_minutes.i18n.views import view_name, wanted_text
from tui_minutes.screens.dialogs.choose import Choose, Option

SHOW, SAVE, RENAME, REMOVE = "show", "save", "rename", "remove"


class ViewsDialog(Choose):
    """Gives what to do and with which of `views`: one of the words above, a space, its place in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "answer('save')", show=False),
        Binding("r", "answer('rename')", show=False),
        Binding("x,delete", "answer('remove')", show=False),
    ]

    def __init__(self, views: Sequence[View], current: str) -> None:
        options = [
            Option(f"{SHOW} {nth}", view_name(view), wanted_text(view)) for nth, view in enumerate(views)
        ]
        shown = next((nth for nth, view in enumerate(views) if view_name(view) == current), 0)
        super().__init__(tr("Views"), options, current=f"{SHOW} {shown}")
        self._views = views
        self._hint = tr("Enter show · s save what is shown · r rename · x remove · Esc back")

    def action_answer(self, deed: str) -> None:
        """Do something else than showing; what comes with the program stays as it is."""
        place = int((self._list.cursor or f"{SHOW} 0").split()[1])
        if deed != SAVE and self._views[place].built_in:
            self.complain(tr("This view comes with the program and stays as it is"))
        else:
            self.dismiss(f"{deed} {place}")
