"""Saved views of the ledger: choose one, keep what is shown under a name, rename, remove (T1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_minutes.domain.views import BUILT_IN, View
from tui_minutes.i18n import tr
from tui_minutes.i18n.views import view_name, wanted_text
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.views import REMOVE, RENAME, SAVE, ViewsDialog
from tui_minutes.services import views
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.tracker_view import TrackerView


class Views:
    """The views that the tracker offers: those people saved, then those that come with the program."""

    def __init__(self, screen: TrackerView) -> None:
        self._screen = screen

    def choose(self) -> None:
        """Show one, or do something with it."""
        offered = (*self._screen.host.store.views(), *BUILT_IN)

        def answered(answer: str | None) -> None:
            if answer is None:
                return
            deed, place = answer.split()
            view = offered[int(place)]
            if deed == SAVE:
                self.save()
            elif deed == RENAME:
                self._rename(view)
            elif deed == REMOVE:
                self._remove(view)
            else:
                self._show(view)

        self._screen.app.push_screen(ViewsDialog(offered, self._screen.view), answered)

    def _show(self, view: View) -> None:
        self._screen.order, self._screen.grouped = view.sort or "attention", view.grouped_by
        self._screen.searching.want(wanted_text(view), view_name(view))

    def save(self, name: str = "", said: str = "") -> None:
        """Keep what is shown under a name; `said` is why a `name` was refused."""

        def answered(values: Values | None) -> None:
            if values is not None:
                self._keep(values["name"])

        form = Ask(tr("Save what is shown as a view"), [Field("name", tr("Name"), name, required=True)])
        self._screen.app.push_screen(form.filled({}, said), answered)

    def _keep(self, name: str) -> None:
        screen = self._screen
        wanted, order, grouped = screen.search.text, screen.order, screen.grouped

        def done(_: str) -> None:
            screen.searching.want(wanted, name)
            screen.report(tr("“{name}” is saved: w shows it again", name=name), Report.DONE)

        screen.carry_out(
            lambda store, command: views.save(store, command, name, wanted, order, grouped),
            done,
            again=lambda why: self.save(name, why),
        )

    def _rename(self, view: View, name: str = "", said: str = "") -> None:
        def answered(values: Values | None) -> None:
            if values is not None:
                self._name(view, values["name"])

        form = Ask(
            tr("Rename “{name}”", name=view.name),
            [Field("name", tr("Name"), name or view.name, required=True)],
        )
        self._screen.app.push_screen(form.filled({}, said), answered)

    def _name(self, view: View, name: str) -> None:
        screen = self._screen

        def done(_: None) -> None:
            screen.view = name if screen.view == view.name else screen.view
            screen.show_rows()
            screen.report(tr("“{before}” is called “{name}” now", before=view.name, name=name), Report.DONE)

        screen.carry_out(
            lambda store, command: views.rename(store, command, view.uid, name),
            done,
            again=lambda why: self._rename(view, name, why),
        )

    def _remove(self, view: View) -> None:
        screen = self._screen

        def done(_: None) -> None:
            screen.view = "" if screen.view == view.name else screen.view
            screen.show_rows()
            screen.report(tr("The view “{name}” is removed; its outcomes stay", name=view.name), Report.DONE)

        screen.carry_out(lambda store, command: views.remove(store, command, view.uid), done)
