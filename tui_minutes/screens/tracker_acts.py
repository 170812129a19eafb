"""What the keys of the tracker do with the outcome under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from tui_minutes.domain.outcomes import Outcome, Status
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Values
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.screens.ledger_filter import chosen_filter, filter_form
from tui_minutes.screens.readback_mend import ask_mending
from tui_minutes.screens.tracker_forms import TrackerForms
from tui_minutes.services import outcomes
from tui_minutes.widgets.outcome_detail import detail_rows
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.tracker_view import TrackerView


class TrackerActs:
    """Asks what is needed, then calls the service with the version that was seen."""

    def __init__(self, screen: TrackerView) -> None:
        self._screen = screen

    def status(self) -> None:
        """Choose a status; one that asks for more opens its form."""
        forms = self._forms()
        if forms is None:
            return

        def chosen(status: str | None) -> None:
            if status == Status.DELAYED:
                self.delay()
            elif status == Status.DONE:
                self.complete()
            elif status is not None:
                self._change({"status": Status(status)})

        self._screen.app.push_screen(forms[1].status(), chosen)

    def note(self) -> None:
        """Progress in words; what nobody had confirmed is in progress from now on."""
        self._ask(TrackerForms.note, self._begun)

    def delay(self) -> None:
        """Cause, remedy, new date."""
        self._ask(TrackerForms.delay, lambda _: {"status": Status.DELAYED})

    def complete(self) -> None:
        """The result; someone else closes it."""
        self._ask(TrackerForms.complete, lambda _: {"status": Status.DONE})

    def owner(self) -> None:
        """Hand it over."""
        self._ask(TrackerForms.owner)

    def date(self) -> None:
        """Another date."""
        self._ask(TrackerForms.due)

    @staticmethod
    def _begun(outcome: Outcome) -> dict[str, Any]:
        return {"status": Status.IN_PROGRESS} if outcome.status is Status.UNCONFIRMED else {}

    def _forms(self) -> tuple[Outcome, TrackerForms] | None:
        """The outcome under the cursor and its forms; None, said in words, where its words are hidden."""
        screen, row = self._screen, self._screen.selected
        if row is None:
            return None
        if screen.showing.hides(row):
            number, level = row.outcome.number, label(row.level)
            screen.report(
                tr("{number} is {level}: Ctrl+R shows it", number=number, level=level), Report.WARNING
            )
            return None
        return row.outcome, TrackerForms(row.outcome, screen.today, screen.host.people, screen.host.calendar)

    def _ask(
        self,
        form: Callable[[TrackerForms], Ask],
        always: Callable[[Outcome], dict[str, Any]] = lambda _: {},
        again: tuple[Values, str] = ({}, ""),
    ) -> None:
        """Show a form and write what it says; a refused one comes back with what was typed (`again`)."""
        found = self._forms()
        if found is None:
            return
        outcome, forms = found

        def answered(values: Values | None) -> None:
            if values is not None:
                changes = {**always(outcome), **forms.changes(values)}
                why = {key: values[key] for key in ("cause", "remedy", "note") if values.get(key)}
                self._change(changes, outcome, lambda said: once_more(values, said), **why)

        def once_more(typed: Values, said: str) -> None:
            row = self._screen.selected
            if row is not None and row.outcome.uid == outcome.uid:
                self._ask(form, always, (typed, said))

        self._screen.app.push_screen(form(forms).filled(*again), answered)

    def _change(
        self,
        changes: dict[str, Any],
        outcome: Outcome | None = None,
        again: Callable[[str], None] | None = None,
        **why: str,
    ) -> None:
        """Write it, and say so; refused when somebody was quicker."""
        row = self._screen.selected
        seen = outcome or (row.outcome if row else None)
        if seen is None:
            return
        self._screen.carry_out(
            lambda store, command: outcomes.update(store, command, seen.uid, changes, seen.version, **why),
            lambda after: self.say(seen, after),
            again=again,
        )

    def say(self, before: Outcome, after: Outcome) -> None:
        """What has changed, in the status line."""
        words = [tr("{number} saved", number=after.number)]
        if before.status is not after.status:
            words.append(f"{label(before.status)} → {label(after.status)}")
        self._screen.report(" · ".join(words), Report.DONE)

    def edit(self) -> None:
        """All fields in one form."""
        screen, found = self._screen, self._forms()
        if found is not None:
            record = screen.host.store.record(found[0].meeting_uid)
            done = lambda words: screen.report(words, Report.DONE)  # noqa: E731 - one short answer
            ask_mending(screen, record, found[0], screen.host.people, done)

    def open_row(self) -> None:
        """The outcome in full, for screens without room beside the table."""
        row = self._screen.selected
        if row is not None:
            history = self._screen.host.store.history(row.outcome.uid)
            rows = detail_rows(row, history, self._screen.showing)
            self._screen.app.push_screen(Show(row.outcome.number, rows))

    def choose_filter(self) -> None:
        """Ask what to show."""
        screen = self._screen

        def answered(values: Values | None) -> None:
            if values is not None:
                screen.filter = chosen_filter(values, screen.filter.text)
                screen.show_rows()

        visible = [row for row in screen.rows if not screen.showing.hides(row)]
        screen.app.push_screen(filter_form(screen.filter, visible), answered)

    def search(self, text: str) -> None:
        """Show what holds `text`."""
        self._screen.filter = replace(self._screen.filter, text=text.strip())
        self._screen.show_rows()

    def end_search(self) -> None:
        """Put the search field away; an empty one leaves no trace, words stay as the filter."""
        field = self._screen.query_one("#search", Input)
        field.remove_class("-shown")
        if not self._screen.filter.text:
            field.value = ""
